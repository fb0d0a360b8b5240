import { civilDateOf, dayOf, firstDayOf, lastDayOf, monthOf, type Day } from '@/src/kernel/calendar';
import type { Span } from './aggregate-source';

/**
 * What "this year" is. `year`: the twelve months up to the last day of the data. `calendar-year`: the last calendar year that
 * the data reach the end of. `all`: every day.
 */
export const CYCLES = ['year', 'calendar-year', 'all'] as const;

export type CycleKind = (typeof CYCLES)[number];

export interface Cycle extends Span {
  /** Whether the data begin within its first week or before: shops are shut over a new year. Always for `all`. */
  readonly isCovered: boolean;
}

export interface Cycles {
  readonly current: Cycle;
  /** The twelve months before; undefined when the data do not cover them, and for `all`. */
  readonly previous: Cycle | undefined;
}

const GRACE = 6;

/** @param data first and last day of the data. */
export function cyclesOf(data: Span, kind: CycleKind): Cycles {
  if (kind === 'all') return { current: { ...data, isCovered: true }, previous: undefined };
  const current = kind === 'year' ? yearUpTo(data.last, data) : calendarYear(lastWholeYear(data.last), data);
  const previous = kind === 'year' ? yearUpTo(current.first - 1, data) : calendarYear(yearOf(current.first) - 1, data);
  return { current, previous: previous.isCovered ? previous : undefined };
}

/** @param year as written, such as 2024. */
export function calendarYear(year: number, data: Span): Cycle {
  const first = dayOf({ year, month: 1, day: 1 });
  return covered({ first, last: dayOf({ year, month: 12, day: 31 }) }, data);
}

/** The last calendar year whose last day the data reach. */
export function lastWholeYear(last: Day): number {
  const year = yearOf(last);
  return last === dayOf({ year, month: 12, day: 31 }) ? year : year - 1;
}

/** Twelve months up to `last`: whole months where it ends one, else from the day after the same day a year before. */
function yearUpTo(last: Day, data: Span): Cycle {
  const month = monthOf(last);
  if (last === lastDayOf(month)) return covered({ first: firstDayOf(month - 11), last }, data);
  const { day } = civilDateOf(last);
  return covered({ first: firstDayOf(month - 12) + day, last }, data);
}

function covered(span: Span, data: Span): Cycle {
  return { ...span, isCovered: data.first <= span.first + GRACE && data.last >= span.last };
}

function yearOf(day: Day): number {
  return civilDateOf(day).year;
}
