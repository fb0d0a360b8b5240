import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyped, type ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { splitPath, type Path, type Row } from '@/src/domain/records/record';
import { itemsIn, type HeldValue } from '@/src/domain/records/values';
import { useInterface } from '../app-context';
import { EvidenceButton } from '../components/evidence-button';
import { useWords } from '../components/use-value-text';
import { useKindWords } from './kind-words';
import { ShownValue } from './shown-value';
import { useNames, useReading, useViewFields } from './use-reading';
import { useRecordWrites } from './use-record-writes';
import { inputText, ValueInput } from './value-input';

interface Line {
  readonly path: Path;
  readonly field: ViewField;
  readonly held: HeldValue | undefined;
}

/** So many empty lines stand among the others; more are folded away. */
const FEW_EMPTY = 5;

/**
 * The values of a record, field by field in the order of its kind: each can be edited and says where it comes from. What is
 * empty stands behind a button where it would push what is known, and who the people are, out of sight.
 */
export function RecordValues({ kind, row }: { kind: Kind; row: Row<object> }) {
  const { app } = useInterface();
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const fields = useViewFields(kind);
  const names = useNames(kind);
  if (!fields || !names) return null;
  const lines = fields.flatMap((field) => linesOf(field, row, () => app.newRecord()));
  const empty = lines.filter(({ held }) => !held);
  if (empty.length <= FEW_EMPTY) return <ValueLines {...{ kind, row, lines, names }} />;
  return (
    <Stack gap={2}>
      <ValueLines {...{ kind, row, names }} lines={lines.filter(({ held }) => held)} />
      <Button
        size="compact-sm"
        variant="subtle"
        aria-expanded={isOpen}
        data-action="empty-fields"
        onClick={() => setOpen(!isOpen)}
        style={{ alignSelf: 'start' }}
      >
        {t('emptyFields', { count: empty.length })}
      </Button>
      {isOpen && <ValueLines {...{ kind, row, names }} lines={empty} />}
    </Stack>
  );
}

function ValueLines({ lines, ...of }: Omit<LineProps, 'line'> & { readonly lines: readonly Line[] }) {
  return (
    <Stack gap={2} component="dl" m={0}>
      {lines.map((line) => (
        <ValueLine key={line.held ? line.path : `${line.field.path}+`} {...of} line={line} />
      ))}
    </Stack>
  );
}

/** A line for each value, and an empty one where a value can be added. */
function linesOf(field: ViewField, row: Row<object>, newItem: () => string): Line[] {
  const [name, custom] = splitPath(field.path);
  const held = (row.fields as Readonly<Record<string, unknown>>)[name];
  // Safe: custom fields stand as items of one field.
  const own = custom === undefined ? held : (held as Readonly<Record<string, unknown>> | undefined)?.[custom];
  const values = itemsIn(field.spec, own);
  if (!isTyped(field) && values.length === 0) return [];
  if (!field.spec.many) return [{ path: field.path, field, held: values[0] }];
  const lines = values.map((one): Line => ({ path: `${name}/${one.item ?? ''}`, field, held: one }));
  return isTyped(field) ? [...lines, { path: `${name}/${newItem()}`, field, held: undefined }] : lines;
}

interface LineProps {
  readonly kind: Kind;
  readonly row: Row<object>;
  readonly line: Line;
  readonly names: ReadonlyMap<string, string>;
}

function ValueLine({ kind, row, line, names }: LineProps) {
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const kindWords = useKindWords()(kind);
  const writes = useRecordWrites(kind);
  const [text, setText] = useState<string>();
  const [fault, setFault] = useState<string>();
  const label = kindWords.field(line.field);
  const stop = (): void => {
    setText(undefined);
    setFault(undefined);
  };
  const save = async (): Promise<void> => {
    if (text === undefined) return;
    const fault = await writes.edit([row.id], { [line.path]: text }, t('edited', { field: label }));
    return fault === undefined ? stop() : setFault(fault);
  };
  if (text === undefined)
    return (
      <ShownLine label={label} line={line} onEdit={() => setText(inputText(line.held?.value))} {...{ kind, names }} />
    );
  return (
    <dd style={{ margin: 0 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Group gap="xs" align="end">
          <ValueInput
            field={line.field}
            label={label}
            text={text}
            onText={setText}
            names={names}
            choice={(value) => kindWords.choice(line.field.path, value)}
            error={fault}
            // The user just asked to edit this very value.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && stop()}
          />
          <Button size="compact-sm" type="submit">
            {shell('action.save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={stop}>
            {shell('action.cancel')}
          </Button>
        </Group>
      </form>
    </dd>
  );
}

function ShownLine(props: {
  label: string;
  line: Line;
  onEdit: () => void;
  kind: Kind;
  names: ReadonlyMap<string, string>;
}) {
  const { label, line, onEdit, kind, names } = props;
  const { t } = useTranslation('records');
  const { t: shell } = useTranslation();
  const words = useWords();
  const kindWords = useKindWords()(kind);
  const reading = useReading(names, kindWords.choice);
  const { held } = line;
  const about = held?.evidence?.label;
  return (
    <Group gap="xs" wrap="nowrap" mih={28}>
      <Text component="dt" size="sm" c="dimmed" w={110} style={{ flexShrink: 0 }}>
        {label}
      </Text>
      <Text
        component="dd"
        m={0}
        size="sm"
        flex={1}
        miw={0}
        style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
      >
        {held ? (
          <ShownValue field={line.field} value={held.value} reading={reading} />
        ) : (
          <Text span c="dimmed">
            {t('empty')}
          </Text>
        )}
        {about !== undefined && (
          <Text span size="xs" c="dimmed">
            {' '}
            {words(`records:label.${about}`, about)}
          </Text>
        )}
      </Text>
      <Group component="dd" m={0} gap={2} wrap="nowrap">
        {/* Safe: evidence that is shown is of a text or a number; its sources are what the button shows. */}
        {held?.evidence && <EvidenceButton label={label} evidence={held.evidence} />}
        {isTyped(line.field) && (
          <Button size="compact-xs" variant="subtle" aria-label={t('editField', { field: label })} onClick={onEdit}>
            {shell('action.edit')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
