import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import {
  entryRef,
  removes,
  type EntryHeader,
  type EntryPart,
  type GonePatch,
  type Patch,
} from '@/src/domain/records/journal';
import type { Kinds, TableName } from '@/src/domain/records/kind';
import type { EntryRef, Row } from '@/src/domain/records/record';
import { linkTo, linkedBy } from '@/src/domain/records/link-key';
import type { Database } from './database';

/** The header of the entry that a batch became, if it was ever written. */
export async function headerOf(db: Database, batch: BatchId): Promise<EntryHeader | undefined> {
  // Safe: only headers have a batchId.
  return (await db.journal.where('batchId').equals(batch).first()) as EntryHeader | undefined;
}

export async function partsOf(db: Database, { device, seq }: EntryHeader): Promise<EntryPart[]> {
  const rows = await db.journal.where('[device+seq+part]').between([device, seq, 1], [device, seq, Infinity]).toArray();
  // Safe: the header of an entry is its part 0.
  return rows as EntryPart[];
}

/** The present rows of records, by id, in one read per table. */
export async function presentRows(
  db: Database,
  records: readonly { readonly id: RecordId; readonly kind: string }[],
  kinds: Kinds,
): Promise<Map<RecordId, Row>> {
  const rows = new Map<RecordId, Row>();
  for (const table of ['records', 'datasets', 'notebooks', 'settings'] satisfies TableName[]) {
    const ids = records.filter(({ kind }) => kinds.get(kind)?.table === table).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const row of await db.rowsOf(table).bulkGet(ids)) if (row) rows.set(row.id, row);
  }
  return rows;
}

/** For each of `ids` that some entry deleted: the last entry that did. */
export async function lastDeletions(db: Database, ids: readonly RecordId[]): Promise<Map<RecordId, EntryRef>> {
  const found = new Map<RecordId, { at: string; ref: EntryRef }>();
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const parts = (await db.journal
    .where('touched')
    .anyOf([...wanted])
    .distinct()
    .toArray()) as EntryPart[]; // Safe: only parts list what they touch.
  for (const { device, seq, patches } of parts) {
    const gone = patches.filter((patch) => removes(patch) && wanted.has(patch.id));
    if (gone.length === 0) continue;
    const header = must(await db.journal.get([device, seq, 0]), 'header of an entry with parts') as EntryHeader;
    const deletion = { at: header.at, ref: entryRef(device, seq) };
    for (const { id } of gone) if (deletion.at > (found.get(id)?.at ?? '')) found.set(id, deletion);
  }
  return new Map([...found].map(([id, { ref }]) => [id, ref]));
}

/** Record id → the records that point to it. Reads all links: asked once per undo, not per record. */
export async function pointers(db: Database, to: ReadonlySet<RecordId>): Promise<Map<string, RecordId[]>> {
  const pointing = new Map<string, RecordId[]>();
  if (to.size === 0) return pointing;
  const linked = await db.records.where('keys').startsWith(linkTo('')).distinct().toArray();
  for (const { id, keys } of linked) {
    for (const target of linkedBy(keys))
      if (to.has(target)) pointing.set(target, [...(pointing.get(target) ?? []), id]);
  }
  return pointing;
}

/** See `Store.mergedInto`. A record that came back since, by undo, is left out. */
export async function patchesMergedInto(db: Database, id: RecordId): Promise<GonePatch[]> {
  // Safe: only headers have `at`.
  const headers = (await db.journal.orderBy('at').toArray()) as EntryHeader[];
  const found = new Map<RecordId, GonePatch>();
  const wanted: RecordId[] = [id];
  for (const into of wanted) {
    for (const header of headers.filter(({ cause }) => cause === 'merge')) {
      const parts = await partsOf(db, header);
      if (parts[0]?.note?.into !== into) continue;
      for (const patch of parts.flatMap(({ patches }) => patches)) {
        if (!('gone' in patch) || found.has(patch.id) || (await db.records.get(patch.id))) continue;
        found.set(patch.id, patch);
        wanted.push(patch.id);
      }
    }
  }
  return [...found.values()];
}

/** Every patch of an entry, last first: the order in which they are taken back. */
export function patchesBackwards(parts: readonly EntryPart[]): Patch[] {
  return parts.flatMap((part) => part.patches).reverse();
}
