import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { writeFrames, FIRST_LINE, type Frame } from '@/src/platform/store/backup-format';
import { digestOfFile } from '@/src/platform/files/digest';
import { DatabaseBackups, openCurrentDatabase } from '@/src/platform/store/current-database';
import type { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { testKinds } from '@/test/support/kinds';
import { batch, blobAbout, dump, newId, rid } from '@/test/support/store';
import { runs } from '@/test/support/runs';

let db: Database;
let superseded = 0;
const backups = (of = db): DatabaseBackups =>
  new DatabaseBackups({
    db: of,
    kinds: testKinds,
    newDevice: () => newId<DeviceId>(),
    now: () => Date.UTC(2026, 10, 21),
  });
const storeOf = (of: Database): DexieStore => new DexieStore(of, testKinds, 'device01' as DeviceId);

beforeEach(async () => {
  db = await openCurrentDatabase(() => superseded++);
  const store = storeOf(db);
  const people = Array.from({ length: 450 }, (_, i) => ({
    make: rid(`p${i}`),
    kind: 'card',
    fields: { name: `王 ${i}`, phones: { a: `+86${i}` } },
  }));
  await store.commit(
    batch(people, { cause: 'import', note: { file: '客户.csv' }, blobs: [blobAbout('c/1', 'p1', [1, 2, 3])] }),
  );
  await store.commit(batch([{ set: rid('p1'), kind: 'card', values: { city: 'Graz' } }]));
});

afterEach(async () => {
  db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const write = async (): Promise<Blob> => {
  const written = await backups().write();
  return written.ok ? written.value.file : expect.fail(written.error.code);
};

describe('backup and restore', () => {
  it('gives back every row and every byte', async () => {
    const before = await dump(db);
    const file = await write();
    await storeOf(db).commit(batch([{ remove: rid('p7'), kind: 'card' }]));

    const restored = await backups().restore(file);
    const live = await openCurrentDatabase(() => undefined);
    const { settings, ...after } = await dump(live);
    const { settings: headBefore, ...rest } = before;

    expect(restored).toMatchObject({ ok: true, value: { rows: { records: 450, blobs: 1, journal: 4 } } });
    expect(after).toEqual(rest);
    // Only the device starts anew, so that its numbers never meet those written after the backup.
    expect(must(settings, 'settings')).toEqual([
      { ...(headBefore?.[0] as object), device: expect.any(String), seq: 0, digest: '' },
    ]);
    expect((await storeOf(live).verify()).ok).toBe(true);
    expect(await storeOf(live).commit(batch([{ remove: rid('p7'), kind: 'card' }]))).toMatchObject({ ok: true });
    expect((await storeOf(live).verify()).ok).toBe(true);
    live.close();
  });

  it('tells the other pages to load again and leaves one database', async () => {
    const file = await write();
    const other = await openCurrentDatabase(() => superseded++);
    superseded = 0;
    await backups().restore(file);

    expect(superseded).toBeGreaterThanOrEqual(1);
    expect(other.isOpen()).toBe(false);
    expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith('vital-few-'))).toHaveLength(1);
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

const sealed = async (frames: readonly Frame[]): Promise<Blob> => {
  const source = (async function* (): AsyncGenerator<Frame> {
    yield* frames;
  })();
  const parts: BlobPart[] = [];
  for await (const piece of writeFrames(source)) parts.push(piece);
  const packed = await new Response(new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const body = new Blob([FIRST_LINE, packed]);
  return new Blob([body, `\n${await digestOfFile(body)}`]);
};

const none = new Uint8Array(0);
const rows = (table: string, list: unknown[], count = list.length): Frame => ({
  header: { type: 'rows', table, count },
  payload: new TextEncoder().encode(JSON.stringify(list)),
});
const start = (counts: Record<string, number>, more: object = {}): Frame => ({
  header: { type: 'start', format: 1, schema: 1, createdAt: 'x', rows: counts, ...more },
  payload: none,
});
const end: Frame = { header: { type: 'end' }, payload: none };

describe('a file that is not a whole backup', () => {
  it('is refused when cut anywhere', async () => {
    const file = await write();
    const cuts = Array.from({ length: 60 }, (_, i) => Math.floor((file.size * i) / 60));
    for (const cut of [...cuts, file.size - 1])
      expect(await refused(file.slice(0, cut))).toMatch(/damaged|not-a-backup/);
  }, 180_000);

  it('is refused when a single bit is flipped anywhere', async () => {
    const file = await write();
    const bytes = new Uint8Array(await file.arrayBuffer());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);

        expect(await refused(new Blob([flipped]))).toMatch(/damaged|not-a-backup|newer-format/);
      }),
      { ...runs(100, 400), seed: 1 },
    );
  }, 180_000);

  it('is refused when pieces of it change places or come twice', async () => {
    const bytes = new Uint8Array(await (await write()).arrayBuffer());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.nat(bytes.length - 2), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
        const head = bytes.slice(0, from);
        const middle = bytes.slice(from, to);
        const tail = bytes.slice(to);
        for (const parts of [
          [middle, head, tail],
          [head, middle, middle, tail],
        ]) {
          const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
          if (whole.length === bytes.length && whole.every((byte, i) => byte === bytes[i])) continue;

          expect(await refused(new Blob(parts))).toMatch(/damaged|not-a-backup/);
        }
      }),
      { ...runs(25, 100), seed: 2 },
    );
  }, 180_000);

  it.each<[string, () => Promise<Blob>, string]>([
    ['empty', async () => new Blob([]), 'not-a-backup'],
    ['a picture', async () => new Blob([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])]), 'not-a-backup'],
    ['a spreadsheet export', async () => new Blob(['客户,金额\n甲,1\n']), 'not-a-backup'],
    ['from a future format', async () => new Blob(['VITAL-FEW-BACKUP 2\nwhatever']), 'newer-format'],
    ['from a future schema', () => sealed([start({}, { schema: 99 }), end]), 'newer-format'],
    ['without a beginning', () => sealed([end]), 'damaged'],
    ['without an end', () => sealed([start({})]), 'damaged'],
    ['with two beginnings', () => sealed([start({}), start({}), end]), 'damaged'],
    ['with more after its end', () => sealed([start({}), end, end]), 'damaged'],
    [
      'with fewer rows than it says',
      () => sealed([start({ records: 2 }), rows('records', [{ id: 'a' }]), end]),
      'damaged',
    ],
    [
      'with a frame that miscounts',
      () => sealed([start({ records: 2 }), rows('records', [{ id: 'a' }], 2), end]),
      'damaged',
    ],
    ['with a table nobody knows', () => sealed([start({ x: 1 }), rows('x', [{ id: 'a' }]), end]), 'damaged'],
    [
      'with the same row twice',
      () => sealed([start({ records: 2 }), rows('records', [{ id: 'a' }, { id: 'a' }]), end]),
      'damaged',
    ],
    ['with rows that are no rows', () => sealed([start({ records: 1 }), rows('records', [1]), end]), 'damaged'],
    [
      'with rows and no journal',
      () =>
        sealed([
          start({ records: 1 }),
          rows('records', [
            { id: 'a', kind: 'card', state: 'active', fields: { name: 'x' }, keys: [], origin: { base: 'd.1' } },
          ]),
          end,
        ]),
      'damaged',
    ],
  ])('is refused when it is %s', async (_, make, code) => {
    expect(await refused(await make())).toBe(code);
  });
});
