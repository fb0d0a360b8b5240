import { dayOf, type Day } from '@/src/kernel/calendar';
import { fullYear, type DateCell } from './date-cell';
import { readDateCell } from './read-date-cell';
import { dayOfSerial, serialOfCell, type SerialEpoch } from './serial-day';

/** Which part comes first in 1/5/2024. Dates that begin with the year need no decision. */
export type DateOrder = 'day-first' | 'month-first';

/** How the dates of one column are to be read. Decided once, from all its values. */
export interface DateReading {
  readonly order: DateOrder;
  /** Whether 24-1-5 begins with its year. */
  readonly yearFirst: boolean;
  /** No value of the column settles the order, and it matters; it was taken from other evidence. To be said on screen. */
  readonly assumed: boolean;
  /** Values settle the order both ways. Those are read as they can only be read; 1/5/2024 is not read at all. */
  readonly conflict: boolean;
  /** How many ways of writing a date there are, serials included. Times, zeros and the length of names do not count. */
  readonly styles: number;
  /** More ways than one. */
  readonly mixed: boolean;
  /** Whole column of spreadsheet serials. */
  readonly serial: SerialEpoch | undefined;
  /** All dates are months or quarters (2024-01, Jan 2024): each stands for its first day. */
  readonly monthOnly: boolean;
  /** Years of three digits are years of the Republic: 113 is 2024. */
  readonly republic: boolean;
}

/**
 * The civil day that a cell names; a time of day and a zone behind it are left as they were written.
 * @returns undefined for anything that is no date that exists between 1900 and 2200, for a month among days, and for a date
 * that the column leaves open.
 * @example parseDate('2024年1月5日', decideDates([])) // 19727
 */
export function parseDate(text: string, reading: DateReading): Day | undefined {
  const iso = isoDay(text);
  if (iso !== undefined) return iso;
  if (reading.serial) {
    const serial = serialOfCell(text);
    if (serial !== undefined) return dayOfSerial(serial, reading.serial);
  }
  const cell = readDateCell(text);
  return cell && dayOfCell(cell, reading);
}

/** The day of a cell under a reading. */
export function dayOfCell(cell: DateCell, reading: DateReading): Day | undefined {
  const { kind, a, b, c } = cell;
  if (kind === 'day') return realDay(a, b, c);
  if (kind === 'month') return reading.monthOnly ? realDay(a, b, 1) : undefined;
  if (kind === 'roc') return reading.republic ? realDay(a + 1911, b, c) : undefined;
  if (kind === 'open') return lastYearDay(cell, c, reading);
  if (reading.republic && cell.yearAt !== 'last') return realDay(a + 1911, b, c);
  return cell.yearAt === 'first' || (reading.yearFirst && cell.yearAt !== 'last')
    ? realDay(fullYear(a), b, c)
    : lastYearDay(cell, fullYear(c), reading);
}

function lastYearDay({ a, b }: DateCell, year: number, { order, conflict }: DateReading): Day | undefined {
  if (!conflict) return order === 'day-first' ? realDay(year, b, a) : realDay(year, a, b);
  const dayFirst = realDay(year, b, a);
  const monthFirst = realDay(year, a, b);
  return dayFirst !== undefined && monthFirst !== undefined && a !== b ? undefined : (dayFirst ?? monthFirst);
}

/** @returns undefined when there is no such day, or it is outside 1900…2200. */
export function realDay(year: number, month: number, day: number): Day | undefined {
  const inRange = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1;
  if (!inRange) return undefined;
  if (day > 28 && day > lengthOfMonth(year, month)) return undefined;
  return dayOf({ year, month, day });
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const DASH = 0x2d;
const COLON = 0x3a;

/**
 * The day of 2024-01-05, also with a time behind it (2024-01-05 13:20, 2024-01-05T13:20:00): the forms that most cells have,
 * read without a pattern.
 * @returns undefined for every other form.
 */
export function isoDay(text: string): Day | undefined {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return undefined;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  if (length > 10 && !isPlainTime(text, length)) return undefined;
  const year = pair(text, 0) * 100 + pair(text, 2);
  return realDay(year, pair(text, 5), pair(text, 8));
}

/** Of comparisons with NaN all are false: a pair that is no number fails them. */
function isPlainTime(text: string, length: number): boolean {
  const joint = text.charCodeAt(10);
  if ((joint !== 0x20 && joint !== 0x54) || text.charCodeAt(13) !== COLON) return false;
  if (!(pair(text, 11) <= 23) || !(pair(text, 14) <= 59)) return false;
  return length === 16 || (text.charCodeAt(16) === COLON && pair(text, 17) <= 59);
}

/** Two digits as a number; NaN when they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
