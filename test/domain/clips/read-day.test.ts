import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, civilDateOf } from '@/src/kernel/calendar';
import { readDay } from '@/src/domain/clips/read-day';

const TODAY = '2026-11-21';

describe('a day in a text', () => {
  it.each([
    ['2026年3月8日', '2026-03-08'],
    ['２０２６年３月８日', '2026-03-08'],
    ['将于 2026 年 12 月 1 日隆重开业', '2026-12-01'],
    ['民國115年3月8日', '2026-03-08'],
    ['2026-03-08', '2026-03-08'],
    ['2026/3/8', '2026-03-08'],
    ['2026.3.8', '2026-03-08'],
    ['8. März 2026', '2026-03-08'],
    ['am 08.03.2026 um 10 Uhr', '2026-03-08'],
    ['March 8, 2026', '2026-03-08'],
    ['Mar. 8 2026', '2026-03-08'],
    ['8th March 2026', '2026-03-08'],
    ['3. Oktober 2026', '2026-10-03'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['05/05/2026', '2026-05-05'],
    ['2024-02-29', '2024-02-29'],
    ['2026-03-08T10:00', '2026-03-08'],
    ['1900-01-01', '1900-01-01'],
    ['2200年12月31日', '2200-12-31'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, TODAY)?.day).toBe(day);
  });

  it.each([
    ['3月8日', '2027-03-08'],
    ['11月20日', '2026-11-20'],
    ['12月1号', '2026-12-01'],
    ['5月23日', '2026-05-23'],
    ['5月22日', '2027-05-22'],
    ['8. Dezember', '2026-12-08'],
    ['Jan 5', '2027-01-05'],
  ])('%s without a year is the nearest: %s', (text, day) => {
    expect(readDay(text, TODAY)?.day).toBe(day);
  });

  it.each([
    ['2026-02-30'],
    ['2023年2月29日'],
    ['13月1日'],
    ['03/08/2026'],
    ['1899-12-31'],
    ['2201-01-01'],
    ['明天'],
    ['3月'],
    ['2026年'],
    ['021-5555-0123'],
    ['192.168.1.2026'],
    ['Markt 5'],
    ['Mayor 8'],
    [''],
  ])('%s names none', (text) => {
    expect(readDay(text, TODAY)).toBeUndefined();
  });

  it('takes the first of several, and tells how it stands', () => {
    expect(readDay('成立于1998年5月20日，2026年12月1日庆祝周年', TODAY)).toEqual({
      day: '1998-05-20',
      raw: '1998年5月20日',
    });
    expect(readDay('Eröffnung am 8. März 2027, Tag der Technik am 9. März 2027', TODAY)).toEqual({
      day: '2027-03-08',
      raw: '8. März 2027',
    });
  });

  it('reads back every day in every way of writing it', () => {
    const english = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    const german = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });
    const chinese = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' });
    const at = (day: number): Date => new Date(day * 86_400_000);
    const ways: ((day: number) => string)[] = [
      formatDay,
      (day) => formatDay(day).replaceAll('-', '/'),
      (day) => english.format(at(day)),
      (day) => german.format(at(day)),
      (day) => chinese.format(at(day)),
    ];
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.constantFrom(...ways), (day, write) => {
        expect(readDay(`x ${write(day)} y`, TODAY)?.day).toBe(formatDay(day));
      }),
    );
  });

  it('gives a day within half a year of today where the text has no year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const read = readDay(`${month}月${day}日`, TODAY)?.day ?? '';
        expect(Math.abs(Date.parse(read) - Date.parse(TODAY)) / 86_400_000).toBeLessThanOrEqual(183);
        expect(civilDateOf(Date.parse(read) / 86_400_000)).toMatchObject({ month, day });
      }),
    );
  });

  it('gives a real day or nothing, whatever the text', () => {
    const piece = fc.constantFrom('年', '月', '日', '-', '/', '.', ' ', 'März', 'May', '民國', ',', '三');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.stringMatching(/^\d{1,4}$/)), { maxLength: 16 }), (pieces) => {
        const { day = TODAY } = readDay(pieces.join(''), TODAY) ?? {};
        expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});
