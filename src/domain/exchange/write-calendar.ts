import { dayOf, formatDay } from '@/src/kernel/calendar';
import { escapedText, foldedLine } from './content-line';
import { timeZoneLines } from './time-zone-lines';

/** A visit at its time, or a duty of a whole day. */
export interface CalendarEvent {
  /** The same as long as the event is the same, so that a calendar changes it instead of adding another. */
  readonly uid: string;
  /** ISO 8601. */
  readonly day: string;
  /** `09:30`, as clocks in the zone show it. Without one the event takes the whole day. */
  readonly time?: string;
  /** How long it takes; 60 when not given. Of events with a time. */
  readonly minutes?: number;
  readonly title: string;
  readonly location?: string;
  /** Lines end with \n. */
  readonly notes?: string;
  readonly categories?: readonly string[];
  readonly cancelled?: boolean;
  /** One more with every change of the event, from 0. */
  readonly sequence: number;
}

interface CalendarOptions {
  /** UTC time of the writing, ISO 8601. */
  readonly at: string;
  /** IANA name of the zone that times are in, `Asia/Shanghai`. */
  readonly zone: string;
}

const HOUR = 60;

/**
 * Events as one .ics file: CRLF, lines folded at 75 bytes, times with their zone spelt out. Timed events remind an hour before,
 * those of a whole day at nine in the morning. What was cancelled stands in a calendar of its own, since a calendar either
 * publishes or cancels.
 *
 * @returns the empty text for no events. @source RFC 5545, RFC 5546
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const live = events.filter(({ cancelled }) => !cancelled);
  const cancelled = events.filter((event) => event.cancelled);
  const lines = [...calendarLines(live, 'PUBLISH', options), ...calendarLines(cancelled, 'CANCEL', options)];
  return lines.map(foldedLine).join('');
}

function calendarLines(
  events: readonly CalendarEvent[],
  method: 'PUBLISH' | 'CANCEL',
  { at, zone }: CalendarOptions,
): string[] {
  if (events.length === 0) return [];
  const days = events.flatMap(({ day, time }) => (time === undefined ? [] : [day])).sort();
  const [first, last] = [days[0], days.at(-1)];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vital Few//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(first !== undefined && last !== undefined ? timeZoneLines(zone, first, last) : []),
    ...events.flatMap((event) => eventLines(event, at, zone)),
    'END:VCALENDAR',
  ];
}

function eventLines(event: CalendarEvent, at: string, zone: string): string[] {
  const { uid, title, location, notes, categories = [], cancelled, sequence } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(uid)}`,
    `DTSTAMP:${at.replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    ...timeLines(event, zone),
    `SUMMARY:${escapedText(title)}`,
    ...(location ? [`LOCATION:${escapedText(location)}`] : []),
    ...(notes ? [`DESCRIPTION:${escapedText(notes)}`] : []),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapedText).join(',')}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(cancelled ? [] : alarmLines(event)),
    'END:VEVENT',
  ];
}

function timeLines({ day, time, minutes = HOUR }: CalendarEvent, zone: string): string[] {
  if (time === undefined)
    return [
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day, 1))}`,
      'TRANSP:TRANSPARENT',
    ];
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const end = hour * HOUR + minute + minutes;
  const endDay = dayAfter(day, Math.floor(end / (24 * HOUR)));
  return [
    `DTSTART;TZID=${zone}:${compact(day)}T${clock(hour * HOUR + minute)}`,
    `DTEND;TZID=${zone}:${compact(endDay)}T${clock(end % (24 * HOUR))}`,
  ];
}

function alarmLines({ title, time }: CalendarEvent): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapedText(title)}`,
    `TRIGGER:${time === undefined ? 'PT9H' : '-PT1H'}`,
    'END:VALARM',
  ];
}

function dayAfter(day: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return formatDay(dayOf({ year, month, day: date }) + days);
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR))}${two(minutes % HOUR)}00`;
}
