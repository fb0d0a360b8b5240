import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyException } from '@/src/domain/accounts/key-exception.kind';
import {
  KEY_CHANGES,
  keyListChanges,
  withExceptions,
  type ChangedMember,
  type KeyChange,
} from '@/src/domain/accounts/key-list-changes';
import type { KeyListRow, KeyMember } from '@/src/domain/accounts/key-list.kind';
import { useInterface, useLive } from '../../app-context';
import { RecordForm } from '../../records/record-form';
import { useNames } from '../../records/use-reading';

/** Most accounts shown at first, and most of one change. */
const SHOWN = 20;

interface Props {
  readonly list: KeyListRow;
  readonly before: KeyListRow | undefined;
}

/** A frozen list: where it comes from, its accounts, the exceptions, and what changed against the year before. */
export function KeyListView({ list, before }: Props) {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const [asks, setAsks] = useState(false);
  const names = useNames(keyException);
  const all = useLive('key-exceptions', (app) => app.accounts.exceptions()) ?? [];
  const nameOf = (id: string): string => names?.get(id) ?? '';
  const exceptions = all
    .filter(({ fields }) => fields.list === list.id)
    .map(({ id, fields }) => ({ ...fields, id, label: nameOf(fields.company) }));
  const members = withExceptions(membersOf(list), exceptions);
  const { name, year, threshold, file = '', from = '', to = '', frozenAt = '' } = list.fields;
  const amount = threshold ? `${format.money(threshold.amount)} ${threshold.currency}` : '';
  return (
    <Stack gap="xs" data-key-list={String(year)}>
      <Group gap="sm">
        <Title order={3} size="h5">
          {name} · {t('members', { count: members.length })}
        </Title>
        <Button size="compact-xs" variant="default" data-action="exception" onClick={() => setAsks(true)}>
          {t('exception')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('frozenAs', {
          day: format.time(Date.parse(frozenAt)),
          file,
          from: format.day(from),
          to: format.day(to),
          threshold: amount,
        })}
      </Text>
      <Members members={members} currency={threshold?.currency ?? ''} />
      {exceptions.length > 0 && (
        <Stack gap={0}>
          <Title order={4} size="h6">
            {t('exceptions')}
          </Title>
          {exceptions.map(({ id, change, label, reason }) => (
            <Text key={id} size="sm" data-exception={change}>
              {t(`exceptionLine.${change}`, { name: label, reason })}
            </Text>
          ))}
        </Stack>
      )}
      {before && <Changes before={before} members={membersOf(list)} />}
      {asks && (
        <RecordForm kind={keyException} given={{ list: list.id, change: 'add' }} onClose={() => setAsks(false)} />
      )}
    </Stack>
  );
}

function membersOf({ fields }: KeyListRow): readonly KeyMember[] {
  return Object.entries(fields.members ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, member]) => member);
}

function Members({ members, currency }: { members: readonly KeyMember[]; currency: string }) {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const [all, setAll] = useState(false);
  const shown = all ? members : members.slice(0, SHOWN);
  const line = ({ label, monthly, tier }: KeyMember): string => {
    const text = monthly === '' ? label : t('member', { name: label, monthly: `${format.money(monthly)} ${currency}` });
    return tier === undefined ? text : t('memberTier', { member: text, tier });
  };
  return (
    <Stack gap={0} component="ol" m={0} pl="xl" aria-label={t('membersShow')}>
      {shown.map((member) => (
        <Text key={member.customer} size="sm" component="li" style={{ overflowWrap: 'anywhere' }}>
          {line(member)}
        </Text>
      ))}
      {members.length > shown.length && (
        <Button size="compact-xs" variant="subtle" w="fit-content" onClick={() => setAll(true)}>
          {t('more', { count: members.length - shown.length })}
        </Button>
      )}
    </Stack>
  );
}

/** What became of the accounts since the list of an earlier year; those that stayed are only counted. */
function Changes({ before, members }: { before: KeyListRow; members: readonly KeyMember[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const changes = keyListChanges(membersOf(before), members);
  const of = (change: KeyChange): readonly ChangedMember[] => changes.filter((one) => one.change === change);
  const tierOf = (member: KeyMember | undefined): string => member?.tier ?? t('noTier');
  const lineOf = ({ change, label, before: was, now }: ChangedMember): string =>
    change === 'up' || change === 'down'
      ? t('changeTier', { name: label, before: tierOf(was), now: tierOf(now) })
      : label;
  return (
    <Stack gap={4} data-changes>
      <Title order={4} size="h6">
        {t('changes', { year: String(before.fields.year ?? '') })}
      </Title>
      {KEY_CHANGES.map((change) => (
        <Stack key={change} gap={0} data-change={change}>
          <Text size="sm" fw={600}>
            {t('changeCount', { change: t(`change.${change}`), number: format.count(of(change).length) })}
          </Text>
          {change !== 'stayed' &&
            of(change)
              .slice(0, SHOWN)
              .map((one) => (
                <Text key={(one.now ?? one.before)?.customer} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {lineOf(one)}
                </Text>
              ))}
          {change !== 'stayed' && of(change).length > SHOWN && (
            <Text size="xs" c="dimmed">
              {t('more', { count: of(change).length - SHOWN })}
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
