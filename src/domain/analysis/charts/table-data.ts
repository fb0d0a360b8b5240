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

/** A number in three digits as the interface writes it short: 1.23k, or 1.23万. */
export function shortText(value: number, words: (key: string) => string): string {
  const [tenThousand, hundredMillion] = words('chart.units').split(' ');
  const units: readonly (readonly [number, string])[] =
    hundredMillion === undefined
      ? [
          [1e9, 'G'],
          [1e6, 'M'],
          [1e3, 'k'],
        ]
      : [
          [1e8, hundredMillion],
          [1e4, tenThousand ?? ''],
        ];
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return `${Number((value / size).toPrecision(3))}${unit}`;
}
