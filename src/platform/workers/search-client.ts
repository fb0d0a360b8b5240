import { proxy, wrap, type Remote } from 'comlink';
import type { Search } from '@/src/app/ports/search';
import type { SearchWorker } from './search-worker';

/** The search of a page, done in a worker that starts with the first call. */
export function createSearch(): Search {
  let remote: Remote<SearchWorker> | undefined;
  const worker = (): Remote<SearchWorker> => {
    remote ??= wrap<SearchWorker>(new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }));
    return remote;
  };
  return {
    find: (text, limit) => worker().find(text, limit),
    prepare: (onProgress) => worker().prepare(proxy(onProgress)),
  };
}
