import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { gonePatch, rowOf, sameJson, type Step } from './change';
import { isErased, withoutErased } from './erase';
import { valueChange, type GonePatch, type MadePatch, type Patch, type SetPatch, type ValueChange } from './journal';
import type { Kind, Kinds } from './kind';
import {
  originAt,
  pathsOf,
  STATE,
  valueAt,
  withOrigin,
  withValue,
  type EntryRef,
  type Image,
  type Path,
  type Row,
} from './record';

/**
 * Why a value was left as it is:
 * `changed-later` by the entry named in `by`; `required` because the record stays and cannot be without it;
 * `linked-later` because another record points to this one; `gone` because the record was deleted since;
 * `target-gone` because the link would point to a record that was deleted since.
 */
export interface Kept {
  readonly id: RecordId;
  readonly kind: string;
  readonly path?: Path;
  readonly reason: 'changed-later' | 'required' | 'linked-later' | 'gone' | 'target-gone';
  readonly by?: EntryRef;
}

/** What undoing one patch comes to: a step (null when nothing is left to revert) and what was kept. */
export interface Reverted {
  readonly step: Step | null;
  readonly kept: readonly Kept[];
}

/** What is known of the present, beside the row itself. */
export interface Present {
  readonly row: Row | null;
  /** The last entry that deleted the record, when it is not there. */
  readonly goneBy?: EntryRef | undefined;
  /** Whether a record that the undo does not remove points to this one. */
  readonly linked: boolean;
}

/**
 * Takes back what `patch` (of entry `ref`) did, exactly as far as its values are still the present ones.
 * A value counts as still the patch's when its origin says so; what a later entry changed is listed, never touched.
 */
export function revertPatch(patch: Patch, ref: EntryRef, present: Present, kinds: Kinds): Reverted {
  const kind = must(kinds.get(patch.kind), `kind ${patch.kind} of a journalled record is known`);
  if ('erased' in patch) return { step: null, kept: [{ id: patch.id, kind: kind.name, reason: 'gone', by: ref }] };
  if ('gone' in patch) return bringBack(patch, ref, present, kind);
  if (!present.row)
    return { step: null, kept: [{ id: patch.id, kind: kind.name, reason: 'gone', ...goneBy(present) }] };
  return 'made' in patch
    ? takeAway(patch, ref, { ...present, row: present.row }, kind)
    : setBack(patch, ref, present.row, kind);
}

function goneBy(present: Present): { by?: EntryRef } {
  return present.goneBy === undefined ? {} : { by: present.goneBy };
}

function bringBack(patch: GonePatch, ref: EntryRef, present: Present, kind: Kind): Reverted {
  const { id } = patch;
  if (present.row || present.goneBy !== ref) {
    return { step: null, kept: [{ id, kind: kind.name, reason: 'changed-later', ...goneBy(present) }] };
  }
  // What an erasure has cut out meanwhile does not come back as a mark.
  const image = { ...patch.gone, fields: withoutErased(kind, patch.gone.fields) };
  const after = rowOf(id, kind, image);
  return {
    step: { id, kind, before: null, after, patch: { id, kind: kind.name, made: image } },
    kept: [],
  };
}

