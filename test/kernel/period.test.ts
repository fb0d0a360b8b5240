import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOfPeriod, formatPeriod, lastDayOfPeriod, PERIOD_UNITS, periodOf } from '@/src/kernel/period';
import { day } from '@/test/support/orders';

describe('periods', () => {
  it.each([
    ['week', '1970-01-01', 0, '1970-W01'],
    ['week', '1970-01-04', 0, '1970-W01'],
    ['week', '1970-01-05', 1, '1970-W02'],
    ['week', '2021-01-03', 2661, '2020-W53'],
    ['week', '2024-12-30', 2870, '2025-W01'],
    ['month', '2024-02-29', 649, '2024-02'],
    ['quarter', '2024-03-31', 216, '2024-Q1'],
    ['quarter', '1969-12-31', -1, '1969-Q4'],
    ['half', '2024-07-01', 109, '2024-H2'],
    ['year', '2023-12-31', 53, '2023'],
  ] as const)('the %s of %s is %i, written %s', (unit, iso, period, text) => {
    expect(periodOf(unit, day(iso))).toBe(period);
    expect(formatPeriod(unit, period)).toBe(text);
  });

  it('follow each other without a hole, and each day lies in its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_UNITS), fc.integer({ min: -200_000, max: 200_000 }), (unit, when) => {
        const period = periodOf(unit, when);

        expect(firstDayOfPeriod(unit, period)).toBeLessThanOrEqual(when);
        expect(lastDayOfPeriod(unit, period)).toBeGreaterThanOrEqual(when);
        expect(firstDayOfPeriod(unit, period + 1)).toBe(lastDayOfPeriod(unit, period) + 1);
      }),
    );
  });
});
