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
  const all: number[] = [];
  const ownMedian = summaries.map((_, customer) => {
    const own: number[] = [];
    for (let i = intAt(starts, customer) + 1; i < intAt(starts, customer + 1); i++) {
      const gap = intAt(days, i) - intAt(days, i - 1);
      own.push(gap);
      all.push(gap);
    }
    return own.length < MIN_OWN_GAPS
      ? null
      : quantile(
          own.sort((a, b) => a - b),
          0.5,
        );
  });
  return { sorted: Int32Array.from(all).sort(), ownMedian };
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
