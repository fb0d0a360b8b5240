import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { digestOf } from '@/src/domain/records/journal';
import type { Row } from '@/src/domain/records/record';
import { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { MIGRATIONS, type Migration } from '@/src/platform/store/migrations';
import { testKinds } from '@/test/support/kinds';
import { batch, dump, rid } from '@/test/support/store';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** A step that is not released: cities get a country, and a table for drafts comes. */
const NEXT: Migration = {
  version: MIGRATIONS.length + 1,
  stores: { drafts: 'id' },
  upgrade: async (transaction) => {
    await transaction
      .table('records')
      .toCollection()
      .modify((row) => {
        if (row.fields.city) row.fields.city = `${row.fields.city}, AT`;
      });
  },
};

const open = async (migrations: readonly [Migration, ...Migration[]]): Promise<{ db: Database; store: DexieStore }> => {
  const db = new Database('migrated', migrations);
  await db.open();
  return { db, store: new DexieStore(db, testKinds, 'device01' as never) };
};

const filled = async (): Promise<{ db: Database; store: DexieStore }> => {
  const opened = await open(MIGRATIONS);
  await opened.store.commit(batch([{ make: rid('a'), kind: 'card', fields: { name: 'Acme', city: 'Graz' } }]));
  return opened;
};

const row = (id: string, kind: string, fields: object, keys: string[]): Row => ({
  id: rid(id),
  kind,
  state: 'active',
  fields: fields as Row['fields'],
  keys,
  origin: { base: 'device01.1' as Row['origin']['base'] },
});

describe('migrations', () => {
  it('are released once: a step never changes afterwards', () => {
    const fingerprints = MIGRATIONS.map(({ version, stores, upgrade }) => [
      version,
      digestOf([stores, String(upgrade)]).slice(0, 16),
    ]);

    expect(fingerprints).toEqual([
      [1, 'aa72d45138259a3a'],
      [2, 'dd72a144495bd872'],
      [3, 'b98d3500a90296c8'],
      [4, '800255ec67045646'],
    ]);
  });

  it('are numbered without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  it('bring an older database up to date, rows and tables', async () => {
    (await filled()).db.close();

    const { db } = await open([...MIGRATIONS, NEXT]);

    expect((await db.records.get('a'))?.fields).toEqual({ name: 'Acme', city: 'Graz, AT' });
    expect(db.tables.map((table) => table.name)).toContain('drafts');
    db.close();
  });

  it('2: companies and people are found by name, too', async () => {
    const evidenced = (value: string) => ({ value, raw: value, confidence: 1, sources: [], status: 'typed' });
    const old = new Database('migrated', [MIGRATIONS[0]]);
    await old.open();
    await old.records.bulkAdd([
      row('c', 'company', { name: evidenced('上海青禾岭泵业有限公司'), website: evidenced('https://qinghe.cn/') }, [
        'domain:qinghe.cn',
      ]),
      row('p', 'person', { name: evidenced('Olivia Grant'), company: evidenced('c') }, ['link:c']),
      row('x', 'unknown', { name: 'x' }, ['as:it was']),
    ]);
    old.close();

    const { db } = await open(MIGRATIONS);

    expect(
      await db.records
        .toCollection()
        .sortBy('id')
        .then((rows) => rows.map(({ keys }) => keys)),
    ).toEqual([['domain:qinghe.cn', 'name:青禾岭泵业'], ['link:c', 'name:grant olivia'], ['as:it was']]);
    expect(await db.records.where('keys').equals('name:青禾岭泵业').primaryKeys()).toEqual(['c']);
    db.close();
  });

  it('3: parts of the journal tell which records they touch', async () => {
    const old = new Database('migrated', [MIGRATIONS[0], ...MIGRATIONS.slice(1, 2)]);
    await old.open();
    const part = { device: 'd', seq: 1, part: 1, patches: [{ id: 'a', kind: 'card', gone: {} }], gone: ['a'] };
    await old.table('journal').bulkAdd([{ device: 'd', seq: 1, part: 0, at: '1', parts: [] }, part]);
    old.close();

    const { db } = await open(MIGRATIONS);

    expect(await db.journal.get(['d', 1, 1])).toEqual({
      device: 'd',
      seq: 1,
      part: 1,
      patches: part.patches,
      touched: ['a'],
    });
    expect(await db.journal.where('touched').equals('a').count()).toBe(1);
    db.close();
  });

  it('4: what is due is found by its day', async () => {
    const old = new Database('migrated', [MIGRATIONS[0], ...MIGRATIONS.slice(1, 3)]);
    await old.open();
    const received = { subject: 'Leak', receivedOn: '2026-11-02' };
    const complaint = { ...row('k', 'complaint', received, ['link:c']), state: 'received' };
    await old.records.bulkAdd([complaint, row('x', 'unknown', { name: 'x' }, ['as:it was'])]);
    old.close();

    const { db, store } = await open(MIGRATIONS);

    expect((await store.rowsDue('complaint')).map(({ id, due }) => [id, due])).toEqual([['k', '2026-11-03']]);
    expect(await db.records.get('x')).toEqual(row('x', 'unknown', { name: 'x' }, ['as:it was']));
    db.close();
  });

  it('leave the old database whole when a step fails', async () => {
    const { db: before } = await filled();
    const rows = await dump(before);
    before.close();
    const failing: Migration = {
      ...NEXT,
      upgrade: async (transaction) => {
        await transaction.table('records').clear();
        throw new Error('no');
      },
    };

    await expect(open([...MIGRATIONS, failing])).rejects.toThrow('no');
    const { db } = await open(MIGRATIONS);

    expect(await dump(db)).toEqual(rows);
    db.close();
  });
});

describe('a database that a newer version wrote', () => {
  it('can be read, and refuses every write with a reason', async () => {
    (await filled()).db.close();
    (await open([...MIGRATIONS, NEXT])).db.close();

    const { db, store } = await open(MIGRATIONS);
    const before = await dump(db);

    expect(store.readOnly).toBe(true);
    expect(await store.rows('card')).toHaveLength(1);
    expect(await store.commit(batch([{ remove: rid('a'), kind: 'card' }]))).toEqual({
      ok: false,
      error: { code: 'read-only' },
    });
    expect(await dump(db)).toEqual(before);
    db.close();
  });
});
