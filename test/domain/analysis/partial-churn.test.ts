import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '@/src/kernel/money';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const sale = (customer: string, day: string, region: string, cents: number): Sale => ({ customer, day, region, cents });
const whole = [sale('z', '2024-01-01', 'fuel', 1), sale('z', '2024-06-30', 'fuel', 1)];
const run = (sales: readonly Sale[], params: Record<string, unknown> = {}) =>
  outcomeOfSales('partial-churn', sales, { line: 'region', months: '3', ...params });

describe('partial churn', () => {
  it('finds the line that left while the customer stayed, by hand', async () => {
    // Base January to March, current April to June. a drops oil wholly, keeps fuel; b halves fuel; c leaves.
    const outcome = await run([
      ...whole,
      sale('a', '2024-02-01', 'oil', 400),
      sale('a', '2024-02-01', 'fuel', 600),
      sale('a', '2024-05-01', 'fuel', 700),
      sale('b', '2024-03-31', 'fuel', 1000),
      sale('b', '2024-04-01', 'fuel', 500),
      sale('c', '2024-01-31', 'fuel', 199),
    ]);

    expect(columnsOf(outcome, 'losses', 'key', 'line', 'lostAmount', 'drop', 'lossKind')).toEqual([
      ['b', 'fuel', '5.00', 0.5, 'partial'],
      ['a', 'oil', '4.00', 1, 'whole'],
      ['c', 'fuel', '1.99', 1, 'whole'],
    ]);
    expect(outcome.facts).toMatchObject({
      base: '22.00',
      lostAmount: '10.99',
      amountChurn: 1099 / 2200,
      pairs: 5,
      churnedPairs: 3,
      countChurn: 0.6,
      customers: 4,
      customersGone: 1,
      customersPartly: 2,
    });
  });

  it.each([
    ['0.5', 500, 1],
    ['0.5', 501, 0],
    ['0.55', 450, 1],
    ['1', 1, 0],
    ['1', 0, 1],
    ['1', -1, 1],
  ])('from a drop of %s with %i of 1000 left: %i', async (dropThreshold, left, churned) => {
    const sales = [...whole, sale('b', '2024-03-01', 'oil', 1000), sale('b', '2024-04-01', 'oil', left)];

    expect((await run(sales, { dropThreshold })).facts['churnedPairs']).toBe(churned);
  });

  it.each([
    ['2024-01-31', true],
    ['2024-02-01', false],
  ])('of a file from %s over twice three months is testable: %s', async (from, testable) => {
    const outcome = await run([sale('a', from, 'x', 5), sale('a', '2024-06-30', 'x', 5)]);

    expect(outcome.facts['testable']).toBe(testable);
  });

  it('loses no more than the base, whole and partial together', async () => {
    const sales = fc.array(
      fc.record({
        customer: fc.constantFrom('a', 'b', 'c'),
        day: fc.integer({ min: 19_723, max: 19_904 }),
        region: fc.constantFrom('', 'x', 'y'),
        cents: fc.integer({ min: -300, max: 1000 }),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const { facts } = await run([...whole, ...list]);
        const units = (name: string): bigint => parseDecimal(String(facts[name]))?.units ?? -1n;

        expect(facts['testable']).toBe(true);
        expect(units('wholeLoss') + units('partialLoss')).toBe(units('lostAmount'));
        expect(units('lostAmount') <= units('base')).toBe(true);
      }),
      { ...runs(50, 1000), seed: 51 },
    );
  });
});
