import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import type { AccountCompliance } from '@/src/domain/visits/visit-compliance';
import { visit } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import { hashOf } from '../../shell/route';
import { useMeasure } from './use-measure';

const SHOWN = 30;

interface Props {
  readonly accounts: readonly AccountCompliance[];
  readonly tiers: readonly TierRow[];
}

/** The accounts whose standard is not met yet, the most overdue first; each can be planned from here. */
export function DueAccounts({ accounts, tiers }: Props) {
  const { t } = useTranslation('visits');
  const [most, setMost] = useState(SHOWN);
  const [planning, setPlanning] = useState<AccountCompliance>();
  const open = accounts.filter(({ visits, calls }) => visits.due !== undefined || calls.due !== undefined);
  return (
    <Stack gap="xs" component="section" aria-labelledby="due-accounts">
      <Title order={2} size="h4" id="due-accounts">
        {t('byAccount')}
      </Title>
      {open.length === 0 && <Text size="sm">{t('allDone')}</Text>}
      {open.slice(0, most).map((account) => (
        <AccountLine
          key={account.company}
          account={account}
          tier={tiers.find(({ id }) => id === account.tier)?.fields.name ?? ''}
          onPlan={() => setPlanning(account)}
        />
      ))}
      {open.length > most && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setMost(most + SHOWN)}>
          {t('more', { count: open.length - most })}
        </Button>
      )}
      {planning && (
        <RecordForm
          kind={visit}
          given={{
            company: planning.company,
            purpose: t('purpose.on-site'),
            means: 'on-site',
            occasion: 'regular',
            ...(planning.owner === undefined ? {} : { owner: planning.owner }),
          }}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Stack>
  );
}

function AccountLine(props: { account: AccountCompliance; tier: string; onPlan: () => void }) {
  const { account, tier, onPlan } = props;
  const { format } = useInterface();
  const { t } = useTranslation('visits');
  const measure = useMeasure();
  const { company, name, visits, calls, overdue } = account;
  const due = [visits.due, calls.due].filter((day) => day !== undefined).sort()[0];
  const facts = [
    ...(visits.required > 0 ? [t('visitsLine', { measure: measure(visits) })] : []),
    ...(calls.required > 0 ? [t('callsLine', { measure: measure(calls) })] : []),
    ...(visits.planned + calls.planned > 0
      ? [t('planned', { number: format.count(visits.planned + calls.planned) })]
      : []),
    ...(due === undefined ? [] : [t('due', { day: format.day(due) })]),
  ];
  return (
    <Group justify="space-between" align="start" gap="xs" wrap="nowrap" data-account={name}>
      <Stack gap={0} miw={0}>
        <Anchor size="sm" href={hashOf(['accounts', company])} style={{ overflowWrap: 'anywhere' }}>
          {t('account', { name, tier })}
        </Anchor>
        <Text size="xs" c="dimmed">
          {overdue > 0 && (
            <Text span fw={700} c="var(--mantine-color-error)">
              {t('overdueCount', { number: format.count(overdue) })}
              {' · '}
            </Text>
          )}
          {facts.join(' · ')}
        </Text>
      </Stack>
      <Button size="compact-xs" variant="default" flex="none" aria-label={t('planOneFor', { name })} onClick={onPlan}>
        {t('planOne')}
      </Button>
    </Group>
  );
}
