import { floatAt, intAt } from '@/src/kernel/typed';
import type { Span } from '../aggregate-source';

/*
 * Rows in the order of their days. Passes over columns in that order read and write what lies together; a pass over rows by
 * their numbers waits for nearly each of them.
 */

/** By row its place, rows of one day as they stand in the file; undefined where all rows stand in that order already. */
export type DayOrder = Int32Array | undefined;

/** What was paid row by row in the order of days. */
export interface RowsByDay {
  /** Whose row it is. */
  readonly codes: Int32Array;
  readonly day: Int32Array;
  /** Each `paid × 10^-scale`. */
  readonly paid: Float64Array;
  readonly scale: number;
}

/** By counting, without comparisons. @param span of these days; undefined where there are none. */
export function dayOrderOf(day: Int32Array, span: Span | undefined): DayOrder {
  if (!span || isAscending(day)) return undefined;
  const { first, last } = span;
  const next = new Int32Array(last - first + 2);
  for (let row = 0; row < day.length; row++) {
    const behind = intAt(day, row) - first + 1;
    next[behind] = intAt(next, behind) + 1;
  }
  for (let i = 1; i < next.length; i++) next[i] = intAt(next, i) + intAt(next, i - 1);
  const places = new Int32Array(day.length);
  for (let row = 0; row < day.length; row++) {
    const own = intAt(day, row) - first;
    const place = intAt(next, own);
    next[own] = place + 1;
    places[row] = place;
  }
  return places;
}

/** Many files are in the order of their days as they come. */
function isAscending(day: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) if (intAt(day, row) < intAt(day, row - 1)) return false;
  return true;
}

/** The column itself where its rows are in order. */
export function intsByDay(column: Int32Array, order: DayOrder): Int32Array {
  if (!order) return column;
  const ordered = new Int32Array(column.length);
  for (let row = 0; row < order.length; row++) ordered[intAt(order, row)] = intAt(column, row);
  return ordered;
}

/** The column itself where its rows are in order. */
export function floatsByDay(column: Float64Array, order: DayOrder): Float64Array {
  if (!order) return column;
  const ordered = new Float64Array(column.length);
  for (let row = 0; row < order.length; row++) ordered[intAt(order, row)] = floatAt(column, row);
  return ordered;
}

/** The numbers of the rows in order; undefined where that is how they stand. */
export function rowNumbersByDay(order: DayOrder): Int32Array | undefined {
  return order && intsByDay(Int32Array.from(order.keys()), order);
}
