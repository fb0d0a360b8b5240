import { Dexie, type Table } from 'dexie';
import { must } from '@/src/kernel/assert';
import type { BatchId, DeviceId } from '@/src/kernel/ids';
import { findDuplicates } from '@/src/app/find-duplicates';
import { saveCapture } from '@/src/app/save-capture';
import type { ReviewProgress } from '@/src/app/ports/duplicates';
import type { Row } from '@/src/domain/records/record';
import { randomIds, systemClock } from '@/src/platform/clock';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { MIGRATIONS } from '@/src/platform/store/migrations';
import { DuplicatesService } from '@/src/platform/workers/duplicates-service';
import { workspaceData, type WorkspaceData } from '@/test/support/workspace-data';

/** The store under measure, bare Dexie and bare IndexedDB: each with the same rows and the same indexes. */
interface Bench {
  readonly data: WorkspaceData;
  readonly db: Database;
  readonly store: DexieStore;
  readonly dexie: BareDexie;
  readonly raw: IDBDatabase;
  readonly batchId: BatchId;
}
type BareDexie = Dexie & { readonly records: Table<Row, string> };

const WALL = Date.UTC(2026, 10, 21, 9);
let bench: Bench | undefined;
const present = (): Bench => must(bench, 'prepared');

/** Makes the records; nothing is written yet. Gives how many there are. */
async function prepare(counts: Parameters<typeof workspaceData>[0]): Promise<number> {
  const data = workspaceData(counts);
  const db = new Database('workspace');
  await db.open();
  const [dexie, raw] = [await openBare('bare-dexie'), await openBare('bare-raw')];
  const store = new DexieStore(db, ALL_KINDS, 'bench' as DeviceId);
  bench = { data, db, store, dexie, raw: raw.backendDB(), batchId: newBatch() };
  return data.changes.length;
}

/** All records as one batch; then the rows that this came to, written by the others. */
async function measureImport() {
  const { data, db, store, dexie, raw, batchId } = present();
  const batch = { id: batchId, actor: 'user', wall: WALL, cause: 'import' as const, changes: data.changes };
  const commit = await timed(() => store.commit(batch));
  let rows: readonly Row[] = await db.records.toArray();
  const written = rows.length;
  const bareDexie = await timed(() => dexie.records.bulkAdd([...rows]));
  const bareRaw = await timed(() => inOne(raw, (records) => rows.forEach((row) => records.add(row))));
  rows = [];
  return { commit, dexie: bareDexie, raw: bareRaw, rows: written };
}

/** All rows of both kinds, with progress; by the others, the whole table. Whoever reads first is not always the same. */
async function measureLoad(first: 'store' | 'raw') {
  const { store, dexie, raw } = present();
  let [reports, read] = [0, 0];
  const byStore = async (): Promise<number> => {
    const began = performance.now();
    const onProgress = (): void => void reports++;
    const rows = [await store.rows('company', { onProgress }), await store.rows('person', { onProgress })];
    read = rows.reduce((sum, { length }) => sum + length, 0);
    return performance.now() - began;
  };
  const byRaw = (): Promise<number> => timed(() => answered(tableOf(raw).getAll()));
  const early = first === 'store' ? await byStore() : 0;
  const bareRaw = await byRaw();
  const late = first === 'store' ? early : await byStore();
  const bareDexie = await timed(() => dexie.records.toArray());
  return { store: late, raw: bareRaw, dexie: bareDexie, reports, rows: read };
}

/** Stopped at the first report of progress. Gives how long it took to stop, and whether it was refused for that. */
async function measureCancel() {
  const stop = new AbortController();
  let at = 0;
  const onProgress = (): void => {
    at ||= performance.now();
    stop.abort();
  };
  const isRefused = await present()
    .store.rows('person', { onProgress, signal: stop.signal })
    .then(
      () => false,
      () => stop.signal.aborted,
    );
  return { ms: performance.now() - at, isRefused };
}

