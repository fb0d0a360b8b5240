import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AXES, company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { useWords } from '../../components/use-value-text';
import { useKindWords } from '../../records/kind-words';
import { FlagLines } from './flag-lines';
import { KeyStatus } from './key-status';
import { SetTier } from './set-tier';
import { StarterOffer } from './starter-offer';

/** Where an account stands: its tier and on what that rests, its types and what they ask for, the list, the flags. */
export function Standing({ row }: { row: Row<CompanyFields> }) {
  const { t } = useTranslation('tiers');
  return (
    <Stack gap="xs" data-standing>
      <Title order={2} size="h5">
        {t('standing')}
      </Title>
      <TierLine row={row} />
      <Axes row={row} />
      <KeyStatus row={row} />
      <FlagLines row={row} />
      <StarterOffer row={row} />
    </Stack>
  );
}

function TierLine({ row }: { row: Row<CompanyFields> }) {
  const { t } = useTranslation('tiers');
  const tiers = useLive('tiers', (app) => app.accounts.tiers());
  const basis = useBasis(row);
  const { tier } = row.fields;
  const name = tiers?.find(({ id }) => id === tier?.value)?.fields.name ?? t('tierNone');
  return (
    <Group justify="space-between" align="start" gap="xs">
      <Stack gap={0} flex={1} miw={160}>
        <Text size="sm" fw={600}>
          {t('tierOf', { tier: name })}
        </Text>
        {basis !== undefined && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} data-tier-basis={row.fields.tierBasis?.value}>
            {basis}
          </Text>
        )}
      </Stack>
      <SetTier companies={[row.id]} />
    </Group>
  );
}

/** On what the tier rests, in words; undefined where nothing was said of it. */
function useBasis({ fields }: Row<CompanyFields>): string | undefined {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const { tier, tierBasis, tierOn, tierFile, tierSpend, tierFrom, tierTo } = fields;
  const day = (one: typeof tierOn): string => (one ? format.day(one.value) : '');
  if (!tierBasis) return undefined;
  if (tierBasis.value === 'hand') return tier && t('byHand', { day: day(tierOn) });
  const [amount = '', currency = ''] = tierSpend?.value.split(' ') ?? [];
  return t('byFile', {
    file: tierFile?.value ?? '',
    spend: `${format.money(amount)} ${currency}`.trim(),
    from: day(tierFrom),
    to: day(tierTo),
    day: day(tierOn),
  });
}

function Axes({ row }: { row: Row<CompanyFields> }) {
  const { t } = useTranslation('tiers');
  const words = useWords();
  const kindWords = useKindWords()(company);
  const held = AXES.flatMap((axis) => {
    const value = row.fields[axis]?.value;
    return value === undefined ? [] : [{ axis, value }];
  });
  return held.map(({ axis, value }) => (
    <Stack key={axis} gap={0} data-axis={axis}>
      <Text size="sm">
        {t('axis', {
          axis: kindWords.field({ path: axis, label: undefined }),
          value: kindWords.choice(axis, value),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {words(`kind-company:hint.${axis}.${value}`, '')}
      </Text>
    </Stack>
  ));
}
