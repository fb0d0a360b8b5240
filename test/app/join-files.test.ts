import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { StagedOrders } from '@/src/app/import-orders';
import type { Misfit } from '@/src/app/open-together';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { DatasetService } from '@/src/platform/workers/dataset-service';
import { digestOf } from '@/test/support/digest-of';
import { content } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const HEADER = '订单号,客户,日期,金额,状态';
const file = (name: string, lines: readonly string[], header = HEADER, modified = 0): File =>
  new File([[header, ...lines].join('\n')], name, { lastModified: modified });

const JANUARY = file('一月.csv', [
  'A1,甲,2024-01-05,100,已完成',
  'A2,乙,2024-01-30,50.5,已完成',
  'A3,丙,2024-01-31,9,已完成',
]);
/** A2 was paid back in part, A3 was called off. */
const FEBRUARY = file('二月.csv', [
  'A2,乙,2024-01-30,30.25,已完成',
  'A3,丙,2024-01-31,9,已取消',
  'B1,甲,2024-02-10,7,已完成',
]);
const MARCH = file('三月.csv', ['B1,甲,2024-02-10,7,已完成', 'C1,丁,2024-03-01,1,已完成']);

const openAll = async (files: readonly File[], onto?: RecordId) => {
  const opened = await world.app.datasets.openTogether(files, {}, onto);
  return opened.ok ? opened.value : expect.fail(opened.error.code);
};
const stage = async (files: readonly File[], onto?: RecordId, currency?: string): Promise<StagedOrders> => {
  const together = await openAll(files, onto);
  if (!together.opened) return expect.fail('none fits');
  const { opened, beside } = together;
  const wanted = { ...(onto ? { onto } : {}), ...(currency === undefined ? {} : { currency }) };
  const request = { opened, beside, datasetId: world.app.newRecord(), ...wanted };
  const staged = await world.app.datasets.read(request, () => undefined);
  return staged.ok ? staged.value : expect.fail(staged.error.code);
};
const save = async (staged: StagedOrders): Promise<RecordId> => {
  const saved = await world.app.datasets.save(staged);
  if (!saved.ok) return expect.fail(saved.error.code);
  return staged.onto ?? staged.datasetId;
};
const only = async (): Promise<DatasetFields> => must((await world.app.datasets.list())[0], 'dataset').fields;
const answer = async (id: RecordId) => {
  const run = await world.ports.datasets.analyse(id, 'pareto', {});
  return run.ok ? run.value.outcome : expect.fail(run.error.code);
};
const undoLast = async (): Promise<void> => {
  const [batch] = await world.app.history.list(1);
  expect((await world.app.history.undo(must(batch, 'batch').header.batchId)).ok).toBe(true);
};
const why = (misfits: readonly Misfit[]) =>
  misfits.map((one) => ('error' in one ? [one.file.name, one.error.code] : [one.file.name, one.differs]));
const EMPTY = { records: [], datasets: [], notebooks: [], blobs: [], settings: [] };

