import type { ResultTable, Value } from '../result';

/** A table as Vega-Lite's inline data: one object per row. Small tables only; longer ones are thinned first. */
export function rowsAsData({ columns, rows }: ResultTable): Record<string, Value>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
}

/**
 * Vega expression that writes an axis value short: 1.2M, or 120万 where the interface writes so. The words name the units
 * of ten thousand and of a hundred million, or `SI`.
 */
export function shortNumber(words: (key: string) => string): string {
  const [tenThousand, hundredMillion] = words('chart.units').split(' ');
  if (hundredMillion === undefined) return "format(datum.value, '~s')";
  return (
    `abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~r') + '${hundredMillion}' : ` +
    `abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~r') + '${tenThousand}' : format(datum.value, '~r')`
  );
}
