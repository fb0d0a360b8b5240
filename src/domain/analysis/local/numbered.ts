import { intAt } from '@/src/kernel/typed';

/** Each row's class, counted from 0. */
export interface Numbered {
  readonly codes: Int32Array;
  readonly size: number;
}

/** Rows with the same two numbers are of one class; classes are in the order of first appearance. @param wide more than any of `b`; none of either is below 0. */
export function numberPairs(a: Int32Array, b: Int32Array, wide: number): Numbered {
  const places = new Map<number, number>();
  const codes = a.map((own, row) => {
    const pair = own * wide + intAt(b, row);
    const known = places.get(pair);
    if (known !== undefined) return known;
    places.set(pair, places.size);
    return places.size - 1;
  });
  return { codes, size: places.size };
}
