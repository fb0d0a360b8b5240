import { Dexie, type DBCore, type DBCoreTable } from 'dexie';
import type { BatchId, DeviceId, RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import type { Batch, StoredBlob, WriteRequest } from '@/src/app/ports/store';
import type { Kinds } from '@/src/domain/records/kind';
import { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { testKinds } from './kinds';

let made = 0;

/** Ids in the order they were asked for. */
export const newId = <T extends string>(): T => `id${String(++made).padStart(6, '0')}` as T;
export const rid = (name: string): RecordId => name as RecordId;

/** A write request with a new id, a second after the one before. */
export function request(): WriteRequest {
  return { id: newId<BatchId>(), actor: 'me', wall: 1_700_000_000_000 + made * 1000 };
}

export function batch(changes: Batch['changes'], more: Partial<Batch> = {}): Batch {
  return { ...request(), cause: 'edit', changes, ...more };
}

export function blobAbout(id: string, about: string, bytes: readonly number[]): StoredBlob {
  return { id, about: [rid(about)], media: 'i32', data: new Int32Array(bytes).buffer };
}

export interface TestStore {
  readonly db: Database;
  readonly store: DexieStore;
  close(): Promise<void>;
}

export async function openTestStore(kinds: Kinds = testKinds, name = newId<string>()): Promise<TestStore> {
  const db = new Database(name);
  await db.open();
  const store = new DexieStore(db, kinds, 'device01' as DeviceId);
  return {
    db,
    store,
    close: async () => {
      db.close();
      await Dexie.delete(name);
    },
  };
}

/** The k-th write to the database fails with this; every other works. */
export class StepFault {
  /** Operations seen since the last `arm`. */
  seen = 0;
  private failing = Number.POSITIVE_INFINITY;
  private error: Error = new Error('unarmed');

  arm(k: number, error: Error): void {
    this.seen = 0;
    this.failing = k;
    this.error = error;
  }

  disarm(): void {
    this.arm(Number.POSITIVE_INFINITY, new Error('unarmed'));
  }

  /** Counts reads and writes alike: either may be the one that the browser refuses. */
  install(db: Database): void {
    const step = (): void => {
      this.seen++;
      if (this.seen === this.failing) throw this.error;
    };
    db.use({
      stack: 'dbcore',
      name: 'step-fault',
      create: (core: DBCore): DBCore => ({
        ...core,
        table: (name: string): DBCoreTable => faulty(core.table(name), step),
      }),
    });
  }
}

function faulty(table: DBCoreTable, step: () => void): DBCoreTable {
  const guarded =
    <A, R>(work: (request: A) => Promise<R>) =>
    async (request: A): Promise<R> => {
      step();
      return work(request);
    };
  return {
    ...table,
    mutate: guarded(table.mutate),
    get: guarded(table.get),
    getMany: guarded(table.getMany),
    query: guarded(table.query),
    openCursor: guarded(table.openCursor),
    count: guarded(table.count),
  };
}

/** Everything stored, in a form that two databases can be compared by. */
export async function dump(db: Database): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of db.tables) {
    const rows = await table.toArray();
    tables[table.name] = rows.map((row) =>
      row.data instanceof ArrayBuffer ? { ...row, data: [...new Uint8Array(row.data)] } : row,
    );
  }
  return tables;
}

/** The dump without the journal and its head: what a user would see. */
export async function content(db: Database): Promise<Record<string, unknown[]>> {
  const { journal: _, settings, ...rest } = await dump(db);
  return {
    ...rest,
    settings: must(settings, 'settings').filter((row) => (row as { id: string }).id !== 'journal-head'),
  };
}
