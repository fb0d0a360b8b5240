import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { isAmong, type Actor } from '@/src/domain/records/actor';
import { specAt, type CustomFieldRow } from '@/src/domain/records/custom-field.kind';
import { typedValue } from '@/src/domain/records/evidence';
import type { FieldSpec } from '@/src/domain/records/field';
import type { Kind, Kinds, Right } from '@/src/domain/records/kind';
import type { Path, Row } from '@/src/domain/records/record';
import { ownerOf } from '@/src/domain/records/transition';
import { plainFields, titleOf, type ValueFault } from '@/src/domain/records/values';
import { actorOf } from './acting';
import { readSettings } from './settings';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';
import { readInput } from './read-input';
import { onlyAdds, requestChange } from './request-change';
import { sightOf } from './sight';

export interface RecordPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly kinds: Kinds;
}

/** Path → what the user typed; the empty text removes. */
export type Inputs = Readonly<Record<Path, string>>;

/** `forbidden`: the user's role does not allow it. `request-reason`: it has to be asked for, which needs a reason. `fixed`: nobody types it. Faults name the path; the rest is as it was. */
export type RecordError =
  | StoreError
  | { readonly code: 'forbidden' | 'request-reason' }
  | { readonly code: ValueFault | 'fixed'; readonly path: Path };

/** What stays the same while a use case works: who acts, and the fields that users have added. */
export interface Desk {
  readonly actor: Actor;
  readonly home: string;
  readonly customs: readonly CustomFieldRow[];
}

export async function openDesk({ store }: Pick<RecordPorts, 'store'>): Promise<Desk> {
  const settings = await readSettings(store);
  // Safe: rows of this kind hold its fields.
  const customs = (await store.rows('custom-field')) as readonly CustomFieldRow[];
  return { actor: actorOf(settings), home: settings['home-region'] ?? '', customs };
}

export interface RecordEdit {
  readonly kind: Kind;
  /** One, or all that a bulk edit is about. */
  readonly records: readonly RecordId[];
  readonly inputs: Inputs;
  /** Why, where the edit has to be asked for. */
  readonly reason?: string;
}

/**
 * Writes what the user typed into records, as one batch: all or, when one of them may not be changed, none. Records that
 * are not there any more are refused with `missing`. Where the kind says so, an edit that the user has no right to becomes a
 * request for each record, which the receipt counts as `made`; everybody may fill what is empty.
 */
export async function editRecords(
  ports: RecordPorts,
  id: BatchId,
  { kind, records, inputs, reason }: RecordEdit,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const values = readInputs(kind, inputs, desk, new Date(clock.now()).toISOString());
  if (!values.ok) return values;
  const rows = await store.rowsById(records);
  const gone = records.find((record) => !rows.some((row) => row.id === record));
  if (gone) return err({ code: 'missing', id: gone });
  if (!rows.every(await sightOf(ports, rows))) return err({ code: 'forbidden' });
  if (rows.some((row) => !mayDo('edit', kind, row, desk.actor))) {
    if (kind.changesBy !== 'request') return err({ code: 'forbidden' });
    const wish = { rows, reason, what: 'edit', values: values.value } as const;
    if (!rows.every((row) => onlyAdds(row, values.value))) return requestChange(ports, id, wish, desk);
  }
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: titleOf(kind, rows[0]) },
    changes: records.map((record) => ({ set: record, kind: kind.name, values: values.value })),
  });
}

/** The typed texts as values to be stored, `null` for what is to go. */
export function readInputs(
  kind: Kind,
  inputs: Inputs,
  { customs, home }: Desk,
  at: string,
): Result<Record<Path, unknown>, RecordError> {
  const values: Record<Path, unknown> = {};
  for (const [path, text] of Object.entries(inputs)) {
    const spec: FieldSpec | undefined = specAt(kind, path, customs);
    if (spec?.fixed) return err({ code: 'fixed', path });
    const read = spec ? readInput(spec, text, home) : ok(text);
    if (!read.ok) return err({ code: read.error, path });
    values[path] = read.value === undefined ? null : storedAs(kind, read.value, text, at);
  }
  return ok(values);
}

/** The value with its evidence where the kind's values carry it: the user's own word. */
export function storedAs(kind: Kind, value: unknown, raw: string, at: string): unknown {
  return kind.evidence ? typedValue(value, at, raw.trim()) : value;
}

export function mayDo(right: Right, kind: Kind, row: Pick<Row, 'fields'>, actor: Actor): boolean {
  return isAmong(kind.rights[right] ?? ['anyone'], actor, ownerOf(plainFields(kind.fields, row.fields)));
}
