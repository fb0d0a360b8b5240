import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { App } from '@/src/app/create-app';
import type { ProposedCustomers } from '@/src/app/own-data';
import type { Answer } from '@/src/domain/enrich/own-data/customer-match.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { importOrders } from '@/test/support/import-orders';
import { runs } from '@/test/support/runs';
import { content } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let app: App;
beforeEach(async () => {
  world = await createWorld();
  app = world.app;
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const HEADER = '订单号,客户编号,客户名称,日期,金额,官网';
const SALES = [
  'A1,K100,上海青禾嶺泵業有限公司,2024-01-05,100,www.qinghe-pumps.cn',
  'A2,K200,Oxbow Cranes Ltd,2024-01-06,900.50,',
  'A3,K100,上海青禾嶺泵業有限公司,2024-03-05,200,',
  'A4,K300,Oxbow Trading,2024-05-06,1,',
  'A5,K100,上海青禾嶺泵業有限公司,2024-05-05,-50,',
];
const sales = (name = '销售.csv', lines: readonly string[] = SALES): File =>
  new File([[HEADER, ...lines].join('\n')], name);

async function imported(file = sales()): Promise<Row<DatasetFields>> {
  const staged = await importOrders(app, file);
  const id = staged.ok ? staged.value.datasetId : expect.fail(staged.error.code);
  return must(
    (await app.datasets.list()).find((row) => row.id === id),
    'the dataset',
  );
}
async function filed(inputs: Record<string, string>): Promise<RecordId> {
  const record = app.newRecord();
  expect((await app.records.make(company, record, inputs)).ok).toBe(true);
  return record;
}
// Safe: only companies are asked for.
const rowOf = async (record: RecordId): Promise<Row<CompanyFields>> =>
  must(await app.records.row(record), 'the company') as Row<CompanyFields>;
async function proposed(record: RecordId, dataset: Row<DatasetFields>): Promise<ProposedCustomers> {
  const found = await app.ownData.propose(await rowOf(record), dataset);
  return found.ok ? found.value : expect.fail(found.error.code);
}
async function answer(record: RecordId, dataset: Row<DatasetFields>, key: string, said: Answer): Promise<BatchId> {
  const customer = (await proposed(record, dataset)).candidates.find((one) => one.key === key) ?? {
    key,
    label: key,
    reasons: [],
    doubts: [],
  };
  const saved = await app.ownData.answer({ company: record, dataset: dataset.id, customer, answer: said });
  return saved.ok ? saved.value.batchId : expect.fail(saved.error.code);
}
const answers = async (record: RecordId): Promise<unknown[]> =>
  (await app.ownData.answers(record)).map(({ fields }) => [fields.customer, fields.answer]);
const keysOf = ({ candidates }: ProposedCustomers): string[] => candidates.map(({ key }) => key);
const valueOf = async (dataset: RecordId, key: string): Promise<string | undefined> => {
  const figures = await app.ownData.figures(dataset, key);
  return figures.ok ? figures.value?.value : figures.error.code;
};

describe('a company in the sales files of the user', () => {
  it('is proposed with its reasons, and nothing is written by asking', async () => {
    const dataset = await imported();
    const record = await filed({ name: '青禾岭泵业', website: 'https://qinghe-pumps.cn/' });
    const before = await content(world.db);

    expect((await proposed(record, dataset)).candidates).toEqual([
      {
        key: 'K100',
        label: '上海青禾嶺泵業有限公司',
        tier: 'same',
        reasons: [
          { rule: 'domain', own: 'qinghe-pumps.cn', theirs: 'www.qinghe-pumps.cn' },
          { rule: 'name', own: '青禾岭泵业', theirs: '上海青禾嶺泵業有限公司' },
        ],
        doubts: [],
        alike: 1,
        takenBy: [],
      },
    ]);
    expect(await content(world.db)).toEqual(before);
  });

  it('is confirmed once, in one batch that can be undone as if it had never been', async () => {
    const dataset = await imported();
    const record = await filed({ name: '青禾岭泵业' });
    const before = await content(world.db);
    const batch = await answer(record, dataset, 'K100', 'same');

    expect(await answers(record)).toEqual([['K100', 'same']]);
    const [match] = await app.ownData.answers(record);
    expect(match?.fields).toMatchObject({
      company: record,
      dataset: dataset.id,
      label: '上海青禾嶺泵業有限公司',
      signs: [{ rule: 'name', own: '青禾岭泵业', theirs: '上海青禾嶺泵業有限公司' }],
    });
    expect((await app.history.list(1))[0]).toMatchObject({
      header: { cause: 'enrich' },
      note: { title: '青禾岭泵业' },
    });
    expect((await app.history.undo(batch)).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('has the figures of its customer: 100 + 200 − 50 of 1151.50', async () => {
    const dataset = await imported();
    const figures = await app.ownData.figures(dataset.id, 'K100');

    expect(figures.ok && figures.value).toMatchObject({ value: '250.00', rank: 2, ranked: 3, share: 250 / 1151.5 });
  });

  it('is not proposed again what it is not, until that is taken back', async () => {
    const dataset = await imported();
    const record = await filed({ name: 'Oxbow' });
    expect(keysOf(await proposed(record, dataset))).toEqual(['K200', 'K300']);

    await answer(record, dataset, 'K200', 'other');
    expect(keysOf(await proposed(record, dataset))).toEqual(['K300']);
    await answer(record, dataset, 'K300', 'other');
    expect((await proposed(record, dataset)).candidates).toEqual([]);
    expect((await app.ownData.askAgain(record, dataset.id)).ok).toBe(true);
    expect(keysOf(await proposed(record, dataset))).toEqual(['K200', 'K300']);
  });

  it('can be said to be another after all: of one customer there is one word', async () => {
    const dataset = await imported();
    const record = await filed({ name: 'Oxbow' });
    await answer(record, dataset, 'K200', 'same');
    await answer(record, dataset, 'K200', 'other');
    expect(await answers(record)).toEqual([['K200', 'other']]);

    await answer(record, dataset, 'K200', 'same');
    expect(await answers(record)).toEqual([['K200', 'same']]);
  });

  it('says which other company was said to be the customer', async () => {
    const dataset = await imported();
    await answer(await filed({ name: 'Oxbow Cranes' }), dataset, 'K200', 'same');
    const { candidates } = await proposed(await filed({ name: 'Oxbow Cranes GmbH' }), dataset);

    expect(candidates.map(({ key, takenBy }) => [key, takenBy])).toEqual([['K200', ['Oxbow Cranes']]]);
  });

  it('keeps its customer when a newer file is appended, and has the figures of both', async () => {
    const dataset = await imported();
    const record = await filed({ name: '青禾岭泵业' });
    await answer(record, dataset, 'K100', 'same');
    const more = sales('更多.csv', ['B1,K100,上海青禾嶺泵業有限公司,2024-06-30,1000,', 'B2,K400,Quill,2024-06-30,5,']);
    const opened = await app.datasets.openTogether([more], {}, dataset.id);
    const first = opened.ok ? must(opened.value.opened, 'a file that fits') : expect.fail(opened.error.code);
    const request = { opened: first, datasetId: app.newRecord(), onto: dataset.id };
    const staged = await app.datasets.read(request, () => undefined);
    expect(staged.ok && (await app.datasets.save(staged.value)).ok).toBe(true);

    const [match] = await app.ownData.answers(record);
    expect([match?.fields.dataset, match?.fields.customer]).toEqual([dataset.id, 'K100']);
    expect(await valueOf(dataset.id, 'K100')).toBe('1250.00');
    const [now] = await app.datasets.list();
    expect(keysOf(await proposed(await filed({ name: 'Quill Ltd' }), must(now, 'the dataset')))).toEqual(['K400']);
  });

  it('is known in a newer file by the key that was confirmed, where nothing else says it', async () => {
    const record = await filed({ name: 'Quill' });
    await answer(record, await imported(), 'K100', 'same');
    const codes = new File(['客户编号,日期,金额\nK100,2025-01-01,5\nK200,2025-01-02,6'], '新.csv');
    const { candidates } = await proposed(record, await imported(codes));

    expect(candidates.map(({ key, tier, reasons }) => [key, tier, reasons])).toEqual([
      ['K100', 'likely', [{ rule: 'known-customer', own: 'K100', theirs: 'K100' }]],
    ]);
  });

  it('says when the customer or the file is not there any more', async () => {
    const dataset = await imported();
    expect(await valueOf(dataset.id, 'K999')).toBeUndefined();
    await app.datasets.drop(dataset);

    expect(await valueOf(dataset.id, 'K100')).toBe('no-dataset');
    const asked = await app.ownData.propose(await rowOf(await filed({ name: 'Quill' })), dataset);
    expect(asked).toEqual({ ok: false, error: { code: 'no-dataset' } });
  });

  it('takes the words along when it goes, and brings them back', async () => {
    const dataset = await imported();
    const record = await filed({ name: 'Oxbow' });
    await answer(record, dataset, 'K200', 'same');
    await answer(record, dataset, 'K300', 'other');
    const before = await content(world.db);
    const removed = await app.records.remove([record]);

    expect(await world.ports.store.rows('customer-match')).toEqual([]);
    expect(removed.ok && (await app.history.undo(removed.value.batchId)).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('keeps one word on each customer when two records become one: what it is before what it is not', async () => {
    const dataset = await imported();
    const [one, other] = [await filed({ name: 'Oxbow' }), await filed({ name: 'Oxbow Cranes' })];
    await answer(one, dataset, 'K200', 'other');
    await answer(other, dataset, 'K200', 'same');
    await answer(other, dataset, 'K300', 'other');
    const merged = await app.parties.merge({ target: await rowOf(one), others: [await rowOf(other)], choice: {} });

    expect(merged.ok).toBe(true);
    expect((await answers(one)).toSorted()).toEqual([
      ['K200', 'same'],
      ['K300', 'other'],
    ]);
    await answer(one, dataset, 'K200', 'other');
    expect((await answers(one)).toSorted()).toEqual([
      ['K200', 'other'],
      ['K300', 'other'],
    ]);
  });

  it('holds nothing any more of a person who was erased and whose name the customer had', async () => {
    const dataset = await imported(
      sales('b.csv', ['A1,K100,Wolfgang Amsel,2024-01-05,100,', 'A2,K200,Oxbow,2024-01-05,1,']),
    );
    const record = await filed({ name: 'Amsel Werkzeuge' });
    const theirs = { key: 'K100', label: 'Wolfgang Amsel', reasons: [], doubts: [] };
    await app.ownData.answer({ company: record, dataset: dataset.id, customer: theirs, answer: 'same' });
    const owner = app.newRecord();
    await app.records.make(person, owner, { name: 'Wolfgang Amsel', company: record });
    expect(JSON.stringify(await content(world.db))).toContain('Wolfgang Amsel');

    expect((await app.parties.erase(owner)).ok).toBe(true);
    expect(JSON.stringify(await content(world.db))).not.toContain('Wolfgang Amsel');
    expect(await answers(record)).toEqual([['K100', 'same']]);
  });

  it('that has gone meanwhile is told', async () => {
    const customer = { key: 'K200', label: 'Oxbow', reasons: [], doubts: [] };
    const gone = app.newRecord();
    const said = { company: gone, dataset: app.newRecord(), customer, answer: 'same' as const };

    expect(await app.ownData.answer(said)).toEqual({ ok: false, error: { code: 'missing', id: gone } });
  });
});

describe('any sequence of questions and answers', () => {
  const NAMES = ['青禾岭泵业', 'Oxbow', 'Oxbow Cranes', 'Quill'];
  const act = fc.oneof(
    fc.record({ act: fc.constant('propose' as const) }),
    fc.record({
      act: fc.constant('answer' as const),
      key: fc.constantFrom('K100', 'K200', 'K300', 'K999'),
      said: fc.constantFrom<Answer>('same', 'other'),
    }),
    fc.record({ act: fc.constant('again' as const) }),
    fc.record({ act: fc.constant('undo' as const) }),
  );

  it('leaves the company and the file as they are, and never proposes what was answered', async () => {
    const dataset = await imported();
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.array(act, { minLength: 1, maxLength: 10 }),
        async (name, acts) => {
          const record = await filed({ name, website: 'https://qinghe-pumps.cn/', 'externalIds/e1': 'erp:K100' });
          const before = [await rowOf(record), await world.ports.store.row('datasets', dataset.id)];
          const batches: BatchId[] = [];
          for (const one of acts) {
            if (one.act === 'answer') batches.push(await answer(record, dataset, one.key, one.said));
            else if (one.act === 'again') await app.ownData.askAgain(record, dataset.id);
            else if (one.act === 'undo' && batches.length > 0) await app.history.undo(must(batches.pop(), 'a batch'));
            const said = (await app.ownData.answers(record)).map(({ fields }) => fields.customer);
            const keys = keysOf(await proposed(record, dataset));
            expect(keys.filter((key) => said.includes(key))).toEqual([]);
            expect(new Set(said).size).toBe(said.length);
            looked += keys.length;
            expect([await rowOf(record), await world.ports.store.row('datasets', dataset.id)]).toEqual(before);
          }
        },
      ),
      { ...runs(12, 300), seed: 23 },
    );
    expect(looked).toBeGreaterThan(5);
  });
});
