import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { digestOfFile } from '@/src/platform/files/digest';
import { DatabaseBackups, openCurrentDatabase } from '@/src/platform/store/current-database';
import type { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { testKinds } from '@/test/support/kinds';
import { batch, blobAbout, dump, newId, rid } from '@/test/support/store';
import { runs } from '@/test/support/runs';

let db: Database;
const backups = (): DatabaseBackups =>
  new DatabaseBackups({
    db,
    kinds: testKinds,
    newDevice: () => newId<DeviceId>(),
    now: () => Date.UTC(2026, 10, 21),
  });
const storeOf = (of: Database): DexieStore => new DexieStore(of, testKinds, 'device01' as DeviceId);

beforeEach(async () => {
  db = await openCurrentDatabase(() => undefined);
  const store = storeOf(db);
  const people = Array.from({ length: 230 }, (_, i) => ({
    make: rid(`p${i}`),
    kind: 'card',
    fields: {
      name: `王 ${i}`,
      phones: { a: `+86138001380${i % 90}`, b: 'desk' },
      ...(i > 0 ? { boss: rid('p0') } : {}),
    },
  }));
  const blobs = [
    blobAbout('c/1', 'p1', [1, 2, 3]),
    blobAbout('c/2', 'p1', []),
    blobAbout('c/3', 'p2', Array(20_000).fill(7)),
  ];
  await store.commit(batch(people, { cause: 'import', note: { file: '客户.csv' }, blobs }));
  await store.commit(batch([{ set: rid('p1'), kind: 'card', values: { city: '=cmd()\n"Graz"', '@state': 'closed' } }]));
});

afterEach(async () => {
  db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const write = async (): Promise<Blob> => {
  const written = await backups().writeArchive('Read me\nplease');
  return written.ok ? written.value.file : expect.fail(written.error.code);
};
const filesIn = async (file: Blob): Promise<Record<string, Uint8Array>> =>
  unzipSync(new Uint8Array(await file.arrayBuffer()));

/** A ZIP of these files with our seal, whatever is in them. */
const sealed = async (files: Zippable, format = 1): Promise<Blob> => {
  const bytes = Uint8Array.from(zipSync(files));
  new DataView(bytes.buffer).setUint16(bytes.length - 2, 84, true);
  const body = new Blob([bytes]);
  return new Blob([body, `VITAL-FEW-ARCHIVE ${format} ${await digestOfFile(body)}`]);
};
const schema = (rows: Record<string, number>, more: object = {}): Uint8Array =>
  strToU8(JSON.stringify({ format: 1, schema: 1, createdAt: 'x', rows, ...more }));
const lines = (...rows: unknown[]): Uint8Array => strToU8(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

describe('the archive of everything', () => {
  it('gives back every row and every byte', async () => {
    const before = await dump(db);
    const file = await write();
    await storeOf(db).commit(batch([{ remove: rid('p7'), kind: 'card' }]));

    const restored = await backups().restore(file);
    const live = await openCurrentDatabase(() => undefined);
    const { settings, ...after } = await dump(live);
    const { settings: headBefore, ...rest } = before;

    expect(restored).toMatchObject({
      ok: true,
      value: { rows: { records: 230, blobs: 3, journal: 4 }, bytes: file.size },
    });
    expect(after).toEqual(rest);
    expect(JSON.stringify(after)).toBe(JSON.stringify(rest));
    expect(must(settings, 'settings')).toEqual([
      { ...(headBefore?.[0] as object), device: expect.any(String), seq: 0, digest: '' },
    ]);
    expect((await storeOf(live).verify()).ok).toBe(true);
    expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('vital-few-'))).toHaveLength(1);
    live.close();
  });

  it('of an empty database comes back, too', async () => {
    await backups().restore(await sealed({ 'vital-few/schema.json': schema({}) }));
    db = await openCurrentDatabase(() => undefined);
    const before = await dump(db);

    expect(await backups().restore(await write())).toMatchObject({ ok: true });
    db = await openCurrentDatabase(() => undefined);
    expect(await dump(db)).toEqual(before);
  });

  it('can be read by people and by other programs', async () => {
    const files = await filesIn(await write());
    const text = (name: string): string =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[`vital-few/${name}`]);
    const table = text('tables/card.csv');

    expect(Object.keys(files)).toEqual(
      [
        'README.txt',
        'schema.json',
        'data/records/card.jsonl',
        'data/datasets.jsonl',
        'data/journal.jsonl',
        'data/notebooks.jsonl',
        'data/settings.jsonl',
        'data/blobs.jsonl',
        'blobs/000001.bin',
        'blobs/000002.bin',
        'blobs/000003.bin',
        'tables/card.csv',
      ].map((name) => expect.stringMatching(new RegExp(`^vital-few/(${name}|data/.*)$`))),
    );
    expect(text('README.txt')).toBe('\uFEFFRead me\r\nplease\r\n');
    expect(JSON.parse(text('schema.json'))).toMatchObject({
      format: 1,
      createdAt: '2026-11-21T00:00:00.000Z',
      rows: { records: 230 },
      kinds: [{ name: 'card', fields: { phones: { type: 'phone', many: true } }, states: ['active', 'closed'] }],
    });
    expect(text('data/records/card.jsonl').split('\n')).toHaveLength(231);
    expect(table.startsWith('\uFEFFid,state,name,city,phones,boss,custom\r\np0,active,王 0,,')).toBe(true);
    expect(table).toContain('\r\np1,closed,王 1,"\'=cmd()\n""Graz""",');
    expect(table).toContain('; desk,王 0,\r\n');
    expect(table.match(/\uFEFF/g)).toHaveLength(1);
    expect(table.trimEnd().split('\r\n')).toHaveLength(231);
    expect([...must(files['vital-few/blobs/000001.bin'], 'blob')]).toEqual([
      ...new Uint8Array(new Int32Array([1, 2, 3]).buffer),
    ]);
    expect(strFromU8(must(files['vital-few/data/blobs.jsonl'], 'list')).split('\n')[0]).toBe(
      '{"id":"c/1","about":["p1"],"media":"i32","file":"blobs/000001.bin"}',
    );
  });
});

/** Restoring `file` must be refused and leave everything as it is. */
async function refused(file: Blob): Promise<string> {
  const before = await dump(db);
  const names = await Dexie.getDatabaseNames();
  const result = await backups().restore(file);

  expect(result.ok).toBe(false);
  expect(db.isOpen()).toBe(true);
  expect(await dump(db)).toEqual(before);
  expect(await Dexie.getDatabaseNames()).toEqual(names);
  return result.ok ? '' : result.error.code;
}

const ROW = { id: 'a', kind: 'card', state: 'active', fields: { name: 'x' }, keys: [], origin: { base: 'd.1' } };
const RECORDS = 'vital-few/data/records/card.jsonl';
const SCHEMA = 'vital-few/schema.json';

describe('a file that is not a whole archive', () => {
  it('is refused when cut anywhere', async () => {
    const file = await write();
    const cuts = Array.from({ length: 12 }, (_, i) => Math.floor((file.size * (i + 1)) / 13));
    for (const cut of [...cuts, file.size - 1]) expect(await refused(file.slice(0, cut))).toBe('damaged');
  }, 180_000);

  it('is refused when a single bit is flipped anywhere', async () => {
    const bytes = new Uint8Array(await (await write()).arrayBuffer());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);

        expect(await refused(new Blob([flipped]))).toMatch(/damaged|not-a-backup|newer-format/);
      }),
      { ...runs(25, 400), seed: 1 },
    );
  }, 180_000);

  it.each<[string, () => Promise<Blob>, string]>([
    [
      'a ZIP of somebody else',
      async () => new Blob([Uint8Array.from(zipSync({ 'a.txt': strToU8('x') }))]),
      'not-a-backup',
    ],
    ['four bytes of a ZIP', async () => new Blob(['PK\u0003\u0004']), 'not-a-backup'],
    ['from a future format', () => sealed({ [SCHEMA]: schema({}) }, 2), 'newer-format'],
    ['from a future schema', () => sealed({ [SCHEMA]: schema({}, { schema: 99 }) }), 'newer-format'],
    ['from a future format of rows', () => sealed({ [SCHEMA]: schema({}, { format: 2 }) }), 'newer-format'],
    ['without a schema', () => sealed({ [RECORDS]: lines(ROW) }), 'damaged'],
    ['with a schema that is no JSON', () => sealed({ [SCHEMA]: strToU8('{') }), 'damaged'],
    ['with a schema that is null', () => sealed({ [SCHEMA]: strToU8('null') }), 'damaged'],
    ['with a schema without facts', () => sealed({ [SCHEMA]: strToU8('{"format":1,"schema":1}') }), 'damaged'],
    [
      'with fewer rows than it says',
      () => sealed({ [SCHEMA]: schema({ records: 2 }), [RECORDS]: lines(ROW) }),
      'damaged',
    ],
    ['with rows and no journal', () => sealed({ [SCHEMA]: schema({ records: 1 }), [RECORDS]: lines(ROW) }), 'damaged'],
    [
      'with the same row twice',
      () => sealed({ [SCHEMA]: schema({ records: 2 }), [RECORDS]: lines(ROW, ROW) }),
      'damaged',
    ],
    ['with rows that are no rows', () => sealed({ [SCHEMA]: schema({ records: 1 }), [RECORDS]: lines(1) }), 'damaged'],
    [
      'with rows that are no JSON',
      () => sealed({ [SCHEMA]: schema({ records: 1 }), [RECORDS]: strToU8('{\n') }),
      'damaged',
    ],
    [
      'with rows that are no UTF-8',
      () => sealed({ [SCHEMA]: schema({}), [RECORDS]: new Uint8Array([0xff, 10]) }),
      'damaged',
    ],
    ['with half a row', () => sealed({ [SCHEMA]: schema({ records: 1 }), [RECORDS]: strToU8('{"id":') }), 'damaged'],
    [
      'with a table nobody knows',
      () => sealed({ [SCHEMA]: schema({}), 'vital-few/data/x.jsonl': lines(ROW) }),
      'damaged',
    ],
    [
      'with a blob that is missing',
      () =>
        sealed({
          [SCHEMA]: schema({ blobs: 1 }),
          'vital-few/data/blobs.jsonl': lines({ id: 'a', about: [], media: 'i32', file: 'blobs/1.bin' }),
        }),
      'damaged',
    ],
    [
      'with a blob outside its folder',
      () =>
        sealed({
          [SCHEMA]: schema({ blobs: 1 }),
          'vital-few/../x.bin': new Uint8Array(4),
          'vital-few/data/blobs.jsonl': lines({ id: 'a', about: [], media: 'i32', file: '../x.bin' }),
        }),
      'damaged',
    ],
  ])('is refused when it is %s', async (_, make, code) => {
    expect(await refused(await make())).toBe(code);
  });

  it('is refused when it says less or more than it unpacks to, or far too much', async () => {
    const bytes = Uint8Array.from(zipSync({ [SCHEMA]: [schema({}), { level: 9 }] }));
    const view = new DataView(bytes.buffer);
    const entry = view.getUint32(bytes.length - 22 + 16, true);
    for (const size of [1, 100_000, 0xffffffff]) {
      view.setUint32(entry + 24, size, true);
      view.setUint16(bytes.length - 2, 84, true);
      const body = new Blob([bytes]);

      expect(await refused(new Blob([body, `VITAL-FEW-ARCHIVE 1 ${await digestOfFile(body)}`]))).toBe('damaged');
    }
  });

  it('passes over files that are none of its own, wherever they say they belong', async () => {
    const file = await sealed({
      [SCHEMA]: schema({}),
      '../../evil.sh': strToU8('x'),
      'vital-few/tables/a.csv': strToU8('x'),
    });

    expect(await backups().restore(file)).toMatchObject({ ok: true });
  });
});