describe('files of one kind dropped together', () => {
  it('are one dataset in which an order counts once, as the later file has it', async () => {
    const staged = await stage([FEBRUARY, JANUARY]);
    expect(await content(world.db)).toEqual(EMPTY);
    expect(staged.together).toMatchObject({ overlapping: 2, left: [] });
    const id = await save(staged);
    const fields = await only();

    expect(fields).toMatchObject({
      name: '一月 – 二月',
      facts: { total: 6, used: 3, customers: 2, amount: '137.25', firstDay: '2024-01-05', lastDay: '2024-02-10' },
    });
    expect(fields.facts.setAside).toEqual([
      { reason: 'unsold', rows: 1, amount: '9.00' },
      { reason: 'duplicate-order', rows: 2, amount: '59.50' },
    ]);
    expect(fields.facts.notices).toEqual(['unsold-rows', 'overlapping-orders']);
    expect(fields.sources?.map((one) => [one.file.name, one.facts.total, one.used, one.duplicates])).toEqual([
      ['一月.csv', 3, 1, 2],
      ['二月.csv', 3, 2, 0],
    ]);
    expect(await (await world.app.datasets.setAside(id))?.text()).toBe(
      [
        'file,#,订单号,客户,日期,金额,状态,reason',
        '二月.csv,2,A3,丙,2024-01-31,9,已取消,unsold',
        '一月.csv,2,A2,乙,2024-01-30,50.5,已完成,duplicate-order',
        '一月.csv,3,A3,丙,2024-01-31,9,已完成,duplicate-order',
        '',
      ].join('\r\n'),
    );
    expect((await world.app.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('give the same answer from the stored columns, and in whatever order they are given', async () => {
    const id = await save(await stage([JANUARY, FEBRUARY, MARCH]));
    const fresh = await answer(id);
    const reopened = await new DatasetService(world.ports.store, digestOf).analyse(id, 'pareto', {});
    expect(reopened).toMatchObject({ ok: true, value: { outcome: fresh } });

    const again = await save(await stage([MARCH, JANUARY, FEBRUARY]));
    expect(await answer(again)).toEqual(fresh);
    const [first, second] = await world.app.datasets.list();
    expect(second?.fields.facts).toEqual(first?.fields.facts);
  });

  it('count a file that is given twice once, leave out one without rows, and say so', async () => {
    const copy = new File([JANUARY], '一月 (1).csv', { lastModified: 5 });
    const { together, read } = await stage([JANUARY, copy, file('空.csv', [])]);

    expect(together?.left).toEqual([
      { name: '一月 (1).csv', why: 'same-file', as: '一月.csv' },
      { name: '空.csv', why: 'empty' },
    ]);
    expect(read.facts).toMatchObject({ total: 3, used: 3, notices: ['same-file'] });
  });

  it('are undone whole, and leave nothing when they are let go of', async () => {
    await save(await stage([JANUARY, FEBRUARY]));
    await undoLast();
    expect(await content(world.db)).toEqual(EMPTY);

    const staged = await stage([JANUARY, FEBRUARY]);
    await world.app.datasets.discard(staged.datasetId);
    expect(await world.app.datasets.setAside(staged.datasetId)).toBeUndefined();
    expect(await content(world.db)).toEqual(EMPTY);
  });

  it('are those of the largest group of one kind; of the others it is said what differs', async () => {
    const together = await openAll([
      file('合同.csv', ['x,2024-01-05,3'], '甲方,签订日期,合同额'),
      JANUARY,
      file('退.csv', ['A9,甲,2024-01-05,1.50,已完成,0.50'], `${HEADER},退款金额`),
      new File([], '无.csv'),
      MARCH,
    ]);

    const { opened, beside } = together.opened ? together : expect.fail('none fits');
    expect([opened, ...beside].map((one) => one.file.name)).toEqual(['一月.csv', '三月.csv']);
    expect(why(together.misfits)).toEqual([
      ['合同.csv', { missing: ['订单号', '客户', '日期', '金额', '状态'], more: [] }],
      ['退.csv', { missing: [], more: ['退款金额'] }],
      ['无.csv', 'empty'],
    ]);
  });

  it('may have their columns in another order and others besides, which is said', async () => {
    const other = file('二月.csv', ['7,B1,2024-02-10,已完成,甲,华东'], '金额,订单号,日期,状态,客户,地区');
    const { read } = await stage([JANUARY, other]);

    expect(read.facts).toMatchObject({ used: 4, customers: 3, amount: '166.50', notices: ['columns-differ'] });
  });

  it('in several currencies are not added up until one is chosen', async () => {
    const money = 'Order,Customer,Order date,Amount paid,Currency';
    const files = [
      file('eur.csv', ['A-1,Northwick,2026-01-05,100.00,EUR'], money),
      file('usd.csv', ['B-1,Oxbow,2026-02-05,40.00,USD'], money),
    ];
    expect((await stage(files)).read.facts).toMatchObject({ currencies: ['EUR', 'USD'], currency: null });
    const chosen = await stage(files, undefined, 'USD');
    expect(chosen.read.facts).toMatchObject({ used: 1, amount: '40.00', currency: 'USD' });
  });
});

describe('dates of which a file leaves open what is the month', () => {
  const dated = (name: string, day: string): File =>
    file(name, [`${name},Northwick Ltd,${day},10.00`], 'Order ID,Customer,Order Date,Amount');
  const OPEN = dated('open.csv', '05/01/2024');
  const SETTLED = dated('settled.csv', '25/02/2024');

  it('are read as in the file that settles it', async () => {
    const alone = await stage([OPEN, dated('open2.csv', '06/02/2024')]);
    expect(alone.read.facts.notices).toContain('date-order-assumed');

    const { read } = await stage([OPEN, SETTLED]);
    expect(read.facts).toMatchObject({ firstDay: '2024-01-05', lastDay: '2024-02-25' });
    expect(read.facts.notices).toEqual(['date-order-followed']);
  });

  it('are not appended to when the order that was assumed turns out wrong', async () => {
    const opened = await world.app.datasets.open(OPEN);
    const single = await world.app.datasets.read(
      { opened: opened.ok ? opened.value : expect.fail(), datasetId: world.app.newRecord() },
      () => undefined,
    );
    const staged = single.ok ? single.value : expect.fail();
    expect(staged.read.facts.firstDay).toBe('2024-05-01');
    const id = await save(staged);
    const together = await openAll([SETTLED], id);
    const request = together.opened ? together : expect.fail();
    const read = await world.app.datasets.read(
      { ...request, datasetId: world.app.newRecord(), onto: id },
      () => undefined,
    );

    expect(read).toEqual({ ok: false, error: { code: 'other-dates' } });
  });
});

describe('a file that is appended to a dataset', () => {
  const importOne = async (one: File): Promise<RecordId> => {
    const opened = await world.app.datasets.open(one);
    const staged = await world.app.datasets.read(
      { opened: opened.ok ? opened.value : expect.fail(), datasetId: world.app.newRecord() },
      () => undefined,
    );
    return save(staged.ok ? staged.value : expect.fail());
  };

  it('gives what all files dropped together give, in whatever order', async () => {
    const together = await save(await stage([JANUARY, FEBRUARY, MARCH]));
    const whole = await only();
    const step = await importOne(MARCH);
    await save(await stage([JANUARY], step));
    await save(await stage([FEBRUARY], step));
    const rows = await world.app.datasets.list();
    const stepped = must(
      rows.find(({ id }) => id === step),
      'dataset',
    ).fields;

    expect(stepped.facts).toEqual(whole.facts);
    expect(stepped.sources?.map((one) => [one.file.name, one.used, one.duplicates])).toEqual(
      whole.sources?.map((one) => [one.file.name, one.used, one.duplicates]),
    );
    expect(await answer(step)).toEqual(await answer(together));
    const reopened = await new DatasetService(world.ports.store, digestOf).analyse(step, 'pareto', {});
    expect(reopened).toMatchObject({ ok: true, value: { outcome: await answer(together) } });
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('sets aside rows of the dataset that it has anew, as they were understood', async () => {
    const id = await importOne(JANUARY);
    await save(await stage([FEBRUARY], id));

    expect(await (await world.app.datasets.setAside(id))?.text()).toBe(
      [
        'file,#,订单号,客户,日期,金额,状态,reason',
        '二月.csv,2,A3,丙,2024-01-31,9,已取消,unsold',
        '一月.csv,,A2,乙,2024-01-30,50.50,已完成,duplicate-order',
        '一月.csv,,A3,丙,2024-01-31,9.00,已完成,duplicate-order',
        '',
      ].join('\r\n'),
    );
  });

  it('is one batch; its undo restores what was there and frees the space', async () => {
    const id = await importOne(JANUARY);
    const before = await content(world.db);
    const asked = await answer(id);
    await save(await stage([FEBRUARY, MARCH], id));
    expect((await only()).facts.customers).toBe(3);
    expect(await answer(id)).not.toEqual(asked);

    await undoLast();
    expect(await answer(id)).toEqual(asked);
    const after = await content(world.db);
    expect(after.blobs).toEqual(before.blobs);
    expect((await only()).sources).toBeUndefined();
    expect((await world.app.verify()).ok).toBe(true);

    await undoLast();
    expect(await answer(id)).toEqual(asked);
    await save(await stage([FEBRUARY], id));
    expect((await only()).facts.used).toBe(3);
  });

  it('that is part of it already, of another kind or in another currency is refused', async () => {
    const id = await importOne(JANUARY);
    const read = async (given: File) => {
      const together = await openAll([given], id);
      if (!together.opened) return why(together.misfits);
      const request = { ...together, datasetId: world.app.newRecord(), onto: id };
      return world.app.datasets.read(request, () => undefined);
    };

    expect(await read(new File([JANUARY], 'x.csv'))).toEqual({ ok: false, error: { code: 'already-in' } });
    expect(await read(file('y.csv', ['甲,2024-01-05,1'], '客户,日期,金额'))).toEqual([
      ['y.csv', { missing: ['订单号', '状态'], more: [] }],
    ]);
    const money = 'Order,Customer,Order date,Amount paid,Currency';
    const euros = await importOne(file('eur.csv', ['A-1,Northwick,2026-01-05,100.00,EUR'], money));
    const together = await openAll([file('usd.csv', ['B-1,Oxbow,2026-02-05,40.00,USD'], money)], euros);
    const request = together.opened ? together : expect.fail();
    expect(
      await world.app.datasets.read({ ...request, datasetId: world.app.newRecord(), onto: euros }, () => undefined),
    ).toEqual({ ok: false, error: { code: 'other-currency', file: 'usd.csv' } });
  });

  it('is refused when the dataset was changed while it was read', async () => {
    const id = await importOne(JANUARY);
    const staged = await stage([FEBRUARY], id);
    await save(await stage([MARCH], id));

    expect(await world.app.datasets.save(staged)).toEqual({ ok: false, error: { code: 'moved-meanwhile', id } });
    expect((await only()).sources).toHaveLength(2);
  });

  it('goes with the columns of the dataset when they are dropped', async () => {
    const id = await importOne(JANUARY);
    await save(await stage([FEBRUARY], id));
    await world.app.datasets.drop(must((await world.app.datasets.list())[0], 'dataset'));

    expect(await world.db.blobs.count()).toBe(0);
    expect(await world.app.datasets.setAside(id)).toBeUndefined();
    expect(await world.app.datasets.openTogether([MARCH], {}, id)).toEqual({
      ok: false,
      error: { code: 'no-dataset' },
    });
  });
});
