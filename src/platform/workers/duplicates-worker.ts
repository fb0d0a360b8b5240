import { expose } from 'comlink';
import { newDeviceId } from '../clock';
import { ALL_KINDS } from '../store/all-kinds';
import { openCurrentDatabase } from '../store/current-database';
import { DexieStore } from '../store/dexie-store';
import { DuplicatesService } from './duplicates-service';

/** Compares all records with one another, off the interface's thread. Opens the database when first asked. */
let service: Promise<DuplicatesService> | undefined;

async function open(): Promise<DuplicatesService> {
  // The page that owns this worker loads again when the database is replaced, and the worker goes with it.
  const db = await openCurrentDatabase(() => undefined);
  return new DuplicatesService(new DexieStore(db, ALL_KINDS, newDeviceId()));
}

const worker = {
  review: async (...args: Parameters<DuplicatesService['review']>) => {
    service ??= open();
    return (await service).review(...args);
  },
};

export type DuplicatesWorker = typeof worker;

expose(worker);
