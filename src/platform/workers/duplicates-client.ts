import { proxy, wrap, type Remote } from 'comlink';
import { err, type Result } from '@/src/kernel/result';
import type { DuplicateReview, Duplicates } from '@/src/app/ports/duplicates';
import type { DuplicatesWorker } from './duplicates-worker';

type Answer = Result<DuplicateReview, { readonly code: 'cancelled' }>;

interface Running {
  readonly remote: Remote<DuplicatesWorker>;
  /** Resolves when the worker was ended. */
  readonly ended: Promise<Answer>;
  readonly end: () => void;
}

/** The duplicates of a page, looked for in a worker that starts with the first review and ends when it is stopped. */
export function createDuplicates(): Duplicates {
  let running: Running | undefined;
  return {
    review: (limit, onProgress) => {
      running ??= start();
      return Promise.race([running.remote.review(limit, proxy(onProgress)), running.ended]);
    },
    // Ending the thread is the one way to stop it while it compares.
    stop: () => {
      running?.end();
      running = undefined;
    },
  };
}

function start(): Running {
  const worker = new Worker(new URL('./duplicates-worker.ts', import.meta.url), { type: 'module' });
  let end = (): void => undefined;
  const ended = new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    end = () => {
      worker.terminate();
      resolve(err({ code: 'cancelled' }));
    };
  });
  return { remote: wrap<DuplicatesWorker>(worker), ended, end };
}
