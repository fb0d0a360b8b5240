import { firstDayOf, lastDayOf, monthOf, type Day } from '@/src/kernel/calendar';
import { dayFromIso } from '../records/duty';
import type { Deal } from './deal';
import type { PipelineScheme, Sale } from './scheme';

/** How long opportunities were in one step, in days. A stay that goes on counts until today. */
export interface StepTime {
  readonly id: string;
  readonly stays: number;
  /** The middle one, of an even number the mean of the two; null for none. */
  readonly median: number | null;
  readonly longest: number | null;
}

/** A line for every step of the scheme, in its order. Each stay counts, also when an opportunity came back to a step. */
export function stepTimes(scheme: PipelineScheme, deals: readonly Deal[], today: string): StepTime[] {
  return scheme.steps.map(({ id }) => {
    const days = deals
      .flatMap((deal) => deal.stays.filter(({ step }) => step === id).map((stay) => daysOf(stay, deal, today)))
      .sort((a, b) => a - b);
    return { id, stays: days.length, median: medianOf(days), longest: days.at(-1) ?? null };
  });
}

/** Days in the step where it stands now; 0 on the day that it came there. */
export function daysInStep(deal: Deal, today: string): number {
  const last = deal.stays.at(-1);
  return last ? daysOf(last, deal, today) : 0;
}

function daysOf(stay: Deal['stays'][number], { closedOn }: Deal, today: string): number {
  return Math.max(0, dayFromIso(stay.left ?? closedOn ?? today) - dayFromIso(stay.entered));
}

/** What a whole sale usually takes, in months, both bounds allowed. @source domain.md §5.8 */
export const CYCLE_MONTHS: Readonly<Record<Sale, readonly [least: number, most: number]>> = {
  account: [6, 12],
  project: [3, 12],
};

/** `running`: still open, and not beyond the usual time. */
export type CycleStanding = 'running' | 'short' | 'usual' | 'long';

/** From the day it was opened until it was won or lost, until today while it is open. */
export function cycleOf(
  deal: Deal,
  sale: Sale,
  today: string,
): { readonly days: number; readonly standing: CycleStanding } {
  const [start, end] = [dayFromIso(deal.openedOn), dayFromIso(deal.closedOn ?? today)];
  const [least, most] = CYCLE_MONTHS[sale];
  const days = Math.max(0, end - start);
  if (end > monthsAfter(start, most)) return { days, standing: 'long' };
  if (deal.closedOn === undefined) return { days, standing: 'running' };
  return { days, standing: end < monthsAfter(start, least) ? 'short' : 'usual' };
}

/** The same day so many months later; the last of a month that lacks it. */
function monthsAfter(day: Day, months: number): Day {
  const from = monthOf(day);
  return Math.min(firstDayOf(from + months) + (day - firstDayOf(from)), lastDayOf(from + months));
}

/** @param sorted ascending. */
function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
