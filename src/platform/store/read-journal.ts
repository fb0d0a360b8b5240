import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { BatchSummary, Changes, Deletion, HistoryEntry } from '@/src/app/ports/store';
import { removes, type Cause, type EntryHeader, type EntryPart } from '@/src/domain/records/journal';
import type { Database } from './database';
import { headerOf, partsOf } from './load-entry';

/** See `Store.batches`. */
export async function newestBatches(db: Database, limit: number): Promise<BatchSummary[]> {
  const headers = (await db.journal.orderBy('at').reverse().limit(limit).toArray()) as EntryHeader[]; // Safe: only headers have `at`.
  return Promise.all(headers.map((header) => summaryOf(db, header)));
}

/** See `Store.recordsOf`. */
export async function touchedBy(db: Database, batch: BatchId): Promise<RecordId[]> {
  const header = await headerOf(db, batch);
  const parts = header ? await partsOf(db, header) : [];
  return parts.flatMap(({ patches }) => patches).map(({ id }) => id);
}

/** See `Store.changes`. */
export async function changesSince(db: Database, since: string | undefined): Promise<Changes> {
  if (since === undefined) {
    const newest = (await db.journal.orderBy('at').last()) as EntryHeader | undefined; // Safe: only headers have `at`.
    return { at: newest?.at ?? '', ids: [] };
  }
  const headers = (await db.journal.where('at').above(since).toArray()) as EntryHeader[]; // Safe: only headers have `at`.
  const ids = new Set<RecordId>();
  for (const header of headers) {
    for (const part of await partsOf(db, header)) for (const id of part.touched) ids.add(id);
    // An erasure cuts other records than it names: whoever keeps rows must read all anew.
    if (header.cause === 'erase') return { at: headers.at(-1)?.at ?? since, ids: 'all' };
  }
  return { at: headers.at(-1)?.at ?? since, ids: [...ids] };
}

/** See `Store.history`. */
export async function historyOf(db: Database, id: RecordId): Promise<HistoryEntry[]> {
  const parts = (await db.journal.where('touched').equals(id).toArray()) as EntryPart[]; // Safe: only parts list what they touch.
  const entries = await Promise.all(
    parts.map(async (part): Promise<HistoryEntry> => {
      const header = must(await db.journal.get([part.device, part.seq, 0]), 'header of an entry with parts');
      const patch = must(
        part.patches.find((one) => one.id === id),
        'a part touches the records of its patches',
      );
      // Safe: part 0 of an entry is its header.
      return { ...(await summaryOf(db, header as EntryHeader)), patch };
    }),
  );
  return entries.toSorted((a, b) => (a.header.at < b.header.at ? 1 : -1));
}

/** Why an entry is a deletion where records went with it: also a step that deletes, as the approval of one does. */
const DELETING: ReadonlySet<Cause> = new Set(['delete', 'move']);

/** See `Store.deleted`. */
export async function deletedSince(db: Database, wall: number): Promise<Deletion[]> {
  const headers = (await db.journal.orderBy('at').reverse().toArray()) as EntryHeader[]; // Safe: only headers have `at`.
  const deletions: Deletion[] = [];
  const seen = new Set<RecordId>();
  for (const header of headers.filter(
    ({ cause, counts, wall: at }) => DELETING.has(cause) && counts.gone > 0 && at >= wall,
  )) {
    const parts = await partsOf(db, header);
    const gone = parts.flatMap(({ patches }) => patches).filter((patch) => 'gone' in patch);
    const back = await db.records.bulkGet(gone.map(({ id }) => id));
    // A record that was deleted, brought back and deleted again belongs to the newest deletion.
    const records = gone.filter(({ id }, i) => back[i] === undefined && !seen.has(id));
    for (const { id } of records) seen.add(id);
    if (records.length > 0) deletions.push({ header, note: parts[0]?.note ?? {}, records });
  }
  return deletions;
}

async function summaryOf(db: Database, header: EntryHeader): Promise<BatchSummary> {
  const first = await db.journal.get([header.device, header.seq, 1]);
  const note = (first && 'patches' in first && first.note) || {};
  return { header, note, undone: await isUndone(db, header) };
}

/** A batch is undone when something that undid it was not undone itself. */
async function isUndone(db: Database, { batchId }: EntryHeader): Promise<boolean> {
  const undoing = (await db.journal.where('undoes').equals(batchId).toArray()) as EntryHeader[]; // Safe: only headers undo.
  for (const header of undoing) if (!(await isUndone(db, header))) return true;
  return false;
}

/**
 * The ids of all records that went for the last time by a deletion before `wall`, and are still in the journal. What was
 * brought back and deleted again goes by the later deletion; what was merged afterwards is not deleted.
 */
export async function expiredBefore(db: Database, wall: number): Promise<RecordId[]> {
  const headers = (await db.journal.orderBy('at').toArray()) as EntryHeader[]; // Safe: only headers have `at`.
  const expired = new Set<RecordId>();
  const byBatch = new Map(headers.map((header) => [header.batchId, header]));
  for (const header of headers.filter(({ counts }) => counts.gone > 0)) {
    const isExpired = header.wall < wall && DELETING.has(originalCause(header, byBatch));
    for (const part of await partsOf(db, header))
      for (const patch of part.patches.filter(removes)) {
        if (isExpired) expired.add(patch.id);
        else expired.delete(patch.id);
      }
  }
  const back = await db.records.bulkGet([...expired]);
  return [...expired].filter((_, i) => back[i] === undefined);
}

/** The cause of an entry; of one that takes back the taking back of another, that of the other. */
function originalCause(header: EntryHeader, byBatch: ReadonlyMap<BatchId, EntryHeader>): Cause {
  const undone = header.undoes && byBatch.get(header.undoes);
  const original = undone?.undoes && byBatch.get(undone.undoes);
  return original ? originalCause(original, byBatch) : header.cause;
}
