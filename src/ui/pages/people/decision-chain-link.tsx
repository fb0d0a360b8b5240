import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { hashOf } from '../../shell/route';

/** From a company to who decides there. */
export function DecisionChainLink({ company }: { company: RecordId }) {
  const { t } = useTranslation('people');
  return (
    <Button
      component="a"
      href={hashOf(['people', company])}
      size="compact-sm"
      variant="default"
      data-action="decision-chain"
    >
      {t('open')}
    </Button>
  );
}
