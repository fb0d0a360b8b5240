import { timeOf } from './survival';
import type { Day } from '@/src/kernel/calendar';
import type { CustomerDays } from './aggregate-source';
import { thresholdFrom, USUAL_THRESHOLDS, type Gaps } from './gaps';
import { reorderOf, type Reorder } from './reorder';

/** The parameter that says after how many days of silence a customer counts as lost. */
export const THRESHOLD = {
  type: 'choice',
  default: 'data',
  options: ['data', 'survival', '30', '60', '90', '120', '180', '365'],
} as const;

export const THRESHOLD_FACTS = {
  threshold: 'days',
  thresholdFrom: 'text',
  thresholdFromData: 'flag',
  thresholdReached: 'flag',
  reorderNinetieth: 'days',
} as const;

export interface Threshold {
  readonly days: number;
  /** `data`, `survival` or `chosen`. */
  readonly from: 'data' | 'survival' | 'chosen';
  /** False where nine in ten never ordered again as long as anybody was followed: the days are the longest usual ones. */
  readonly reached: boolean;
  /** The time by which nine in ten had ordered again, those still waiting counted; null where it is not reached. */
  readonly ninetieth: number | null;
}

/**
 * `data`: the 90th percentile of the gaps of those who came back. `survival`: the time by which nine in ten had ordered again
 * where those still waiting count too (Kaplan–Meier), which is longer; 365 where that is not reached. Both are rounded up to a
 * usual number of days, 365 at most. Anything else: the number itself.
 */
export function thresholdOf(choice: (typeof THRESHOLD)['options'][number], gaps: Gaps, reorder: Reorder): Threshold {
  const ninetieth = timeOf(reorder.next, 0.9);
  if (choice === 'data') return { days: thresholdFrom(gaps), from: 'data', reached: true, ninetieth };
  if (choice !== 'survival') return { days: Number(choice), from: 'chosen', reached: true, ninetieth };
  const days = ninetieth === null ? undefined : USUAL_THRESHOLDS.find((usual) => usual >= ninetieth);
  return { days: days ?? 365, from: 'survival', reached: ninetieth !== null, ninetieth };
}

/** The same where the curve of reorders is not needed otherwise. */
export function thresholdAt(
  choice: (typeof THRESHOLD)['options'][number],
  gaps: Gaps,
  { days, end }: { days: CustomerDays; end: Day },
): Threshold {
  return thresholdOf(choice, gaps, reorderOf(days, end));
}

export function thresholdFacts({ days, from, reached, ninetieth }: Threshold): {
  [N in keyof typeof THRESHOLD_FACTS]: string | number | boolean | null;
} {
  return {
    threshold: days,
    thresholdFrom: from,
    thresholdFromData: from === 'data',
    thresholdReached: reached,
    reorderNinetieth: ninetieth,
  };
}
