import { describe, expect, it } from 'vitest';
import { writeCalendar, type CalendarEvent } from '@/src/domain/exchange/write-calendar';

const AT = '2026-11-21T09:00:00.000Z';
const VISIT: CalendarEvent = {
  uid: 'visit-1@vital-few',
  day: '2026-11-23',
  time: '09:30',
  minutes: 90,
  title: '[A级] 青禾岭泵业 – 年度回顾',
  location: '上海市浦东新区云麓路 188 号, 3 楼',
  notes: '议程:\n1; 价格',
  categories: ['拜访', 'A,B'],
  sequence: 2,
};
const DUTY: CalendarEvent = { uid: 'duty-1', day: '2026-12-31', title: 'Review', sequence: 0 };

/** Parts of a calendar between two lines, both left out. */
const between = (text: string, from: string, to: string): string[] => {
  const lines = text.split('\r\n');
  return lines.slice(lines.indexOf(from) + 1, lines.indexOf(to));
};

describe('writeCalendar', () => {
  it('writes a visit at its time and a duty of a whole day', () => {
    expect(writeCalendar([VISIT, DUTY], { at: AT, zone: 'Asia/Shanghai' })).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Vital Few//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0800',
        'TZOFFSETTO:+0800',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:visit-1@vital-few',
        'DTSTAMP:20261121T090000Z',
        'SEQUENCE:2',
        'DTSTART;TZID=Asia/Shanghai:20261123T093000',
        'DTEND;TZID=Asia/Shanghai:20261123T110000',
        'SUMMARY:[A级] 青禾岭泵业 – 年度回顾',
        'LOCATION:上海市浦东新区云麓路 188 号\\, 3 楼',
        'DESCRIPTION:议程:\\n1\\; 价格',
        'CATEGORIES:拜访,A\\,B',
        'STATUS:CONFIRMED',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:[A级] 青禾岭泵业 – 年度回顾',
        'TRIGGER:-PT1H',
        'END:VALARM',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:duty-1',
        'DTSTAMP:20261121T090000Z',
        'SEQUENCE:0',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'TRANSP:TRANSPARENT',
        'SUMMARY:Review',
        'STATUS:CONFIRMED',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:Review',
        'TRIGGER:PT9H',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('cancels in a calendar of its own, without an alarm', () => {
    const text = writeCalendar([DUTY, { ...VISIT, cancelled: true, sequence: 3 }], { at: AT, zone: 'Asia/Shanghai' });
    const [published = '', cancelled = ''] = text.split('END:VCALENDAR\r\n');

    expect(published).toContain('METHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:duty-1\r\n');
    expect(cancelled).toContain('METHOD:CANCEL\r\n');
    expect(cancelled).toContain('UID:visit-1@vital-few\r\n');
    expect(cancelled).toContain('SEQUENCE:3\r\n');
    expect(cancelled).toContain('STATUS:CANCELLED\r\nEND:VEVENT');
    expect(cancelled).not.toContain('VALARM');
  });

  it('spells out the changes of the clocks around the events', () => {
    const events = [VISIT, { ...VISIT, uid: 'v2', day: '2027-05-03' }];

    // Clocks in Vienna go forward on 28 March 2027, at two o'clock.
    expect(
      between(writeCalendar(events, { at: AT, zone: 'Europe/Vienna' }), 'BEGIN:VTIMEZONE', 'END:VTIMEZONE'),
    ).toEqual([
      'TZID:Europe/Vienna',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20270328T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
    ]);
    // In New York they go back on 1 November 2026, before the first event, and forward on 14 March 2027.
    expect(writeCalendar(events, { at: AT, zone: 'America/New_York' })).toContain(
      'DTSTART:20270314T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n',
    );
  });

  it('ends the day after where a visit goes past midnight, in a leap year too', () => {
    const late = { ...VISIT, day: '2028-02-28', time: '23:30', minutes: 45 };

    expect(writeCalendar([late], { at: AT, zone: 'UTC' })).toContain(
      'DTSTART;TZID=UTC:20280228T233000\r\nDTEND;TZID=UTC:20280229T001500\r\n',
    );
  });

  it('folds long lines at 75 bytes and cuts no character', () => {
    const notes = '青禾岭泵业的年度回顾与价格谈判，'.repeat(20);
    const text = writeCalendar([{ ...VISIT, notes }], { at: AT, zone: 'Asia/Shanghai' });

    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${notes}\r\n`);
  });

  it('of nothing is empty, and an unknown zone is only named', () => {
    expect(writeCalendar([], { at: AT, zone: 'Asia/Shanghai' })).toBe('');
    expect(writeCalendar([VISIT], { at: AT, zone: 'Mars/Base' })).not.toContain('VTIMEZONE');
  });
});
