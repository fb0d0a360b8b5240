import { Dexie } from 'dexie';
import { must } from '@/src/kernel/assert';
import type { BatchId, DeviceId, RecordId } from '@/src/kernel/ids';
import type { Batch } from '@/src/app/ports/store';
import type { Row } from '@/src/domain/records/record';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { MIGRATIONS } from '@/src/platform/store/migrations';

/** Milliseconds of one round, and bytes of JSON text. */
export interface StoreRound {
  readonly raw: number;
  readonly commit: number;
  readonly undo: number;
  readonly rawRemove: number;
  readonly liveBytes: number;
  readonly journalBytes: number;
  readonly rowsAfterCommit: number;
  readonly rowsAfterUndo: number;
}

const WALL = 1_700_000_000_000;
let made = 0;
const id = <T extends string>(): T => `bench-${String(++made).padStart(8, '0')}` as T;

/**
 * One round over `count` companies with evidence: written and undone through the store, and the same rows written and
 * removed by bare IndexedDB, with the same indexes, the same durability, one transaction each.
 */
async function measureRound(count: number): Promise<StoreRound> {
  const db = new Database(id());
  await db.open();
  const store = new DexieStore(db, ALL_KINDS, 'bench' as DeviceId);
  const batch = companies(count);
  const commit = await timed(async () => must((await store.commit(batch)).ok || undefined, 'written'));
  const rows = await db.records.toArray();
  const liveBytes = sizeOf(rows);
  const journalBytes = sizeOf(await db.journal.toArray());
  const { raw, rawRemove } = await writeBare(rows);
  const request = { id: id<BatchId>(), actor: 'user', wall: WALL, undoes: batch.id };
  const undo = await timed(async () => must((await store.undo(request)).ok || undefined, 'undone'));
  const rowsAfterUndo = await db.records.count();
  db.close();
  await Dexie.delete(db.name);
  return { raw, commit, undo, rawRemove, liveBytes, journalBytes, rowsAfterCommit: rows.length, rowsAfterUndo };
}

function companies(count: number): Batch {
  const evidence = (value: string): object => ({
    value,
    raw: value,
    confidence: 0.9,
    status: 'accepted',
    sources: [
      { kind: 'json-ld', url: 'https://example.com/', snippet: `"${value}"`, at: WALL, extractor: 'json-ld 1' },
    ],
  });
  const fields = (i: number): Record<string, unknown> => ({
    name: evidence(`云岭机械有限公司 ${i}`),
    website: evidence(`https://www.company-${i}.example/`),
    phones: { p1: evidence(`+8621${String(50_000_000 + i)}`) },
    emails: { e1: evidence(`sales@company-${i}.example`) },
    addresses: { a1: evidence(`上海市浦东新区张江路 ${i} 号`) },
  });
  const changes = Array.from({ length: count }, (_, i) => ({
    make: id<RecordId>(),
    kind: 'company',
    fields: fields(i),
  }));
  return { id: id<BatchId>(), actor: 'user', wall: WALL, cause: 'import', changes };
}

async function writeBare(rows: readonly Row[]): Promise<{ raw: number; rawRemove: number }> {
  const name = id<string>();
  // Dexie makes the same tables and indexes; the writing is IndexedDB's own.
  const schema = new Dexie(name);
  schema.version(1).stores({ ...MIGRATIONS[0].stores });
  await schema.open();
  const bare = schema.backendDB();
  const inOne = (work: (records: IDBObjectStore) => void): Promise<number> =>
    timed(
      () =>
        new Promise<void>((resolve, reject) => {
          const transaction = bare.transaction('records', 'readwrite', { durability: 'strict' });
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
          work(transaction.objectStore('records'));
        }),
    );
  const raw = await inOne((records) => rows.forEach((row) => records.add(row)));
  const rawRemove = await inOne((records) => rows.forEach((row) => records.delete(row.id)));
  schema.close();
  await Dexie.delete(name);
  return { raw, rawRemove };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function sizeOf(rows: readonly unknown[]): number {
  const encoder = new TextEncoder();
  return rows.reduce<number>((sum, row) => sum + encoder.encode(JSON.stringify(row)).length, 0);
}

Object.assign(globalThis, { measureRound });
