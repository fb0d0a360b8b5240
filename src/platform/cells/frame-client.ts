import { wrap, type Remote } from 'comlink';
import { err, type Result } from '@/src/kernel/result';
import type { FramePlan } from '@/src/domain/notebook/frame-steps';
import type { CellFault, CellOutput, CellTables } from '@/src/app/ports/cells';
import type { FrameWorker } from './frame-worker';

const LONGEST_S = 60;

interface Running {
  readonly worker: Worker;
  /** Kept as long as the worker: a proxy that is forgotten tells its worker to listen no more. */
  readonly remote: Remote<FrameWorker>;
}

let running: Running | undefined;

/** Runs a plan in the frame worker, which loads danfojs when the first frame cell runs and not before. Plans run in turn. */
export async function runFramePlan(
  plan: FramePlan,
  tables: CellTables,
  signal?: AbortSignal,
): Promise<Result<CellOutput, CellFault>> {
  if (signal?.aborted) return err({ code: 'cancelled' });
  running ??= start();
  const used = running;
  const ended = new AbortController();
  const stopped = new Promise<Result<CellOutput, CellFault>>((resolve) => {
    const stop = (error: CellFault): void => {
      used.worker.terminate();
      if (running === used) running = undefined;
      resolve(err(error));
    };
    const timer = setTimeout(() => stop({ code: 'too-long', seconds: LONGEST_S }), LONGEST_S * 1000);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', () => stop({ code: 'cancelled' }), { signal: ended.signal });
    used.worker.addEventListener('error', ({ message }) => stop({ code: 'cell-failed', detail: message }), {
      signal: ended.signal,
    });
  });
  try {
    return await Promise.race([used.remote.run(plan, tables), stopped]);
  } finally {
    ended.abort();
  }
}

function start(): Running {
  const worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' });
  return { worker, remote: wrap<FrameWorker>(worker) };
}
