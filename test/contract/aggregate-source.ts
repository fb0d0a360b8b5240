import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AggregateSource, CustomerDays } from '@/src/domain/analysis/aggregate-source';
import { monthOf } from '@/src/kernel/calendar';
import { day, type Sale } from '@/test/support/orders';

/** Few customers, days and amounts, so that ties, refunds and repeated days are common. */
export const sales = fc.array(
  fc.record({
    customer: fc.constantFrom('甲', 'b', 'C', '𠮷', 'ﬁ'),
    day: fc.integer({ min: 19_000, max: 19_200 }),
    cents: fc.constantFrom(-500, -1, 0, 1, 250, 250, 1000, 99_999_999_999),
    region: fc.constantFrom('east', 'west'),
    order: fc.constantFrom('1', '2', '3', '4'),
    reason: fc.constantFrom('', '', 'price', '竞争'),
    profit: fc.option(fc.constantFrom(-300, 0, 1, 250), { nil: undefined }),
    note: fc.constantFrom('', '乙', '𠮷', 'ﬁ'),
  }),
  { maxLength: 60 },
);

/** What every source has to give, whatever engine is behind it. */
export function aggregateSourceContract(name: string, sourceOf: (sales: readonly Sale[]) => AggregateSource): void {
  describe(`${name} as a source of aggregates`, () => {
    it('sums each entity net and gross', async () => {
      const source = sourceOf([
        { customer: 'a', day: '2024-01-05', cents: 1000 },
        { customer: 'b', day: '2024-01-06', cents: 300 },
        { customer: 'a', day: '2024-02-01', cents: -200 },
        { customer: 'c', day: '2024-02-02', cents: 0 },
      ]);
      const { keys, net, gross, positiveRows } = await source.entitySums({ entity: 'customer' });
      const of = Object.fromEntries(keys.map((key, i) => [key, [net[i], gross[i], positiveRows[i]]]));

      expect(of).toEqual({ a: [800n, 1000n, 1], b: [300n, 300n, 1], c: [0n, 0n, 0] });
      expect(source.span).toEqual({ first: day('2024-01-05'), last: day('2024-02-02') });
    });

    it('counts cohorts by rows above zero', async () => {
      const source = sourceOf([
        { customer: 'a', day: '2024-01-05', cents: 1000 },
        { customer: 'a', day: '2024-01-20', cents: 500 },
        { customer: 'a', day: '2024-03-01', cents: 100 },
        { customer: 'b', day: '2024-01-01', cents: -5 },
        { customer: 'b', day: '2024-02-10', cents: 70 },
      ]);
      const { cells } = await source.cohortCells({ unit: 'month' });
      const [january, february, march] = ['2024-01-01', '2024-02-01', '2024-03-01'].map((iso) => monthOf(day(iso)));

      expect([...cells].sort((a, b) => a.cohort - b.cohort || a.period - b.period)).toEqual([
        { group: '', cohort: january, period: january, active: 1, lastActive: 0, orders: 0, units: 1500n },
        { group: '', cohort: january, period: march, active: 1, lastActive: 1, orders: 0, units: 100n },
        { group: '', cohort: february, period: february, active: 1, lastActive: 1, orders: 0, units: 70n },
      ]);
    });

    it('gives each customer’s order days once, in order', async () => {
      const source = sourceOf([
        { customer: 'a', day: '2024-01-20', cents: 500 },
        { customer: 'a', day: '2024-01-05', cents: 1000 },
        { customer: 'a', day: '2024-01-05', cents: 1 },
        { customer: 'a', day: '2024-01-06', cents: -1 },
        { customer: 'b', day: '2024-01-06', cents: 0 },
      ]);

      expect(livesOf(await source.customerDays())).toEqual({
        a: [
          [day('2024-01-05'), 1001n],
          [day('2024-01-20'), 500n],
        ],
      });
    });

    it('sums within a span, split further, and by another measure', async () => {
      const source = sourceOf([
        { customer: 'a', day: '2024-01-05', cents: 1000, region: 'east', profit: 100 },
        { customer: 'a', day: '2024-01-06', cents: 300, region: 'west' },
        { customer: 'a', day: '2024-02-01', cents: -200, region: 'west', profit: -50 },
        { customer: 'b', day: '2024-02-02', cents: 40, region: 'east', profit: 0 },
      ]);
      const span = { first: day('2024-01-06'), last: day('2024-02-02') };
      const split = await source.entitySums({ entity: 'customer', within: 'region', span });
      const profit = await source.entitySums({ entity: 'customer', measure: 'profit' });

      expect(split.keys.map((key, i) => [key, split.within?.[i], split.net[i], split.rows[i]]).sort()).toEqual([
        ['a', 'west', 100n, 2],
        ['b', 'east', 40n, 1],
      ]);
      const inHalves = (units = 0n): number => Number(units) / 10 ** profit.scale / 0.5;
      expect(
        profit.keys.map((key, i) => [key, inHalves(profit.net[i]), inHalves(profit.gross[i]), profit.rows[i]]).sort(),
      ).toEqual([
        ['a', 1, 2, 2],
        ['b', 0, 0, 1],
      ]);
      expect(source.measures).toEqual(['amount', 'profit']);
      expect(source.entities).toEqual(['customer', 'region', 'reason', 'column:备注']);
    });

    it('counts orders by id, and by customer and day where there is none', async () => {
      const list: Sale[] = [
        { customer: 'a', day: '2024-01-05', cents: 1000 },
        { customer: 'a', day: '2024-01-05', cents: 500 },
        { customer: 'a', day: '2024-02-06', cents: 700 },
        { customer: 'b', day: '2024-01-05', cents: -5 },
      ];
      const ordersOf = async (sold: readonly Sale[]): Promise<unknown> => {
        const { keys, orders, largest, months } = await sourceOf(sold).entityOrders({ entity: 'customer' });
        return keys.map((key, i) => [key, orders[i], largest[i], months[i]]);
      };

      expect(await ordersOf(list)).toEqual([['a', 2, 1500n, 2]]);
      expect(await ordersOf(list.map((sale, i) => ({ ...sale, order: `${i % 2}` })))).toEqual([['a', 2, 1700n, 2]]);
      expect(await ordersOf(list.map((sale, i) => ({ ...sale, order: `${i}` })))).toEqual([['a', 3, 1000n, 2]]);
    });

    it('keeps cohorts apart by what the first order had, and counts orders when asked', async () => {
      const source = sourceOf([
        { customer: 'a', day: '2024-01-05', cents: 1000, region: 'west', order: '1' },
        { customer: 'a', day: '2024-01-05', cents: 1000, region: 'east', order: '2' },
        { customer: 'a', day: '2024-04-05', cents: 10, region: 'north', order: '2' },
        { customer: 'b', day: '2024-02-01', cents: 20, region: 'west', order: '3' },
      ]);
      const { cells } = await source.cohortCells({ unit: 'quarter', by: 'region', orders: true });

      expect(cells.toSorted((a, b) => a.period - b.period || (a.group < b.group ? -1 : 1))).toEqual([
        { group: 'east', cohort: 216, period: 216, active: 1, lastActive: 0, orders: 2, units: 2000n },
        { group: 'west', cohort: 216, period: 216, active: 1, lastActive: 1, orders: 1, units: 20n },
        { group: 'east', cohort: 216, period: 217, active: 1, lastActive: 1, orders: 1, units: 10n },
      ]);
    });

    it('gives what each customer last had that is not blank', async () => {
      const { keys, values } = await sourceOf([
        { customer: 'a', day: '2024-01-05', cents: 1, reason: '竞争' },
        { customer: 'a', day: '2024-01-06', cents: -1, reason: 'price' },
        { customer: 'a', day: '2024-01-06', cents: 1, reason: 'service' },
        { customer: 'a', day: '2024-01-07', cents: 1 },
        { customer: 'b', day: '2024-01-07', cents: 0 },
      ]).customerValues({ dimension: 'reason', at: 'last' });

      expect(Object.fromEntries(keys.map((key, i) => [key, values[i]]))).toEqual({ a: 'price', b: '' });
    });

    it('gives what each customer had on the day of its first order, blank or not', async () => {
      const { keys, values } = await sourceOf([
        { customer: 'a', day: '2024-01-04', cents: -1, reason: 'quality' },
        { customer: 'a', day: '2024-01-05', cents: 1, reason: 'service' },
        { customer: 'a', day: '2024-01-05', cents: 1, reason: 'price' },
        { customer: 'a', day: '2024-01-05', cents: 0, reason: 'delay' },
        { customer: 'a', day: '2024-01-06', cents: 1, reason: 'a later one' },
        { customer: 'b', day: '2024-01-07', cents: 1 },
        { customer: 'b', day: '2024-01-08', cents: 1, reason: 'price' },
        { customer: 'c', day: '2024-01-07', cents: 0, reason: 'price' },
      ]).customerValues({ dimension: 'reason', at: 'first' });

      expect(Object.fromEntries(keys.map((key, i) => [key, values[i]]))).toEqual({ a: 'price', b: '' });
    });

    it('of nothing gives nothing', async () => {
      const source = sourceOf([]);

      expect(source.span).toBeUndefined();
      expect((await source.entitySums({ entity: 'customer' })).keys).toEqual([]);
      expect((await source.cohortCells({ unit: 'month' })).cells).toEqual([]);
      expect((await source.customerDays()).summaries).toEqual([]);
      expect((await source.entityOrders({ entity: 'customer' })).keys).toEqual([]);
      expect((await source.customerValues({ dimension: 'reason', at: 'last' })).keys).toEqual([]);
      expect((await source.customerValues({ dimension: 'reason', at: 'first' })).keys).toEqual([]);
    });

    it('does not depend on the order of the rows', async () => {
      await fc.assert(
        fc.asyncProperty(sales, async (list) => {
          const [forward, backward] = [sourceOf(list), sourceOf([...list].reverse())];

          expect(livesOf(await forward.customerDays())).toEqual(livesOf(await backward.customerDays()));
          expect(forward.span).toEqual(backward.span);
        }),
      );
    });
  });
}

/** Customer → the order days with their sums. */
export function livesOf({ summaries, starts, days, units }: CustomerDays): Record<string, unknown> {
  return Object.fromEntries(
    summaries.map(({ key }, i) => {
      const from = starts[i] ?? 0;
      const to = starts[i + 1] ?? 0;
      return [key, Array.from(days.subarray(from, to), (one, j) => [one, units.total(from + j)])];
    }),
  );
}
