import { createDuckDB, DEFAULT_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { expose } from 'comlink';
import type { Store } from '@/src/app/ports/store';
import { newDeviceId } from '../clock';
import { ALL_KINDS } from '../store/all-kinds';
import { openCurrentDatabase } from '../store/current-database';
import { DexieStore } from '../store/dexie-store';
import { SqlEngine } from './sql-engine';
import { closeScope } from './sql-scope';
import { SqlService } from './sql-service';

/** SQL over saved datasets, off the interface's thread. Opens the database when first asked for something. */
let store: Promise<Store> | undefined;

function openStore(): Promise<Store> {
  store ??= open();
  return store;
}

async function open(): Promise<Store> {
  // The page that owns this worker loads again when the database is replaced, and the worker goes with it.
  return new DexieStore(await openCurrentDatabase(() => undefined), ALL_KINDS, newDeviceId());
}

/** The engine is here, and the columns can be read: nothing else is ever fetched or opened. */
async function startEngine(): Promise<SqlEngine> {
  await openStore();
  const bundle = { mainModule: new URL(wasm, self.location.href).href, mainWorker: '' };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), DEFAULT_RUNTIME);
  await db.instantiate(() => undefined);
  closeScope(globalThis);
  return new SqlEngine(db);
}

const service = new SqlService(openStore, startEngine);

const worker = {
  columns: (...args: Parameters<SqlService['columns']>) => service.columns(...args),
  prepare: (...args: Parameters<SqlService['prepare']>) => service.prepare(...args),
  run: (...args: Parameters<SqlService['run']>) => service.run(...args),
};

export type SqlWorker = typeof worker;

expose(worker);
