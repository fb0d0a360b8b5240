import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openSeats } from '@/src/domain/people/open-seats';
import { stakeholder } from '@/src/domain/people/stakeholder.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../app-context';
import { useKindWords } from '../records/kind-words';
import { hashOf } from '../shell/route';

/** What the page of a company on file should remind of: its tier, whose it is, and who is missing among those who decide. */
export function KnownStanding({ row }: { row: Row<CompanyFields> }) {
  const { app } = useInterface();
  const { t } = useTranslation('panel');
  const roles = useKindWords()(stakeholder);
  const known = useLive(`standing:${row.id}`, async (of) => ({
    tiers: await of.accounts.tiers(),
    chain: await of.people.of(row.id),
  }));
  if (!known?.chain) return null;
  const { tier, owner } = row.fields;
  const called = known.tiers.find(({ id }) => id === tier?.value)?.fields.name;
  const lacking = openSeats(known.chain.seats).map((role) => roles.choice('role', role));
  const says = [
    called === undefined ? t('standing.noTier') : t('standing.tier', { tier: called }),
    ...(owner ? [t('standing.owner', { owner: owner.value })] : []),
    ...(lacking.length > 0 ? [t('standing.lacking', { roles: lacking.join(t('standing.and')) })] : []),
  ];
  return (
    <Group gap={6} align="baseline" data-standing={row.id}>
      <Text size="sm">{says.join(' · ')}</Text>
      <Anchor component="button" size="sm" onClick={() => void app.host.openWorkspace(hashOf(['people', row.id]))}>
        {t('standing.map')}
      </Anchor>
    </Group>
  );
}
