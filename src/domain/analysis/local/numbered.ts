import { intAt } from '@/src/kernel/typed';

/** Each row's class, counted from 0. */
export interface Numbered {
  readonly codes: Int32Array;
  readonly size: number;
}

/** Rows with the same two numbers are of one class. @param rows all rows in an order that has those of one pair together. */
export function numberPairs(a: Int32Array, b: Int32Array, rows: Int32Array): Numbered {
  const codes = new Int32Array(rows.length);
  let last = -1;
  let before = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = intAt(rows, i);
    if (i === 0 || intAt(a, row) !== intAt(a, before) || intAt(b, row) !== intAt(b, before)) last++;
    codes[row] = last;
    before = row;
  }
  return { codes, size: last + 1 };
}
