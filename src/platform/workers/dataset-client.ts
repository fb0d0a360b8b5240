import { proxy } from 'comlink';
import type { RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Datasets } from '@/src/app/ports/datasets';
import { runFramePlan } from '../cells/frame-client';
import type { DatasetWorker } from './dataset-worker';
import { EndingWorker } from './ending-worker';

/**
 * The datasets of a page, worked on in a worker that starts with the first call. An analysis that is stopped takes the worker
 * with it, unless a file is being read there or waits to be saved: then it goes on unheard.
 */
export function createDatasets(start: () => Worker = startWorker): Datasets {
  /** What was read and waits. */
  const staged = new Set<RecordId>();
  const worker = new EndingWorker<DatasetWorker>(start, () => staged.size > 0);
  const stage = <R extends Result<unknown, unknown>>(id: RecordId, read: R): R => {
    if (read.ok) staged.add(id);
    return read;
  };
  return {
    preview: (file, given) => worker.task(async (of) => of.preview(file, given)),
    readRates: (file) => worker.task(async (of) => of.readRates(file)),
    read: (id, request, onProgress) =>
      worker.task(async (of) => stage(id, await of.read(id, request, proxy(onProgress)))),
    join: (id, request, onProgress) =>
      worker.task(async (of) => stage(id, await of.join(id, request, proxy(onProgress)))),
    save: async (id, batch) => {
      const saved = await worker.task(async (of) => of.save(id, batch));
      if (saved.ok) staged.delete(id);
      return saved;
    },
    discard: (id) => {
      staged.delete(id);
      return worker.task(async (of) => of.discard(id));
    },
    release: () => {
      staged.clear();
      return worker.task(async (of) => of.release());
    },
    setAside: (id) => worker.ask(async (of) => of.setAside(id)),
    customersOfCells: (id, query) => worker.ask(async (of) => of.customersOfCells(id, query)),
    customersLike: (id, query) => worker.ask(async (of) => of.customersLike(id, query)),
    customerFigures: (id, key) => worker.ask(async (of) => of.customerFigures(id, key)),
    slippingCustomers: (id) => worker.ask(async (of) => of.slippingCustomers(id)),
    rows: (id, query) => worker.ask(async (of) => of.rows(id, query)),
    analyse: async (id, name, params, signal = NEVER) => {
      if (signal.aborted) return err({ code: 'cancelled' });
      const answer = await worker.askUntil(signal, async (of) => of.analyse(id, name, params));
      return answer ?? err({ code: 'cancelled' });
    },
    frame: runFramePlan,
  };
}

const NEVER = new AbortController().signal;

function startWorker(): Worker {
  return new Worker(new URL('./dataset-worker.ts', import.meta.url), { type: 'module' });
}
