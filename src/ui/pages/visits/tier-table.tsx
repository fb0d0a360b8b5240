import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TierCompliance } from '@/src/domain/visits/visit-compliance';
import { visit } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { useMeasure } from './use-measure';

/** Standard and fact by tier, and why contacts did not come about. */
export function TierTable({ tiers }: { tiers: readonly TierCompliance[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('visits');
  const measure = useMeasure();
  const reasonsOf = useReasons();
  const shown = tiers.filter(({ accounts }) => accounts > 0);
  const reasons = shown.flatMap((one) => {
    const text = reasonsOf(one.reasons);
    return text === '' ? [] : [{ tier: one.tier, text: t('account', { name: one.name, tier: text }) }];
  });
  return (
    <Stack gap={4}>
      <Table fz="sm" horizontalSpacing={6} aria-label={t('byTier')}>
        <Table.Thead>
          <Table.Tr>
            {(['tier', 'accounts', 'visits', 'calls', 'overdue'] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {t(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ tier, name, accounts, visits, calls }) => (
            <Table.Tr key={tier} data-tier={name}>
              <Table.Th scope="row" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Table.Th>
              <Table.Td>{format.count(accounts)}</Table.Td>
              <Table.Td>{measure(visits)}</Table.Td>
              <Table.Td>{measure(calls)}</Table.Td>
              <Table.Td fw={600}>{format.count(visits.overdue + calls.overdue)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {reasons.map(({ tier, text }) => (
        <Text key={tier} size="xs" c="dimmed">
          {t('reasons', { reasons: text })}
        </Text>
      ))}
    </Stack>
  );
}

function useReasons(): (reasons: TierCompliance['reasons']) => string {
  const { format } = useInterface();
  const { t } = useTranslation('visits');
  const words = useKindWords()(visit);
  return (reasons) =>
    Object.entries(reasons)
      .map(([reason, count]) => t('reason', { reason: words.choice('reason', reason), number: format.count(count) }))
      .join(t('and'));
}
