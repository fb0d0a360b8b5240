import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '@/src/kernel/money';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const year = (first: number, profit: number): Sale[] => [
  { customer: 'a', day: first, cents: 500, profit },
  { customer: 'a', day: 20_000, cents: 500, profit },
];

describe('what 5 % fewer lost customers mean', () => {
  it('is 125 to 185 for 100', async () => {
    const outcome = await outcomeOfSales('retention-leverage', [], { profit: 100 });

    expect(outcome.facts).toMatchObject({ profitFrom: 'given', profit: '100.00', low: '125.00', high: '185.00' });
    expect(columnsOf(outcome, 'band', 'state', 'lowProfit', 'highProfit', 'lowGain', 'highGain')).toEqual([
      ['today', '100.00', '100.00', '0.00', '0.00'],
      ['fewerLost', '125.00', '185.00', '25.00', '85.00'],
    ]);
  });

  it.each([
    ['a whole year', year(19_636, 200), 'file', '4.00'],
    ['a day less', year(19_637, 200), 'index', '100.00'],
    ['a loss', year(19_636, -200), 'index', '100.00'],
    ['no sale', [], 'index', '100.00'],
  ])('of a file with %s', async (_, sales, profitFrom, profit) => {
    expect((await outcomeOfSales('retention-leverage', sales)).facts).toMatchObject({ profitFrom, profit });
  });

  it('is exact: a quarter more, for any profit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e13 }), async (cents) => {
        const { facts } = await outcomeOfSales('retention-leverage', [], { profit: cents / 100 });
        const units = (name: string): bigint => {
          const { units: own, scale } = parseDecimal(String(facts[name])) ?? { units: -1n, scale: 0 };
          return own * 10n ** BigInt(4 - scale);
        };

        expect(units('low') * 4n).toBe(units('profit') * 5n);
      }),
      { ...runs(50, 500), seed: 71 },
    );
  });
});
