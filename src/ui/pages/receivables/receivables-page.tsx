import { Anchor, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgeingLine } from '@/src/domain/agreements/ageing';
import { receivable } from '@/src/domain/agreements/receivable.kind';
import type { Kind } from '@/src/domain/records/kind';
import { useInterface, useLive } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { NO_NAMES, useNames } from '../../records/use-reading';
import { hashOf, type Route } from '../../shell/route';
import { AgeingTable } from './ageing-table';
import { OpenInvoices } from './open-invoices';

/** What can be added here, in the order of how often it is. */
const ADDED = ['receivable', 'account-order', 'settlement-sheet', 'credit-approval'] as const;
/** What clients owe, by age, accounts over their limit first (应收账款); of one account where the address names it. */
export function ReceivablesPage({ route }: { route: Route }) {
  const { t } = useTranslation('receivables');
  const lines = useLive('ageing', (app) => app.receivables.ageing());
  const names = useNames(receivable) ?? NO_NAMES;
  const { company: wanted } = route.params;
  if (!lines) return null;
  const shown = wanted === undefined ? lines : lines.filter((line) => line.company === wanted);
  const nameOf = (id: string): string => names.get(id) ?? (id === '' ? t('unknown') : id);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Stack gap={4}>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('lead')}
          </Text>
        </Stack>
        <AddMenu company={wanted} />
      </Group>
      {wanted !== undefined && (
        <Group gap="xs">
          <Text size="sm">{t('of', { name: nameOf(wanted) })}</Text>
          <Anchor href={hashOf(['receivables'])} size="sm">
            {t('all')}
          </Anchor>
        </Group>
      )}
      {shown.length === 0 ? <Empty /> : <Owed lines={shown} nameOf={nameOf} />}
    </Stack>
  );
}

function Empty() {
  const { t } = useTranslation('receivables');
  return (
    <Stack gap={4} maw={560}>
      <Title order={2} size="h4">
        {t('emptyTitle')}
      </Title>
      <Text>{t('emptyText')}</Text>
    </Stack>
  );
}

function Owed({ lines, nameOf }: { lines: readonly AgeingLine[]; nameOf: (company: string) => string }) {
  const { t } = useTranslation('receivables');
  return (
    <>
      <AgeingTable lines={lines} nameOf={nameOf} />
      <Stack gap="sm" component="section" aria-label={t('invoices')}>
        <Title order={2} size="h4">
          {t('invoices')}
        </Title>
        {lines.map((line) => (
          <OpenInvoices key={`${line.company} ${line.currency}`} line={line} name={nameOf(line.company)} />
        ))}
      </Stack>
    </>
  );
}

function AddMenu({ company: given }: { company: string | undefined }) {
  const { app } = useInterface();
  const { t } = useTranslation('receivables');
  const wordsOf = useKindWords();
  const [adding, setAdding] = useState<Kind>();
  const kinds = ADDED.flatMap((name) => app.kinds.get(name) ?? []);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="sm" data-action="add">
            {t('add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((kind) => (
            <Menu.Item key={kind.name} onClick={() => setAdding(kind)}>
              {wordsOf(kind).one}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {adding && (
        <RecordForm
          kind={adding}
          given={given === undefined ? {} : { company: given }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </>
  );
}
