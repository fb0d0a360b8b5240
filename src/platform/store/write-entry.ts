import { Dexie, type Table } from 'dexie';
import { at } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Receipt, StoreError, WriteRequest } from '@/src/app/ports/store';
import type { Step } from '@/src/domain/records/change';
import { advance, formatHybridTime } from '@/src/domain/records/hybrid-time';
import {
  entryRef,
  journalRows,
  type Cause,
  type EntryHeader,
  type Hole,
  type Note,
} from '@/src/domain/records/journal';
import type { BatchId, DeviceId } from '@/src/kernel/ids';
import type { EntryRef, Row } from '@/src/domain/records/record';
import { HEAD, type Database, type Head } from './database';
import { Refusal, storageError } from './storage-error';

/** What a write comes to, decided inside the transaction from what it finds there. */
export interface Plan {
  readonly cause: Cause;
  readonly steps: readonly Step[];
  readonly note?: Note | undefined;
  readonly undoes?: BatchId;
  readonly holes?: readonly Hole[];
  /** Writes beside records and journal: blobs. */
  readonly also?: () => Promise<void>;
}

type Planning<E> = (ref: EntryRef) => Promise<Result<Plan, E>>;

/**
 * The one way in. Runs `plan` and everything it decides in one transaction over all tables: either the records, their
 * journal entry, the blobs and the head are all written, or none is.
 */
export async function writeEntry<E extends StoreError>(
  db: Database,
  newDevice: DeviceId,
  request: WriteRequest,
  plan: Planning<E>,
): Promise<Result<Receipt, StoreError>> {
  if (db.isNewer) return err({ code: 'read-only' });
  try {
    return await db.transaction('rw', db.tables, async () => {
      const before = await db.journal.where('batchId').equals(request.id).first();
      if (before) return ok(receiptOf(before as EntryHeader, true)); // Safe: only headers have a batchId.
      const head = await headOf(db, newDevice);
      const planned = await plan(entryRef(head.device, head.seq + 1));
      if (!planned.ok) return planned;
      if (isNothing(planned.value)) return ok(nothingWritten(request, head));
      await writeRecords(db, planned.value.steps);
      await planned.value.also?.();
      return ok(receiptOf(await writeJournal(db, head, request, planned.value), false));
    });
  } catch (thrown) {
    return err(storageError(thrown));
  }
}

export async function headOf(db: Database, newDevice: DeviceId): Promise<Head> {
  const head = await db.settings.get(HEAD);
  // Safe: under this id there is never anything else.
  return (
    (head as Head | undefined) ?? { id: HEAD, kind: 'internal', device: newDevice, seq: 0, digest: '', counts: {} }
  );
}

async function writeRecords(db: Database, steps: readonly Step[]): Promise<void> {
  for (const name of new Set(steps.map((step) => step.kind.table))) {
    const all = steps.filter((step) => step.kind.table === name);
    const made = all.flatMap(({ before, after }) => (!before && after ? [after] : []));
    const changed = all.flatMap(({ before, after }) => (before && after ? [after] : []));
    const gone = all.flatMap(({ id, after }) => (after ? [] : [id]));
    const table = db.rowsOf(name);
    if (made.length > 0) await addRows(table, made);
    if (changed.length > 0) await table.bulkPut(changed);
    // In the order of the keys: an undo takes back the last first, and deleting backwards takes six times as long.
    if (gone.length > 0) await table.bulkDelete(gone.toSorted());
  }
}

/** Adds all, or refuses with the first id that is in use. Cheaper than looking every id up first. */
async function addRows(table: Table<Row, string>, rows: readonly Row[]): Promise<void> {
  try {
    await table.bulkAdd(rows);
  } catch (thrown) {
    if (!(thrown instanceof Dexie.BulkError)) throw thrown;
    const [position, failure] = Object.entries(thrown.failuresByPos)[0] ?? [];
    if (failure?.name !== 'ConstraintError') throw failure ?? thrown;
    throw new Refusal({ code: 'exists', id: at(rows, Number(position)).id });
  }
}

async function writeJournal(db: Database, head: Head, request: WriteRequest, plan: Plan): Promise<EntryHeader> {
  const time = advance(head.time, request.wall);
  const seq = head.seq + 1;
  const { note, undoes, holes, steps, cause } = plan;
  const rows = journalRows(
    {
      device: head.device,
      seq,
      at: formatHybridTime(time, head.device),
      wall: request.wall,
      previous: head.digest,
      batchId: request.id,
      actor: request.actor,
      cause,
      ...(note ? { note } : {}),
      ...(undoes ? { undoes } : {}),
      ...(holes ? { holes } : {}),
    },
    steps.map((step) => step.patch),
  );
  const counts = { ...head.counts };
  for (const { kind, before, after } of steps) {
    counts[kind.name] = (counts[kind.name] ?? 0) + (after ? 1 : 0) - (before ? 1 : 0);
  }
  await db.journal.bulkAdd(rows);
  await db.settings.put({ ...head, seq, time, digest: rows[0].digest, counts });
  return rows[0];
}

/** A batch that changes nothing leaves no entry. */
function isNothing({ steps, holes, also }: Plan): boolean {
  return steps.length === 0 && !holes && !also;
}

function nothingWritten({ id }: WriteRequest, { device, seq }: Head): Receipt {
  return { batchId: id, ref: entryRef(device, seq), made: 0, changed: 0, gone: 0, repeated: false };
}

function receiptOf(header: EntryHeader, repeated: boolean): Receipt {
  const { made, changed, gone } = header.counts;
  return { batchId: header.batchId, ref: entryRef(header.device, header.seq), made, changed, gone, repeated };
}
