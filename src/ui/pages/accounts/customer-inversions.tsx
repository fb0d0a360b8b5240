import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useAnswer } from '../analysis/use-answer';
import { useSalesFiles } from './assign-panel';

const SHOWN = 20;

/** Customers of the latest sales file who got a better discount than the next tier up. */
export function CustomerInversions() {
  const [dataset] = useSalesFiles() ?? [];
  return dataset ? <InversionsBy key={dataset.id} dataset={dataset} /> : null;
}

function InversionsBy({ dataset }: { dataset: Row<DatasetFields> }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('tiers');
  const sentence = useSentence();
  const { sha256 } = dataset.fields.file;
  const question = useMemo(() => ({ sha256 }), [sha256]);
  const answer = useAnswer(question, () => app.accounts.inversions(dataset));
  const file = dataset.fields.name;
  if (!answer) return null;
  if (!answer.ok) return <Text size="sm">{sentence(answer.error)}</Text>;
  if (!answer.value) return <Text size="sm">{t('inversionUntested', { file })}</Text>;
  const nameOf = (tier: TierRow | undefined): string => tier?.fields.name ?? t('noTier');
  return (
    <Stack gap={0} data-customer-inversions>
      <Text size="sm" fw={600}>
        {t('inversionBy', { file })}
      </Text>
      {answer.value.length === 0 && <Text size="sm">{t('inversionCustomersNone')}</Text>}
      {answer.value.slice(0, SHOWN).map(({ customer, label, tier, discount, upper, upperDiscount }) => (
        <Text key={customer} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('inversionCustomer', {
            name: label,
            tier: nameOf(tier),
            discount: format.share(discount),
            upper: nameOf(upper),
            upperDiscount: format.share(upperDiscount),
          })}
        </Text>
      ))}
      {answer.value.length > SHOWN && (
        <Text size="xs" c="dimmed">
          {t('more', { count: answer.value.length - SHOWN })}
        </Text>
      )}
    </Stack>
  );
}
