import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { parseDate, type DateReading } from '@/src/domain/tabular/values/date-form';
import { decideDates, type DateEvidence } from '@/src/domain/tabular/values/decide-dates';
import { runs } from '@/test/support/runs';

const PLAIN: DateReading = {
  order: 'month-first',
  yearFirst: false,
  assumed: false,
  conflict: false,
  styles: 1,
  mixed: false,
  serial: undefined,
  monthOnly: false,
  republic: false,
};

describe('decideDates', () => {
  it.each<[string[], DateEvidence, Partial<DateReading>]>([
    [[], {}, { styles: 0 }],
    [['', '-', '无'], {}, { styles: 0 }],
    [['2024-01-05', '2024-01-06 12:00', ''], {}, {}],
    [['1/5/2024', '13/5/2024'], {}, { order: 'day-first' }],
    [['1/5/2024', '5/13/2024'], {}, {}],
    [['13/5/2024', '5/13/2024'], {}, { order: 'day-first', conflict: true }],
    [['5/5/2024'], {}, {}],
    [['1.5.2024', '2.5.2024'], {}, { order: 'day-first', assumed: true }],
    [['1/5/2024', '2/5/2024'], {}, { assumed: true }],
    [['1/5/2024'], { currency: 'EUR' }, { order: 'day-first', assumed: true }],
    [['1/5/2024'], { currency: 'GBP' }, { order: 'day-first', assumed: true }],
    [['1/5/2024'], { currency: 'USD' }, { assumed: true }],
    [['1/5/2024'], { headers: ['Datum', 'Betrag'], currency: 'USD' }, { order: 'day-first', assumed: true }],
    [['1/5/2024', '5 März 2024'], {}, { order: 'day-first', assumed: true, styles: 2, mixed: true }],
    [['1/5/2024', '5 March 2024'], {}, { assumed: true, styles: 2, mixed: true }],
    [['3/11/2023', '12/11/2023', '4/12/2023', '9/1/2024'], {}, { order: 'day-first', assumed: true }],
    [['11/3/2023', '11/12/2023', '12/4/2023', '1/9/2024'], { currency: 'EUR' }, { assumed: true }],
    [['24-1-5'], {}, { yearFirst: true }],
    [['24-01-05', '24-01-06', '24-01-07', '24-02-08'], {}, { yearFirst: true }],
    [['24-01-05', '24-01-31'], {}, { yearFirst: true, assumed: true }],
    [['31-01-24', '05-01-24'], {}, { order: 'day-first', assumed: true }],
    [['31-01-24', '05-01-24', '06-01-24', '07-02-24'], {}, { order: 'day-first' }],
    [['13/02/24', '32/01/05'], {}, { yearFirst: true }],
    [['1/5/24', '1/13/24'], {}, {}],
    [['24/01/05', '24/01/06', '24/02/11'], {}, { yearFirst: true, assumed: true }],
    [['05/01/24', '06/01/24', '11/02/24'], {}, { assumed: true }],
    [['05.01.24'], {}, { order: 'day-first', assumed: true }],
    [['05-01-04'], {}, { yearFirst: true, assumed: true }],
    [['05/01/04'], { headers: ['日期'] }, { yearFirst: true, assumed: true }],
    [['05/01/04'], { headers: ['Date'] }, { assumed: true }],
    [['2024-01-05', '2024/1/6'], {}, { styles: 2, mixed: true }],
    [['2024/01/05', '2024/1/6 8:00', '2024/1/7 下午 8:00'], {}, {}],
    [['Jan 5, 2024', 'January 6, 2024'], {}, {}],
    [['45296', '45297'], {}, { serial: '1900' }],
    [['45296', '45297.25', ''], { epoch: '1904' }, { serial: '1904' }],
    [['45296', '45297', '45298', '45299', '45300', '合计'], {}, { serial: '1900' }],
    [['45296', '2024-01-05'], {}, {}],
    [['45296', '12', '7'], {}, { styles: 0 }],
    [['2024-01', '2024-02'], {}, { monthOnly: true }],
    [['2024-01', '2024-02-01'], {}, { styles: 2, mixed: true }],
    [['113/01/05'], {}, {}],
    [['113/01/05'], { headers: ['訂單日期'] }, { republic: true, yearFirst: true }],
    [['113/01/05', '民國113年1月6日'], {}, { republic: true, yearFirst: true, styles: 2, mixed: true }],
  ])('of %j, given %j', (values, evidence, expected) => {
    const yearFirst = expected.yearFirst ?? false;

    expect(decideDates(values, evidence)).toEqual({ ...PLAIN, yearFirst, ...expected });
  });

  it('is not shaken by a slip among many', () => {
    const values = Array.from({ length: 99 }, (_, i) => `${13 + (i % 16)}/1/${1950 + i}`);

    expect(decideDates([...values, '1/13/2024'])).toMatchObject({ order: 'day-first', conflict: false });
  });

  it('reads a column worked out by hand', () => {
    // Nothing above 12, so nothing is certain; as day/month the file runs from November to February, as month/day it jumps.
    const values = ['03/11/2023', '12/11/2023', '04/12/2023', '09/01/2024', '02/02/2024'];
    const reading = decideDates(values);

    expect(reading).toMatchObject({ order: 'day-first', assumed: true });
    expect(values.map((value) => formatDay(parseDate(value, reading) ?? 0))).toEqual([
      '2023-11-03',
      '2023-11-12',
      '2023-12-04',
      '2024-01-09',
      '2024-02-02',
    ]);
  });

  it('does not depend on the order of the values, when they settle it themselves', () => {
    const value = fc.constantFrom(
      '2024-01-05',
      '1/5/2024',
      '5.1.2024',
      '24-1-5',
      'Jan 5, 2024',
      '民國113年1月5日',
      '45296',
      '-',
      'x',
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), fc.nat(), (some, seed) => {
        const values = [...some, '13/1/2024', '24-1-13'];
        const turned = values.map((_, i) => values[(i + seed) % values.length] ?? '').reverse();

        expect(decideDates(turned)).toEqual(decideDates(values));
      }),
      runs(500, 20_000),
    );
  });
});
