import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sales } from '@/test/contract/aggregate-source';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeFrom } from '@/test/support/run-analysis';
import { runs } from '@/test/support/runs';

const sale = (customer: string, cents: number, profit?: number): Sale => ({
  customer,
  day: '2024-06-30',
  cents,
  profit,
});

describe('input and output', () => {
  it('of profit, other costs and input, by hand', async () => {
    // a: 100 with profit 30, cost 70, others 10: 20 ÷ 80. b: 50 with profit −5, cost 55, others 5: −10 ÷ 60.
    const outcome = await outcomeFrom(
      'input-output',
      [sale('a', 6000, 2000), sale('a', 4000, 1000), sale('b', 5000, -500)],
      {
        params: { otherCosts: 0.1 },
      },
    );

    expect(
      columnsOf(outcome, 'returns', 'key', 'otherCosts', 'input', 'result', 'ratio', 'orders', 'resultPerOrder'),
    ).toEqual([
      ['a', '10.00', '80.00', '20.00', 0.25, 1, 20],
      ['b', '5.00', '60.00', '-10.00', -10 / 60, 1, -10],
    ]);
    expect(outcome.facts).toMatchObject({ ratio: 10 / 140, input: '140.00', losing: 1, setAside: 0, testable: true });
  });

  it.each([
    ['no input', sale('a', 1000, 1000), null],
    ['input below nothing', sale('a', 1000, 1200), null],
    ['the same in and out', sale('a', 1000, 500), 1],
    ['a loss', sale('a', 1000, -1000), -0.5],
  ])('of %s', async (_, one, ratio) => {
    expect(columnsOf(await outcomeFrom('input-output', [one]), 'returns', 'ratio')).toEqual([[ratio]]);
  });

  it('takes costs where there is no profit, and both where both are there', async () => {
    const list = [sale('a', 1000, 100)];
    const more = { cost: ['4.00'] };

    expect(columnsOf(await outcomeFrom('input-output', list, { more }), 'returns', 'profit', 'input')).toEqual([
      ['1.00', '4.00'],
    ]);
    expect(
      columnsOf(await outcomeFrom('input-output', list, { more, without: ['profit'] }), 'returns', 'profit', 'input'),
    ).toEqual([['6.00', '4.00']]);
  });

  it('sets aside who has a row without a profit, and cannot be tested without any', async () => {
    const list = [sale('a', 1000, 100), sale('b', 1000, 100), sale('b', 500)];

    expect((await outcomeFrom('input-output', list)).facts).toMatchObject({ measured: 1, setAside: 1 });
    expect((await outcomeFrom('input-output', list, { without: ['profit'] })).facts).toMatchObject({
      testable: false,
      ratio: null,
      setAside: null,
      termsTestable: false,
      longPayers: null,
    });
  });

  it.each([
    ['2024-08-29', 60, null],
    ['2024-08-30', 61, (0.06 * 61) / 365],
  ])('paid on %s has waited %i days', async (paid, days, hint) => {
    const outcome = await outcomeFrom('input-output', [sale('a', 1000, 100)], { more: { paidDate: [paid] } });

    expect(columnsOf(outcome, 'returns', 'paymentDays', 'priceHint')).toEqual([[days, hint]]);
    expect(outcome.facts).toMatchObject({ termsTestable: true, longPayers: hint === null ? 0 : 1 });
  });

  it('whatever the sales, all results add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(sales, fc.constantFrom(0, 0.03, 0.25), async (list, otherCosts) => {
        const outcome = await outcomeFrom('input-output', list, { params: { otherCosts, cycle: 'all' } });
        const units = (money: unknown): bigint => {
          const [whole = '0', fraction = ''] = String(money).split('.');
          return BigInt(whole + fraction.padEnd(6, '0'));
        };
        for (const name of ['result', 'input', 'profit']) {
          const sum = columnsOf(outcome, 'returns', name).reduce((all, [own]) => all + units(own), 0n);
          expect(sum).toBe(units(outcome.facts[name]));
        }
        expect(Number(outcome.facts['measured']) + Number(outcome.facts['setAside'])).toBe(
          new Set(list.map(({ customer }) => customer)).size,
        );
      }),
      { ...runs(30, 300), seed: 67 },
    );
  });
});
