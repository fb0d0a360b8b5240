import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/src/domain/identity/phone-number';
import type { Evidenced } from '@/src/domain/records/evidence';
import type { FieldSpec, FieldType } from '@/src/domain/records/field';
import type { Kind } from '@/src/domain/records/kind';
import type { Path, Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { EvidenceButton } from '../../components/evidence-button';
import { useSentence } from '../../components/use-sentence';
import { useWords } from '../../components/use-value-text';

interface Line {
  readonly path: Path;
  readonly field: string;
  readonly type: FieldType;
  readonly held: Evidenced<string> | undefined;
}

/** The values of a record, field by field in the order of its kind: each can be edited and says where it comes from. */
export function RecordValues({ kind, row }: { kind: Kind; row: Row<object> }) {
  const { app } = useInterface();
  const lines = Object.entries(kind.fields)
    .filter(([, spec]) => spec.type !== 'link' && spec.type !== 'data')
    .flatMap(([field, spec]) =>
      linesOf(field, spec, (row.fields as Readonly<Record<string, unknown>>)[field], () => app.newRecord()),
    );
  return (
    <Stack gap={2} component="dl" m={0}>
      {lines.map((line) => (
        <ValueLine key={line.held ? line.path : `${line.field}+`} kind={kind} row={row} line={line} />
      ))}
    </Stack>
  );
}

/** A line for each value, and an empty one where a value can be added. */
function linesOf(field: string, { type, many }: FieldSpec, held: unknown, newItem: () => string): Line[] {
  // Safe: this is only used for kinds whose values carry evidence.
  if (!many) return [{ path: field, field, type, held: held as Evidenced<string> | undefined }];
  const items = Object.entries((held ?? {}) as Record<string, Evidenced<string>>).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = items.map(([item, one]): Line => ({ path: `${field}/${item}`, field, type, held: one }));
  return [...lines, { path: `${field}/${newItem()}`, field, type, held: undefined }];
}

function ValueLine({ kind, row, line }: { kind: Kind; row: Row<object>; line: Line }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation();
  const words = useWords();
  const sentence = useSentence();
  const [text, setText] = useState<string>();
  const label = words(`capture:field.${line.field}`, line.field);
  const save = async (): Promise<void> => {
    if (text === undefined) return;
    const edited = await app.records.edit({ kind, records: [row.id], inputs: { [line.path]: text } });
    if (!edited.ok) return tell({ text: sentence(edited.error), tone: 'bad' });
    return setText(undefined);
  };
  if (text !== undefined) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            label={label}
            value={text}
            // The user just asked to edit this very value.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && setText(undefined)}
          />
          <Button size="compact-sm" type="submit">
            {shell('action.save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setText(undefined)}>
            {shell('action.cancel')}
          </Button>
        </Group>
      </form>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" mih={28}>
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <Text component="dt" size="sm" c="dimmed" w={110} style={{ flexShrink: 0 }}>
          {label}
        </Text>
        <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.held ? (
            <ShownValue type={line.type} value={line.held.value} />
          ) : (
            <Text span c="dimmed">
              {t('empty')}
            </Text>
          )}
        </Text>
      </Group>
      <Group gap={2} wrap="nowrap">
        {line.held && <EvidenceButton label={label} evidence={line.held} />}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('editField', { field: label })}
          onClick={() => setText(line.held?.value ?? '')}
        >
          {shell('action.edit')}
        </Button>
      </Group>
    </Group>
  );
}

/** A value as something to use: numbers are dialled, addresses written to, web sites opened. Other schemes stay text. */
function ShownValue({ type, value }: { type: FieldType; value: string }) {
  if (type === 'phone')
    return value.startsWith('+') ? <Anchor href={`tel:${value}`}>{formatPhone(value)}</Anchor> : value;
  if (type === 'email') return <Anchor href={`mailto:${encodeURIComponent(value)}`}>{value}</Anchor>;
  if (type === 'url' && /^https?:\/\//i.test(value)) {
    return (
      <Anchor href={value} target="_blank" rel="noreferrer noopener">
        {value}
      </Anchor>
    );
  }
  return value;
}
