import { Anchor, Button, Card, Group, Menu, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { EXPORT_FORMATS, type ExportFormat } from '@/src/app/export-parties';
import { isCompanyRow, isPartyRow, type PartyRow } from '@/src/domain/parties/party-row';
import { useInterface, useLive } from '../app-context';
import { RegisterMenu } from '../enrich/register-menu';
import { useExportHeading } from '../components/use-export-heading';
import { ClaimCompany } from '../claims/claim-company';
import { EnrichCompany } from '../enrich/enrich-company';
import { addressOf } from '../shell/address-of';

interface Props {
  /** What was saved, the most telling first. */
  readonly records: readonly RecordId[];
  readonly onDone: () => void;
  readonly undo: () => void;
}

/** Names told; the rest is counted. */
const TOLD = 5;

/** What was saved just now: it can be handed on at once, looked at in the workspace, or taken back. */
export function SavedCard({ records, onDone, undo }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation(['panel', 'shell']);
  const rows = useLive(records.join(' '), async ({ records: kept }) => {
    const found = await Promise.all(records.map((id) => kept.row(id)));
    return found.flatMap((row) => (row && isPartyRow(row) ? [row] : []));
  });
  const firm = rows?.find(isCompanyRow);
  const done = useRef<HTMLButtonElement>(null);
  // The button that saved is gone: the keyboard goes on from here.
  useEffect(() => done.current?.focus(), []);
  const open = (row: PartyRow): void => void app.host.openWorkspace(addressOf({ name: row.kind }, row.id) ?? '');
  return (
    <Card withBorder padding="sm" component="section" aria-label={t('saved.title')} data-saved>
      <Stack gap="xs">
        <Text fw={600}>
          {t('shell:labelled', { label: t('saved.title'), value: t('saved.count', { count: records.length }) })}
        </Text>
        {rows?.length === 0 && <Text size="sm">{t('saved.gone')}</Text>}
        {rows?.slice(0, TOLD).map((row) => (
          <Anchor key={row.id} component="button" size="sm" ta="start" truncate onClick={() => open(row)}>
            {row.fields.name.value}
          </Anchor>
        ))}
        {rows && rows.length > TOLD && (
          <Text size="sm" c="dimmed">
            {t('saved.more', { count: rows.length - TOLD })}
          </Text>
        )}
        <Group gap="xs">
          <HandOn rows={rows ?? []} />
          {firm && <RegisterMenu row={firm} />}
          <Button size="compact-sm" variant="default" onClick={() => rows?.[0] && open(rows[0])} disabled={!rows?.[0]}>
            {t('saved.open')}
          </Button>
          {firm && <EnrichCompany row={firm} />}
        </Group>
        {firm && <ClaimCompany row={firm} />}
        <Group gap="xs" justify="space-between">
          <Button ref={done} size="compact-sm" onClick={onDone}>
            {t('saved.done')}
          </Button>
          <Button size="compact-sm" variant="light" onClick={undo}>
            {t('shell:action.undo')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** Formats that are of one kind: of the other alone they would be empty files. */
const ONLY: Readonly<Partial<Record<ExportFormat, PartyRow['kind']>>> = {
  'hubspot-contacts': 'person',
  'hubspot-companies': 'company',
  'salesforce-leads': 'person',
  'salesforce-contacts': 'person',
  'salesforce-accounts': 'company',
  'atomic-crm': 'person',
};

function HandOn({ rows }: { readonly rows: readonly PartyRow[] }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation(['panel', 'accounts']);
  const heading = useExportHeading();
  const [busy, setBusy] = useState(false);
  const kinds = new Set<string>(rows.map(({ kind }) => kind));
  const save = async (format: ExportFormat): Promise<void> => {
    setBusy(true);
    const ids = rows.map(({ id }) => id);
    await app.parties.exportSome(ids, format, heading).finally(() => setBusy(false));
    const count = rows.filter(({ kind }) => (ONLY[format] ?? kind) === kind).length;
    tell({ text: t('saved.exported', { count }) });
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={busy} disabled={rows.length === 0}>
          {t('saved.handOn')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {EXPORT_FORMATS.filter((format) => kinds.has(ONLY[format] ?? [...kinds][0] ?? '')).map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {t(`accounts:exportFormat.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
