import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sales } from '@/test/contract/aggregate-source';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeFrom } from '@/test/support/run-analysis';
import { runs } from '@/test/support/runs';

const QUARTERS = ['2023-01-01', '2023-04-01', '2023-07-01', '2023-10-01', '2024-03-31'];
/** Cents by quarter, from 2023-Q1 to 2024-Q1; others keep both ends of the data. */
const account = (cents: readonly number[]): Sale[] =>
  cents.flatMap((own, i) => (own === 0 ? [] : [{ customer: 'x', day: QUARTERS[i] ?? '', cents: own }]));
const ENDS: readonly Sale[] = [
  { customer: 'z', day: '2023-01-01', cents: 1 },
  { customer: 'z', day: '2024-03-31', cents: 1 },
];

describe('spend by period', () => {
  it.each<[string, number[], string]>([
    ['up by a fifth on the year', [100, 0, 0, 500, 120], 'up'],
    ['not quite', [100, 0, 0, 500, 119], 'stay'],
    ['down by a fifth on the year', [100, 0, 0, 10, 80], 'down'],
    ['not quite down', [100, 0, 0, 10, 81], 'stay'],
    ['nothing a year ago: against the quarter before', [0, 0, 0, 100, 120], 'up'],
    ['nothing now', [100, 0, 0, 100, 0], 'dormant'],
    ['nothing now, something a year ago', [100, 0, 0, 0, 0], 'dormant'],
    ['silent for long', [0, 100, 0, 0, 0], 'stay'],
    ['back after a quarter without', [0, 100, 0, 0, 50], 'returning'],
    ['for the first time', [0, 0, 0, 0, 50], 'new'],
    ['more given back than paid', [100, 0, 0, 100, -5], 'dormant'],
  ])('%s: %j is %s', async (_, cents, move) => {
    const outcome = await outcomeFrom('spend', [...ENDS, ...account(cents)]);

    expect(columnsOf(outcome, 'accounts', 'key', 'move')).toContainEqual(['x', move]);
  });

  it('gives each account’s periods and changes, by hand', async () => {
    const outcome = await outcomeFrom('spend', [...ENDS, ...account([1000, 0, 0, 500, 2000])]);

    expect(outcome.facts).toMatchObject({ period: '2024-Q1', value: '20.01', valueBefore: '5.00', change: '15.01' });
    expect(columnsOf(outcome, 'spend', 'key', '2023-Q1', '2023-Q2', '2023-Q4', '2024-Q1')).toEqual([
      ['x', '10.00', '0.00', '5.00', '20.00'],
      ['z', '0.01', '0.00', '0.00', '0.01'],
    ]);
    expect(
      columnsOf(
        outcome,
        'accounts',
        'valueBefore',
        'changeValue',
        'changeShare',
        'valueYearBefore',
        'yearChangeShare',
      )[0],
    ).toEqual(['5.00', '15.00', 3, '10.00', 1]);
  });

  it('judges the latest whole period', async () => {
    const outcome = await outcomeFrom('spend', [
      ...account([100, 100, 100, 100]),
      { customer: 'x', day: '2024-02-15', cents: 9 },
    ]);

    expect(outcome.facts).toMatchObject({ period: '2023-Q4', lastIncomplete: true, againstYearBefore: false });
    expect(columnsOf(outcome, 'periods', 'period', 'incomplete').at(-1)).toEqual(['2024-Q1', true]);
    const halves = await outcomeFrom('spend', account([100, 100, 100, 100]), { params: { unit: 'half' } });
    expect(columnsOf(halves, 'periods', 'period', 'value')).toEqual([
      ['2023-H1', '2.00'],
      ['2023-H2', '2.00'],
    ]);
    expect((await outcomeFrom('spend', [])).facts).toMatchObject({ accounts: 0 });
  });

  it('whatever the sales, accounts add up to the periods and the moves to the accounts', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const { facts, tables } = await outcomeFrom('spend', list);
        const cents = (money: unknown): bigint => BigInt(String(money).replace('.', ''));
        const periods = tables['periods']?.rows ?? [];
        periods.forEach(([, , value], i) => {
          const sum = (tables['spend']?.rows ?? []).reduce((all, row) => all + cents(row[i + 2]), 0n);
          expect(sum).toBe(cents(value));
        });
        const moves = ['up', 'down', 'dormant', 'returning', 'new', 'stay'].map((move) => Number(facts[move] ?? 0));
        expect(moves.reduce((all, own) => all + own, 0)).toBe(facts['accounts']);
      }),
      { ...runs(30, 300), seed: 65 },
    );
  });
});
