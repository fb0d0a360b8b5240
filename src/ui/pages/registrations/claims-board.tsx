import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/src/domain/records/record';
import { registration } from '@/src/domain/registration/registration.kind';
import { useInterface, useLive } from '../../app-context';
import { useWho } from '../../claims/use-claim-words';
import { useKindWords } from '../../records/kind-words';
import { titleIn, useRows } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';
import { hashOf } from '../../shell/route';
import { ClaimGroupCard } from './claim-group-card';

/** Most decided ones shown; the list has them all. */
const SHOWN = 20;

/** The registrations: those that wait, rivals beside each other; drafts of the user; what was decided. */
export function ClaimsBoard() {
  const { t } = useTranslation('claims');
  const board = useLive('claim-board', (app) => app.claims.board());
  const rows = useRows(registration.name);
  if (!board || !rows) return null;
  const { waiting, drafts, decided } = board;
  return (
    <Stack gap="lg">
      <section aria-labelledby="claims-waiting">
        <Title order={2} size="h4" id="claims-waiting" mb="xs">
          {t('waiting')}
        </Title>
        <Stack gap="sm">
          {waiting.length === 0 && <Text maw="65ch">{t('waitingNone')}</Text>}
          {waiting.map((group) => (
            <ClaimGroupCard key={group[0]?.claim.id} group={group} rows={rows} />
          ))}
        </Stack>
      </section>
      {drafts.length > 0 && <Claims title={t('drafts')} rows={drafts} />}
      {decided.length > 0 && <Claims title={t('decided')} rows={decided.slice(0, SHOWN)} />}
      <Anchor size="sm" href={hashOf(['files', registration.name])}>
        {t('all')}
      </Anchor>
    </Stack>
  );
}

function Claims({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { format } = useInterface();
  const words = useKindWords()(registration);
  const who = useWho();
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Stack gap={4}>
        {rows.map((row) => {
          const { submittedAt, submittedBy, rejection } = row.fields;
          const when = submittedAt === undefined ? '' : format.time(Date.parse(String(submittedAt)));
          const why = rejection === undefined ? '' : words.choice('rejection', String(rejection));
          const told = [words.state(row.state), who(submittedBy), when, why].filter((part) => part !== '');
          return (
            <div key={row.id} data-claim={row.id} data-state={row.state}>
              <Anchor size="sm" href={addressOf(registration, row.id)} style={{ overflowWrap: 'anywhere' }}>
                {titleIn(registration, row)}
              </Anchor>
              <Text size="xs" c="dimmed">
                {told.join(' · ')}
              </Text>
            </div>
          );
        })}
      </Stack>
    </section>
  );
}
