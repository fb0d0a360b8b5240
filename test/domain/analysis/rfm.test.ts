import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const sale = (customer: string, day: string | number, cents: number): Sale => ({ customer, day, cents });

describe('RFM', () => {
  it('scores five customers 1 to 5, by hand', async () => {
    // e ordered last, most often and for the most; a the other way round.
    const sales = ['a', 'b', 'c', 'd', 'e'].flatMap((customer, i) =>
      Array.from({ length: i + 1 }, (_, n) => sale(customer, 20_000 + i * 10 - n, 100)),
    );
    const outcome = await outcomeOfSales('rfm', sales);

    expect(columnsOf(outcome, 'scores', 'key', 'r', 'f', 'm', 'recency', 'orderDays', 'value', 'segment')).toEqual([
      ['e', 5, 5, 5, 1, 5, '5.00', 'champions'],
      ['d', 4, 4, 4, 11, 4, '4.00', 'champions'],
      ['c', 3, 3, 3, 21, 3, '3.00', 'loyal'],
      ['b', 2, 2, 2, 31, 2, '2.00', 'asleep'],
      ['a', 1, 1, 1, 41, 1, '1.00', 'asleep'],
    ]);
    expect(columnsOf(outcome, 'cuts', 'score', 'recencyFrom', 'recencyTo', 'monetaryTo')[0]).toEqual([5, 1, 1, '5.00']);
  });

  it('breaks ties by key, larger parts first, as NTILE does', async () => {
    const sales = ['g', 'f', 'e', 'd', 'c', 'b', 'a'].map((customer) => sale(customer, 20_000, 100));
    const outcome = await outcomeOfSales('rfm', sales);

    expect(columnsOf(outcome, 'scores', 'key', 'r')).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['e', 3],
      ['f', 4],
      ['g', 5],
    ]);
    expect(outcome.facts['splitTies']).toBe(12);
  });

  it('of nothing is empty', async () => {
    expect((await outcomeOfSales('rfm', [])).facts).toMatchObject({
      customers: 0,
      revenue: '0.00',
      championsShare: null,
    });
  });

  it('puts every customer into one segment, and parts of sizes that differ by one at most', async () => {
    const sales = fc.array(
      fc.record({
        customer: fc.integer({ min: 0, max: 30 }).map(String),
        day: fc.integer({ min: 20_000, max: 20_100 }),
        cents: fc.integer({ min: 1, max: 500 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const outcome = await outcomeOfSales('rfm', list);
        const scores = columnsOf(outcome, 'scores', 'r', 'f', 'm');
        const counts = columnsOf(outcome, 'segments', 'count').map(([count]) => Number(count));

        expect(counts.reduce((a, b) => a + b, 0)).toBe(outcome.facts['customers']);
        for (const measure of [0, 1, 2]) {
          const sizes = [1, 2, 3, 4, 5].map((score) => scores.filter((own) => own[measure] === score).length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
      { ...runs(50, 1000), seed: 61 },
    );
  });
});
