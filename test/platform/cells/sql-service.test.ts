import { beforeEach, expect, it } from 'vitest';
import { openBindings } from '@/scripts/cli/open-bindings';
import { must } from '@/src/kernel/assert';
import { err, ok } from '@/src/kernel/result';
import type { Store } from '@/src/app/ports/store';
import { blobId } from '@/src/domain/tabular/dataset.kind';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { ordersToBytes } from '@/src/domain/tabular/orders/stored-orders';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlService } from '@/src/platform/cells/sql-service';
import { digestOf } from '@/src/platform/files/digest';
import { ordersFrom } from '@/test/support/orders';
import { tableOf } from '@/test/support/sql-engine';
import { rid } from '@/test/support/store';

const db = await openBindings();
const SALES = ordersFrom([
  { customer: '甲', day: '2024-01-05', cents: 1250 },
  { customer: '乙', day: '2024-01-06', cents: -50, region: '华东' },
]);

let rows: Map<string, { state: string; fields: unknown }>;
let blobs: Map<string, ArrayBuffer>;
let read: string[];
let engines: number;
let service: SqlService;

async function save(id: string, orders: Orders): Promise<void> {
  const { shape, parts } = ordersToBytes(orders);
  const sizes = await Promise.all(
    parts.map(async ({ part, data }) => [part, { bytes: data.byteLength, sha256: await digestOf(data) }] as const),
  );
  for (const { part, data } of parts) blobs.set(blobId(id, part), data);
  rows.set(id, {
    state: 'ready',
    fields: { file: {}, facts: {}, stored: { shape, parts: Object.fromEntries(sizes) } },
  });
}

beforeEach(async () => {
  [rows, blobs, read, engines] = [new Map(), new Map(), [], 0];
  const store = {
    row: async (_: string, id: string) => rows.get(id),
    blob: async (id: string) => {
      read.push(id);
      const data = blobs.get(id);
      return data && { data };
    },
  };
  const engine = new SqlEngine(db);
  const start = async (): Promise<SqlEngine> => {
    engines++;
    return engine;
  };
  // Safe: it has what the service asks of a store.
  service = new SqlService(async () => store as unknown as Store, start);
  await save('sales', SALES);
});

it('a saved dataset is the table orders', async () => {
  expect(await service.prepare(rid('sales'))).toEqual(ok(undefined));
  expect(tableOf(await service.run('SELECT sum(amount) AS s, max("Region") AS r FROM orders', {})).rows).toEqual([
    ['12.00', '华东'],
  ]);
});

it('names of columns need no engine', async () => {
  expect(await service.columns(rid('sales'))).toEqual([
    'customer',
    'day',
    'amount',
    'Region',
    'Reason',
    '备注',
    'Profit',
  ]);
  expect(await service.columns(rid('gone'))).toBeUndefined();
  expect(engines).toBe(0);
});

it('columns are read once, until the dataset is another', async () => {
  await service.prepare(rid('sales'));
  const once = read.length;
  await service.prepare(rid('sales'));
  await service.columns(rid('sales'));

  expect([read.length, engines]).toEqual([once, 1]);
  await save('sales', { ...SALES, others: [] });
  await service.prepare(rid('sales'));
  expect(tableOf(await service.run('FROM orders', {})).columns).toEqual(['customer', 'day', 'amount']);
});

it('without a dataset there are only results', async () => {
  await service.prepare(rid('sales'));
  await service.prepare(undefined);

  expect(await service.run('FROM orders', {})).toMatchObject({ ok: false, error: { code: 'cell-failed' } });
  expect(tableOf(await service.run('SELECT 1 AS a', {})).rows).toEqual([[1]]);
});

it('a dataset that is dropped, or not there, is said', async () => {
  must(rows.get('sales'), 'saved').state = 'dropped';

  expect(await service.prepare(rid('sales'))).toEqual(err({ code: 'no-dataset' }));
  expect(await service.prepare(rid('gone'))).toEqual(err({ code: 'no-dataset' }));
});

it('a damaged column is said', async () => {
  const bytes = new Uint8Array(must(blobs.get('sales/day'), 'saved').slice(0));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  blobs.set('sales/day', bytes.buffer);

  expect(await service.prepare(rid('sales'))).toEqual(
    err({ code: 'cell-failed', detail: 'The stored columns are damaged: day' }),
  );
});
