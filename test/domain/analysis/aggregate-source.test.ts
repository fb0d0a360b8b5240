import fc from 'fast-check';
import { expect, it } from 'vitest';

import { LocalSource } from '@/src/domain/analysis/local-source';
import { aggregateSourceContract, sales } from '@/test/contract/aggregate-source';
import { everyAggregate } from '@/test/support/every-aggregate';
import { NaiveSource } from '@/test/support/naive-source';
import { ordersFrom } from '@/test/support/orders';

aggregateSourceContract('columns in memory', (list) => LocalSource.of(ordersFrom(list)));
aggregateSourceContract('the naive oracle', (list) => new NaiveSource(list));

it('columns and oracle give the same aggregates', async () => {
  await fc.assert(
    fc.asyncProperty(sales, fc.constantFrom('none', 'shared', 'own'), async (list, orders) => {
      const sold = list.map(({ order, ...sale }, i) =>
        orders === 'none' ? sale : { ...sale, order: orders === 'own' ? `${i}` : order },
      );

      expect(await everyAggregate(LocalSource.of(ordersFrom(sold)))).toEqual(
        await everyAggregate(new NaiveSource(sold)),
      );
    }),
  );
});
