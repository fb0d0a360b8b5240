import { Dexie } from 'dexie';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { OpenedFile } from '@/src/app/import-orders';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { DatasetService } from '@/src/platform/workers/dataset-service';
import { digestOf } from '@/test/support/digest-of';
import { content } from '@/test/support/store';
import { importOrders } from '@/test/support/import-orders';
import { createWorld, SALES_CSV, salesFile, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const importFile = async (file = salesFile()): Promise<RecordId> => {
  const imported = await importOrders(world.app, file);
  return imported.ok ? imported.value.datasetId : expect.fail(imported.error.code);
};
/** The sample has a total, lines without a customer, refunds, and by chance equal lines. */
const SAMPLE_NOTICES = ['total-rows', 'duplicate-rows', 'blank-customers', 'filled-down', 'refunds'];
const openFile = async (file: File): Promise<OpenedFile> => {
  const opened = await world.app.datasets.open(file);
  return opened.ok ? opened.value : expect.fail(opened.error.code);
};
const read = (opened: OpenedFile) =>
  world.app.datasets.read({ opened, datasetId: world.app.newRecord() }, () => undefined);
const EMPTY = { records: [], datasets: [], notebooks: [], blobs: [], settings: [] };

describe('verifying what is stored', () => {
  const problems = async (): Promise<string[]> => (await world.app.verify()).checks.flatMap((check) => check.problems);
  const parts = (): Promise<string[]> => world.db.blobs.toCollection().primaryKeys();

  it('holds every column of a sales file against its digest', async () => {
    await importFile();

    const { ok, checks } = await world.app.verify();

    expect(ok).toBe(true);
    expect(checks.find(({ name }) => name === 'columns')?.looked).toBe((await parts()).length);
  });

  it('names a column that was altered and one that went', async () => {
    await importFile();
    const [altered = '', gone = ''] = await parts();
    await world.db.blobs.update(altered, { data: new ArrayBuffer(4) });
    await world.db.blobs.delete(gone);

    expect((await problems()).toSorted()).toEqual([`column ${altered} was altered`, `column ${gone} is missing`]);
  });

  it('lets a backup of damaged columns be restored: everything else is whole', async () => {
    await importFile();
    await world.db.blobs.delete((await parts())[0] ?? '');
    expect((await world.app.backups.write()).ok).toBe(true);

    expect(
      await world.app.backups.restore(new File([must(world.saved[0], 'backup').content], 'workspace.vitalfew')),
    ).toMatchObject({ ok: true });
  });

  it('asks nothing of a file that was dropped', async () => {
    await importFile();
    const [row] = await world.app.datasets.list();
    await world.app.datasets.drop(must(row, 'dataset'));

    expect(await parts()).toEqual([]);
    expect(await problems()).toEqual([]);
  });
});

describe('importing a sales file', () => {
  it('keeps the columns, where they come from, and the rows set aside', async () => {
    const id = await importFile();
    const [row] = await world.app.datasets.list();

    expect(row?.fields).toMatchObject({
      name: '销售',
      file: {
        name: '销售.csv',
        bytes: new TextEncoder().encode(SALES_CSV).length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      format: { encoding: 'utf-8', dialect: { delimiter: ',' } },
      columns: [
        { name: '客户', role: 'customer' },
        { name: '日期', role: 'date' },
        { name: '金额', role: 'amount' },
      ],
      facts: {
        total: 4,
        used: 3,
        customers: 2,
        amount: '130.50',
        firstDay: '2024-01-05',
        lastDay: '2024-02-01',
        notices: ['blank-customers', 'refunds'],
      },
    });
    expect(await (await world.app.datasets.setAside(id))?.text()).toBe(
      '#,客户,日期,金额,reason\r\n4,,2024-02-02,7,blank-customer\r\n',
    );
    expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
  });

  it('reads gzip whatever the name says', async () => {
    await importFile(new File([gzipSync(SALES_CSV)], 'sales.csv'));

    expect((await world.app.datasets.list())[0]?.fields.facts.used).toBe(3);
  });

  it('gives the same answer from the stored columns as from the file', async () => {
    const id = await importFile();
    const fresh = await world.ports.datasets.analyse(id, 'pareto', {});
    const reopened = await new DatasetService(world.ports.store, digestOf).analyse(id, 'pareto', {});

    expect(fresh.ok).toBe(true);
    expect(reopened).toEqual(fresh);
  });

  it('is undone whole, and the file can be imported again', async () => {
    await importFile();
    const [batch] = await world.app.history.list(1);
    await world.app.history.undo(must(batch, 'batch').header.batchId);

    expect(await content(world.db)).toEqual(EMPTY);
    await importFile();
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('drops the columns at once and keeps what the file was', async () => {
    const id = await importFile();
    const [row] = await world.app.datasets.list();
    await world.app.datasets.drop(must(row, 'dataset'));
    const [dropped] = await world.app.datasets.list();

    expect(dropped).toMatchObject({ state: 'dropped', fields: { file: { name: '销售.csv' }, facts: { used: 3 } } });
    expect(await world.db.blobs.count()).toBe(0);
    expect(await world.ports.datasets.analyse(id, 'pareto', {})).toEqual({ ok: false, error: { code: 'no-dataset' } });
  });

  it('says when a stored column is not what was stored', async () => {
    const id = await importFile();
    await world.db.blobs.update(`${id}/day`, { data: new Int32Array([1, 2, 3]).buffer });

    expect(await new DatasetService(world.ports.store, digestOf).analyse(id, 'pareto', {})).toEqual({
      ok: false,
      error: { code: 'damaged' },
    });
  });

  it('says so of a column that few ask for when it is asked for, and has it again when it is back', async () => {
    const id = await importFile(salesFile('客户,日期,金额,地区\n甲,2024-01-05,1,北\n乙,2024-01-06,2,南\n'));
    const reopened = new DatasetService(world.ports.store, digestOf);
    const blob = must(await world.db.blobs.get(`${id}/other.0.codes`), 'blob');
    await world.db.blobs.update(blob.id, { data: new Int32Array([1, 0]).buffer });

    expect((await reopened.analyse(id, 'pareto', {})).ok).toBe(true);
    expect(await reopened.analyse(id, 'pareto', { entity: 'region' })).toEqual({
      ok: false,
      error: { code: 'damaged' },
    });
    await world.db.blobs.put(blob);
    expect((await reopened.analyse(id, 'pareto', { entity: 'region' })).ok).toBe(true);
  });

  it('opens a dataset whose texts were stored as JSON, as the first versions did', async () => {
    const id = await importFile();
    const fresh = await world.ports.datasets.analyse(id, 'pareto', {});
    const row = must((await world.app.datasets.list())[0], 'dataset');
    const { 'customer.bytes': _, 'customer.ends': __, ...parts } = row.fields.stored.parts;
    const values = new TextEncoder().encode(JSON.stringify(['甲', '乙']));
    const blob = must(await world.db.blobs.get(`${id}/customer.codes`), 'blob');
    await world.db.blobs.put({ ...blob, id: `${id}/customer.values`, media: 'json', data: values.buffer });
    const sha256 = await digestOf(new Blob([values]));
    const stored = { ...row.fields.stored, parts: { ...parts, 'customer.values': { bytes: values.length, sha256 } } };
    await world.db.datasets.update(id, { fields: { ...row.fields, stored } });

    expect(await new DatasetService(world.ports.store, digestOf).analyse(id, 'pareto', {})).toEqual(fresh);
  });

  it('ends when it is cancelled and leaves nothing', async () => {
    const long = `客户,日期,金额\n${'甲,2024-01-05,1\n'.repeat(200_000)}`;
    const opened = await openFile(salesFile(long));
    const datasetId = world.app.newRecord();
    const read = await world.app.datasets.read({ opened, datasetId }, () => void world.app.datasets.discard(datasetId));

    expect(read).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await content(world.db)).toEqual(EMPTY);
  });

  it.each<[string, File, string]>([
    [
      'a picture',
      new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])], 'x.csv'),
      'not-a-table',
    ],
    ['nothing', new File([], 'x.csv'), 'empty'],
    ['a damaged gzip', new File([gzipSync(SALES_CSV).subarray(0, 30)], 'x.csv.gz'), 'unreadable'],
  ])('of %s is refused at the preview', async (_, file, code) => {
    expect(await world.app.datasets.open(file)).toMatchObject({ ok: false, error: { code } });
  });

  it('of a header alone, or without the columns it needs, is refused', async () => {
    for (const [text, code] of [
      ['客户,日期,金额\n', 'empty'],
      ['a,b\n1,2\n', 'missing-roles'],
    ] as const) {
      const opened = await openFile(salesFile(text));
      const roles = code === 'empty' ? (['customer', 'date', 'amount'] as const) : opened.mapping.roles;
      const named = { ...opened, mapping: { roles, chosen: new Set<number>() } };

      expect(await read(named)).toEqual({ ok: false, error: { code } });
    }
  });
});

