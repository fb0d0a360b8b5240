import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDateOf,
  dayOf,
  firstDayOf,
  formatDay,
  formatMonth,
  isRealDate,
  lastDayOf,
  monthOf,
} from '@/src/kernel/calendar';

const anyDay = fc.integer({ min: -700_000, max: 700_000 });

describe('dayOf', () => {
  it.each([
    [{ year: 1970, month: 1, day: 1 }, 0],
    [{ year: 1969, month: 12, day: 31 }, -1],
    [{ year: 2000, month: 2, day: 29 }, 11_016],
    [{ year: 2000, month: 3, day: 1 }, 11_017],
    [{ year: 2011, month: 12, day: 9 }, 15_317],
  ])('counts %j from 1970-01-01', (date, expected) => {
    expect(dayOf(date)).toBe(expected);
  });

  it('agrees with Date.UTC on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);

        expect(civilDateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it('is undone by civilDateOf', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(civilDateOf(day))).toBe(day);
      }),
    );
  });
});

describe('isRealDate', () => {
  it.each([
    [2023, 2, 28, true],
    [2023, 2, 29, false],
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [2024, 4, 30, true],
    [2024, 4, 31, false],
    [2024, 0, 1, false],
    [2024, 13, 1, false],
    [2024, 1, 0, false],
  ])('%i-%i-%i is %s', (year, month, day, expected) => {
    expect(isRealDate({ year, month, day })).toBe(expected);
  });
});

describe('months', () => {
  it('hold exactly the days between their first and last', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = monthOf(day);

        expect(firstDayOf(month)).toBeLessThanOrEqual(day);
        expect(lastDayOf(month)).toBeGreaterThanOrEqual(day);
        expect(monthOf(lastDayOf(month) + 1)).toBe(month + 1);
      }),
    );
  });

  it('are written as year and month', () => {
    expect(formatMonth(monthOf(dayOf({ year: 2011, month: 12, day: 9 })))).toBe('2011-12');
    expect(formatDay(dayOf({ year: 814, month: 1, day: 28 }))).toBe('0814-01-28');
  });
});
