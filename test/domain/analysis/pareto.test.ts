import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { sales } from '@/test/contract/aggregate-source';
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
    [{ colour: 'red' }, 'share, entity, basis'],
  ])('refuses %j and says what is allowed', async (params, allowed) => {
    const result = await runAnalysis(LocalSource.of(ordersFrom([sale('a', 1)])), 'pareto', params);

    expect(result).toMatchObject({ ok: false, error: { allowed } });
  });
});

describe('whatever the sales', () => {
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
