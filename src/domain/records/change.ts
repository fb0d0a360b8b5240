import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { dutiesOf } from './duty';
import type { FieldSpec } from './field';
import { searchKeysOf, type FieldsOf, type Kind, type Kinds } from './kind';
import { valueChange, type Patch, type ValueChange } from './journal';
import {
  originAt,
  splitPath,
  STATE,
  valueAt,
  withOrigin,
  withValue,
  type EntryRef,
  type Fields,
  type Image,
  type Path,
  type Row,
} from './record';
import { itemsIn, valueFault } from './values';

/** What a caller asks of one record. Values are checked against its kind before anything is written. */
export type Change =
  | { readonly make: RecordId; readonly kind: string; readonly fields: Fields; readonly state?: string }
  /** Path → new value; `null` removes. `state`: the state that the change is meant for. */
  | {
      readonly set: RecordId;
      readonly kind: string;
      readonly values: Readonly<Record<Path, unknown>>;
      readonly state?: string;
    }
  | { readonly remove: RecordId; readonly kind: string };

export interface ChangeError {
  readonly code:
    | 'exists'
    | 'missing'
    | 'unknown-kind'
    | 'unknown-field'
    | 'unknown-state'
    | 'required'
    | 'bad-value'
    | 'moved-meanwhile'
    | 'linked';
  readonly id: RecordId;
  readonly path?: Path;
}

/** A record before and after, with the patch that tells the journal. `after` is null when the record goes. */
export interface Step {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly before: Row | null;
  readonly after: Row | null;
  readonly patch: Patch;
}

const ITEM_ID = /^[\w-]{1,64}$/;

export function changedRecord(change: Change): RecordId {
  return 'make' in change ? change.make : 'set' in change ? change.set : change.remove;
}

/**
 * One change applied to the present row.
 *
 * @returns null when the change changes nothing. Errors: `exists` (make of an id in use), `missing` (set or remove of
 *   a record that is not there), `unknown-*` (not declared by the kind), `required` (a required field left or made empty), `bad-value` (see
 *   `valueFault`), `moved-meanwhile` (the record is in another state than the change is meant for). The store adds `linked` (a record that goes would leave a link to nothing).
 */
export function applyChange(
  row: Row | null,
  change: Change,
  kinds: Kinds,
  ref: EntryRef,
): Result<Step | null, ChangeError> {
  const id = changedRecord(change);
  const kind = kinds.get(change.kind);
  if (!kind) return err({ code: 'unknown-kind', id });
  if ('make' in change) return row ? err({ code: 'exists', id }) : makeRecord(change, kind, ref);
  if (!row) return err({ code: 'missing', id });
  if ('remove' in change) return ok({ id, kind, before: row, after: null, patch: gonePatch(row) });
  if (change.state !== undefined && change.state !== row.state) return err({ code: 'moved-meanwhile', id });
  return setValues(row, kind, change.values, ref);
}

export function gonePatch(row: Row): Patch {
  return { id: row.id, kind: row.kind, gone: { state: row.state, fields: row.fields, origin: row.origin } };
}

/** The row that holds `image`, with what it is found by made anew. */
export function rowOf(id: RecordId, kind: Kind, image: Image): Row {
  const { state, fields, origin } = image;
  return { id, kind: kind.name, state, fields, ...foundBy(kind, image), origin };
}

/** What the indexes find a row by: its search keys, and the day on which its first duty falls due. */
export function foundBy(kind: Kind, image: Pick<Image, 'state' | 'fields'>): Pick<Row, 'keys' | 'due'> {
  const [first] = dutiesOf(kind, image);
  return { keys: searchKeysOf(kind, image.fields), ...(first ? { due: first.due } : {}) };
}

function makeRecord(change: Extract<Change, { make: RecordId }>, kind: Kind, ref: EntryRef): Result<Step, ChangeError> {
  const id = change.make;
  const fault = faultOf(kind, change.fields);
  if (fault) return err({ ...fault, id });
  // Safe: the fields were checked against the specs of the kind.
  const state = change.state ?? kind.startsIn?.(change.fields as FieldsOf<Kind>) ?? kind.states[0];
  if (!kind.states.includes(state)) return err({ code: 'unknown-state', id });
  const after = rowOf(id, kind, { state, fields: change.fields, origin: { base: ref } });
  return ok({
    id,
    kind,
    before: null,
    after,
    patch: { id, kind: kind.name, made: { state, fields: change.fields } },
  });
}

function faultOf(kind: Kind, fields: Fields): Omit<ChangeError, 'id'> | undefined {
  const unknown = Object.keys(fields).find((name) => !Object.hasOwn(kind.fields, name));
  if (unknown !== undefined) return { code: 'unknown-field', path: unknown };
  const empty = Object.entries(kind.fields).find(([name, spec]) => spec.required && fields[name] === undefined);
  if (empty) return { code: 'required', path: empty[0] };
  const bad = Object.entries(kind.fields).find(([name, spec]) => !isValid(kind, spec, fields[name]));
  return bad && { code: 'bad-value', path: bad[0] };
}

/** Whether every value that `held` gives may stand in the field, with evidence where the kind's values carry it. */
function isValid(kind: Kind, spec: FieldSpec, held: unknown): boolean {
  return itemsIn(spec, held).every(
    ({ value, evidence }) =>
      spec.type === 'data' || ((evidence !== undefined) === kind.evidence && valueFault(spec, value) === undefined),
  );
}

function setValues(
  row: Row,
  kind: Kind,
  values: Readonly<Record<Path, unknown>>,
  ref: EntryRef,
): Result<Step | null, ChangeError> {
  let image: Image = row;
  const set: Record<Path, ValueChange> = {};
  for (const [path, given] of Object.entries(values)) {
    const code = pathFault(kind, path, given);
    if (code) return err({ code, id: row.id, path });
    const from = valueAt(row, path);
    const to = given ?? undefined;
    if (sameJson(from, to)) continue;
    const was = originAt(row, path);
    set[path] = valueChange({ from, to, was });
    image = withOrigin(withValue(image, path, to), path, ref);
  }
  if (Object.keys(set).length === 0) return ok(null);
  const after = rowOf(row.id, kind, image);
  return ok({ id: row.id, kind, before: row, after, patch: { id: row.id, kind: kind.name, set } });
}

function pathFault(kind: Kind, path: Path, value: unknown): ChangeError['code'] | undefined {
  if (path === STATE) return kind.states.includes(String(value)) ? undefined : 'unknown-state';
  const [name, item] = splitPath(path);
  if (!Object.hasOwn(kind.fields, name)) return 'unknown-field';
  const spec = must(kind.fields[name], 'own field of the kind');
  if (spec.many !== (item !== undefined) || (item !== undefined && !ITEM_ID.test(item))) return 'unknown-field';
  if (value === null) return spec.required ? 'required' : undefined;
  return isValid(kind, { ...spec, many: false }, value) ? undefined : 'bad-value';
}

/** Equality of plain data: same JSON, whatever the order of the keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
