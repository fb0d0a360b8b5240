import { rowsAsData } from '@/src/domain/analysis/charts/table-data';
import type { ChartSpec, ResultTable } from '@/src/domain/analysis/result';
import { pickable, type PickableSpec } from './picked';

/** Marks beyond these are no picture any more, and hold the page up. */
export const MOST_MARKS = 5_000;

/**
 * The chart of a cell, whole: the rows of its table inside, amounts as numbers, columns called as in the table below it. At
 * most 5,000 rows are drawn.
 */
export function wholeChart(spec: ChartSpec, table: ResultTable, column: (name: string) => string): ChartSpec {
  const rows = table.rows.slice(0, MOST_MARKS);
  const money = table.columns.filter((_, i) => table.types[i] === 'money');
  const values = rowsAsData({ ...table, rows }).map((row) => ({
    ...row,
    ...Object.fromEntries(money.map((name) => [name, row[name] === null ? null : Number(row[name])])),
  }));
  return { width: 'container', ...titled(spec, table, column), data: { values } };
}

/** The same with marks that can be picked. */
export function cellChart(spec: ChartSpec, table: ResultTable, column: (name: string) => string): PickableSpec {
  return pickable(wholeChart(spec, table, column), table);
}

/** Titles that are names of columns, in the language of the interface. */
function titled(spec: ChartSpec, { columns }: ResultTable, column: (name: string) => string): ChartSpec {
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'title' && typeof value === 'string' && columns.includes(value) ? column(value) : visit(value),
      ]),
    );
  };
  // Safe: an object is visited into an object.
  return visit(spec) as ChartSpec;
}
