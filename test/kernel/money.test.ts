import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, ExactSums, formatDecimal, parseDecimal, rescale, share, toNumber } from '@/src/kernel/money';

const decimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.integer({ min: 0, max: 9 }),
});

describe('parseDecimal', () => {
  it.each([
    ['0', 0n, 0],
    ['-12.50', -1250n, 2],
    ['+7', 7n, 0],
    ['8313294.954', 8_313_294_954n, 3],
    ['1.', 1n, 0],
    ['99999999999999999999.01', 9_999_999_999_999_999_999_901n, 2],
  ])('reads %s', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  it.each(['', '-', '.', '1,000', '1e5', '１２', ' 1', '1.2.3', 'NaN'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

describe('formatDecimal', () => {
  it.each([
    [0n, 0, '0'],
    [0n, 2, '0.00'],
    [-1250n, 3, '-1.25'],
    [12_500n, 3, '12.50'],
    [5n, 3, '0.005'],
    [125n, 1, '12.50'],
    [-5n, 2, '-0.05'],
  ])('writes %s at scale %i as %s', (units, scale, expected) => {
    expect(formatDecimal({ units, scale })).toBe(expected);
  });

  it('keeps the value', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const back = parseDecimal(formatDecimal(value));

        expect(back && compareDecimals(back, value)).toBe(0);
      }),
    );
  });
});

describe('compareDecimals', () => {
  it('orders as the exact rationals do, whatever the scales', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const exact = a.units * 10n ** BigInt(b.scale) - b.units * 10n ** BigInt(a.scale);

        expect(Math.sign(compareDecimals(a, b))).toBe(exact === 0n ? 0 : exact < 0n ? -1 : 1);
      }),
    );
  });
});

describe('share', () => {
  it('is undefined, not zero, when the whole is zero', () => {
    expect(share(0n, 0n)).toBeNull();
    expect(share(1n, 4n)).toBe(0.25);
  });
});

it('rescale and toNumber keep the value', () => {
  expect(rescale({ units: 12n, scale: 1 }, 3)).toEqual({ units: 1200n, scale: 3 });
  expect(toNumber({ units: 1200n, scale: 3 })).toBe(1.2);
});

describe('ExactSums', () => {
  it('add what is at the limit of the lower part, on either side', () => {
    const limit = 2 ** 50;
    const sums = new ExactSums(2);
    for (const units of [limit, 1, limit, -limit, -1]) sums.add(0, units);
    for (const units of [-limit, -1, -limit, 1]) sums.add(1, units);

    expect(sums.totals()).toEqual([BigInt(limit), -2n * BigInt(limit)]);
    expect(sums.compare(0, 0)).toBe(0);
  });

  it('are exact far beyond what a double can hold', () => {
    const units = fc.array(fc.tuple(fc.nat(2), fc.oneof(fc.maxSafeInteger(), fc.integer())), { maxLength: 40 });
    fc.assert(
      fc.property(units, (added) => {
        const sums = new ExactSums(3);
        const begun = new Set<number>();
        for (const [place, value] of added) {
          if (begun.has(place)) sums.add(place, value);
          else sums.begin(place, value);
          begun.add(place);
        }
        const [first = 0n, second = 0n, third = 0n] = [0, 1, 2].map((place) =>
          added.filter(([at]) => at === place).reduce((sum, [, value]) => sum + BigInt(value), 0n),
        );

        expect(sums.totals()).toEqual([first, second, third]);
        expect(Math.sign(sums.compare(0, 1))).toBe(Number(first > second) - Number(first < second));
      }),
    );
  });
});
