import { Anchor, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../app-context';
import { addressOf } from '../shell/address-of';
import { useKindWords } from './kind-words';
import { RecordForm } from './record-form';
import { titleIn } from './use-reading';

/** Most shown of a kind; the rest is in its list. */
const SHOWN = 20;

/**
 * The records that point to one, kind by kind: the visits to a company, its complaints. Every kind that can point to it can be
 * added; of those that do not do so yet, nothing is said.
 */
export function RelatedRecords({ kind, row }: { kind: Kind; row: Row<object> }) {
  const { app } = useInterface();
  const { t } = useTranslation('records');
  const [adding, setAdding] = useState<Kind>();
  const kinds = [...app.kinds.values()].filter((one) => one.view?.room === 'files' && linkIn(one, kind) !== undefined);
  const pointing = useLive(`pointing:${row.id}`, (of) => of.records.pointing(row.id));
  if (!pointing || kinds.length === 0) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('about')}
        </Title>
        <AddMenu kinds={kinds} onAdd={setAdding} />
      </Group>
      {kinds.map((one) => {
        const rows = pointing.filter((other) => other.kind === one.name);
        return rows.length > 0 && <RelatedKind key={one.name} kind={one} rows={rows} onAdd={() => setAdding(one)} />;
      })}
      {adding && (
        <RecordForm
          kind={adding}
          given={{ [linkIn(adding, kind) ?? '']: row.id }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Stack>
  );
}

/** By their names, in the order of the language. */
function AddMenu({ kinds, onAdd }: { kinds: readonly Kind[]; onAdd: (kind: Kind) => void }) {
  const { t, i18n } = useTranslation('records');
  const words = useKindWords();
  const { compare } = new Intl.Collator(i18n.language);
  const named = kinds
    .map((kind) => ({ kind, name: words(kind).one }))
    .toSorted((one, other) => compare(one.name, other.name));
  return (
    <Menu position="bottom-end" hideDetached={false}>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" data-action="add-related">
          {t('addRecord')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        {named.map(({ kind, name }) => (
          <Menu.Item key={kind.name} data-add={kind.name} onClick={() => onAdd(kind)}>
            {t('new', { kind: name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RelatedKind({ kind, rows, onAdd }: { kind: Kind; rows: readonly Row[]; onAdd: () => void }) {
  const { t } = useTranslation('records');
  const kindWords = useKindWords()(kind);
  return (
    <Stack gap={2}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {kindWords.all}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onAdd}>
          {t('addFor', { kind: kindWords.one })}
        </Button>
      </Group>
      {rows.slice(0, SHOWN).map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap">
          <Anchor href={addressOf(kind, row.id)} size="sm">
            {titleIn(kind, row)}
          </Anchor>
          <Text size="xs" c="dimmed">
            {kindWords.state(row.state)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

/** The field of `kind` that points to records of `target`. */
function linkIn(kind: Kind, target: Kind): string | undefined {
  return Object.keys(kind.fields).find(
    (name) => kind.fields[name]?.type === 'link' && kind.fields[name].to === target.name,
  );
}
