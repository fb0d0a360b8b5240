import { civilDateOf, dayOf } from '@/src/kernel/calendar';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A zone changes its clocks at most once in so many days. */
const STEP = 14;

/** What a zone's clocks show from an instant on. */
interface Observance {
  /** In milliseconds, as the clocks showed it before they changed. */
  readonly from: number;
  /** Minutes east of UTC, before and since. */
  readonly before: number;
  readonly offset: number;
}

/**
 * VTIMEZONE of a zone for the days from `first` to `last`, one observance for each change of its clocks, since Outlook knows no
 * zone by its name. @param zone an IANA name. @returns no lines for a zone that is not known.
 * @source RFC 5545 §3.6.5
 */
export function timeZoneLines(zone: string, first: string, last: string): string[] {
  const offsetAt = offsetsOf(zone);
  if (!offsetAt) return [];
  const observances = observancesBetween(offsetAt, startOfDay(first) - DAY, startOfDay(last) + 2 * DAY);
  const standard = Math.min(...observances.map(({ offset }) => offset));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observances.flatMap(({ from, before, offset }) => {
      const name = offset > standard ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${name}`,
        `DTSTART:${localText(from)}`,
        `TZOFFSETFROM:${offsetText(before)}`,
        `TZOFFSETTO:${offsetText(offset)}`,
        `END:${name}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}

/** @returns undefined for an unknown zone. */
function offsetsOf(zone: string): ((at: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return (at) => {
      const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
      const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
      return sign === '-' ? -size : size;
    };
  } catch {
    // Not a zone that this engine knows.
    return undefined;
  }
}

function observancesBetween(offsetAt: (at: number) => number, start: number, end: number): Observance[] {
  let offset = offsetAt(start);
  const observances: Observance[] = [{ from: 0, before: offset, offset }];
  for (let at = start; at < end; at += STEP * DAY) {
    const next = offsetAt(at + STEP * DAY);
    if (next === offset) continue;
    const change = changeBetween(offsetAt, at, at + STEP * DAY);
    observances.push({ from: change + offset * MINUTE, before: offset, offset: next });
    offset = next;
  }
  return observances;
}

/** The minute at which the offset changes. */
function changeBetween(offsetAt: (at: number) => number, low: number, high: number): number {
  const before = offsetAt(low);
  let [from, to] = [low / MINUTE, high / MINUTE];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(middle * MINUTE) === before) from = middle;
    else to = middle;
  }
  return to * MINUTE;
}

function startOfDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf({ year, month, day: date }) * DAY;
}

/** @param at milliseconds as a clock on the wall would count them. */
function localText(at: number): string {
  const { year, month, day } = civilDateOf(Math.floor(at / DAY));
  const minutes = Math.floor((at - Math.floor(at / DAY) * DAY) / MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
