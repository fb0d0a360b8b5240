import { wrap, type Remote } from 'comlink';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { FrameCell } from '@/src/domain/notebook/notebook';
import type { FrameWorker } from './frame-worker';

let remote: Remote<FrameWorker> | undefined;

/** Describes a table in the frame worker, which loads danfojs when the first frame cell runs and not before. */
export function describeFrame(table: ResultTable, cell: FrameCell): Promise<ResultTable> {
  remote ??= wrap<FrameWorker>(new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' }));
  return remote.describe(table, cell);
}
