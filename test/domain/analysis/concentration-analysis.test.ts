import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sales } from '@/test/contract/aggregate-source';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeFrom } from '@/test/support/run-analysis';
import { runs } from '@/test/support/runs';

const sale = (customer: string, day: string, cents: number): Sale => ({ customer, day, cents });

describe('concentration', () => {
  it('of 50, 30 and 20 of 100, by hand', async () => {
    const list = [sale('a', '2024-01-01', 50), sale('b', '2024-06-01', 30), sale('c', '2024-12-31', 20)];
    const outcome = await outcomeFrom('concentration', list);

    // 0.25 + 0.09 + 0.04 = 0.38. Gini: 2 (20 + 2·30 + 3·50) / (3 · 100) − 4/3 = 0.2.
    expect(outcome.facts).toMatchObject({
      hhi: 0.38,
      effectiveNumber: 10_000 / 3800,
      largestShare: 0.5,
      lastIncomplete: false,
    });
    expect(outcome.facts['gini']).toBeCloseTo(0.2, 14);
    expect(columnsOf(outcome, 'lorenz', 'entityShare', 'valueShare')).toEqual([
      [0, 0],
      [1 / 3, 0.2],
      [2 / 3, 0.5],
      [1, 1],
    ]);
    expect(columnsOf(outcome, 'ratios', 'count', 'share')[1]).toEqual([4, 1]);
    expect(columnsOf(outcome, 'trend', 'period', 'positive', 'hhi', 'incomplete')).toEqual([
      ['2024-Q1', 1, 1, false],
      ['2024-Q2', 1, 1, false],
      ['2024-Q3', 0, null, false],
      ['2024-Q4', 1, 1, false],
    ]);
  });

  it('says net and gross beside each other, and which periods are not whole', async () => {
    const list = [sale('a', '2023-05-01', 100), sale('a', '2024-02-01', -40), sale('b', '2024-02-02', 60)];
    const outcome = await outcomeFrom('concentration', list, { params: { trend: 'years' } });

    expect(columnsOf(outcome, 'figures', 'basis', 'positive', 'base')).toEqual([
      ['net', 2, '1.20'],
      ['gross', 2, '1.60'],
    ]);
    expect(columnsOf(outcome, 'trend', 'period', 'incomplete')).toEqual([
      ['2023', true],
      ['2024', true],
    ]);
  });

  it('by profit counts the rows without one, and without the column says so', async () => {
    const list = [{ ...sale('a', '2024-01-01', 100), profit: 20 }, sale('b', '2024-01-02', 100)];
    const params = { measure: 'profit' };

    expect((await outcomeFrom('concentration', list, { params })).facts).toMatchObject({
      base: '0.20',
      rowsWithoutMeasure: 1,
    });
    expect((await outcomeFrom('concentration', list, { params, without: ['profit'] })).facts).toMatchObject({
      measureThere: false,
      gini: null,
    });
    expect((await outcomeFrom('concentration', [])).facts).toMatchObject({ positive: 0, hhi: null });
  });

  it('whatever the sales, the curve rises from 0 to 1 under the line of equal parts', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const outcome = await outcomeFrom('concentration', list);
        const points = columnsOf(outcome, 'lorenz', 'entityShare', 'valueShare').map(
          ([x, y]) => [Number(x), Number(y)] as const,
        );
        const heights = points.map(([, y]) => y);

        expect(points.length).toBe(outcome.facts['positive'] === 0 ? 0 : Number(outcome.facts['positive']) + 1);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        for (const [x, y] of points) expect(y).toBeLessThanOrEqual(x + 1e-12);
        if (points.length > 0)
          expect([points[0], points.at(-1)]).toEqual([
            [0, 0],
            [1, 1],
          ]);
      }),
      { ...runs(40, 400), seed: 64 },
    );
  });

  it('thins a long curve and keeps its ends', async () => {
    const list = Array.from({ length: 1000 }, (_, i) => sale(`c${i}`, '2024-01-01', i + 1));
    const points = columnsOf(await outcomeFrom('concentration', list), 'lorenz', 'entityShare', 'valueShare');

    expect(points.length).toBe(201);
    expect([points[0], points.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
