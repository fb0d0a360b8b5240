import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sale } from '@/test/support/orders';
import { sales as anySales } from '@/test/contract/aggregate-source';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const sale = (customer: string, day: string, cents: number): Sale => ({ customer, day, cents });

/** 30-day windows. March: a 10 → 6, b 5 → lost, c 4 → 7, d new 2, e (January only) comes back with 3. */
const SALES = [
  sale('a', '2024-02-20', 1000),
  sale('b', '2024-02-20', 500),
  sale('c', '2024-02-20', 400),
  sale('e', '2024-01-02', 100),
  sale('a', '2024-03-20', 600),
  sale('c', '2024-03-20', 700),
  sale('d', '2024-03-20', 200),
  sale('e', '2024-03-31', 300),
];

describe('revenue kept', () => {
  it('moves from opening to closing, by hand', async () => {
    const { facts } = await outcomeOfSales('retention-revenue', SALES, { threshold: '30' });

    expect(facts).toMatchObject({
      lastMonth: '2024-03',
      openRevenue: '19.00',
      churnedRevenue: '5.00',
      contraction: '4.00',
      expansion: '3.00',
      newRevenue: '2.00',
      reactivatedRevenue: '3.00',
      closeRevenue: '18.00',
      grossRetention: 10 / 19,
      netRetention: 13 / 19,
      quickRatio: 8 / 9,
    });
  });

  it('counts what came back as kept where that is chosen, and nothing else changes', async () => {
    const outside = await outcomeOfSales('retention-revenue', SALES, { threshold: '30' });
    const inside = await outcomeOfSales('retention-revenue', SALES, { threshold: '30', reactivation: 'inside' });

    expect(inside.facts).toEqual({ ...outside.facts, reactivation: 'inside', netRetention: 16 / 19 });
  });

  it('says the same as the churn analysis', async () => {
    const columns = ['month', 'openRevenue', 'closeRevenue', 'grossRetention', 'netRetention', 'quickRatio'];
    const [own, churn] = await Promise.all(
      ['retention-revenue', 'churn'].map((name) => outcomeOfSales(name, SALES, { threshold: '30' })),
    );

    expect(own && columnsOf(own, 'months', ...columns)).toEqual(churn && columnsOf(churn, 'months', ...columns));
  });

  it.each([
    ['nothing', []],
    ['a month', [sale('a', '2024-01-01', 5), sale('a', '2024-01-31', 5)]],
  ])('cannot be told of %s', async (_, sales) => {
    expect((await outcomeOfSales('retention-revenue', sales, { threshold: '30' })).facts['testable']).toBe(false);
  });
});

describe('of any sales', () => {
  const cents = (text: unknown): bigint => BigInt(String(text).replace('.', ''));

  it('each month is that of churn, leads from opening to closing, and does not depend on the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySales,
        fc.constantFrom('30', '60', 'data', 'survival'),
        fc.constantFrom('outside', 'inside'),
        async (sales, threshold, reactivation) => {
          const params = { threshold, reactivation };
          const outcome = await outcomeOfSales('retention-revenue', sales, params);
          const columns = outcome.tables['months']?.columns ?? [];
          const months = columnsOf(outcome, 'months', ...columns);

          expect(months).toEqual(columnsOf(await outcomeOfSales('churn', sales, params), 'months', ...columns));
          for (const month of months) {
            const of = (name: string): bigint => cents(month[columns.indexOf(name)]);
            const lost = of('churnedRevenue') + of('contraction');
            const won = of('newRevenue') + of('reactivatedRevenue') + of('expansion');
            expect(of('openRevenue') - lost + won).toBe(of('closeRevenue'));
          }
          expect(await outcomeOfSales('retention-revenue', sales.toReversed(), params)).toEqual(outcome);
        },
      ),
      { ...runs(40, 800), seed: 74 },
    );
  });
});

describe('the threshold from the survival curve', () => {
  const repeat = (name: string, ...days: number[]): Sale[] => days.map((day) => ({ customer: name, day, cents: 1 }));
  const facts = async (sales: readonly Sale[]) =>
    (await outcomeOfSales('churn', sales, { threshold: 'survival' })).facts;

  it('counts those who still wait: later than the gaps say', async () => {
    // Ten orders; nine came again after 40 days; the last waits since 0 days: S(40) = 0.
    const list = repeat('a', ...Array.from({ length: 10 }, (_, i) => 19_000 + i * 40));

    expect(await facts(list)).toMatchObject({ threshold: 60, thresholdFrom: 'survival', thresholdReached: true });
  });

  it('is the longest usual one where nine in ten never came back', async () => {
    const list = [...repeat('a', 19_000, 19_040), ...repeat('b', 19_000), ...repeat('z', 19_300)];

    expect(await facts(list)).toMatchObject({ threshold: 365, thresholdReached: false, reorderNinetieth: null });
    expect((await outcomeOfSales('churn', list)).facts).toMatchObject({ threshold: 60, thresholdFrom: 'data' });
  });
});
