import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '@/src/domain/analysis/statistics';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const END = 20_000;
const customer = (name: string, region: string, lost: boolean, days = 10): Sale[] => [
  { customer: name, region, day: lost ? END - 900 : END - days, cents: 100 },
  { customer: name, region, day: lost ? END - 900 + days : END, cents: 100 },
];
const group = (region: string, n: number, lost: number): Sale[] =>
  Array.from({ length: n }, (_, i) => customer(`${region}${i}`, region, i < lost)).flat();
const run = (sales: readonly Sale[]) => outcomeOfSales('churn-by-column', sales, { column: 'region', threshold: '90' });

describe('churn by a column', () => {
  it('counts, values and tests, by hand', async () => {
    const outcome = await run([...group('north', 20, 10), ...group('south', 20, 20), ...group('', 1, 0)]);
    const columns = ['group', 'name', 'size', 'churned', 'churnRate', 'lostAmount', 'lostShare'];

    expect(columnsOf(outcome, 'groups', ...columns)).toEqual([
      ['named', 'north', 20, 10, 0.5, '20.00', 1 / 3],
      ['named', 'south', 20, 20, 1, '40.00', 2 / 3],
      ['unknown', null, 1, 0, 0, '0.00', 0],
    ]);
    expect(columnsOf(outcome, 'groups', 'low', 'high')[0]).toEqual(wilson(10, 20));
    expect(outcome.facts).toMatchObject({
      customers: 41,
      churned: 30,
      unknown: 1,
      df: 2,
      pIsSmall: true,
      smallCells: 2,
    });
  });

  it.each([
    ['a single group', group('x', 9, 4)],
    ['nobody lost', [...group('x', 9, 0), ...group('y', 9, 0)]],
    ['nobody', []],
  ])('has no test for %s', async (_, sales) => {
    expect((await run(sales)).facts).toMatchObject({ testable: false, chiSquare: null, p: null, cramersV: null });
  });

  it.each([
    [30, 1],
    [29, 0],
  ])('draws a curve for a group of %i: %i', async (n, curves) => {
    expect((await run(group('x', n, 5))).facts['curves']).toBe(curves);
  });

  it('ends the lost on the day of their last order, and follows the others to the end', async () => {
    const sales = [...group('x', 29, 10), ...customer('late', 'x', false, 50)];

    expect(columnsOf(await run(sales), 'stay', 'name', 'days', 'atRisk', 'churned', 'staying')).toEqual([
      ['x', 10, 30, 10, 1 - 10 / 30],
    ]);
  });

  it('adds up over any groups', async () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, async (list) => {
        const sales = list.flatMap(([n, lost], i) => group(`g${i}`, n, Math.min(n, lost)));
        const outcome = await run([...sales, { customer: 'end', region: 'end', day: END, cents: 1 }]);
        const churned = columnsOf(outcome, 'groups', 'churned').reduce((sum, [own]) => sum + Number(own), 0);

        expect(churned).toBe(outcome.facts['churned']);
        expect(churned).toBe(list.reduce((sum, [n, lost]) => sum + Math.min(n, lost), 0));
      }),
      { ...runs(50, 1000), seed: 81 },
    );
  });
});
