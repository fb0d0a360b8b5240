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
      const { keys, net, gross, positiveRows } = await source.entitySums('customer');
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
      const { cells } = await source.cohortCells();
      const [january, february, march] = ['2024-01-01', '2024-02-01', '2024-03-01'].map((iso) => monthOf(day(iso)));

      expect([...cells].sort((a, b) => a.cohort - b.cohort || a.month - b.month)).toEqual([
        { cohort: january, month: january, active: 1, lastActive: 0, units: 1500n },
        { cohort: january, month: march, active: 1, lastActive: 1, units: 100n },
        { cohort: february, month: february, active: 1, lastActive: 1, units: 70n },
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

    it('of nothing gives nothing', async () => {
      const source = sourceOf([]);

      expect(source.span).toBeUndefined();
      expect((await source.entitySums('customer')).keys).toEqual([]);
      expect((await source.cohortCells()).cells).toEqual([]);
      expect((await source.customerDays()).summaries).toEqual([]);
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
