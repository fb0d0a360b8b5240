import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateOf, dayOf, formatDay } from '@/src/kernel/calendar';
import { parseDate, type DateReading } from '@/src/domain/tabular/values/date-form';
import { decideDates } from '@/src/domain/tabular/values/decide-dates';
import { runs } from '@/test/support/runs';
import { HANGS, processorTime } from '@/test/support/processor-time';

const DAY_FIRST = decideDates(['13/1/2024']);
const MONTH_FIRST = decideDates(['1/13/2024']);
const MONTHS = decideDates(['2024-01']);
const REPUBLIC = decideDates(['民國113年1月5日']);
const YEAR_FIRST = decideDates(['24-1-5']);
const read = (text: string, reading: DateReading = DAY_FIRST): string | undefined => {
  const day = parseDate(text, reading);
  return day === undefined ? undefined : formatDay(day);
};

describe('parseDate', () => {
  it.each([
    '2024-01-05',
    '2024/1/5',
    '2024.1.5',
    '2024.01.05',
    '2024. 1. 5.',
    '20240105',
    '20240105132000',
    '20240105T132000Z',
    '2024年1月5日',
    '2024年01月05日',
    '2024 年 1 月 5 日',
    '2024年1月5号',
    '24年1月5日',
    '２０２４－０１－０５',
    '２０２４年１月５日',
    '2024년 1월 5일',
    '公元2024年1月5日',
    ' 2024-01-05 ',
    '="2024-01-05"',
    "'2024-01-05",
    '\t2024-01-05',
    '2024-01-05 23:59:59',
    '2024-01-05 23:59',
    '2024-01-05T23:59:59.123Z',
    '2024-01-05T23:59:59+08:00',
    '2024-01-05T00:00:00-11:00',
    '2024-01-05 09:50:26 +0200',
    '2024-01-05 09:50:26 UTC',
    '2024-01-05 9:05',
    '2024-01-05 24:00',
    '2024/1/5 上午 8:00',
    '2024/1/5 上午8:00:00',
    '2024年1月5日 下午3:20',
    '2024年1月5日15时20分',
    '2024/01/05 午後 3:20',
    '2024-01-05 星期五',
    '2024年1月5日 星期五',
    '2024年1月5日星期五 12:00',
    '2024/01/05(金)',
    '2024年1月5日(金) 12:00',
    '2024年1月5日金曜日',
    '5/1/2024',
    '05/01/2024',
    '05.01.2024',
    '5. 1. 2024',
    '5-1-2024',
    '05/01/2024 13:20',
    '5/1/2024 1:20 PM',
    '5/1/24',
    '05.01.24',
    'Fri 05/01/2024',
    'Fr., 05.01.2024',
    '13:20 05/01/2024',
    '05/Jan/2024:13:20:00 +0000',
    '5-Jan-24',
    '05-JAN-24',
    '5-Jan-2024',
    '5 January 2024',
    '5th January 2024',
    'January 5, 2024',
    'Jan 5 2024',
    'Jan. 5, 2024',
    'January 5th, 2024',
    '2024-Jan-05',
    '2024 Jan 5',
    'Fri, 5 Jan 2024',
    'Friday, January 5, 2024',
    'Fri, 05 Jan 2024 12:00:00 GMT',
    'Jan 5, 2024 12:00:00 AM PST',
    'Fri Jan  5 12:00:00 CST 2024',
    'Fri Jan 05 2024 12:00:00 GMT+0800 (China Standard Time)',
    '5. Januar 2024',
    '5. Jan. 2024',
    '5. Jänner 2024',
    '5 janv. 2024',
    '5 janvier 2024',
    'vendredi 5 janvier 2024',
    '5 de enero de 2024',
    '5-ene-2024',
    '令和6年1月5日',
    'R6.1.5',
    '民國113年1月5日',
    '中華民國113年1月5日',
    '民國113/01/05',
  ])('reads %j as the fifth of January', (text) => {
    expect(read(text)).toBe('2024-01-05');
  });

  it.each<[string, string]>([
    ['1er janvier 2024', '2024-01-01'],
    ['3. März 2024', '2024-03-03'],
    ['3 Mrz 2024', '2024-03-03'],
    ['mar. 5 mars 2024', '2024-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['15 févr. 2024', '2024-02-15'],
    ['15 août 2024', '2024-08-15'],
    ['2 dic 2024', '2024-12-02'],
    ['2 Dez. 2024', '2024-12-02'],
    ['May 5, 2024', '2024-05-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2200-12-31', '2200-12-31'],
    ['31/12/69', '2069-12-31'],
    ['31/12/70', '1970-12-31'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '-',
    '2023-02-29',
    '2024-02-30',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-05',
    '2024-01-00',
    '13/13/2024',
    '1899-12-31',
    '2201-01-01',
    '0001-01-01',
    '45296',
    '45296.5',
    '2024-01',
    'Jan 2024',
    '2024年1月',
    '2024Q1',
    'yesterday',
    '5-Foo-2024',
    'Jan 5',
    '5-Jan',
    'May',
    'Mr. May 5',
    '12:00',
    '2024',
    '113/01/05',
    '1130105',
    '113年1月5日',
    '2024-01-05 25:00',
    '2024-01-05 12:60',
    '2024-01-05 24:01',
    '2024-01-05 x',
    'x 2024-01-05',
    '2024-01-05-06',
    '2024-1-5/6',
    '138-0013-8000',
    '202401050001',
    '1.2.3',
    '12.50',
    '1,234',
    '192.168.1.10',
    'H12-3-4',
    '12-34-56',
    '5年3月2日',
    '2024/01-05',
  ])('refuses %j', (text) => {
    expect(parseDate(text, DAY_FIRST)).toBeUndefined();
  });

  it('takes the order of the column where the cell leaves it open', () => {
    expect(read('1/5/2024', MONTH_FIRST)).toBe('2024-01-05');
    expect(read('1/5/2024', DAY_FIRST)).toBe('2024-05-01');
    expect(read('13/5/2024', MONTH_FIRST)).toBeUndefined();
    expect(read('24-1-5', YEAR_FIRST)).toBe('2024-01-05');
    expect(read('24/01/05', YEAR_FIRST)).toBe('2024-01-05');
    expect(read('24/01/05', DAY_FIRST)).toBe('2005-01-24');
  });

  it('reads months and quarters as their first day, where the whole column is such', () => {
    const texts = [
      '2024-04',
      '2024/4',
      '2024年4月',
      'Apr 2024',
      'April 2024',
      'Apr-24',
      '04/2024',
      '2024Q2',
      'Q2 2024',
      '2024年第2季度',
      'avril 2024',
    ];

    expect(texts.map((text) => read(text, MONTHS))).toEqual(texts.map(() => '2024-04-01'));
    expect(read('2024-13', MONTHS)).toBeUndefined();
  });

  it('reads years of the Republic, where the column says so', () => {
    const texts = ['113/01/05', '113-1-5', '113.01.05', '1130105', '113年1月5日'];

    expect(texts.map((text) => read(text, REPUBLIC))).toEqual(texts.map(() => '2024-01-05'));
    expect(read('99/12/31', REPUBLIC)).toBe('2010-12-31');
    expect(read('2024/01/05', REPUBLIC)).toBe('2024-01-05');
  });

  it('reads serials, where the whole column is such', () => {
    const since1900 = decideDates(['45296', '45297.5']);
    const since1904 = decideDates(['43834'], { epoch: '1904' });

    expect(['45296', '45296.9999', '45296,25', '20000', '60000'].map((text) => read(text, since1900))).toEqual([
      '2024-01-05',
      '2024-01-05',
      '2024-01-05',
      '1954-10-03',
      '2064-04-08',
    ]);
    expect(['19999', '60001', '4529', '452960'].map((text) => read(text, since1900))).toEqual(Array(4).fill(undefined));
    expect(read('43834', since1904)).toBe('2024-01-05');
  });

  it('reads of a column that contradicts itself only what can be read one way', () => {
    const both = decideDates(['13/1/2024', '1/13/2024']);

    expect(both.conflict).toBe(true);
    expect(['13/1/2024', '1/13/2024', '5/5/2024', '1/5/2024'].map((text) => read(text, both))).toEqual([
      '2024-01-13',
      '2024-01-13',
      '2024-05-05',
      undefined,
    ]);
  });
});

const pad = (value: number): string => String(value).padStart(2, '0');
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
type Write = (year: number, month: number, day: number) => string;
const WRITERS: readonly [Write, DateReading][] = [
  [(y, m, d) => `${y}-${pad(m)}-${pad(d)}`, DAY_FIRST],
  [(y, m, d) => `${y}/${m}/${d}`, DAY_FIRST],
  [(y, m, d) => `${y}.${m}.${d}`, DAY_FIRST],
  [(y, m, d) => `${y}${pad(m)}${pad(d)}`, DAY_FIRST],
  [(y, m, d) => `${y}年${m}月${d}日 星期一 上午9:05`, DAY_FIRST],
  [(y, m, d) => `${y}-${pad(m)}-${pad(d)}T23:30:00-11:00`, DAY_FIRST],
  [(y, m, d) => `${pad(d)}.${pad(m)}.${y}`, DAY_FIRST],
  [(y, m, d) => `${d}/${m}/${y} 13:20`, DAY_FIRST],
  [(y, m, d) => `${m}/${d}/${y} 1:20 PM`, MONTH_FIRST],
  [(y, m, d) => `${m}/${d}/${pad(y % 100)}`, MONTH_FIRST],
  [(y, m, d) => `${pad(y % 100)}-${m}-${d}`, YEAR_FIRST],
  [(y, m, d) => `${d}-${NAMES[m - 1]}-${pad(y % 100)}`, MONTH_FIRST],
  [(y, m, d) => `${NAMES[m - 1]} ${d}, ${y}`, DAY_FIRST],
  [(y, m, d) => `民國${y - 1911}年${m}月${d}日`, DAY_FIRST],
  [(y, m, d) => `${y - 1911}/${pad(m)}/${pad(d)}`, REPUBLIC],
  [(y, m, d) => String(dayOf({ year: y, month: m, day: d }) + 25_569), decideDates(['45296'])],
];

describe('dates written and read again', () => {
  it('are the same in every style', () => {
    const days = fc.integer({
      min: dayOf({ year: 2011, month: 1, day: 1 }),
      max: dayOf({ year: 2063, month: 12, day: 31 }),
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...WRITERS), (day, [write, reading]) => {
        const { year, month, day: dayOfMonth } = civilDateOf(day);

        expect(parseDate(write(year, month, dayOfMonth), reading)).toBe(day);
      }),
      runs(400, 50_000),
    );
  });

  it('never throw, whatever the text', () => {
    const datish = fc.string({
      unit: fc.constantFrom(...'0123459-/.: ,年月日時分上下午民國令和元TZ+QJanFebMarFri星期('),
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), datish), { maxLength: 5 }),
        fc.string(),
        (values, header) => {
          const reading = decideDates(values, { headers: [header] });
          for (const value of values) {
            const day = parseDate(value, reading);
            expect(day === undefined || Number.isSafeInteger(day)).toBe(true);
          }
        },
      ),
      runs(400, 50_000),
    );
  });

  it('take no time over long texts', () => {
    const spent = processorTime();
    for (const part of ['1', '1-', ' ', '1 ', '年', '上午', 'a', 'Jan ', '：', '12:', '="', '\t', '(', '日', '5日']) {
      const text = part.repeat(100_000 / part.length);
      expect(parseDate(text, decideDates([text]))).toBeUndefined();
    }
    expect(spent()).toBeLessThan(HANGS);
  });
});
