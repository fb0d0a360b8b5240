import { expose } from 'comlink';
import * as danfo from 'danfojs';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { FrameCell } from '@/src/domain/notebook/notebook';
import { describeGroups } from './frame';

const worker = { describe: (table: ResultTable, cell: FrameCell): ResultTable => describeGroups(danfo, table, cell) };

export type FrameWorker = typeof worker;

expose(worker);
