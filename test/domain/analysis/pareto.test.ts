import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { sales } from '@/test/contract/aggregate-source';
import { runs } from '@/test/support/runs';
import { ordersFrom, type Sale } from '@/test/support/orders';

const run = async (list: readonly Sale[], params: Record<string, unknown> = {}): Promise<Outcome> => {
  const result = await runAnalysis(LocalSource.of(ordersFrom(list)), 'pareto', params);
  return result.ok ? result.value.outcome : expect.fail(result.error.code);
};
const sale = (customer: string, cents: number, region = 'x'): Sale => ({ customer, day: '2024-01-05', cents, region });
const column = (outcome: Outcome, name: string, of: string): unknown[] => {
  const table = must(outcome.tables[name], name);
  return table.rows.map((row) => row[table.columns.indexOf(of)]);
};

describe('pareto', () => {
  it('ranks, cumulates and cuts, by hand', async () => {
    // 600 + 200 + 100 + 100 = 1000; 80 % = 800 is reached exactly by the second.
    const outcome = await run([
      sale('d', 10_000),
      sale('a', 60_000),
      sale('b', 20_000),
      sale('c', 10_000),
      sale('e', -500),
      sale('f', 0),
    ]);

    expect(outcome.facts).toMatchObject({
      entities: 6,
      positive: 4,
      nonPositiveCount: 2,
      nonPositiveZero: 1,
      nonPositiveSum: '-5.00',
      base: '1000.00',
      total: '995.00',
      k: 2,
      kShare: 0.5,
      topFifthCount: 1,
      topFifthShare: 0.6,
    });
    expect(column(outcome, 'entities', 'key')).toEqual(['a', 'b', 'c', 'd']);
    expect(column(outcome, 'entities', 'cumulativeShare')).toEqual([0.6, 0.8, 0.9, 1]);
    expect(column(outcome, 'entities', 'class')).toEqual(['A', 'A', 'B', 'B']);
  });

  it('breaks ties by code point and counts them', async () => {
    const outcome = await run(
      ['𠮷', 'ﬁ', 'b', 'B'].map((key) => sale(key, 100)),
      { share: 0.5 },
    );

    expect(column(outcome, 'entities', 'key')).toEqual(['B', 'b', 'ﬁ', '𠮷']);
    expect(outcome.facts).toMatchObject({ k: 2, kTies: 4 });
  });

  it('nets refunds by default and says what gross would be', async () => {
    const list = [sale('a', 1000), sale('a', -900), sale('b', 500)];

    expect((await run(list)).facts).toMatchObject({ base: '6.00', k: 1, otherBasisK: 2, basesDiffer: true });
    expect((await run(list, { basis: 'gross' })).facts).toMatchObject({
      base: '15.00',
      total: '15.00',
      k: 2,
      otherBasisK: 1,
    });
  });

  it('gives the crossing entity the better class, so that A is never empty', async () => {
    const outcome = await run([sale('a', 9900), sale('b', 50), sale('c', 50)]);

    expect(column(outcome, 'entities', 'class')).toEqual(['A', 'C', 'C']);
  });

  it('breaks down by another column when the file has it', async () => {
    const outcome = await run([sale('a', 100, 'east'), sale('b', 300, 'west')], { entity: 'region' });

    expect(column(outcome, 'entities', 'key')).toEqual(['west', 'east']);
  });

  it('of equal customers is not 80/20', async () => {
    const outcome = await run(Array.from({ length: 10 }, (_, i) => sale(`c${i}`, 100)));

    expect(outcome.facts).toMatchObject({ k: 8, topFifthShare: 0.2, gini: 0, effectiveNumber: 10, theil: 0 });
  });

  it('of nothing says nothing', async () => {
    for (const list of [[], [sale('a', 0), sale('b', -5)]]) {
      expect((await run(list)).facts).toMatchObject({
        positive: 0,
        k: 0,
        kShare: null,
        topFifthShare: null,
        gini: null,
        hhi: null,
      });
    }
  });

  it.each<[Record<string, unknown>, string]>([
    [{ share: 0 }, '0.01 … 1'],
    [{ share: 1.01 }, '0.01 … 1'],
    [{ share: 'much' }, '0.01 … 1'],
    [{ basis: 'both' }, 'net, gross'],
    [{ entity: 'channel' }, 'customer, region, reason, column:备注'],
    [{ colour: 'red' }, 'share, entity, basis, measure, cycle, largestOrder, fewOrders, fewMonths'],
  ])('refuses %j and says what is allowed', async (params, allowed) => {
    const result = await runAnalysis(LocalSource.of(ordersFrom([sale('a', 1)])), 'pareto', params);

    expect(result).toMatchObject({ ok: false, error: { allowed } });
  });
});

