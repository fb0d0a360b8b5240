import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
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

    expect(columns(outcome, 'cells', 'cohort', 'months', 'size', 'active', 'unbounded', 'revenue')).toEqual([
      ['2024-01', 0, 3, 3, 3, '3.00'],
      ['2024-01', 1, 3, 1, 2, '1.00'],
      ['2024-01', 2, 3, 2, 2, '3.50'],
      ['2024-02', 0, 1, 1, 1, '1.00'],
      ['2024-02', 1, 1, 1, 1, '1.00'],
      ['2024-03', 0, 0, 0, 0, '0.00'],
    ]);
    expect(columns(outcome, 'means', 'months', 'cohorts', 'size', 'active', 'retention')).toEqual([
      [0, 3, 4, 4, 1],
      [1, 2, 4, 2, 0.5],
      [2, 1, 3, 2, 2 / 3],
    ]);
    expect(outcome.facts).toMatchObject({ cohorts: 3, customers: 4, firstMonthRate: 0.5, lastMonthIncomplete: false });
  });

  it('marks a last month that is not whole and leaves it out of the means', async () => {
    const outcome = await run([...SALES.filter((one) => one.day !== '2024-03-31'), sale('a', '2024-03-30')]);

    expect(outcome.facts['lastMonthIncomplete']).toBe(true);
    expect(columns(outcome, 'cells', 'month', 'incomplete').filter(([, flag]) => flag).length).toBe(3);
    expect(columns(outcome, 'means', 'months', 'cohorts')).toEqual([
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
    expect((await run([sale('a', end)])).facts['lastMonthIncomplete']).toBe(incomplete);
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

  it('of nothing is empty', async () => {
    expect((await run([])).facts).toMatchObject({ cohorts: 0, customers: 0 });
  });
});
