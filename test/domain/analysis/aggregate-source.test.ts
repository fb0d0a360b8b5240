import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { aggregateSourceContract, livesOf, sales } from '@/test/contract/aggregate-source';
import { NaiveSource } from '@/test/support/naive-source';
import { ordersFrom } from '@/test/support/orders';

aggregateSourceContract('columns in memory', (list) => new LocalSource(ordersFrom(list)));
aggregateSourceContract('the naive oracle', (list) => new NaiveSource(list));

const everything = async (source: AggregateSource): Promise<unknown> => {
  const sumsOf = async (entity: 'customer' | 'region'): Promise<unknown> => {
    const { keys, net, gross, positiveRows } = await source.entitySums(entity);
    return Object.fromEntries(keys.map((key, i) => [key, [net[i], gross[i], positiveRows[i]]]));
  };
  const { cells } = await source.cohortCells();
  return {
    customers: await sumsOf('customer'),
    regions: await sumsOf('region'),
    cells: Object.fromEntries(cells.map(({ cohort, month, ...rest }) => [`${cohort} ${month}`, rest])),
    lives: livesOf(await source.customerDays()),
    span: source.span,
  };
};

it('columns and oracle give the same aggregates', async () => {
  await fc.assert(
    fc.asyncProperty(sales, async (list) => {
      expect(await everything(new LocalSource(ordersFrom(list)))).toEqual(await everything(new NaiveSource(list)));
    }),
  );
});
