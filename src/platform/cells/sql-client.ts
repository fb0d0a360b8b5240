import { wrap, type Remote } from 'comlink';
import type { RecordId } from '@/src/kernel/ids';
import { err, type Err, type Result } from '@/src/kernel/result';
import type { CellFault, CellOutput, Cells, SqlRequest } from '@/src/app/ports/cells';
import { sqlFault } from './sql-fault';
import type { SqlWorker } from './sql-worker';

/** The engine ends a cell by itself after these; where it cannot, it is ended a little later. */
const SECONDS = 60;
const GRACE_SECONDS = 2;

type Answer = Result<CellOutput, CellFault>;

/** SQL cells of a page. */
export interface SqlCells extends Pick<Cells, 'sql'> {
  /** The columns of the table `orders`, for the editor; none where there is no such dataset. Needs no engine. */
  columns(dataset: RecordId): Promise<readonly string[]>;
}

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<SqlWorker>;
  /** Rejects when the worker fails. */
  readonly failed: Promise<never>;
}

/**
 * Cells run one after the other in a worker that starts with the first. A cell that is stopped or takes too long takes the
 * worker with it at once, and the next one starts another.
 */
export function createSqlCells(start: () => Worker = startWorker): SqlCells {
  let running: Running | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const current = (): Running => {
    running ??= begin(start());
    return running;
  };
  const end = (): void => {
    running?.worker.terminate();
    running = undefined;
  };
  const runNow = async (request: SqlRequest, signal: AbortSignal): Promise<Answer> => {
    if (signal.aborted) return CANCELLED;
    const watch = watchOver(signal);
    try {
      const { remote, failed } = current();
      const ends = [failed, watch.ended];
      const ready = await Promise.race([remote.prepare(request.dataset), ...ends]);
      watch.limit();
      const answer = ready.ok ? await Promise.race([remote.run(request.sql, request.tables), ...ends]) : ready;
      if (watch.isOver() || (!answer.ok && answer.error.code === 'out-of-memory')) end();
      return answer;
    } catch (thrown) {
      end();
      return err(sqlFault(thrown));
    } finally {
      watch.release();
    }
  };
  return {
    sql: (request, signal) => {
      const answer = queue.then(() => runNow(request, signal));
      queue = answer;
      return Promise.race([answer, abortOf(signal)]);
    },
    columns: async (dataset) => {
      const { remote, failed } = current();
      return (await Promise.race([remote.columns(dataset), failed])) ?? [];
    },
  };
}

const CANCELLED: Err<CellFault> = err({ code: 'cancelled' });

function startWorker(): Worker {
  return new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module' });
}

function begin(worker: Worker): Running {
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The worker failed.')));
  });
  failed.catch(() => undefined);
  return { worker, remote: wrap<SqlWorker>(worker), failed };
}

function abortOf(signal: AbortSignal): Promise<Err<CellFault>> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(CANCELLED);
    else signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
  });
}

/** What ends a cell from outside. */
interface Watch {
  readonly ended: Promise<Err<CellFault>>;
  readonly isOver: () => boolean;
  /** From now on it has so long. */
  readonly limit: () => void;
  readonly release: () => void;
}

function watchOver(signal: AbortSignal): Watch {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: (answer: Err<CellFault>) => void = () => undefined;
  const ended = new Promise<Err<CellFault>>((resolve) => {
    over = (answer) => {
      isOver = true;
      resolve(answer);
    };
  });
  const stop = (): void => over(CANCELLED);
  signal.addEventListener('abort', stop, { once: true });
  return {
    ended,
    isOver: () => isOver,
    limit: () => {
      const late = (): void => over(err({ code: 'too-long', seconds: SECONDS }));
      timer = setTimeout(late, (SECONDS + GRACE_SECONDS) * 1000);
    },
    release: () => {
      signal.removeEventListener('abort', stop);
      clearTimeout(timer);
    },
  };
}
