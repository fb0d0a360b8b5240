import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { hashOf } from '../../shell/route';

/** Leads from a company to its archive. */
export function ArchiveButton({ company }: { company: RecordId }) {
  const { t } = useTranslation('archive');
  return (
    <Button
      component="a"
      size="compact-sm"
      variant="default"
      href={hashOf(['archive'], { company })}
      data-action="archive"
    >
      {t('open')}
    </Button>
  );
}
