import { expose } from 'comlink';
import { ALL_KINDS } from '../store/all-kinds';
import { openCurrentDatabase } from '../store/current-database';
import { searchSource } from '../store/search-source';
import { SearchService } from './search-service';

/** The search index, off the interface's thread. Opens the database when first asked for something. */
let service: Promise<SearchService> | undefined;

function ready(): Promise<SearchService> {
  service ??= open();
  return service;
}

async function open(): Promise<SearchService> {
  // The page that owns this worker loads again when the database is replaced, and the worker goes with it.
  return new SearchService(searchSource(await openCurrentDatabase(() => undefined)), ALL_KINDS);
}

/** The service by method, so that calls queue behind the opening. */
const worker = {
  find: async (...args: Parameters<SearchService['find']>) => (await ready()).find(...args),
  prepare: async (...args: Parameters<SearchService['prepare']>) => (await ready()).prepare(...args),
};

export type SearchWorker = typeof worker;

expose(worker);
