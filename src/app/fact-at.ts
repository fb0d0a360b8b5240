import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Value, ValueType } from '@/src/domain/analysis/result';
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
  if (!result) return name === owner ? plain(values.get(name)) : undefined;
  if (result.kind === 'analysis') {
    const { facts } = result.run.outcome;
    const type = ANALYSES.get(result.run.analysis)?.factTypes[part];
    return Object.hasOwn(facts, part) ? { value: facts[part] ?? null, type: type ?? typeOf(facts[part]) } : undefined;
  }
  if (result.kind === 'output' && part === '') return plain(result.output.value);
  const table = result.kind === 'frame' ? result.table : result.kind === 'output' ? result.output.table : undefined;
  const column = table?.columns.indexOf(part) ?? -1;
  if (!table || column < 0 || table.rows.length !== 1) return undefined;
  return { value: table.rows[0]?.[column] ?? null, type: table.types[column] ?? 'text' };
}

function plain(value: unknown): Fact | undefined {
  return typeof value === 'string' || typeof value === 'number' ? { value, type: typeOf(value) } : undefined;
}

function typeOf(value: unknown): ValueType {
  return typeof value === 'number' ? 'number' : 'text';
}