describe('pareto of a cycle', () => {
  const on = (customer: string, day: string, cents: number, profit?: number): Sale => ({
    customer,
    day,
    cents,
    profit,
  });

  it('counts the twelve months up to the last day of the data, by default', async () => {
    const outcome = await run([on('a', '2023-06-15', 900), on('b', '2023-06-16', 500), on('c', '2024-06-15', 100)]);

    expect(outcome.facts).toMatchObject({
      cycleFirst: '2023-06-16',
      cycleLast: '2024-06-15',
      cycleCovered: true,
      previousCovered: false,
      rowsOutside: 1,
      base: '6.00',
      entered: null,
      growth: null,
    });
    for (const name of ['changes', 'migration', 'growth']) expect(outcome.tables[name]?.rows).toEqual([]);
  });

  it('of the last calendar year is the last one whose end the data reach', async () => {
    const list = [on('a', '2022-01-03', 100), on('a', '2023-05-01', 250), on('b', '2024-11-30', 999)];

    expect((await run(list, { cycle: 'calendar-year' })).facts).toMatchObject({
      cycleFirst: '2023-01-01',
      cycleLast: '2023-12-31',
      previousCovered: true,
      base: '2.50',
    });
    expect((await run(list, { cycle: 'all' })).facts).toMatchObject({ base: '13.49', rowsOutside: 0 });
  });

  it('holds the key set, the classes and the growth against the cycle before, by hand', async () => {
    // Before: a 60, b 25, c 15 of 100: the key set is a, b. Now: a 20, c 90, d 30 of 140, b is gone: the key set is c, d.
    const outcome = await run([
      on('a', '2022-01-01', 6000),
      on('b', '2022-05-01', 2500),
      on('c', '2022-06-01', 1500),
      on('a', '2023-01-01', 2000),
      on('c', '2023-06-01', 9000),
      on('d', '2023-12-31', 3000),
    ]);

    expect(outcome.facts).toMatchObject({ k: 2, entered: 2, left: 2, stayed: 0 });
    expect(outcome.tables['changes']?.rows).toEqual([
      ['entered', 'c', 'c', '90.00', '15.00'],
      ['entered', 'd', 'd', '30.00', '0.00'],
      ['left', 'a', 'a', '20.00', '60.00'],
      ['left', 'b', 'b', '0.00', '25.00'],
    ]);
    // Classes before: a A, b A (it crosses 80 %), c B. Now: c A, d A, a B.
    expect(outcome.tables['migration']?.rows).toEqual([
      ['A', 0, 1, 0, 1, 2],
      ['B', 1, 0, 0, 0, 1],
      ['C', 0, 0, 0, 0, 0],
      ['none', 1, 0, 0, 0, 1],
    ]);
    expect(outcome.tables['growth']?.rows).toEqual([
      ['keyList', '85.00', '20.00', '-65.00', -65 / 85],
      ['base', '15.00', '120.00', '105.00', 7],
      ['total', '100.00', '140.00', '40.00', 0.4],
    ]);
  });

  it.each<[string, readonly Sale[], Record<string, unknown>]>([
    [
      'one large order',
      [on('x', '2023-02-01', 9000, 1), on('x', '2023-12-31', 100, 1)],
      { bigTicket: true, oneOff: false },
    ],
    ['two equal orders', [on('x', '2023-02-01', 5000, 1), on('x', '2023-12-31', 5000, 1)], { bigTicket: false }],
    [
      'a large order among many',
      [on('x', '2023-02-01', 9800, 1), on('x', '2023-03-01', 100, 1), on('x', '2023-12-31', 100, 1)],
      { bigTicket: false },
    ],
    [
      'a group purchase in one month',
      [on('x', '2023-12-01', 5000, 1), on('x', '2023-12-31', 5000, 1)],
      { oneOff: true, bigTicket: false },
    ],
    [
      'one month this year, and the year before',
      [on('x', '2022-01-01', 10, 1), on('x', '2023-12-01', 5000, 1), on('x', '2023-12-31', 5000, 1)],
      { oneOff: false, outcome: 'key' },
    ],
    [
      'comes again and earns nothing',
      [on('x', '2023-02-01', 5000, 300), on('x', '2023-12-31', 5000, -300)],
      { unprofitable: true, profitTest: 'failed' },
    ],
    [
      'one order at a loss',
      [on('x', '2023-12-31', 5000, -1)],
      { unprofitable: false, profitTest: 'failed', outcome: 'watch' },
    ],
    [
      'no profit known',
      [on('x', '2023-02-01', 5000), on('x', '2023-12-31', 5000)],
      { unprofitable: null, profitTest: null, continuing: null, outcome: 'key' },
    ],
    [
      'a loss the year before',
      [on('x', '2022-01-01', 100, -5), on('x', '2023-02-01', 5000, 9), on('x', '2023-12-31', 5000, 9)],
      { profitTest: 'failed', continuing: false, outcome: 'watch' },
    ],
    [
      'a profit in both years',
      [on('x', '2022-01-01', 100, 5), on('x', '2023-02-01', 5000, 9), on('x', '2023-12-31', 5000, 9)],
      { profitTest: 'passed', continuing: true, outcome: 'key' },
    ],
  ])('tests a key account: %s', async (_, list, expected) => {
    const table = must((await run(list)).tables['keySet'], 'keySet');
    const [row = []] = table.rows;

    expect(Object.fromEntries(table.columns.map((name, i) => [name, row[i]]))).toMatchObject(expected);
  });

  it('without a profit column says that profit cannot be tested, and ranks nothing by it', async () => {
    const orders = ordersFrom([sale('a', 500)]);
    const bare = LocalSource.of({ ...orders, others: orders.others.filter(({ role }) => role !== 'profit') });
    const byAmount = await runAnalysis(bare, 'pareto', {});
    const byProfit = await runAnalysis(bare, 'pareto', { measure: 'profit' });

    expect(byAmount).toMatchObject({
      value: { outcome: { facts: { profitTestable: false, unprofitableCount: null, profitFailedCount: null } } },
    });
    expect(byProfit).toMatchObject({ value: { outcome: { facts: { profitTestable: false, positive: 0 } } } });
  });

  it('ranks by profit and counts the rows that have none', async () => {
    const outcome = await run(
      [on('a', '2024-01-05', 900, 10), on('b', '2024-01-05', 100, 40), on('c', '2024-01-05', 7)],
      {
        measure: 'profit',
      },
    );

    expect(column(outcome, 'entities', 'key')).toEqual(['b', 'a']);
    expect(outcome.facts).toMatchObject({ measure: 'profit', base: '0.50', rowsWithoutMeasure: 1 });
  });

  it.each([
    [[100, 100, 100, 100, 100], 'flat', false],
    [[299, 201, 200, 200, 100], 'flat', false],
    [[300, 200, 200, 200, 100], 'less', false],
    [[749, 100, 100, 50, 1], 'less', false],
    [[750, 100, 100, 49, 1], 'eighty', true],
    [[850, 50, 50, 49, 1], 'eighty', true],
    [[851, 50, 50, 48, 1], 'more', false],
  ])('of %j is %s', async (cents, spread, isEightyTwenty) => {
    expect((await run(cents.map((one, i) => sale(`c${i}`, one)))).facts).toMatchObject({ spread, isEightyTwenty });
  });
});

