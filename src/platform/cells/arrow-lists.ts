import { DataType, type Table, type Vector } from 'apache-arrow';
import { assert, must } from '@/src/kernel/assert';

/* Columns of what a query of ours gave, by name, as plain lists. Nothing in them is NULL. */

export function texts(table: Table, name: string): string[] {
  return valuesOf(table, name).map(String);
}

/** Whole numbers small enough for a double. */
export function integers(table: Table, name: string): number[] {
  return valuesOf(table, name).map(asNumber);
}

/** Whole numbers of any size. */
export function bigints(table: Table, name: string): bigint[] {
  return valuesOf(table, name).map((value) => BigInt(String(value)));
}

export function doubles(table: Table, name: string): Float64Array {
  const values: unknown = columnOf(table, name).toArray();
  assert(values instanceof Float64Array, `${name} is of doubles`);
  return values;
}

function valuesOf(table: Table, name: string): unknown[] {
  const column = columnOf(table, name);
  const isPlain = DataType.isInt(column.type);
  return Array.from<unknown>(isPlain ? column.toArray() : column);
}

function columnOf(table: Table, name: string): Vector {
  return must(table.getChild(name), `the query gives ${name}`);
}

/** Sums of whole numbers come as decimals, which are numbers only by way of text. */
function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number(String(value));
}
