import { expose } from 'comlink';
import * as danfo from 'danfojs';
import type { Result } from '@/src/kernel/result';
import type { FramePlan } from '@/src/domain/notebook/frame-steps';
import type { CellFault, CellOutput, CellTables } from '@/src/app/ports/cells';
import { runFrame } from './frame';

const worker = {
  run: (plan: FramePlan, tables: CellTables): Result<CellOutput, CellFault> => runFrame(danfo, plan, tables),
};

export type FrameWorker = typeof worker;

expose(worker);
