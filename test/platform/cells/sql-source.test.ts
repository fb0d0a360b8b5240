import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openBindings } from '@/scripts/cli/open-bindings';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { saleColumnsOf } from '@/src/domain/analysis/local/sale-columns';
import { PERIOD_UNITS } from '@/src/kernel/period';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlSource } from '@/src/platform/cells/sql-source';
import { aggregateSourceContract, sales } from '@/test/contract/aggregate-source';
import { everyAggregate } from '@/test/support/every-aggregate';
import { ordersFrom, type Sale } from '@/test/support/orders';
import { runs } from '@/test/support/runs';

const engine = new SqlEngine(await openBindings());
engine.load('', undefined);

const sourceOf = (list: readonly Sale[]): SqlSource => new SqlSource(engine, saleColumnsOf(ordersFrom(list)));

aggregateSourceContract('SQL', sourceOf);

it('SQL and columns give the same aggregates', async () => {
  await fc.assert(
    fc.asyncProperty(sales, fc.boolean(), async (list, hasOrders) => {
      const sold = list.map(({ order, ...sale }) => (hasOrders ? { ...sale, order } : sale));

      expect(await everyAggregate(sourceOf(sold))).toEqual(await everyAggregate(LocalSource.of(ordersFrom(sold))));
    }),
    runs(15, 1000),
  );
});

it.each(PERIOD_UNITS)('counts every %s as the kernels do, also before 1970', async (unit) => {
  const list = Array.from({ length: 60 }, (_, i): Sale => ({ customer: `${i}`, day: (i - 30) * 37, cents: 1 }));
  const cellsOf = async (source: SqlSource | LocalSource): Promise<unknown> =>
    (await source.cohortCells({ unit, orders: true })).cells.toSorted((a, b) => a.period - b.period);

  expect(await cellsOf(sourceOf(list))).toEqual(await cellsOf(LocalSource.of(ordersFrom(list))));
});

it('sums beyond 2^53 are exact', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const list = ['2024-01-05', '2024-01-05', '2024-01-06'].map((day) => ({ customer: 'a', day, cents: most }));
  const source = sourceOf(list);
  const { starts, units } = await source.customerDays();

  expect((await source.entitySums({ entity: 'customer' })).net).toEqual([3n * BigInt(most)]);
  expect([Array.from(starts), units.total(0), units.total(1)]).toEqual([[0, 2], 2n * BigInt(most), BigInt(most)]);
});
