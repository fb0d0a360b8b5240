import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '@/src/domain/analysis/result';
import { columnsOf, outcomeFrom } from '@/test/support/run-analysis';
import { runs } from '@/test/support/runs';

/** A customer's year: what the list price comes to, and the discount in hundredths; no list price where it is undefined. */
type Customer = readonly [key: string, list: number | undefined, percent: number];

const run = (customers: readonly Customer[], params: Record<string, unknown> = {}): Promise<Outcome> => {
  const sales = customers.map(([customer, list = 100, percent]) => ({
    customer,
    day: '2024-06-30',
    cents: list * (100 - percent),
  }));
  const more = {
    quantity: customers.map(() => '1'),
    unitPrice: customers.map(([, list]) => (list === undefined ? '' : String(list))),
  };
  return outcomeFrom('inversion', sales, { params, more });
};

/** Discounts that rise with the tier, but for one customer of tier A. */
const PLANTED: readonly Customer[] = [
  ['small', 1000, 0],
  ['a1', 20_000, 2],
  ['a2', 22_000, 6],
  ['crystal1', 60_000, 4],
  ['crystal2', 60_000, 6],
  ['top', 200_000, 10],
];

describe('inversion', () => {
  it('finds exactly the one that was planted', async () => {
    // Crystal: 5 % of 120,000. a2 has 6 %, a1 2 %.
    const outcome = await run(PLANTED);

    expect(columnsOf(outcome, 'inversions', 'key', 'tier', 'discount', 'upperTier', 'upperDiscount', 'gap')).toEqual([
      ['a2', 'A', 0.06, 'crystal', 0.05, 0.06 - 0.05],
    ]);
    expect(outcome.facts).toMatchObject({ testable: true, tested: 6, setAside: 0, inversions: 1, value: '20680.00' });
    expect(columnsOf(outcome, 'tiers', 'tier', 'customers', 'discount', 'inversions')).toEqual([
      ['below', 1, 0, 0],
      ['A', 2, 1720 / 42_000, 1],
      ['crystal', 2, 0.05, 0],
      ['top', 1, 0.1, 0],
    ]);
  });

  it.each([
    [5, 0, 0],
    [6, 0, 1],
    [6, 0.01, 0],
    [7, 0.01, 1],
  ])('of %i %% against 5 %%, with a margin of %d, are %i', async (percent, margin, count) => {
    const outcome = await run(
      [
        ['a', 20_000, percent],
        ['c', 60_000, 5],
      ],
      { margin },
    );

    expect(outcome.facts['inversions']).toBe(count);
  });

  it('passes over a tier without customers', async () => {
    const outcome = await run([
      ['a', 20_000, 9],
      ['t', 200_000, 5],
    ]);

    expect(columnsOf(outcome, 'inversions', 'key', 'upperTier')).toEqual([['a', 'top']]);
  });

  it('sets aside who has a row without a list price, and cannot be tested without prices', async () => {
    const outcome = await run([...PLANTED, ['unpriced', undefined, 50]]);

    expect(outcome.facts).toMatchObject({ setAside: 1, inversions: 1 });
    expect(columnsOf(outcome, 'setAside', 'key')).toEqual([['unpriced']]);
    const bare = await outcomeFrom('inversion', [{ customer: 'a', day: '2024-01-01', cents: 100 }]);
    expect(bare.facts).toMatchObject({ testable: false, inversions: null, setAside: null });
    expect(bare.tables['inversions']?.rows).toEqual([]);
  });

  it('never finds one where all have the same discount', async () => {
    const customers = fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(customers, fc.integer({ min: 0, max: 40 }), async (lists, percent) => {
        const outcome = await run(lists.map((list, i): Customer => [`c${i}`, list, percent]));

        expect(outcome.facts).toMatchObject({ tested: lists.length, inversions: 0 });
      }),
      { ...runs(40, 400), seed: 66 },
    );
  });
});