/** The record goes whole when nothing of it was changed since; otherwise it stays, with what it cannot be without. */
function takeAway(patch: MadePatch, ref: EntryRef, present: Present & { row: Row }, kind: Kind): Reverted {
  const { row } = present;
  const origin = patch.made.origin ?? { base: ref };
  const made: Image = { ...patch.made, origin };
  const isMany = (name: string): boolean => kind.fields[name]?.many ?? false;
  const paths = [...new Set([...pathsOf(row.fields, isMany), ...Object.keys(row.origin.later ?? {})])];
  const changed = paths.filter((path) => originAt(row, path) !== originAt(made, path));
  if (changed.length === 0 && !present.linked) {
    return { step: { id: row.id, kind, before: row, after: null, patch: gonePatch(row) }, kept: [] };
  }
  const kept = changed.map((path) => keptLater(row, path));
  if (present.linked && changed.length === 0) kept.push({ id: row.id, kind: kind.name, reason: 'linked-later' });
  const rest = pathsOf(made.fields, isMany).filter(
    (path) => path !== STATE && !changed.includes(path) && valueAt(row, path) !== undefined,
  );
  const needed = rest.filter((path) => kind.fields[path]?.required);
  kept.push(...needed.map((path) => ({ id: row.id, kind: kind.name, path, reason: 'required' as const })));
  const cleared = rest.filter((path) => !needed.includes(path));
  const clearing = (path: Path): ValueChange =>
    valueChange({ from: valueAt(row, path), to: undefined, was: originAt(row, path), by: null });
  return { step: stepOf(row, kind, Object.fromEntries(cleared.map((path) => [path, clearing(path)]))), kept };
}

function setBack(patch: SetPatch, ref: EntryRef, row: Row, kind: Kind): Reverted {
  const set: Record<Path, ValueChange> = {};
  const kept: Kept[] = [];
  for (const [path, change] of Object.entries(patch.set)) {
    const now = originAt(row, path);
    const wrote = originAfter(change, ref);
    const from = isErased(change.from) ? undefined : change.from;
    if (now !== wrote || !sameJson(valueAt(row, path), change.to)) {
      if (!isReverted(row, path, change)) kept.push(keptLater(row, path));
    } else if (from === undefined && kind.fields[path]?.required) {
      kept.push({ id: row.id, kind: kind.name, path, reason: 'required' });
    } else {
      set[path] = valueChange({ from: change.to, to: from, was: now, by: change.was ?? null });
    }
  }
  return { step: stepOf(row, kind, set), kept };
}

/** The origin a path had right after its entry. */
function originAfter(change: ValueChange, ref: EntryRef): EntryRef | undefined {
  return change.by === undefined ? ref : (change.by ?? undefined);
}

/** Already as it was before the patch: an earlier undo did the work. */
function isReverted(row: Row, path: Path, change: ValueChange): boolean {
  return originAt(row, path) === change.was && sameJson(valueAt(row, path), change.from);
}

function keptLater(row: Row, path: Path): Kept {
  const by = originAt(row, path);
  return { id: row.id, kind: row.kind, path, reason: 'changed-later', ...(by === undefined ? {} : { by }) };
}

/** The step that sets values back; null when there are none. */
export function stepOf(row: Row, kind: Kind, set: Readonly<Record<Path, ValueChange>>): Step | null {
  if (Object.keys(set).length === 0) return null;
  let image: Image = row;
  for (const [path, change] of Object.entries(set)) {
    image = withOrigin(withValue(image, path, change.to), path, change.by ?? undefined);
  }
  return {
    id: row.id,
    kind,
    before: row,
    after: rowOf(row.id, kind, image),
    patch: { id: row.id, kind: kind.name, set },
  };
}

/**
 * Which of `candidates` may go without leaving a link that points nowhere.
 * A record stays when one that stays points to it; `pointersTo` gives the ids of the records that point to an id.
 */
export function removable(
  candidates: readonly RecordId[],
  pointersTo: (id: RecordId) => readonly RecordId[],
): ReadonlySet<RecordId> {
  const going = new Set(candidates);
  for (let stable = false; !stable;) {
    const held = [...going].filter((id) => pointersTo(id).some((pointer) => !going.has(pointer)));
    held.forEach((id) => going.delete(id));
    stable = held.length === 0;
  }
  return going;
}

/** Whether undoing the patch would remove the record, were no other record pointing to it. */
export function wouldRemove(patch: Patch, ref: EntryRef, row: Row | null, kinds: Kinds): boolean {
  const { step } = revertPatch(patch, ref, { row, linked: false }, kinds);
  return step !== null && step.after === null;
}
