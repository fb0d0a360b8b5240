import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { cohort } from '@/src/domain/analysis/cohort';
import { customersOfCell } from '@/src/domain/analysis/cohort-customers';
import { sales } from '@/test/contract/aggregate-source';
import { runs } from '@/test/support/runs';
import { ordersFrom, type Sale } from '@/test/support/orders';

const run = async (list: readonly Sale[], params: Record<string, unknown> = {}): Promise<Outcome> => {
  const result = await runAnalysis(LocalSource.of(ordersFrom(list)), 'cohort', params);
  return result.ok ? result.value.outcome : expect.fail(result.error.code);
};
const sale = (customer: string, day: string, cents = 100): Sale => ({ customer, day, cents });
const columns = (outcome: Outcome, name: string, ...of: string[]): unknown[][] => {
  const table = must(outcome.tables[name], name);
  return table.rows.map((row) => of.map((column) => row[table.columns.indexOf(column)]));
};

/** Cohort, age, active. */
const cellsOf = (outcome: Outcome, name: string): unknown[][] =>
  columns(outcome, 'cells', 'cohort', 'age', 'active').filter(([own]) => own === name);

/** January: a b c. a comes back in February and March, b in March. February: d, who comes back in March. */
const SALES = [
  sale('a', '2024-01-05'),
  sale('b', '2024-01-31'),
  sale('c', '2024-01-15'),
  sale('a', '2024-02-05'),
  sale('d', '2024-02-29'),
  sale('a', '2024-03-31'),
  sale('b', '2024-03-01', 250),
  sale('d', '2024-03-02'),
];

