import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { parseDecimal } from '@/src/kernel/money';
import { convertUnits } from '@/src/domain/tabular/rates/convert-units';
import { runs } from '@/test/support/runs';

const rate = (text: string) => must(parseDecimal(text), text);

describe('an amount in another currency', () => {
  it.each<[string, number, number, string, number, bigint]>([
    ['100.00 at 7.12', 10_000, 2, '7.12', 2, 71_200n],
    ['1.005 at 1, half up', 1005, 3, '1', 2, 101n],
    ['-1.005 at 1, half away from zero', -1005, 3, '1', 2, -101n],
    ['1.0049 at 1', 10_049, 4, '1', 2, 100n],
    ['0.01 at 0.5', 1, 2, '0.5', 2, 1n],
    ['-0.01 at 0.5', -1, 2, '0.5', 2, -1n],
    ['0.01 at 0.49', 1, 2, '0.49', 2, 0n],
    ['10.10 at 0.00004 without decimals', 1010, 2, '0.00004', 0, 0n],
    ['100 at 157.25 without decimals', 100, 0, '157.25', 0, 15_725n],
    ['3 at 7', 3, 0, '7', 2, 2100n],
    ['2^53-1 at 123456789.123456789', 9_007_199_254_740_991, 2, '123456789.123456789', 2, 1111999898985515673411415n],
  ])('%s', (...[, units, scale, text, decimals, expected]) => {
    expect(convertUnits({ units, scale }, rate(text), decimals)).toBe(expected);
  });

  it('is itself at one to one', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(convertUnits({ units, scale: 2 }, rate('1'), 2)).toBe(BigInt(units));
      }),
      runs(100, 2000),
    );
  });

  it('turns its sign with the amount, and is off by no more than half of the last digit', () => {
    const positive = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), positive, (units, rateUnits) => {
        const by = { units: BigInt(rateUnits), scale: 5 };
        const there = convertUnits({ units, scale: 3 }, by, 2);

        expect(convertUnits({ units: -units, scale: 3 }, by, 2)).toBe(-there);
        const off = BigInt(units) * BigInt(rateUnits) - there * 1_000_000n;
        expect((off < 0n ? -off : off) * 2n <= 1_000_000n).toBe(true);
      }),
      runs(100, 2000),
    );
  });
});
