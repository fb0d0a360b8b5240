import { proxy, wrap, type Remote } from 'comlink';
import type { RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Datasets } from '@/src/app/ports/datasets';
import { runFramePlan } from '../cells/frame-client';
import type { DatasetWorker } from './dataset-worker';

/** What is stopped may still end by itself: its worker has the columns in memory, and another would load them again. */
const STOPPED_MS = 200;
const OVERTAKEN_MS = 3000;

interface Running {
  readonly remote: Remote<DatasetWorker>;
  /** Ends the worker with whatever it does. Once it has ended, `ended` resolves. */
  readonly end: () => void;
  readonly ended: Promise<undefined>;
}

type Asking<T> = (remote: Remote<DatasetWorker>) => Promise<T>;

/**
 * The datasets of a page, worked on in a worker that starts with the first call. An analysis that is stopped takes the worker
 * with it, unless a file is being read there or waits to be saved: then it goes on unheard. The next call starts another
 * worker, of which everything that was asked beside is asked again.
 */
export function createDatasets(start: () => Worker = startWorker): Datasets {
  let running: Running | undefined;
  /** Readings and writings under way, and what was read and waits. */
  let tasks = 0;
  const staged = new Set<RecordId>();
  const current = (): Running => (running ??= begin(start()));
  const endUnlessHeld = (used: Running): void => {
    if (tasks > 0 || staged.size > 0 || running !== used) return;
    running = undefined;
    used.end();
  };
  const task = async <T>(work: Asking<T>): Promise<T> => {
    tasks++;
    try {
      return await work(current().remote);
    } finally {
      tasks--;
    }
  };
  /** Undefined where it was ended. */
  const put = async <T>(question: Asking<T>, signal?: AbortSignal): Promise<T | undefined> => {
    while (!signal?.aborted) {
      const used = current();
      const unwatch = signal && onAbort(signal, () => endUnlessHeld(used));
      const answer = await Promise.race([question(used.remote).then((given) => ({ given })), used.ended]).finally(
        unwatch,
      );
      if (answer) return answer.given;
    }
    return undefined;
  };
  // Safe: without a signal a question is put until it is answered.
  const ask = <T>(question: Asking<T>): Promise<T> => put(question) as Promise<T>;
  const stage = async <T extends Result<unknown, unknown>>(id: RecordId, work: Asking<T>): Promise<T> => {
    const read = await task(work);
    if (read.ok) staged.add(id);
    return read;
  };
  return {
    preview: (file, given) => task(async (of) => of.preview(file, given)),
    readRates: (file) => task(async (of) => of.readRates(file)),
    read: (id, request, onProgress) => stage(id, async (of) => of.read(id, request, proxy(onProgress))),
    join: (id, request, onProgress) => stage(id, async (of) => of.join(id, request, proxy(onProgress))),
    save: async (id, batch) => {
      const saved = await task(async (of) => of.save(id, batch));
      if (saved.ok) staged.delete(id);
      return saved;
    },
    discard: (id) => {
      staged.delete(id);
      return task(async (of) => of.discard(id));
    },
    release: () => {
      staged.clear();
      return task(async (of) => of.release());
    },
    setAside: (id) => ask(async (of) => of.setAside(id)),
    customersOfCells: (id, query) => ask(async (of) => of.customersOfCells(id, query)),
    rows: (id, query) => ask(async (of) => of.rows(id, query)),
    analyse: async (id, name, params, signal) => {
      const answer = await put(async (of) => of.analyse(id, name, params), signal);
      return answer ?? err({ code: 'cancelled' });
    },
    frame: runFramePlan,
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./dataset-worker.ts', import.meta.url), { type: 'module' });
}

function begin(worker: Worker): Running {
  const ending = new AbortController();
  const ended = new Promise<undefined>((resolve) => {
    ending.signal.addEventListener('abort', () => {
      worker.terminate();
      resolve(undefined);
    });
  });
  return { remote: wrap<DatasetWorker>(worker), end: () => ending.abort(), ended };
}

/** Calls back a little after the abort, unless what it is about was done before. Gives how to say so. */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(act, signal.reason === 'overtaken' ? OVERTAKEN_MS : STOPPED_MS);
  };
  signal.addEventListener('abort', wait, { once: true });
  return () => {
    signal.removeEventListener('abort', wait);
    clearTimeout(timer);
  };
}
