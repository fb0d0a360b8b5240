import { describe, expect, it } from 'vitest';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { day, ordersFrom } from '@/test/support/orders';

const SOURCE = LocalSource.of(
  ordersFrom([
    { customer: 'a', day: '2024-01-05', cents: 1050, region: 'east', order: '1' },
    { customer: 'b', day: '2024-01-06', cents: 20, region: 'west', order: '2' },
    { customer: 'a', day: '2024-02-05', cents: -50, region: 'west', order: '3', note: '退货' },
  ]),
);

describe('the rows behind a figure', () => {
  it('are those of the key, in the order of the file, with every column', async () => {
    const { table, total } = await SOURCE.rowsOf({ entity: 'customer', keys: ['a'], limit: 10 });

    expect(table.columns).toEqual(['day', 'order', 'customer', 'amount', 'Region', 'Reason', '备注', 'Profit']);
    expect(table.rows).toEqual([
      ['2024-01-05', '1', 'a', '10.50', 'east', '', '', ''],
      ['2024-02-05', '3', 'a', '-0.50', 'west', '', '退货', ''],
    ]);
    expect(total).toBe(2);
  });

  it('stop at the limit and still are counted', async () => {
    const { table, total } = await SOURCE.rowsOf({ entity: 'region', keys: ['west'], limit: 1 });

    expect(table.rows).toHaveLength(1);
    expect(total).toBe(2);
  });

  it('can be of some days only', async () => {
    const span = { first: day('2024-02-01'), last: day('2024-02-29') };

    expect((await SOURCE.rowsOf({ entity: 'customer', keys: ['a'], span, limit: 9 })).total).toBe(1);
  });

  it('can be of several keys', async () => {
    const { table } = await SOURCE.rowsOf({ entity: 'customer', keys: ['b', 'a'], limit: 9 });

    expect(table.rows.map(([, order]) => order)).toEqual(['1', '2', '3']);
  });

  it('of a key that is not there are none', async () => {
    expect((await SOURCE.rowsOf({ entity: 'customer', keys: ['A'], limit: 9 })).total).toBe(0);
  });
});