describe('whatever the sales', () => {
  it('classes before add up to the rows of the matrix, classes now to its columns, parts to the growth', async () => {
    await fc.assert(
      fc.asyncProperty(sales, sales, async (before, now) => {
        const later = now.map((one) => ({ ...one, day: Number(one.day) + 365 }));
        const ends = [sale('z', 100), sale('z', 100)].map((one, i) => ({ ...one, day: 18_999 + i * 731 }));
        const outcome = await run([...before, ...later, ...ends]);
        const rows = outcome.tables['migration']?.rows ?? [];
        const counts = column(outcome, 'classes', 'count');

        expect(outcome.facts['previousCovered']).toBe(true);
        for (const row of rows) {
          const cells = row.slice(1).map(Number);
          expect(cells.slice(0, 4).reduce((sum, own) => sum + own, 0)).toBe(cells[4]);
        }
        for (const [i, count] of counts.entries())
          expect(rows.reduce((sum, row) => sum + Number(row[i + 1]), 0)).toBe(count);
        const [keyList = 0n, base = 0n, total] = column(outcome, 'growth', 'growth').map(
          (text) => must(parseDecimal(String(text)), 'money').units,
        );
        expect(keyList + base).toBe(total);
      }),
      { ...runs(30, 300), seed: 61 },
    );
  });

  it('the line never falls, ends at one, and k is the first to reach the share', async () => {
    await fc.assert(
      fc.asyncProperty(sales, fc.integer({ min: 1, max: 100 }), async (list, percent) => {
        const outcome = await run(list, { share: percent / 100 });
        const shares = column(outcome, 'entities', 'cumulativeShare') as number[];
        const k = Number(outcome.facts['k']);

        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        if (shares.length > 0) {
          expect(shares.at(-1)).toBe(1);
          expect(shares[k - 1]).toBeGreaterThanOrEqual(percent / 100 - 1e-12);
          expect(k < 2 || (shares[k - 2] ?? 0) < percent / 100 + 1e-12).toBe(true);
        }
      }),
    );
  });

  it('classes and the rest add up to everything', async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (list) => {
        const outcome = await run(list);
        const sums = [...column(outcome, 'classes', 'sum'), outcome.facts['nonPositiveSum']].map((text) =>
          must(parseDecimal(String(text)), 'money'),
        );
        const total = must(parseDecimal(String(outcome.facts['total'])), 'money');
        const sum = sums.reduce((all, { units, scale }) => all + units * 10n ** BigInt(2 - scale), 0n);

        expect(compareDecimals({ units: sum, scale: 2 }, total)).toBe(0);
      }),
    );
  });

  it('shuffled rows give the very same result', async () => {
    await fc.assert(
      fc.asyncProperty(
        sales.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        async ([list, shuffled]) => {
          for (const name of ['pareto', 'cohort', 'churn']) {
            const [one, two] = await Promise.all(
              [list, shuffled].map((rows) => runAnalysis(LocalSource.of(ordersFrom(rows)), name, {})),
            );

            expect(two).toEqual(one);
          }
        },
      ),
    );
  });
});
