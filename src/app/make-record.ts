import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import type { Effect } from '@/src/domain/records/guard';
import type { Kind } from '@/src/domain/records/kind';
import { numbered, type Numbering } from '@/src/domain/records/numbering';
import { splitPath, type Fields } from '@/src/domain/records/record';
import { plainFields, titleOf } from '@/src/domain/records/values';
import { circumstancesOf } from './circumstances';
import {
  mayDo,
  openDesk,
  readInputs,
  type Desk,
  type Inputs,
  type RecordError,
  type RecordPorts,
} from './edit-records';
import { effectChanges } from './move-record';
import { noteRefusal } from './note-refusal';
import type { Receipt } from './ports/store';

/** `not-admitted`: its kind speaks against making it now; the codes say why. */
export type MakeError = RecordError | { readonly code: 'not-admitted'; readonly refusals: readonly string[] };

export interface RecordToMake {
  readonly kind: Kind;
  readonly record: RecordId;
  readonly inputs: Inputs;
  /** Fixed fields that the use case fills, as they are stored. */
  readonly given?: Fields;
  /** What its kind writes into it besides what was typed, and does to other records, in the same batch. */
  readonly besides?: (fields: Fields, desk: Desk) => Promise<Besides>;
}

export interface Besides {
  readonly fields: Fields;
  readonly changes: readonly Change[];
}

/** Files a new record with what the user typed into its form, in the state its kind starts in, and what that does to others. */
export async function makeRecord(
  ports: RecordPorts,
  id: BatchId,
  { kind, record, inputs, given = {}, besides }: RecordToMake,
): Promise<Result<Receipt, MakeError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const values = readInputs(kind, inputs, desk, at);
  if (!values.ok) return values;
  const typed = { ...fieldsFrom(values.value), ...given };
  const fields = kind.numbering ? { ...typed, ...(await numberFor(ports, kind, kind.numbering, typed)) } : typed;
  if (!mayDo('make', kind, { fields }, desk.actor)) return err({ code: 'forbidden' });
  const { refusals, effects } = await ruledOn(ports, kind, { id: record, fields });
  if (refusals.length > 0) {
    await noteRefusal(ports, desk, { kind, fields, codes: refusals });
    return err({ code: 'not-admitted', refusals });
  }
  const more = await besides?.(fields, desk);
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: titleOf(kind, { fields }) },
    changes: [
      { make: record, kind: kind.name, fields: { ...fields, ...more?.fields } },
      ...(more?.changes ?? []),
      ...effectChanges(ports, effects, at),
    ],
  });
}

/** Looks at what was deleted too: it may come back, and has its number then. */
async function numberFor(ports: RecordPorts, kind: Kind, numbering: Numbering, fields: Fields): Promise<Fields> {
  const { store, clock } = ports;
  const deleted = (await store.deleted(0)).flatMap(({ records }) => records);
  const others = [
    ...(await store.rows(kind.name)).map((row) => row.fields),
    ...deleted.filter((one) => one.kind === kind.name).map(({ gone }) => gone.fields),
  ];
  return numbered(numbering, fields, others, clock.today());
}

/** What the rules of the kind say of a record that is to be made: what speaks against it, and what it does to others. */
async function ruledOn(
  ports: RecordPorts,
  kind: Kind,
  made: { readonly id: RecordId; readonly fields: Fields },
): Promise<{ readonly refusals: readonly string[]; readonly effects: readonly Effect[] }> {
  if (!kind.admits && !kind.onMade) return { refusals: [], effects: [] };
  const around = (await circumstancesOf(ports, [{ ...made, kind: kind.name }]))(made);
  const facts = { ...around, id: made.id, fields: plainFields(kind.fields, made.fields), refAt: () => undefined };
  return { refusals: kind.admits?.(facts) ?? [], effects: kind.onMade?.(facts) ?? [] };
}

/** Values by path, put together to fields. */
function fieldsFrom(values: Readonly<Record<string, unknown>>): Fields {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [name, item] = splitPath(path);
    if (value === null) continue;
    fields[name] = item === undefined ? value : { ...(fields[name] as object | undefined), [item]: value };
  }
  return fields;
}
