import { formatDay } from '@/src/kernel/calendar';

const DAY = 86_400;
/** Days from 1970-01-01 to the day before serial 1, and to serial 0 of the calendar that begins in 1904. */
const BEFORE_1900 = -25_568;
const START_1904 = -24_107;
/** 9999-12-31 */
const LAST = 2_932_896;

/**
 * A serial number as the day and time it stands for, to the second, by integers alone: no zone, no `Date`.
 * Serial 60 of the 1900 calendar is the 29 February that year did not have, and is given as such.
 * A time without a day (below 1, or shown by a format of hours only) is a time. `undefined` when it stands for no day:
 * negative, 0 as a day, beyond 9999-12-31.
 *
 * @example serialText(45296.5555555556, { timeOnly: false, date1904: false }) // '2024-01-05 13:20:00'
 */
export function serialText(serial: number, how: { timeOnly: boolean; date1904: boolean }): string | undefined {
  const seconds = Math.round(serial * DAY);
  if (!(seconds >= 0)) return undefined;
  const days = Math.floor(seconds / DAY);
  const time = seconds % DAY;
  if (days === 0 && (how.timeOnly || (time > 0 && !how.date1904))) return timeText(time);
  const day = how.date1904 ? day1904(days) : day1900(days);
  return day === undefined ? undefined : time === 0 ? day : `${day} ${timeText(time)}`;
}

function day1900(days: number): string | undefined {
  if (days === 0) return undefined;
  if (days === 60) return '1900-02-29';
  return dayText(BEFORE_1900 + days - (days > 60 ? 1 : 0));
}

function day1904(days: number): string | undefined {
  return dayText(START_1904 + days);
}

function dayText(day: number): string | undefined {
  return day > LAST ? undefined : formatDay(day);
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
