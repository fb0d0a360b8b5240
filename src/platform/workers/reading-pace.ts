import type { ReadProgress } from '@/src/app/ports/datasets';
import type { ReadOptions } from '@/src/domain/tabular/sales-file';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

/** Lets whoever calls the worker be heard a few times a second. */
export function createPauses(): () => Promise<void> | void {
  let paused = performance.now();
  return () => {
    if (performance.now() - paused < REPORT_EVERY) return;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => void (paused = performance.now()));
  };
}

/** Reports a few times a second, and when all is read. */
export function createProgress(
  totalBytes: number,
  report: (progress: ReadProgress) => void,
): NonNullable<ReadOptions['onProgress']> {
  let reported = 0;
  let isAll = false;
  return (rows, bytes) => {
    const now = performance.now();
    if (isAll || (now - reported < REPORT_EVERY && bytes < totalBytes)) return;
    reported = now;
    isAll = bytes >= totalBytes;
    report({ rows, bytes: Math.min(bytes, totalBytes), totalBytes });
  };
}

/** While columns were built nothing could be heard: what was said meanwhile is heard now. */
export async function hearing(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
