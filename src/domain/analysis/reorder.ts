import type { Day } from '@/src/kernel/calendar';
import { intAt } from '@/src/kernel/typed';
import type { CustomerDays } from './aggregate-source';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { kaplanMeier, restrictedMean, timeOf, type Followed, type SurvivalCurve } from './survival';

/** How long it takes until the next order, those who have not ordered again yet counted as well. */
export interface Reorder {
  /** From each order day to the customer's next. */
  readonly next: SurvivalCurve;
  /** From the first order day to the second. */
  readonly second: SurvivalCurve;
}

/** @param end the last day of the data: whoever has no later order day was followed up to it. */
export function reorderOf({ summaries, starts, days }: CustomerDays, end: Day): Reorder {
  const longest = summaries.reduce((most, { first }) => Math.max(most, end - first), 0);
  const [next, second] = [nobody(longest), nobody(longest)];
  for (let customer = 0; customer < summaries.length; customer++) {
    const from = intAt(starts, customer);
    const last = intAt(starts, customer + 1) - 1;
    for (let i = from; i <= last; i++) {
      const gap = (i === last ? end : intAt(days, i + 1)) - intAt(days, i);
      countOne(next, gap, i === last);
      if (i === from) countOne(second, gap, i === last);
    }
  }
  return { next: kaplanMeier(next), second: kaplanMeier(second) };
}

function nobody(longest: number): Followed {
  return { ended: new Int32Array(longest + 1), censored: new Int32Array(longest + 1) };
}

function countOne({ ended, censored }: Followed, days: number, isCensored: boolean): void {
  const counts = isCensored ? censored : ended;
  counts[days] = intAt(counts, days) + 1;
}

export const REORDER_FACTS = {
  reorderMedian: 'days',
  reorderQuarter: 'days',
  reorderThreeQuarters: 'days',
  reorderMean: 'days',
  reorderLongest: 'days',
  reorderEvents: 'count',
  secondMedian: 'days',
  secondQuarter: 'days',
  secondThreeQuarters: 'days',
  secondMean: 'days',
  secondLongest: 'days',
  secondEvents: 'count',
} as const;

/** A time that is not reached is null: fewer came back than that. */
export function reorderFacts({ next, second }: Reorder): Outcome['facts'] {
  return { ...curveFacts('reorder', next), ...curveFacts('second', second) };
}

function curveFacts(name: 'reorder' | 'second', curve: SurvivalCurve): Outcome['facts'] {
  return {
    [`${name}Median`]: timeOf(curve, 0.5),
    [`${name}Quarter`]: timeOf(curve, 0.25),
    [`${name}ThreeQuarters`]: timeOf(curve, 0.75),
    [`${name}Mean`]: restrictedMean(curve),
    [`${name}Longest`]: curve.longest,
    [`${name}Events`]: curve.events,
  };
}

/** One row for each number of days after which somebody ordered again. */
export function reorderTable({ steps }: SurvivalCurve): ResultTable {
  return table(
    {
      days: 'days',
      atRisk: 'count',
      reordered: 'count',
      waiting: 'share',
      standardError: 'ratio',
      low: 'share',
      high: 'share',
    },
    steps.map((step): Value[] => [
      step.time,
      step.atRisk,
      step.events,
      step.survival,
      step.standardError,
      step.low,
      step.high,
    ]),
  );
}
