import { at } from '@/src/kernel/assert';

/** The 97.5 % point of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

export type Interval = readonly [low: number | null, high: number | null];

/**
 * Wilson score interval of a share, 95 %, without continuity correction.
 * @returns [null, null] for n = 0. @source E. B. Wilson, JASA 22 (1927) 209–212.
 * @example wilson(5, 10) // [0.2366…, 0.7634…]
 */
export function wilson(successes: number, n: number): Interval {
  if (n === 0) return [null, null];
  const p = successes / n;
  const z2 = Z_95 * Z_95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
 * @param sorted ascending. @returns null for no values.
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(sorted: ArrayLike<number>, q: number): number | null {
  if (sorted.length === 0) return null;
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const low = at(sorted, below);
  return below + 1 < sorted.length ? low + (position - below) * (at(sorted, below + 1) - low) : low;
}

/** Adds doubles with Neumaier's compensation: the error does not grow with the number of values. */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
