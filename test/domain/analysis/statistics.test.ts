import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedSum, quantile, wilson } from '@/src/domain/analysis/statistics';

describe('wilson', () => {
  // Values of statsmodels 0.14 proportion_confint(method='wilson').
  it.each([
    [5, 10, 0.236593090512564, 0.763406909487436],
    [0, 10, 0, 0.277532799862889],
    [10, 10, 0.722467200137111, 1],
    [1, 1, 0.206549314377, 1],
  ])('of %i in %i', (successes, n, low, high) => {
    const [a, b] = wilson(successes, n);

    expect(a).toBeCloseTo(low, 10);
    expect(b).toBeCloseTo(high, 10);
  });

  it('is undefined for nobody', () => {
    expect(wilson(0, 0)).toEqual([null, null]);
  });

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (n, k) => {
        const successes = Math.min(n, k);
        const [low, high] = wilson(successes, n);

        expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      }),
    );
  });
});

describe('quantile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[10], 0.9, 10],
    [[1, 2, 10], 0.75, 6],
  ])('of %j at %d is %d', (sorted, q, expected) => {
    expect(quantile(sorted, q)).toBe(expected);
  });

  it('of nothing is undefined', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});

it('compensatedSum does not lose the small ones', () => {
  expect(compensatedSum([1e100, 1, -1e100])).toBe(1);
});