describe('running a notebook', () => {
  it('runs its cells in order and fills in its parameters', async () => {
    const dataset = await importFile();
    const notebook = parseNotebook(
      [
        '---',
        'parameters: { share: { type: number, default: 0.5, min: 0, max: 1 } }',
        '---',
        '```analysis name=top\nanalysis: pareto\nparams: { share: $share }\n```',
        '```frame name=classes\nfrom: top.entities\ngroup: class\ncolumn: value\nmeasures: [sum]\n```',
        '```frame name=lost\nfrom: top.nowhere\ngroup: class\ncolumn: value\n```',
        '```analysis name=wrong\nanalysis: magic\n```',
        '```sql name=later\nselect 1\n```',
      ].join('\n'),
    );
    const results = await world.app.notebooks.run(notebook, { dataset, given: { share: '0.7' } }, () => undefined);

    expect([...results.keys()]).toEqual(['top', 'classes', 'lost', 'wrong', 'later']);
    expect(results.get('top')).toMatchObject({ kind: 'analysis', run: { params: { share: 0.7 } } });
    expect(results.get('classes')).toMatchObject({ kind: 'frame' });
    expect(results.get('lost')).toEqual({ kind: 'failed', error: { code: 'no-source', name: 'top.nowhere' } });
    expect(results.get('wrong')).toMatchObject({ kind: 'failed', error: { code: 'unknown-analysis' } });
    expect(results.get('later')).toEqual({ kind: 'failed', error: { code: 'not-runnable' } });
  });

  it('says which parameter is out of range', async () => {
    const notebook = parseNotebook(
      '---\nparameters: { share: { type: number, default: 0.5, min: 0, max: 1 } }\n---\n```analysis name=a\nanalysis: pareto\nparams: { share: $share }\n```\n',
    );
    const results = await world.app.notebooks.run(
      notebook,
      { dataset: await importFile(), given: { share: '7' } },
      () => undefined,
    );

    expect(results.get('a')).toEqual({
      kind: 'failed',
      error: { code: 'not-allowed', name: 'share', allowed: '0 … 1' },
    });
  });
});

describe('sample data', () => {
  it.each(['en', 'zh'] as const)('come and go as one batch, in %s', async (language) => {
    const installed = await world.app.datasets.installSample(language);
    const [row] = await world.app.datasets.list();

    expect(row?.fields.facts).toMatchObject({ total: 12_001, notices: SAMPLE_NOTICES });
    expect(await world.app.parties.companies()).toHaveLength(3);
    await world.app.history.undo(installed.ok ? installed.value.batchId : expect.fail());
    expect(await content(world.db)).toEqual(EMPTY);
  });
});
