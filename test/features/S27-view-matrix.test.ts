import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { accessRequest } from '@/src/domain/records/access-request.kind';
import { ROLES, type Role } from '@/src/domain/records/actor';
import { closedRow, maySee } from '@/src/domain/records/sight';
import { actAs, archiveRow, fileCompany, fileItem } from '@/test/support/archive';
import { createWorld, TODAY, type World } from '@/test/support/world';

let world: World;
let company: RecordId;
let record: RecordId;
beforeEach(async () => {
  world = await createWorld();
  company = await fileCompany(world);
  record = await fileItem(world, company, { title: 'Kingfisher mortgage' });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Who may see an item of Lin's. @source domain.md §3.4 */
const TABLE: readonly [role: Role, ownItem: boolean, ofAnother: boolean, ofAnotherWhenGranted: boolean][] = [
  ['representative', true, false, true],
  ['assistant', true, false, true],
  ['manager', true, true, true],
  ['executive', true, true, true],
];

const requests = () => world.ports.store.rows(accessRequest.name);
const ask = () => world.app.records.askAccess({ record, subject: 'Archive item: Client basics', reason: 'audit' });
const lastRequest = async () => must((await requests()).at(-1), 'a request').id;
const grant = (until: string) =>
  lastRequest().then((id) =>
    world.app.records.move({ kind: accessRequest, record: id, to: 'granted', inputs: { until } }),
  );
const isOpen = async (): Promise<boolean> => (await world.app.records.row(record)) !== undefined;

describe('S27 view permission matrix', () => {
  it('has a line for every role', () => expect(TABLE.map(([role]) => role)).toEqual(ROLES));

  it.each(TABLE)('%s: own %s, of another %s, of another with an approved request %s', (role, own, other, granted) => {
    const item = archiveRow('i1', { owner: 'Lin' });
    const sees = (name: string, ids: readonly RecordId[] = []): boolean =>
      maySee(archiveItem, item, { actor: { name, role }, granted: new Set(ids) });

    expect([sees('Lin'), sees('Wu'), sees('Wu', [item.id]), sees('Wu', ['i2' as RecordId])]).toEqual([
      own,
      other,
      granted,
      other,
    ]);
  });

  it.each(TABLE)('%s: every reading keeps to it (own %s, of another %s)', async (role, own, other) => {
    for (const [name, open] of [
      ['Lin', own],
      ['Wu', other],
    ] as const) {
      await actAs(world, name, role);
      const { records, search, archive, history } = world.app;
      const ids = (rows: readonly { readonly id: string }[]): boolean => rows.some(({ id }) => id === record);
      const line = must((await archive.of(company))?.categories[0]?.lines[0], 'a line');

      expect([name, await isOpen()]).toEqual([name, open]);
      expect(ids(await records.rows(archiveItem.name))).toBe(open);
      expect(await records.count(archiveItem.name)).toBe(open ? 1 : 0);
      expect(ids(await records.pointing(company))).toBe(open);
      expect(ids(await search.find('kingfisher', 5))).toBe(open);
      expect((await records.history(record)).length > 0).toBe(open);
      expect((await records.waysOut(archiveItem, record)).length > 0).toBe(open);
      expect((await history.list(20)).some(({ note }) => note.title === 'Kingfisher mortgage')).toBe(open);
      expect(line.isClosed).toBe(!open);
      // A closed item still takes its number: none seems to be missing.
      expect([line.item.fields.number, line.item.fields.title]).toEqual([1, open ? 'Kingfisher mortgage' : undefined]);
    }
  });

  it('shows of a closed record its class alone, and lets nobody change it', async () => {
    await actAs(world, 'Wu', 'representative');
    const closed = must(await world.app.records.closed(record), 'closed');
    expect(Object.keys(closed.fields).toSorted()).toEqual(['category', 'company', 'number', 'volumeYear']);
    expect(closed.keys).toEqual([]);
    // Nor when something of it is due.
    expect(closedRow(archiveItem, { ...closed, due: '2026-11-30' })).not.toHaveProperty('due');
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    const { edit, remove, move, moveTogether } = world.app.records;
    const inputs = { note: 'seen' };
    expect(await edit({ kind: archiveItem, records: [record], inputs, reason: 'why' })).toEqual(forbidden);
    expect(await remove([record], 'why')).toEqual(forbidden);
    expect(await move({ kind: archiveItem, record, to: 'checked' })).toEqual(forbidden);
    const moves = new Map([[record, 'checked']]);
    expect(await moveTogether({ kind: archiveItem, moves })).toMatchObject({ value: { stayed: [record] } });
  });

  it('opens a record on request until the day that was granted, that day included', async () => {
    await actAs(world, 'Wu', 'representative');
    expect((await ask()).ok).toBe(true);
    expect(await isOpen()).toBe(false);
    await actAs(world, 'Mei', 'manager');
    expect(await grant('2026-11-20')).toMatchObject({ ok: false, error: { verdict: { refusals: ['past-day'] } } });
    expect((await grant(TODAY)).ok).toBe(true);
    await actAs(world, 'Wu', 'representative');
    expect(await isOpen()).toBe(true);
    await actAs(world, 'Chen', 'representative');
    expect(await isOpen()).toBe(false);

    const { maySeeOn } = await onDay('2026-11-22');
    expect(maySeeOn).toBe(false);
  });

  async function onDay(day: string): Promise<{ maySeeOn: boolean }> {
    const { createApp } = await import('@/src/app/create-app');
    await actAs(world, 'Wu', 'representative');
    const app = createApp({ ...world.ports, clock: { ...world.ports.clock, today: () => day } });
    return { maySeeOn: (await app.records.row(record)) !== undefined };
  }

  it('is closed again when the grant is taken back, and stays closed when it is refused', async () => {
    await actAs(world, 'Wu', 'representative');
    await ask();
    await actAs(world, 'Mei', 'manager');
    await grant('2026-12-31');
    const record = await lastRequest();
    const back = { kind: accessRequest, record, to: 'refused', reason: 'done' };
    expect((await world.app.records.move(back)).ok).toBe(true);
    await actAs(world, 'Wu', 'representative');
    expect(await isOpen()).toBe(false);
  });

  it('writes every request and decision into the journal, by whom and why', async () => {
    await actAs(world, 'Wu', 'assistant');
    await ask();
    const id = await lastRequest();
    expect(await world.app.records.approvals()).toEqual([]);
    await actAs(world, 'Mei', 'manager');
    expect((await world.app.records.approvals()).map(({ row }) => row.id)).toEqual([id]);
    await grant('2026-12-31');

    const entries = (await world.app.records.history(id)).map(({ header, note }) => [
      header.actor,
      note.transition ?? header.cause,
      note.reason,
    ]);
    expect(entries).toEqual([
      ['Mei', 'grant', undefined],
      ['Wu', 'make', 'audit'],
    ]);
    expect((await requests())[0]?.fields).toMatchObject({ owner: 'Wu', decidedBy: 'Mei', until: '2026-12-31' });
  });

  it('asks for nothing that is open, not there, or without a reason', async () => {
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'exists' } });
    await actAs(world, 'Wu', 'representative');
    const wish = { record, subject: 'Archive item', reason: ' ' };
    expect(await world.app.records.askAccess(wish)).toEqual({ ok: false, error: { code: 'request-reason' } });
    const gone = { ...wish, record: 'nobody' as RecordId, reason: 'why' };
    expect(await world.app.records.askAccess(gone)).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect(await requests()).toEqual([]);
  });

  it('finds as many open records as wanted where closed ones answer better', async () => {
    for (let at = 0; at < 6; at++) await fileItem(world, company, { title: `Heron ${at}` });
    const own = await fileItem(world, company, { title: 'Heron and more of a longer name', owner: 'Wu' });
    await actAs(world, 'Wu', 'representative');
    expect((await world.app.search.find('heron', 2)).map(({ id }) => id)).toEqual([own]);
  });
});
