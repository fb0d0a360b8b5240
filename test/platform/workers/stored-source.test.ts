import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { StoredColumns } from '@/src/domain/tabular/dataset.kind';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { ordersToBytes } from '@/src/domain/tabular/orders/stored-orders';
import { digestOf } from '@/src/platform/files/digest';
import { DamagedPart, openStoredSource } from '@/src/platform/workers/stored-source';
import { ordersFrom } from '@/test/support/orders';

const ORDERS: Orders = {
  ...ordersFrom([
    { customer: '甲', day: '2024-01-05', cents: 100, region: 'north' },
    { customer: '乙', day: '2024-02-06', cents: 300, region: 'south' },
    { customer: '甲', day: '2024-03-07', cents: 50, region: 'south' },
  ]),
};

interface Kept {
  readonly stored: StoredColumns;
  readonly parts: Map<string, ArrayBuffer>;
  readonly loaded: string[];
  open(): Promise<AggregateSource>;
}

async function keep(orders: Orders): Promise<Kept> {
  const { shape, parts } = ordersToBytes(orders);
  const digests = await Promise.all(
    parts.map(async ({ part, data }) => [part, { bytes: data.byteLength, sha256: await digestOf(data) }] as const),
  );
  const stored = { shape, parts: Object.fromEntries(digests) };
  const kept = new Map(parts.map(({ part, data }) => [part, data]));
  const loaded: string[] = [];
  const load = async (part: string): Promise<ArrayBuffer | undefined> => {
    loaded.push(part);
    return kept.get(part);
  };
  return { stored, parts: kept, loaded, open: () => openStoredSource(stored, load) };
}

/** A byte of it is another. */
function spoil({ parts }: Kept, part: string): void {
  const bytes = new Uint8Array(must(parts.get(part), part).slice(0));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  parts.set(part, bytes.buffer);
}

const CORE = ['amount', 'customer.bytes', 'customer.codes', 'customer.ends', 'customer.labels', 'day'];
const REGION = ['other.0.bytes', 'other.0.codes', 'other.0.ends'];

describe('the columns of a saved dataset', () => {
  it('give what the columns in memory give', async () => {
    const source = await (await keep(ORDERS)).open();
    const local = LocalSource.of(ORDERS);

    expect([source.span, source.entities]).toEqual([local.span, local.entities]);
    expect(await source.cohortCells({ unit: 'month' })).toEqual(await local.cohortCells({ unit: 'month' }));
    expect(await source.customerDays()).toEqual(await local.customerDays());
    for (const entity of ['customer', 'region', 'customer'] as const)
      expect(await source.entitySums({ entity })).toEqual(await local.entitySums({ entity }));
  });

  it('are loaded when they are needed, and once', async () => {
    const kept = await keep({ ...ORDERS, order: ORDERS.customer });
    const source = await kept.open();
    await source.entitySums({ entity: 'customer' });
    await source.cohortCells({ unit: 'month' });
    expect(kept.loaded.toSorted()).toEqual(CORE);

    await Promise.all([source.entitySums({ entity: 'region' }), source.entitySums({ entity: 'region' })]);
    await source.entitySums({ entity: 'region' });
    expect(kept.loaded.slice(CORE.length).toSorted()).toEqual(REGION);
  });

  it.each(CORE)('are not opened where %s is not what was stored, or is gone', async (part) => {
    const kept = await keep(ORDERS);
    spoil(kept, part);
    await expect(kept.open()).rejects.toBeInstanceOf(DamagedPart);
    kept.parts.delete(part);
    await expect(kept.open()).rejects.toBeInstanceOf(DamagedPart);
  });

  it.each(REGION)('are opened where %s is spoilt, which is told when it is asked for', async (part) => {
    const kept = await keep(ORDERS);
    spoil(kept, part);
    const source = await kept.open();
    expect((await source.entitySums({ entity: 'customer' })).keys).toEqual(['甲', '乙']);
    await expect(source.entitySums({ entity: 'region' })).rejects.toBeInstanceOf(DamagedPart);
  });
});
