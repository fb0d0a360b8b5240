import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { ownerOf } from '@/src/domain/notebook/graph';
import type { CellResult } from './cell-result';

/** A fact that prose refers to, with how it is shown. */
export interface Fact {
  readonly value: Value;
  readonly type: ValueType;
}

/**
 * What a reference in prose stands for: `pareto.k` a fact of an analysis, `total.sum` a column of a result of one row,
 * `ratio` the one value that a program gave, `share` a parameter. Undefined where nothing gives it, or gives it not yet.
 */
export function factAt(
  name: string,
  resultOf: (key: string) => CellResult | undefined,
  values: ReadonlyMap<string, string | number>,
): Fact | undefined {
  const owner = ownerOf(name);
  const part = name.slice(owner.length + 1);
  const result = resultOf(owner);
  if (result?.kind === 'analysis') return analysisFact(result.run, part);
  if (result?.kind === 'frame') return tableFact(result.table, part);
  if (result?.kind === 'output') return part === '' ? plain(result.output.value) : tableFact(result.output.table, part);
  return !result && name === owner ? plain(values.get(name)) : undefined;
}

function analysisFact({ analysis, outcome: { facts } }: AnalysisRun, name: string): Fact | undefined {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return value === undefined ? undefined : { value, type: ANALYSES.get(analysis)?.factTypes[name] ?? typeOf(value) };
}

function tableFact(table: ResultTable | undefined, name: string): Fact | undefined {
  const column = table?.columns.indexOf(name) ?? -1;
  const value = table?.rows.length === 1 ? table.rows[0]?.[column] : undefined;
  return value === undefined ? undefined : { value, type: table?.types[column] ?? 'text' };
}

function plain(value: unknown): Fact | undefined {
  return typeof value === 'string' || typeof value === 'number' ? { value, type: typeOf(value) } : undefined;
}

function typeOf(value: unknown): ValueType {
  return typeof value === 'number' ? 'number' : 'text';
}
