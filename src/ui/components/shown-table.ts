import type { ResultTable, Value } from '@/src/domain/analysis/result';

/** What of a result is shown, on the screen and in whatever leaves it. */
export function shownTable(table: ResultTable): ResultTable {
  return withoutWarmUp(withoutRepeatedKeys(table));
}

/** Months before the first full window say nothing: only their name and the mark are shown. */
function withoutWarmUp(table: ResultTable): ResultTable {
  const mark = table.columns.indexOf('warmUp');
  if (mark < 0) return table;
  const shown = (row: readonly Value[]): readonly Value[] =>
    row[mark] === true ? row.map((value, i) => (table.columns[i] === 'month' || i === mark ? value : null)) : row;
  return { ...table, rows: table.rows.map(shown) };
}

/** Where every name is its own key, one column says both. */
function withoutRepeatedKeys(table: ResultTable): ResultTable {
  const [key, label] = [table.columns.indexOf('key'), table.columns.indexOf('label')];
  if (key < 0 || label < 0 || table.rows.some((row) => row[key] !== row[label])) return table;
  const without = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== key);
  return { columns: without(table.columns), types: without(table.types), rows: table.rows.map(without) };
}
