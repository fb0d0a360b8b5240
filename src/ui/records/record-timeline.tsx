import { Button, Group, NativeSelect, Stack, Text, Timeline, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/src/app/ports/store';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { ValueChange } from '@/src/domain/records/journal';
import type { Kind } from '@/src/domain/records/kind';
import { splitPath, STATE, type Path, type Row } from '@/src/domain/records/record';
import { isEvidenced } from '@/src/domain/records/values';
import { CUSTOM } from '@/src/domain/records/kind';
import type { Reading } from '@/src/domain/records/view';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useWords } from '../components/use-value-text';
import { useWhoWrote } from '../components/use-who-wrote';
import { useKindWords, type KindWords } from './kind-words';
import { useNames, useReading, useViewFields } from './use-reading';

/** Most entries shown; what lies further back is in the history of everything. */
const SHOWN = 100;

/** What happened to a record, newest first, as a whole or to one field; every earlier value can be put back. */
export function RecordTimeline({ kind, row }: { kind: Kind; row: Row<object> }) {
  const { t } = useTranslation('records');
  const fields = useViewFields(kind);
  const names = useNames(kind);
  const entries = useLive(`history:${row.id}`, (app) => app.records.history(row.id));
  const kindWords = useKindWords()(kind);
  const reading = useReading(names ?? NOBODY, kindWords.choice);
  const [only, setOnly] = useState('');
  if (!fields || !entries) return null;
  const shown = entries.filter(({ patch }) => only === '' || pathsIn(patch).some((path) => fieldPath(path) === only));
  return (
    <Stack gap="xs" data-history>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('timeline')}
        </Title>
        <NativeSelect
          size="xs"
          aria-label={t('timelineField')}
          value={only}
          onChange={(event) => setOnly(event.currentTarget.value)}
          data={[
            { value: '', label: t('timelineAll') },
            { value: STATE, label: t('state') },
            ...fields.map((field) => ({ value: field.path, label: kindWords.field(field) })),
          ]}
        />
      </Group>
      <Timeline bulletSize={12} lineWidth={2}>
        {shown.slice(0, SHOWN).map((entry) => (
          <Timeline.Item key={entry.header.batchId} title={<EntryHead entry={entry} kind={kind} />}>
            {'set' in entry.patch &&
              Object.entries(entry.patch.set)
                .filter(([path]) => (only === '' || fieldPath(path) === only) && !isData(kind, path))
                .map(([path, change]) => (
                  <ChangeLine key={path} {...{ kind, row, entry, path, change, fields, reading }} />
                ))}
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

const NOBODY: ReadonlyMap<string, string> = new Map();

function EntryHead({ entry, kind }: { entry: HistoryEntry; kind: Kind }) {
  const { format } = useInterface();
  const { t } = useTranslation('records');
  const words = useWords();
  const kindWords = useKindWords()(kind);
  const { header, note, undone } = entry;
  const whoWrote = useWhoWrote();
  const what =
    note.transition === undefined
      ? words(`data:cause.${header.cause}`, header.cause)
      : kindWords.transition(note.transition);
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        {what}
        {undone && ` (${t('undone')})`}
      </Text>
      <Text size="xs" c="dimmed">
        {[format.time(header.wall), ...whoWrote(header)].join(' · ')}
      </Text>
      {note.reason !== undefined && <Text size="sm">{t('reasonGiven', { reason: note.reason })}</Text>}
      {note.overridden && (
        <Text size="sm">
          {t('overridden', { what: note.overridden.map((what) => passedOver(what, kind, kindWords)).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

/** What was passed over is a field that was empty, or the code of a refusal. */
function passedOver(what: string, kind: Kind, words: KindWords): string {
  return Object.hasOwn(kind.fields, what) ? words.field({ path: what, label: undefined }) : words.refusal(what);
}

interface ChangeProps {
  readonly kind: Kind;
  readonly row: Row<object>;
  readonly entry: HistoryEntry;
  readonly path: Path;
  readonly change: ValueChange;
  readonly fields: readonly ViewField[];
  readonly reading: Reading;
}

function ChangeLine({ kind, row, entry, path, change, fields, reading }: ChangeProps) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('records');
  const sentence = useSentence();
  const kindWords = useKindWords()(kind);
  const field = fields.find((one) => one.path === fieldPath(path));
  const label = field ? kindWords.field(field) : path === STATE ? t('state') : path;
  const text = (value: unknown): string => {
    if (value === undefined) return t('empty');
    if (path === STATE) return kindWords.state(String(value));
    const plain = isEvidenced(value) ? value.value : value;
    return field ? reading.text(field, plain) : String(plain);
  };
  const restore = async (): Promise<void> => {
    const restored = await app.records.restoreValue(row.id, path, entry.header.batchId);
    tell(
      restored.ok
        ? { text: t('restored', { field: label }), undo: restored.value.batchId }
        : { text: sentence(restored.error), tone: 'bad' },
    );
  };
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" align="start">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('changed', { field: label, from: text(change.from), to: text(change.to) })}
      </Text>
      {path !== STATE && (
        <Button
          size="compact-xs"
          variant="subtle"
          flex="none"
          onClick={() => void restore()}
          aria-label={t('restoreField', { field: label, value: text(change.from) })}
        >
          {t('restore')}
        </Button>
      )}
    </Group>
  );
}

/** What only the code of its own kind reads has no words here: that kind shows it. */
function isData(kind: Kind, path: Path): boolean {
  const [name] = splitPath(path);
  return name !== CUSTOM && kind.fields[name]?.type === 'data';
}

function pathsIn(patch: HistoryEntry['patch']): Path[] {
  return 'set' in patch ? Object.keys(patch.set) : [];
}

/** The path of the field that a value belongs to: a custom field is one by itself. */
function fieldPath(path: Path): Path {
  const [name] = splitPath(path);
  return name === CUSTOM ? path : name;
}
