import { firstDayOf, lastDayOf, monthOf } from '@/src/kernel/calendar';
import type { Span } from './aggregate-source';

/** Stretches of whole calendar months of one length, told apart by what they are compared with. */
export interface WholeMonths {
  /** The last months that the data cover to their end. */
  readonly current: Span;
  /** As many months right before. */
  readonly before: Span;
  /** The same months a year earlier. */
  readonly yearAgo: Span;
}

/** @param months 12 at most, so that the months a year ago never overlap the current ones. */
export function wholeMonths({ last }: Span, months: number): WholeMonths {
  const past = last === lastDayOf(monthOf(last)) ? monthOf(last) + 1 : monthOf(last);
  const stretch = (from: number): Span => ({ first: firstDayOf(from), last: lastDayOf(from + months - 1) });
  return {
    current: stretch(past - months),
    before: stretch(past - 2 * months),
    yearAgo: stretch(past - months - 12),
  };
}

/** Whether the data begin in the first month of a stretch or earlier. */
export function reachesBack({ first }: Span, { first: from }: Span): boolean {
  return monthOf(first) <= monthOf(from);
}