/** Each draft by itself, as a capture asks; and bare IndexedDB asked for the rows under the keys of what was found. */
async function measureLookUps() {
  const { data, store, raw } = present();
  const [found, each, bare]: [number[], number[], number[]] = [[], [], []];
  for (const draft of data.lookUps) {
    let rows: readonly Row[] = [];
    each.push(
      await timed(async () => {
        rows = ((await findDuplicates(store, [draft])).get(draft.id) ?? []).map(({ row }) => row);
      }),
    );
    found.push(rows.length);
    const keys = (rows[0]?.keys ?? ['name:nobody']).filter((key) => !key.startsWith('link:'));
    const index = tableOf(raw).index('keys');
    bare.push(await timed(() => Promise.all(keys.map((key) => answered(index.getAll(key))))));
  }
  return { each, bare, found: found.filter((count) => count > 0).length };
}

/** Each capture by itself, acknowledged when it is on disk; and bare IndexedDB writing two such rows, as safely. */
async function measureSaves() {
  const { data, store, raw } = present();
  const [each, bare]: [number[], number[]] = [[], []];
  const ports = { store, clock: systemClock, ids: randomIds };
  for (const [i, capture] of data.captures.entries()) {
    each.push(
      await timed(async () =>
        must((await saveCapture(ports, newBatch(), { draft: capture, updates: new Map() })).ok || undefined, 'saved'),
      ),
    );
    const rows = (
      await store.rowsById(data.changes.slice(i, i + 2).flatMap((change) => ('make' in change ? change.make : [])))
    ).map((row, at) => ({ ...row, id: `new-${i}-${at}` }));
    bare.push(await timed(() => inOne(raw, (records) => rows.forEach((row) => records.add(row)))));
  }
  return { each, bare };
}

/** The look through everything, twice: anew, and after one record was written. */
async function measureReview() {
  const { store, data } = present();
  const service = new DuplicatesService(store);
  let comparing = 0;
  const onProgress = ({ stage }: ReviewProgress): void => {
    if (stage === 'comparing') comparing ||= performance.now();
  };
  const began = performance.now();
  const first = await service.review(50, onProgress);
  const done = performance.now();
  const [change] = data.changes;
  const touched = must(change && 'make' in change ? change : undefined, 'a record');
  const values = { note: { value: 'seen', raw: 'seen', confidence: 1, status: 'typed', sources: [] } };
  const changes = [{ set: touched.make, kind: touched.kind, values }];
  const edit = { id: newBatch(), actor: 'user', wall: WALL, cause: 'edit' as const, changes };
  must((await store.commit(edit)).ok || undefined, 'edited');
  const again = await timed(() => service.review(50, () => undefined));
  const groups = first.ok ? first.value.count : 0;
  return { read: comparing - began, compare: done - comparing, again, groups };
}

/** The batch of all records taken back. Last of all: what was captured since stays. */
async function measureUndo() {
  const { store, batchId, db } = present();
  const request = { id: newBatch(), actor: 'user', wall: WALL, undoes: batchId };
  const undo = await timed(async () => must((await store.undo(request)).ok || undefined, 'undone'));
  return { undo, left: await db.records.count() };
}

async function openBare(name: string): Promise<BareDexie> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(1).stores({ ...MIGRATIONS[0].stores });
  await db.open();
  // Safe: the schema names this table.
  return db as BareDexie;
}

function tableOf(raw: IDBDatabase): IDBObjectStore {
  return raw.transaction('records', 'readonly').objectStore('records');
}

function inOne(raw: IDBDatabase, work: (records: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = raw.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    work(transaction.objectStore('records'));
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}

function newBatch(): BatchId {
  return randomIds.next() as BatchId;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

Object.assign(globalThis, {
  workspace: {
    prepare,
    measureImport,
    measureLoad,
    measureCancel,
    measureLookUps,
    measureSaves,
    measureReview,
    measureUndo,
  },
});
