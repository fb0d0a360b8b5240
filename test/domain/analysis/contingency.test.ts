import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '@/src/domain/analysis/chi-square';
import { churnByCategory, independence, stayOf, type CustomerTable } from '@/src/domain/analysis/contingency';
import { runs } from '@/test/support/runs';

/** `value churned tenure amount` by customer. */
const customers = (...lines: readonly (readonly [string, boolean, number, bigint])[]): CustomerTable => ({
  keys: lines.map((_, i) => String(i)),
  category: lines.map(([value]) => value),
  churned: lines.map(([, churned]) => churned),
  tenure: Int32Array.from(lines, ([, , tenure]) => tenure),
  amount: lines.map(([, , , amount]) => amount),
  scale: 2,
});

describe('the tail of chi-square', () => {
  // Computed elsewhere with 40 digits.
  it.each([
    [0.522366503358827, 1, 0.46983394114265187],
    [3.841458820694124, 1, 0.05000000000000006],
    [10, 3, 0.018566135463043233],
    [50, 2, 1.3887943864964021e-11],
    [1184.5965720837928, 2, 5.8630383006727425e-258],
    [0.001, 5, 0.9999999983185123],
    [200, 150, 0.003973185970821611],
    [120, 150, 0.9659253489156767],
    [732.309589667794, 7, 7.43953736744322e-154],
  ])('at %d with %d degrees of freedom', (statistic, df, tail) => {
    expect(Math.abs(chiSquareTail(statistic, df) / tail - 1)).toBeLessThan(1e-12);
  });

  it('is 1 at 0', () => {
    expect(chiSquareTail(0, 4)).toBe(1);
  });

  it('falls as the statistic grows, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 600, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (statistic, more, df) => {
          const [here, there] = [chiSquareTail(statistic, df), chiSquareTail(statistic + more, df)];

          expect(here).toBeLessThanOrEqual(1 + 1e-13);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(here + 1e-13);
        },
      ),
      { ...runs(200, 5000), seed: 31 },
    );
  });
});

describe('churn by category', () => {
  it('counts heads and money by value, the unknown last', () => {
    const groups = churnByCategory(
      customers(['', true, 1, 5n], ['b', false, 2, 10n], ['a', true, 3, 20n], ['b', true, 4, 1n]),
    );

    expect(groups).toEqual([
      { value: 'a', n: 1, churned: 1, amount: 20n, lost: 20n },
      { value: 'b', n: 2, churned: 1, amount: 11n, lost: 1n },
      { value: '', n: 1, churned: 1, amount: 5n, lost: 5n },
    ]);
  });

  it('tests independence, by hand', () => {
    // 10 of 20 and 20 of 20 churned: expected 15, 5 twice; X² = 2 (25/15 + 25/5) = 13.33…, V = √(X² / 40).
    const test = independence([
      { n: 20, churned: 10 },
      { n: 20, churned: 20 },
    ]);

    expect(test?.statistic).toBeCloseTo(40 / 3, 12);
    expect(test?.cramersV).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(test).toMatchObject({ df: 1, smallestExpected: 5, smallCells: 0 });
  });

  it.each([
    ['one group', [{ n: 9, churned: 3 }]],
    [
      'nobody churned',
      [
        { n: 9, churned: 0 },
        { n: 9, churned: 0 },
      ],
    ],
    [
      'all churned',
      [
        { n: 9, churned: 9 },
        { n: 9, churned: 9 },
      ],
    ],
    ['nobody at all', []],
  ])('has nothing to test: %s', (_, groups) => {
    expect(independence(groups)).toBeUndefined();
  });

  it('flags counts that are too small', () => {
    expect(
      independence([
        { n: 4, churned: 2 },
        { n: 4, churned: 1 },
      ]),
    ).toMatchObject({ smallestExpected: 1.5, smallCells: 4 });
  });

  it('says nothing of groups that churn alike, and all of a churn that the group decides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 2, max: 9 }),
        (churned, kept, times) => {
          const n = churned + kept;
          const alike = independence([
            { n, churned },
            { n: n * times, churned: churned * times },
          ]);
          const decided = independence([
            { n: churned, churned },
            { n: kept, churned: 0 },
          ]);

          expect(alike?.statistic).toBeCloseTo(0, 9);
          expect(alike?.p).toBeCloseTo(1, 4);
          expect(decided?.cramersV).toBeCloseTo(1, 9);
        },
      ),
      { ...runs(100, 2000), seed: 32 },
    );
  });
});

describe('how long customers stay', () => {
  const table = customers(['a', true, 1, 1n], ['a', true, 2, 1n], ['a', false, 2, 1n], ['b', false, 0, 1n]);

  it('is a curve for each value', () => {
    expect(stayOf(table, 'a').steps.map(({ time, atRisk, survival }) => [time, atRisk, survival])).toEqual([
      [1, 3, 1 - 1 / 3],
      [2, 2, (1 - 1 / 3) / 2],
    ]);
    expect(stayOf(table, 'b')).toMatchObject({ n: 1, events: 0, steps: [] });
  });

  it('counts everybody where no value is named', () => {
    expect(stayOf(table)).toMatchObject({ n: 4, events: 2, longest: 2 });
  });
});
