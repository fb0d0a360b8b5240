/** How a value is to be shown. `money` values are decimal strings; days and months are ISO text. */
export type ValueType = 'text' | 'count' | 'money' | 'share' | 'ratio' | 'number' | 'days' | 'day' | 'month' | 'flag';

export type Value = string | number | boolean | null;

/** Rows of plain values under named columns. `null` means undefined or not yet, never zero. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly types: readonly ValueType[];
  readonly rows: readonly (readonly Value[])[];
}

/** What an analysis found, before any language: numbers by name, and tables by name. */
export interface Outcome {
  readonly facts: Readonly<Record<string, Value>>;
  readonly tables: Readonly<Record<string, ResultTable>>;
}

/** Builds a table and keeps its columns and types together. */
export function table(columns: Readonly<Record<string, ValueType>>, rows: readonly (readonly Value[])[]): ResultTable {
  return { columns: Object.keys(columns), types: Object.values(columns), rows };
}

/** A Vega-Lite specification with its data inside. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** Words of the interface for titles and axes, by key. The caller chooses the language. */
export type Words = (key: string) => string;
