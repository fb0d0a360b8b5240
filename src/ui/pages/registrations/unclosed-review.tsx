import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { unclosedClient, type UnclosedClientFields } from '@/src/domain/followup/unclosed-client.kind';
import { reasonCounts, reviewOf } from '@/src/domain/followup/unclosed-reviews';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { useRows } from '../../records/use-reading';
import { useRecordWrites } from '../../records/use-record-writes';
import { addressOf } from '../../shell/address-of';
import { hashOf } from '../../shell/route';

/** The monthly review of the clients who did not buy, and why they did not. */
export function UnclosedReview() {
  const { app, format } = useInterface();
  const { t } = useTranslation('claims');
  const { t: records } = useTranslation('records');
  const words = useKindWords()(unclosedClient);
  const [adding, setAdding] = useState(false);
  const rows = useRows(unclosedClient.name);
  if (!rows) return null;
  // Safe: rows of the kind hold its fields.
  const clients = rows.map(({ id, state, fields }) => ({ ...(fields as UnclosedClientFields), id, state }));
  const month = app.today().slice(0, 7);
  const { due, reviewed } = reviewOf(clients, month);
  const reasons = reasonCounts(clients);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('reviewMonth', { month: format.month(month) })}
        </Title>
        <Button size="compact-sm" onClick={() => setAdding(true)} data-action="new">
          {records('new', { kind: words.one })}
        </Button>
      </Group>
      {due.length === 0 && <Text>{t('reviewNone')}</Text>}
      {due.map((client) => (
        <DueClient key={client.id} client={client} />
      ))}
      {reviewed.length > 0 && <Text size="sm">{t('reviewedCount', { count: reviewed.length })}</Text>}
      {reasons.length > 0 && (
        <Table withRowBorders={false} verticalSpacing={2} maw={320} captionSide="top" aria-label={t('reasons')}>
          <Table.Caption ta="start">{t('reasons')}</Table.Caption>
          <Table.Tbody>
            {reasons.map(({ reason, count }) => (
              <Table.Tr key={reason} data-reason={reason}>
                <Table.Th scope="row" fw={400}>
                  {words.choice('reason', reason)}
                </Table.Th>
                <Table.Td ta="end">{format.count(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Anchor size="sm" href={hashOf(['files', unclosedClient.name])}>
        {t('allUnclosed')}
      </Anchor>
      {adding && <RecordForm kind={unclosedClient} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function DueClient({ client }: { client: UnclosedClientFields & { readonly id: RecordId } }) {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('claims');
  const words = useKindWords()(unclosedClient);
  const { edit } = useRecordWrites(unclosedClient);
  const review = async (): Promise<void> => {
    const fault = await edit([client.id], { reviewedOn: app.today() });
    if (fault !== undefined) tell({ text: fault, tone: 'bad' });
  };
  const values = { reason: words.choice('reason', client.reason), day: format.day(client.reviewedOn) };
  return (
    <Group justify="space-between" wrap="nowrap" data-due={client.id}>
      <Stack gap={0}>
        <Anchor size="sm" href={addressOf(unclosedClient, client.id)} style={{ overflowWrap: 'anywhere' }}>
          {client.client}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t('lastReviewed', values)}
        </Text>
      </Stack>
      <Button
        size="compact-sm"
        variant="light"
        aria-label={t('markReviewedOf', { name: client.client })}
        onClick={() => void review()}
      >
        {t('markReviewed')}
      </Button>
    </Group>
  );
}
