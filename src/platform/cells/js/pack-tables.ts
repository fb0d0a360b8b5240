import { at } from '@/src/kernel/assert';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import type { CellRun, PackedTable } from './cell-message';

const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

/** Columns of numbers as typed arrays, money among them: a cell computes in floating point. The others as they are. */
export function packTable({ columns, types, rows }: ResultTable): PackedTable {
  return {
    columns,
    types,
    values: columns.map((_, place) => {
      const values = rows.map((row) => row[place] ?? null);
      return NUMERIC.has(at(types, place)) ? Float64Array.from(values, numberIn) : values;
    }),
  };
}

/** What travels without a copy. */
export function buffersOf({ tables }: CellRun): ArrayBuffer[] {
  return Object.values(tables).flatMap(({ values }) =>
    values.flatMap((column) =>
      column instanceof Float64Array && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}

function numberIn(value: Value): number {
  return value === null ? Number.NaN : Number(value);
}

/** A table as the text of a cell has it. Rows and objects are made when they are asked for; a missing value is null. */
export interface CellTable {
  readonly columns: readonly string[];
  readonly types: readonly ValueType[];
  readonly rows: readonly (readonly Value[])[];
  readonly objects: () => Record<string, Value>[];
  /** The values of a column: numbers as the Float64Array that came in, with NaN for what is missing. */
  readonly column: (name: string) => Float64Array | readonly Value[];
  /** A danfojs frame of it, with NaN for missing numbers. Throws where `dfd` is not there. */
  readonly frame: () => unknown;
}

/** @param dfd danfojs, where it was loaded. */
export function unpackTable({ columns, types, values }: PackedTable, dfd: unknown): CellTable {
  const valueAt = (place: number, i: number): Value => {
    const value = at(values, place)[i] ?? null;
    return Number.isNaN(value) ? null : value;
  };
  const indices = Array.from({ length: values[0]?.length ?? 0 }, (_, i) => i);
  let rows: readonly (readonly Value[])[] | undefined;
  return {
    columns,
    types,
    get rows() {
      rows ??= indices.map((i) => columns.map((_, place) => valueAt(place, i)));
      return rows;
    },
    objects: () => indices.map((i) => Object.fromEntries(columns.map((name, place) => [name, valueAt(place, i)]))),
    column: (name) => {
      const found = values[columns.indexOf(name)];
      if (!found) throw new Error(`no column ${name}; there are ${columns.join(', ')}`);
      return found;
    },
    frame: () => {
      if (!isDanfo(dfd)) throw new Error('danfojs is not loaded');
      return new dfd.DataFrame(Object.fromEntries(columns.map((name, place) => [name, [...at(values, place)]])));
    },
  };
}

function isDanfo(dfd: unknown): dfd is { readonly DataFrame: new (data: Record<string, readonly Value[]>) => unknown } {
  return typeof dfd === 'object' && dfd !== null && 'DataFrame' in dfd;
}