describe('cohort', () => {
  it('follows each month’s new customers, by hand', async () => {
    const outcome = await run(SALES);

    expect(columns(outcome, 'cells', 'cohort', 'age', 'size', 'active', 'unbounded', 'revenue')).toEqual([
      ['2024-01', 0, 3, 3, 3, '3.00'],
      ['2024-01', 1, 3, 1, 2, '1.00'],
      ['2024-01', 2, 3, 2, 2, '3.50'],
      ['2024-02', 0, 1, 1, 1, '1.00'],
      ['2024-02', 1, 1, 1, 1, '1.00'],
      ['2024-03', 0, 0, 0, 0, '0.00'],
    ]);
    expect(columns(outcome, 'means', 'age', 'cohorts', 'size', 'active', 'retention')).toEqual([
      [0, 3, 4, 4, 1],
      [1, 2, 4, 2, 0.5],
      [2, 1, 3, 2, 2 / 3],
    ]);
    expect(outcome.facts).toMatchObject({ cohorts: 3, customers: 4, nextRate: 0.5, lastIncomplete: false });
  });

  it('marks a last month that is not whole and leaves it out of the means', async () => {
    const outcome = await run([...SALES.filter((one) => one.day !== '2024-03-31'), sale('a', '2024-03-30')]);

    expect(outcome.facts['lastIncomplete']).toBe(true);
    expect(columns(outcome, 'cells', 'period', 'incomplete').filter(([, flag]) => flag).length).toBe(3);
    expect(columns(outcome, 'means', 'age', 'cohorts')).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ]);
    expect(columns(outcome, 'means', 'retention', 'low', 'high')[2]).toEqual([null, null, null]);
  });

  it.each([
    ['2024-02-29', false],
    ['2024-02-28', true],
    ['2023-02-28', false],
  ])('data to %s: last month incomplete %s', async (end, incomplete) => {
    expect((await run([sale('a', end)])).facts['lastIncomplete']).toBe(incomplete);
  });

  it('counts refunds and gifts for nobody’s first order', async () => {
    const outcome = await run([sale('a', '2024-01-05', -100), sale('b', '2024-01-06', 0), sale('a', '2024-02-05')]);

    expect(columns(outcome, 'cells', 'cohort', 'size').map(([cohort, size]) => `${cohort} ${size}`)).toEqual([
      '2024-01 0',
      '2024-01 0',
      '2024-02 1',
    ]);
    expect(outcome.facts['customers']).toBe(1);
  });

  it('takes the unbounded count into the means when asked', async () => {
    const outcome = await run(SALES, { retention: 'unbounded' });

    expect(columns(outcome, 'means', 'active')).toEqual([[4], [3], [2]]);
  });

  it.each([
    ['quarter', ['2024-Q1', '2024-Q2'], [[3, 1], [1]]],
    ['week', ['2024-W01', '2024-W02'], [[1, 0], [0]]],
  ] as const)('follows by %s', async (unit, cohorts, active) => {
    const list =
      unit === 'quarter'
        ? [
            sale('a', '2024-01-05'),
            sale('b', '2024-03-31'),
            sale('c', '2024-02-01'),
            sale('a', '2024-04-01'),
            sale('d', '2024-06-30'),
          ]
        : [sale('a', '2024-01-07'), sale('a', '2024-01-14', -1)];
    const outcome = await run(list, { unit });

    expect([...new Set(columns(outcome, 'cells', 'cohort').flat())]).toEqual(cohorts);
    expect(cohorts.map((name) => cellsOf(outcome, name).map(([, , count]) => count))).toEqual(active);
  });

  it('counts orders, revenue and what a customer brought so far, by hand', async () => {
    const list = [
      { ...sale('a', '2024-01-05', 1000), order: '1' },
      { ...sale('a', '2024-01-05', 500), order: '2' },
      { ...sale('b', '2024-01-06', 1001), order: '3' },
      { ...sale('a', '2024-02-29', 301), order: '4' },
    ];
    const outcome = await run(list, { measure: 'orders' });

    expect(
      columns(outcome, 'cells', 'orders', 'ordersRate', 'revenue', 'revenueRate', 'cumulative', 'perCustomer'),
    ).toEqual([
      [3, 1, '25.01', 1, '25.01', '12.51'],
      [1, 1 / 3, '3.01', 301 / 2501, '28.02', '14.01'],
      [0, null, '0.00', null, '0.00', null],
    ]);
    expect(columns(outcome, 'means', 'ordersRate', 'revenueRate', 'perCustomer')[1]).toEqual([
      1 / 3,
      301 / 2501,
      '14.01',
    ]);
    expect(columns(await run(list), 'cells', 'orders')).toEqual([[null], [null], [null]]);
  });

  it('by an attribute follows each value over those who could be followed so long, largest first', async () => {
    const of = (region: string, list: readonly Sale[]): Sale[] => list.map((one) => ({ ...one, region }));
    const outcome = await run(
      [
        ...of('east', [
          sale('a', '2024-01-05'),
          sale('a', '2024-02-05'),
          sale('b', '2024-02-10'),
          sale('b', '2024-03-31'),
        ]),
        ...of('west', [sale('c', '2024-03-01')]),
      ],
      { by: 'region' },
    );

    // Age 1: a could be followed into February, b into March. Age 2: only a, who did not come in March.
    expect(columns(outcome, 'cells', 'cohort', 'age', 'period', 'size', 'followed', 'active')).toEqual([
      ['east', 0, null, 2, 2, 2],
      ['east', 1, null, 2, 2, 2],
      ['east', 2, null, 2, 1, 0],
      ['west', 0, null, 1, 1, 1],
    ]);
  });

  it('does not follow by an attribute into an incomplete period', async () => {
    const outcome = await run([sale('a', '2024-01-05'), sale('a', '2024-02-05')], { by: 'region' });

    expect(columns(outcome, 'cells', 'age')).toEqual([[0]]);
  });

  it.each([
    ['2024-01-01', ['2024-01']],
    ['2024-01-15', ['2024-01', '2024-02']],
  ])('of data from %s marks %j as their left edge', async (first, edge) => {
    const outcome = await run([sale('a', first), sale('b', '2024-03-31')]);
    const marked = columns(outcome, 'cells', 'cohort', 'leftEdge').filter(([, flag]) => flag);

    expect([...new Set(marked.map(([name]) => name))]).toEqual(edge);
    expect(outcome.facts['leftEdgeCohorts']).toBe(edge.length);
  });

  it.each([
    [29, true],
    [30, false],
  ])('of %i customers is small: %s', async (count, small) => {
    const outcome = await run(Array.from({ length: count }, (_, i) => sale(`c${i}`, '2024-01-31')));

    expect(columns(outcome, 'cells', 'small')).toEqual([[small]]);
  });

  it('draws the latest 24 of many weeks, and says so', async () => {
    const list = Array.from({ length: 60 }, (_, week) => ({ ...sale(`c${week}`, ''), day: 19_723 + 7 * week }));
    const outcome = await run(list, { unit: 'week' });
    // Safe: the picture has its data inside.
    const { values: drawn } = must(cohort.charts(outcome, (key) => key)['cohort'], 'picture')['data'] as {
      values: { cohort: string; age: number }[];
    };

    expect(outcome.facts).toMatchObject({ cohorts: 60, shownCohorts: 24 });
    expect(new Set(drawn.map((cell) => cell.cohort)).size).toBe(24);
    expect(Math.max(...drawn.map(({ age }) => age))).toBe(23);
    expect(new Set(columns(outcome, 'cells', 'cohort').flat()).size).toBe(60);
  });

  it('of nothing is empty', async () => {
    expect((await run([])).facts).toMatchObject({ cohorts: 0, customers: 0 });
  });
});

describe('the customers of a cell', () => {
  it.each(['bounded', 'unbounded'] as const)(
    'are as many as it says, %s, by period and by attribute',
    async (retention) => {
      await fc.assert(
        fc.asyncProperty(sales, fc.constantFrom('month', 'quarter', 'week'), async (list, unit) => {
          // One region for each customer: what the first order had is what all had.
          const own = list.map((one) => ({ ...one, region: one.customer < 'a' ? 'east' : 'west' }));
          const source = LocalSource.of(ordersFrom(own));
          const days = await source.customerDays();
          const regions = new Map(own.map(({ customer, region }) => [customer, region]));
          for (const by of ['', 'region']) {
            const outcome = await run(own, { unit, by, retention });
            const shown = retention === 'bounded' ? 'active' : 'unbounded';
            for (const [name, age, count] of columns(outcome, 'cells', 'cohort', 'age', shown)) {
              const chosen = {
                unit,
                retention,
                cohort: String(name),
                age: Number(age),
                dataEnd: source.span?.last ?? 0,
              };
              expect(customersOfCell(days, by === '' ? undefined : regions, chosen)).toHaveLength(Number(count));
            }
          }
        }),
        { ...runs(15, 150), seed: 62 },
      );
    },
  );
});
