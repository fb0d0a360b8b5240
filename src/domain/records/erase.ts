import type { RecordId } from '@/src/kernel/ids';
import type { EntryPart, Patch } from './journal';
import { needleFinder } from './needle-finder';
import type { Kind } from './kind';
import { splitPath, type Fields } from './record';

/** What to cut from everything stored: one person's records, and the strings by which they can be known. */
export interface Erasure {
  /** Their record, and those that were merged into it. */
  readonly ids: ReadonlySet<RecordId>;
  /** E-mail addresses, phone numbers, a name that only this person has: cut wherever they stand. */
  readonly anywhere: readonly string[];
  /** Names: cut only from records in `together`, for many people share a name. */
  readonly nearby: readonly string[];
  /** Records that were ever written in one batch with the person, or point to them, or are pointed to by them. */
  readonly together: ReadonlySet<string>;
  /** Records that once were about the person and are about somebody else now → their fields that the journal forgets. */
  readonly emptied?: ReadonlyMap<RecordId, ReadonlySet<string>>;
}

/** Takes the place of text that named an erased person. */
export const ERASED = '[erased]';

/**
 * The data without the needles: a string in which one is found (see `needleFinder`) becomes {@link ERASED}. Gives back the very
 * same object when nothing had to go.
 */
export function scrub<T>(data: T, needles: readonly string[]): T {
  // Safe: the structure is copied member by member; only strings change, to strings.
  return scrubbed(data, needleFinder(needles)) as T;
}

function scrubbed(data: unknown, isFound: (text: string) => boolean): unknown {
  if (typeof data === 'string') return isFound(data) ? ERASED : data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    const items = data.map((item) => scrubbed(item, isFound));
    return items.every((item, i) => item === data[i]) ? data : items;
  }
  const entries = Object.entries(data).map(([key, value]) => [key, scrubbed(value, isFound)] as const);
  return entries.every(([key, value]) => value === data[key as keyof typeof data]) ? data : Object.fromEntries(entries);
}

/** What is stored of one record, without the person. Where a number or a mailbox of theirs stands their name is theirs, too. */
export function withoutPerson<T>(data: T, erasure: Erasure, id: RecordId): T {
  const cut = scrub(data, erasure.anywhere);
  return cut !== data || erasure.together.has(id) ? scrub(cut, erasure.nearby) : cut;
}

/** The journal part without the person: their patches gone, the needles cut from the rest. Same object if unaffected. */
export function scrubPart(part: EntryPart, erasure: Erasure): EntryPart {
  const others = part.patches.filter((patch) => !erasure.ids.has(patch.id));
  const cut = others.map((patch): Patch => {
    const left = withoutFields(patch, erasure.emptied?.get(patch.id));
    return withoutPerson(left, erasure, patch.id);
  });
  const needles = part.patches.some(({ id }) => erasure.together.has(id) || erasure.ids.has(id))
    ? [...erasure.anywhere, ...erasure.nearby]
    : erasure.anywhere;
  const note = part.note && scrub(part.note, needles);
  const same = others.length === part.patches.length && cut.every((patch, i) => patch === others[i]);
  if (same && note === part.note) return part;
  const { note: _, ...rest } = part;
  return { ...rest, patches: cut, touched: cut.map(({ id }) => id), ...(note ? { note } : {}) };
}

/** The patch without what it did to these fields. The same object where it did nothing to them. */
function withoutFields(patch: Patch, names: ReadonlySet<string> | undefined): Patch {
  if (!names) return patch;
  const left = <T>(held: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
    const kept = Object.entries(held).filter(([path]) => !names.has(splitPath(path)[0]));
    return kept.length === Object.keys(held).length ? held : Object.fromEntries(kept);
  };
  if ('made' in patch) return sameOr(patch, patch.made.fields, left, (fields) => ({ made: { ...patch.made, fields } }));
  if ('gone' in patch) return sameOr(patch, patch.gone.fields, left, (fields) => ({ gone: { ...patch.gone, fields } }));
  return 'set' in patch ? sameOr(patch, patch.set, left, (set) => ({ set })) : patch;
}

function sameOr<P extends Patch, T>(patch: P, held: T, left: (held: T) => T, part: (kept: T) => Partial<P>): P {
  const kept = left(held);
  return kept === held ? patch : { ...patch, ...part(kept) };
}

/** A record's fields without values that were wholly the person's; a required field stays, as {@link ERASED}. */
export function withoutErased(kind: Kind, fields: Fields): Fields {
  const kept = Object.entries(fields).flatMap(([name, held]): [string, unknown][] => {
    const spec = kind.fields[name];
    if (!spec?.many) return isErased(held) && !spec?.required ? [] : [[name, held]];
    const items = Object.entries(held as object).filter(([, item]) => !isErased(item));
    return items.length > 0 ? [[name, Object.fromEntries(items)]] : [];
  });
  return Object.fromEntries(kept);
}

/** Whether a value, with or without evidence, was wholly an erased person's. */
export function isErased(held: unknown): boolean {
  if (held === ERASED) return true;
  return typeof held === 'object' && held !== null && 'value' in held && held.value === ERASED;
}
