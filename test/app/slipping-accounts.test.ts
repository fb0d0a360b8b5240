import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { company } from '@/src/domain/parties/company.kind';
import { importOrders } from '@/test/support/import-orders';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
/** Each orders every `gap` days for 40 times up to day `end`. */
const orders = (customer: string, gap: number, end: number, amount: number): string[] =>
  Array.from({ length: 40 }, (_, i) => `${customer}-${i},${customer},${day(end - i * gap)},${amount}`);

async function imported(name: string, lines: readonly string[]): Promise<RecordId> {
  const staged = await importOrders(world.app, new File([['订单号,客户,日期,金额', ...lines].join('\n')], name));
  return staged.ok ? staged.value.datasetId : expect.fail(staged.error.code);
}
async function filed(name: string): Promise<RecordId> {
  const record = world.app.newRecord();
  expect((await world.app.records.make(company, record, { name })).ok).toBe(true);
  return record;
}
async function say(record: RecordId, dataset: RecordId, key: string, answer: 'same' | 'other' = 'same'): Promise<void> {
  const customer = { key, label: key, reasons: [], doubts: [] };
  expect((await world.app.ownData.answer({ company: record, dataset, customer, answer })).ok).toBe(true);
}
const slipping = async () =>
  (await world.app.ownData.slipping()).map(({ company: { fields }, dataset, figures }) => [
    fields.name.value,
    dataset,
    figures.label,
    figures.rhythm?.silentDays,
  ]);

// Day 800 is the last. Orders every 20 days and 36 days silent: slipping. 800 days hold 40 orders at every gap used.
const LINES = [
  ...orders('steady', 10, 800, 100),
  ...orders('late', 15, 760, 100),
  ...orders('later', 15, 758, 900),
  ...orders('gone', 5, 400, 5000),
];

describe('the accounts that are slipping', () => {
  it('are the companies that were said to be these customers, the largest share first', async () => {
    const dataset = await imported('a.csv', LINES);
    const records = new Map<string, RecordId>();
    for (const name of ['steady', 'late', 'later', 'gone']) records.set(name, await filed(`${name} Ltd`));
    expect(await slipping()).toEqual([]);
    for (const [name, record] of records) await say(record, dataset, name);

    expect(await slipping()).toEqual([
      ['later Ltd', dataset, 'later', 42],
      ['late Ltd', dataset, 'late', 40],
    ]);
  });

  it('leave out whoever is not that customer, and a company that was deleted', async () => {
    const dataset = await imported('a.csv', LINES);
    const [late, later] = [await filed('late Ltd'), await filed('later Ltd')];
    await say(late, dataset, 'late', 'other');
    await say(later, dataset, 'later');
    await world.app.records.remove([later]);

    expect(await slipping()).toEqual([]);
  });

  it('are told once, by the file of which they are more; a dropped file says nothing', async () => {
    const small = await imported('small.csv', LINES);
    const large = await imported('large.csv', [...orders('steady', 10, 800, 1), ...orders('late', 15, 762, 100)]);
    const late = await filed('late Ltd');
    await say(late, small, 'late');
    await say(late, large, 'late');
    expect(await slipping()).toEqual([['late Ltd', large, 'late', 38]]);

    const row = (await world.app.datasets.list()).find(({ id }) => id === large);
    if (row) await world.app.datasets.drop(row);
    expect(await slipping()).toEqual([['late Ltd', small, 'late', 40]]);
  });
});
