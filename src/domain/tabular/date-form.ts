import { dayOf, isRealDate, type Day } from '@/src/kernel/calendar';

/** Which part comes first in 1/5/2024. Dates that begin with the year need no decision. */
export type DateOrder = 'day-first' | 'month-first';

export interface DateDecision {
  readonly order: DateOrder;
  /** No value of the column settles the order; it was taken from the separator. To be said on screen. */
  readonly assumed: boolean;
}

const HALF = '(?:[AP]M|上午|下午)';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?';
const ZONE = '(?:Z|[+-]\\d{2}:?\\d{2}|UTC)';
const TIME = `(?:[T ]${HALF}? ?${CLOCK} ?${HALF}? ?${ZONE}?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?${TIME}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'i');
const MONTH_NAME = new RegExp(`^(\\d{1,2})[- ]([A-Za-z]{3})[a-z]{0,6}[-, ]{1,2}(\\d{4})${TIME}$`, 'i');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** By elimination over the column: a part above 12 is a day. When none is, a full stop means day first, a slash month first. */
export function decideDateOrder(values: readonly string[]): DateDecision {
  let dayFirst = 0;
  let monthFirst = 0;
  let stops = 0;
  let ambiguous = 0;
  for (const value of values) {
    const match = YEAR_LAST.exec(folded(value));
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12) dayFirst++;
    else if (second > 12) monthFirst++;
    else ambiguous++;
    if (match[2] === '.') stops++;
  }
  if (dayFirst + monthFirst > 0) return { order: dayFirst >= monthFirst ? 'day-first' : 'month-first', assumed: false };
  return { order: stops > 0 ? 'day-first' : 'month-first', assumed: ambiguous > 0 };
}

/**
 * The civil day that a cell names; a time of day and a zone behind it are left as they were written.
 * @returns undefined for anything that is no date that exists.
 * @example parseDate('2024年1月5日', 'day-first') // 19727
 */
export function parseDate(text: string, order: DateOrder): Day | undefined {
  const value = folded(text);
  const yearFirst = YEAR_FIRST.exec(value) ?? COMPACT.exec(value);
  if (yearFirst) return real(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(value);
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
    return order === 'day-first' ? real(year, second, first) : real(year, first, second);
  }
  const named = MONTH_NAME.exec(value);
  return named
    ? real(Number(named[3]), MONTHS.indexOf(named[2]?.toLowerCase() ?? '') + 1, Number(named[1]))
    : undefined;
}

function folded(text: string): string {
  return text.slice(0, 60).normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function real(year: number, month: number, day: number): Day | undefined {
  const date = { year, month, day };
  return year >= 1900 && year <= 2200 && isRealDate(date) ? dayOf(date) : undefined;
}
