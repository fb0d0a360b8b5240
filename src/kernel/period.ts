import { firstDayOf, formatDay, formatMonth, monthOf, civilDateOf, type Day } from './calendar';

/** Stretches of the calendar that follow each other without a hole. Weeks are ISO weeks: they begin on Monday. */
export const PERIOD_UNITS = ['week', 'month', 'quarter', 'half', 'year'] as const;

export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Counts periods of one unit; the one that 1970-01-01 lies in is 0, and neighbours differ by 1. */
export type Period = number;

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** @example periodOf('quarter', dayOf({ year: 1970, month: 4, day: 1 })) // 1 */
export function periodOf(unit: PeriodUnit, day: Day): Period {
  return unit === 'week' ? Math.floor((day + 3) / 7) : Math.floor(monthOf(day) / MONTHS[unit]);
}

export function firstDayOfPeriod(unit: PeriodUnit, period: Period): Day {
  return unit === 'week' ? period * 7 - 3 : firstDayOf(period * MONTHS[unit]);
}

export function lastDayOfPeriod(unit: PeriodUnit, period: Period): Day {
  return firstDayOfPeriod(unit, period + 1) - 1;
}

/** `2024-W01` (of the year that its Thursday lies in), `2024-01`, `2024-Q1`, `2024-H1`, `2024`. In order of time as text. */
export function formatPeriod(unit: PeriodUnit, period: Period): string {
  const first = firstDayOfPeriod(unit, period);
  if (unit === 'month') return formatMonth(period);
  if (unit === 'week') return formatWeek(first + 3);
  const year = formatDay(first).slice(0, 4);
  if (unit === 'year') return year;
  const number = (civilDateOf(first).month - 1) / MONTHS[unit] + 1;
  return `${year}-${unit === 'quarter' ? 'Q' : 'H'}${number}`;
}

/** ISO 8601: week 1 is the one with the first Thursday of the year. */
function formatWeek(thursday: Day): string {
  const { year } = civilDateOf(thursday);
  const newYear = firstDayOf((year - 1970) * 12);
  const week = Math.floor((thursday - newYear) / 7) + 1;
  return `${formatDay(thursday).slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}
