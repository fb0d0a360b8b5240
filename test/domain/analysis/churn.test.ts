import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { gapsOf, thresholdFrom } from '@/src/domain/analysis/gaps';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { day, ordersFrom, type Sale } from '@/test/support/orders';

const run = async (list: readonly Sale[], params: Record<string, unknown> = {}): Promise<Outcome> => {
  const result = await runAnalysis(LocalSource.of(ordersFrom(list)), 'churn', params);
  return result.ok ? result.value.outcome : expect.fail(result.error.code);
};
const sale = (customer: string, when: string | number, cents = 100): Sale => ({ customer, day: when, cents });
const columns = (outcome: Outcome, name: string, ...of: string[]): unknown[][] => {
  const table = must(outcome.tables[name], name);
  return table.rows.map((row) => of.map((column) => row[table.columns.indexOf(column)]));
};

describe('churn', () => {
  it('balances heads and money month by month, by hand', async () => {
    // 30-day windows. a: Jan, Feb (more). b: Jan only. c: Feb. b again in April.
    const outcome = await run(
      [
        sale('a', '2024-01-20', 1000),
        sale('b', '2024-01-02', 300),
        sale('a', '2024-02-10', 1500),
        sale('c', '2024-02-20', 200),
        sale('b', '2024-04-05', 400),
        sale('c', '2024-04-30', 100),
      ],
      { threshold: '30' },
    );

    expect(
      columns(outcome, 'months', 'month', 'warmUp', 'opening', 'churned', 'new', 'reactivated', 'closing'),
    ).toEqual([
      ['2024-01', true, 0, 0, 2, 0, 2],
      ['2024-02', false, 2, 1, 1, 0, 2],
      ['2024-03', false, 2, 2, 0, 0, 0],
      ['2024-04', false, 0, 0, 0, 2, 2],
    ]);
    expect(
      columns(
        outcome,
        'months',
        'openRevenue',
        'churnedRevenue',
        'expansion',
        'newRevenue',
        'closeRevenue',
        'revenueChurn',
      )[1],
    ).toEqual(['13.00', '3.00', '5.00', '2.00', '17.00', 3 / 13]);
    expect(columns(outcome, 'months', 'churnRate')).toEqual([[null], [0.5], [1], [null]]);
  });

  it('keeps every digit of sums beyond what a double can hold', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const outcome = await run(
      [
        sale('a', '2024-01-20', most),
        sale('a', '2024-01-21', most),
        sale('a', '2024-02-10', most),
        sale('a', '2024-02-11', most),
        sale('a', '2024-02-12', 2),
        sale('b', '2024-02-12', most),
        sale('b', '2024-04-01', 1),
      ],
      { threshold: '30' },
    );

    // 2 × 90071992547409.91, and two cents more for a; a whole one for b, who is new.
    expect(columns(outcome, 'months', 'openRevenue', 'expansion', 'newRevenue', 'closeRevenue')[1]).toEqual([
      '180143985094819.82',
      '0.02',
      '90071992547409.91',
      '270215977642229.75',
    ]);
  });

  it.each([
    ['2024-01-31', '2024-03-01', '30', false],
    ['2024-02-01', '2024-03-01', '30', true],
    ['2024-01-01', '2024-03-01', '60', false],
    ['2024-01-02', '2024-03-01', '60', true],
  ])('data from %s: the window before %s of %s days is warm-up %s', async (from, month, threshold, warmUp) => {
    const outcome = await run([sale('a', from), sale('a', month)], { threshold });
    const row = columns(outcome, 'months', 'month', 'warmUp').find(([name]) => month.startsWith(String(name)));

    expect(row?.[1]).toBe(warmUp);
  });

  it('is active on the day of an order and for the days after it, to the day', async () => {
    // 2024-01-31 minus 30 days is 2024-01-01: an order on that day is outside (E − d, E].
    const at = async (when: string): Promise<unknown> =>
      columns(await run([sale('a', when), sale('z', '2024-02-29')], { threshold: '30' }), 'months', 'opening')[1]?.[0];

    expect(await at('2024-01-01')).toBe(0);
    expect(await at('2024-01-02')).toBe(1);
  });

  it('flags a last month that the data do not reach the end of', async () => {
    const outcome = await run([sale('a', '2024-01-01'), sale('a', '2024-03-30')], { threshold: '30' });

    expect(columns(outcome, 'months', 'incomplete')).toEqual([[false], [false], [true]]);
    expect(outcome.facts['lastMonth']).toBe('2024-02');
  });

  it('of nothing is empty', async () => {
    expect((await run([])).facts).toMatchObject({
      threshold: 90,
      gaps: 0,
      gapMedian: null,
      slipping: 0,
      dataEnd: null,
    });
  });
});

describe('the threshold that the data give', () => {
  const spaced = async (gaps: readonly number[]): Promise<number> => {
    let when = 19_000;
    const list = [sale('a', when), ...gaps.map((gap) => sale('a', (when += gap)))];
    return thresholdFrom(gapsOf(await LocalSource.of(ordersFrom(list)).customerDays()));
  };

  it.each([
    [[30], 30],
    [[31], 60],
    [[90, 90], 90],
    [[91], 120],
    [[200], 365],
    [[400], 365],
    [[], 90],
  ])('for gaps of %j days is %i', async (gaps, threshold) => {
    expect(await spaced(gaps)).toBe(threshold);
  });
});

describe('slipping', () => {
  const END = day('2024-06-30');
  /** Four orders, `gap` days apart, the last one `silent` days before the end. */
  const customer = (name: string, gap: number, silent: number, cents: number): Sale[] =>
    [0, 1, 2, 3].map((i) => sale(name, END - silent - i * gap, cents));

  it.each([
    [45, 'active'],
    [46, 'slipping'],
    [90, 'slipping'],
    [91, 'lost'],
  ])('silent for %i days where 30 are usual is %s', async (silent, standing) => {
    const outcome = await run([...customer('big', 30, silent, 1000), ...customer('steady', 30, 0, 1000)], {
      threshold: '30',
      share: 1,
    });
    const row = columns(outcome, 'slipping', 'key', 'standing', 'usualGap', 'silentDays').find(
      ([key]) => key === 'big',
    );

    expect(row ?? ['big', 'active', 30, silent]).toEqual(['big', standing, 30, silent]);
  });

  it('looks at the vital few only, the most valuable first', async () => {
    const outcome = await run(
      [
        ...customer('second', 30, 60, 800),
        ...customer('first', 30, 60, 900),
        ...customer('tiny', 30, 60, 1),
        ...customer('steady', 30, 0, 900),
      ],
      { share: 0.9 },
    );

    expect(columns(outcome, 'slipping', 'rank', 'key')).toEqual([
      [1, 'first'],
      [3, 'second'],
    ]);
    expect(outcome.facts).toMatchObject({ vitalFew: 3, slipping: 2, lost: 0, slippingValue: '68.00' });
  });
});
