import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { CustomerLedger, type CustomerFigures } from '@/src/domain/analysis/customer-figures';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { day, ordersFrom, type Sale } from '@/test/support/orders';
import { columnsOf } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const END = day('2024-12-31');
/** One sale every `gap` days from `from` to `to` days before the end, each of `cents`. */
const every = (customer: string, gap: number, [from, to]: readonly [number, number], cents = 100): Sale[] =>
  Array.from({ length: Math.floor((from - to) / gap) + 1 }, (_, i) => ({ customer, day: END - from + i * gap, cents }));
const ledger = (sales: readonly Sale[]): CustomerLedger => new CustomerLedger(LocalSource.of(ordersFrom(sales)));
const figures = (sales: readonly Sale[], key: string): Promise<CustomerFigures | undefined> =>
  ledger(sales).figuresOf(key);

describe('what a dataset says of one customer', () => {
  it('is right by hand', async () => {
    const sales: Sale[] = [
      { customer: 'a', day: '2024-01-01', cents: 1000 },
      { customer: 'a', day: '2024-01-31', cents: 2000 },
      { customer: 'a', day: '2024-03-01', cents: -500 },
      { customer: 'a', day: '2024-04-01', cents: 3000 },
      { customer: 'a', day: '2024-06-01', cents: 1 },
      { customer: 'b', day: '2023-12-31', cents: 90_000 },
      { customer: 'b', day: '2024-12-31', cents: 10_000 },
      { customer: 'c', day: '2024-05-01', cents: -1 },
    ];

    // 10.00 + 20.00 − 5.00 + 30.00 + 0.01; b has 100.00 in the year, c is below zero and no part of the whole.
    expect(await figures(sales, 'a')).toEqual({
      key: 'a',
      label: 'a',
      year: { first: day('2024-01-01'), last: END, isCovered: true },
      value: '55.01',
      rank: 2,
      ranked: 2,
      share: 5501 / 15_501,
      rhythm: {
        lastOrder: day('2024-06-01'),
        orderDays: 4,
        // 30, 61 and 61 days.
        usualGap: 61,
        isOwnGap: true,
        silentDays: 213,
        // Longer than 3 × 61 days, not than the threshold: the gaps are 30, 61, 61 and 366 days.
        standing: 'slipping',
        why: 'silent',
        recent: { value: '0.00', orderDays: 0 },
        before: { value: '0.00', orderDays: 0 },
      },
    });
  });

  it.each([
    ['2024-12-31', '2024-01-01'],
    ['2024-02-29', '2023-03-01'],
    ['2025-02-28', '2024-03-01'],
    ['2024-06-15', '2023-06-16'],
  ])('counts up to %s from %s on', async (last, first) => {
    const sales: Sale[] = [
      { customer: 'a', day: day(first) - 1, cents: 7 },
      { customer: 'a', day: first, cents: 100 },
      { customer: 'a', day: last, cents: 20 },
    ];
    const found = await figures(sales, 'a');

    expect([found && formatDay(found.year.first), found?.value]).toEqual([first, '1.20']);
  });

  it('of one that only returned goods has no rank and no rhythm', async () => {
    const sales = [...every('a', 10, [300, 0]), { customer: 'r', day: END - 5, cents: -100 }];

    expect(await figures(sales, 'r')).toMatchObject({
      value: '-1.00',
      rank: null,
      share: null,
      ranked: 1,
      rhythm: null,
    });
  });

  it('says when the gap is that of all customers, and when the months are not all there', async () => {
    const found = await figures([...every('a', 10, [300, 0]), ...every('new', 7, [7, 0])], 'new');

    expect([found?.rhythm?.usualGap, found?.rhythm?.isOwnGap, found?.year.isCovered]).toEqual([10, false, false]);
  });

  it('of a customer who is not there, or of nothing, is nothing', async () => {
    expect(await figures(every('a', 10, [300, 0]), 'b')).toBeUndefined();
    expect(await figures([], 'a')).toBeUndefined();
  });
});

describe('of any sales', () => {
  const anySales = fc.array(
    fc.record({
      customer: fc.constantFrom('a', 'b', '丙', '𠮷'),
      day: fc.integer({ min: END - 540, max: END }),
      cents: fc.constantFrom(-500, 0, 1, 250, 1000, 99_999, Number.MAX_SAFE_INTEGER),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it('they are the figures of the analyses, digit by digit', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, async (sales) => {
        const source = LocalSource.of(ordersFrom(sales));
        const outcome = async (name: string, params: object = {}) => {
          const run = await runAnalysis(source, name, { ...params });
          return run.ok ? run.value.outcome : expect.fail(run.error.code);
        };
        const ranked = columnsOf(await outcome('pareto'), 'entities', 'key', 'rank', 'value', 'share');
        const numbers = ['key', 'standing', 'why', 'usualGap', 'silentDays', 'lastOrder', 'recentValue', 'beforeValue'];
        const slipping = columnsOf(await outcome('slipping-now', { share: 1 }), 'slipping', ...numbers);
        const book = new CustomerLedger(source);
        for (const key of new Set(sales.map(({ customer }) => customer))) {
          const found = await book.figuresOf(key);
          const own = found && [found.key, found.rank, found.value, found.share];
          expect(found?.rank === null ? undefined : own).toEqual(ranked.find(([one]) => one === key));
          const row = slipping.find(([one]) => one === key);
          if (row) expect(rhythmOf(found)).toEqual(row);
          // Whoever is not told by the analysis is active, or not above zero in all.
          else expect(found?.rhythm?.standing === 'active' || netOf(sales, key) <= 0n).toBe(true);
        }
        const all = await source.entitySums({ entity: 'customer' });
        const figures = await Promise.all(all.keys.map((key) => book.figuresOf(key)));
        expect(await book.slipping()).toEqual(figures.filter((one) => one?.rhythm?.standing === 'slipping'));
      }),
      { ...runs(60, 2000), seed: 17 },
    );
  });
});

function rhythmOf(found: CustomerFigures | undefined): unknown[] | undefined {
  if (!found?.rhythm) return undefined;
  const { standing, why, usualGap, silentDays, lastOrder, recent, before } = found.rhythm;
  return [found.key, standing, why, usualGap, silentDays, formatDay(lastOrder), recent?.value, before?.value];
}

function netOf(sales: readonly Sale[], key: string): bigint {
  return sales.filter(({ customer }) => customer === key).reduce((sum, { cents }) => sum + BigInt(cents), 0n);
}
