import { proxy, wrap, type Remote } from 'comlink';
import type { Datasets } from '@/src/app/ports/datasets';
import { runFramePlan } from '../cells/frame-client';
import type { DatasetWorker } from './dataset-worker';

/** The datasets of a page, worked on in a worker that starts with the first call. */
export function createDatasets(): Datasets {
  let remote: Remote<DatasetWorker> | undefined;
  const worker = (): Remote<DatasetWorker> => {
    remote ??= wrap<DatasetWorker>(new Worker(new URL('./dataset-worker.ts', import.meta.url), { type: 'module' }));
    return remote;
  };
  return {
    preview: (file, given) => worker().preview(file, given),
    readRates: (file) => worker().readRates(file),
    read: (id, request, onProgress) => worker().read(id, request, proxy(onProgress)),
    join: (id, request, onProgress) => worker().join(id, request, proxy(onProgress)),
    save: (id, batch) => worker().save(id, batch),
    discard: (id) => worker().discard(id),
    release: () => worker().release(),
    setAside: (id) => worker().setAside(id),
    customersOfCells: (id, query) => worker().customersOfCells(id, query),
    rows: (id, query) => worker().rows(id, query),
    analyse: (id, name, params) => worker().analyse(id, name, params),
    frame: runFramePlan,
  };
}
