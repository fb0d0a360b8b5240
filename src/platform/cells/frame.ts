import { err, ok, type Result } from '@/src/kernel/result';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { FramePlan, FrameStep } from '@/src/domain/notebook/frame-steps';
import type { CellFault, CellOutput, CellTables } from '@/src/app/ports/cells';
import { describeColumns, groupRows, pivotRows, type Frames } from './frame-groups';
import { mergeRows } from './frame-merge';
import { limitRows, selectColumns, sortRows, whereRows } from './frame-rows';

/** danfojs keeps frames of this size without trouble; larger ones are cut, and a notice says how many rows were used. */
const MOST_ROWS = 20_000;

/**
 * Runs the steps of a plan over tables. What danfojs computes (group, pivot, describe, merge) is in floating point, for
 * looking at, not for the books; selecting, filtering and sorting leave values as they are and work on all rows.
 * @returns a fault that names the step, counted from 1, when a table or a column is not there or a value does not fit.
 */
export function runFrame(frames: Frames, plan: FramePlan, tables: CellTables): Result<CellOutput, CellFault> {
  let table = tableOf(tables, plan.from);
  if (!table) return err({ code: 'cell-failed', detail: `from: no result ${plan.from}` });
  let isCut = false;
  const cut = (whole: ResultTable): ResultTable => {
    if (whole.rows.length <= MOST_ROWS) return whole;
    isCut = true;
    return { ...whole, rows: whole.rows.slice(0, MOST_ROWS) };
  };
  for (const [i, step] of plan.steps.entries()) {
    const other = step.kind === 'merge' ? tableOf(tables, step.with) : undefined;
    const input: ResultTable = isComputed(step) ? cut(table) : table;
    const done = runStep(frames, input, step, other && cut(other));
    if (!done.ok) return err({ code: 'cell-failed', detail: `step ${i + 1}, ${step.kind}: ${done.error}` });
    table = done.value;
  }
  return ok({ table, notices: isCut ? [{ code: 'frame-large', rows: MOST_ROWS }] : [] });
}

function isComputed({ kind }: FrameStep): boolean {
  return kind === 'group' || kind === 'pivot' || kind === 'describe' || kind === 'merge';
}

function runStep(
  frames: Frames,
  table: ResultTable,
  step: FrameStep,
  other: ResultTable | undefined,
): Result<ResultTable, string> {
  switch (step.kind) {
    case 'select':
      return selectColumns(table, step);
    case 'where':
      return whereRows(table, step);
    case 'sort':
      return sortRows(table, step);
    case 'limit':
      return limitRows(table, step);
    case 'group':
      return groupRows(frames, table, step);
    case 'pivot':
      return pivotRows(frames, table, step);
    case 'describe':
      return describeColumns(frames, table, step);
    case 'merge':
      return other ? mergeRows(frames, table, other, step) : err(`no result ${step.with}`);
  }
}

function tableOf(tables: CellTables, name: string): ResultTable | undefined {
  return Object.hasOwn(tables, name) ? tables[name] : undefined;
}
