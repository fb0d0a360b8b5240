import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../shell/route';

/** The way to what clients owe, or one of them. */
export function ReceivablesLink({ company }: { company?: string }) {
  const { t } = useTranslation('receivables');
  const address = hashOf(['receivables'], company === undefined ? {} : { company });
  return (
    <Button component="a" href={address} size="compact-sm" variant="light">
      {t('title')}
    </Button>
  );
}
