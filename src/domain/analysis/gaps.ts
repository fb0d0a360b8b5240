import { intAt } from '@/src/kernel/typed';
import type { CustomerDays } from './aggregate-source';
import { quantile } from './statistics';

/** Days between the order days of one customer and the next, over all customers. */
export interface Gaps {
  /** Ascending. */
  readonly sorted: Int32Array;
  /** Each customer's own, in the order of `summaries`; null with fewer than MIN_OWN_GAPS. */
  readonly ownMedian: readonly (number | null)[];
}

/** A customer with fewer gaps than this is judged by the gaps of all. */
const MIN_OWN_GAPS = 3;

/** Thresholds that people know; the data's own quantile is rounded up to one of them. */
export const USUAL_THRESHOLDS = [30, 60, 90, 120, 180, 365] as const;

export function gapsOf({ summaries, starts, days }: CustomerDays): Gaps {
  const gaps = new Int32Array(days.length);
  let count = 0;
  const ownMedian = summaries.map((_, customer) => {
    const first = count;
    for (let i = intAt(starts, customer) + 1; i < intAt(starts, customer + 1); i++)
      gaps[count++] = intAt(days, i) - intAt(days, i - 1);
    return count - first < MIN_OWN_GAPS ? null : quantile(gaps.slice(first, count).sort(), 0.5);
  });
  return { sorted: ascending(gaps.subarray(0, count)), ownMedian };
}

/** By counting: gaps are no longer than the data, and many are alike. */
function ascending(gaps: Int32Array): Int32Array {
  const counts = new Int32Array(gaps.reduce((most, gap) => Math.max(most, gap), 0) + 1);
  for (let i = 0; i < gaps.length; i++) counts[intAt(gaps, i)] = intAt(counts, intAt(gaps, i)) + 1;
  const sorted = new Int32Array(gaps.length);
  let place = 0;
  counts.forEach((count, gap) => {
    sorted.fill(gap, place, place + count);
    place += count;
  });
  return sorted;
}

/**
 * After how many days of silence a customer counts as lost: the 90th percentile of the gaps, rounded up to a usual
 * number of days, 365 at most. 90 when nobody ordered twice.
 */
export function thresholdFrom({ sorted }: Gaps): number {
  const ninetieth = quantile(sorted, 0.9);
  if (ninetieth === null) return 90;
  return USUAL_THRESHOLDS.find((days) => days >= ninetieth) ?? 365;
}
