import { at } from '@/src/kernel/assert';
import type { Day } from '@/src/kernel/calendar';
import type { CustomerDays, CustomerSummary } from './aggregate-source';
import type { Gaps } from './gaps';
import { quantile } from './statistics';

/** How a customer stands on the last day of the data. */
export type Standing = 'active' | 'slipping' | 'lost';

export interface CustomerStanding {
  readonly summary: CustomerSummary;
  /** Median days between the customer's own order days; of all customers when there are too few. */
  readonly usualGap: number;
  readonly silentDays: number;
  readonly standing: Standing;
}

/**
 * A customer is slipping who has been silent for more than one and a half times the usual gap (and for more than half
 * the gap that four in five reorders stay within), and lost after three times the gap and the churn threshold.
 *
 * @source the rule is ours, after guides/workspace §6: said in words on screen as "usually every 31 days, now 58".
 */
export function standingsOf(source: CustomerDays, gaps: Gaps, threshold: number, end: Day): CustomerStanding[] {
  const commonGap = quantile(gaps.sorted, 0.5) ?? threshold;
  const eightieth = quantile(gaps.sorted, 0.8) ?? threshold;
  return source.summaries.map((summary, customer) => {
    const usualGap = at(gaps.ownMedian, customer) ?? commonGap;
    const silentDays = end - summary.last;
    const isLost = silentDays > Math.max(3 * usualGap, threshold);
    const isSlipping = silentDays > Math.max(1.5 * usualGap, eightieth / 2);
    return { summary, usualGap, silentDays, standing: isLost ? 'lost' : isSlipping ? 'slipping' : 'active' };
  });
}
