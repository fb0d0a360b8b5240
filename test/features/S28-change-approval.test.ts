import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { changeRequest } from '@/src/domain/records/change-request.kind';
import { actAs, fileCompany, fileItem } from '@/test/support/archive';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let record: RecordId;
beforeEach(async () => {
  world = await createWorld();
  const company = await fileCompany(world);
  await actAs(world, 'Lin', 'representative');
  record = await fileItem(world, company, { paperNo: 'P-17' });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const stored = async () => must((await world.ports.store.rowsById([record]))[0], 'on file');
const edit = (inputs: Readonly<Record<string, string>>, reason?: string) =>
  world.app.records.edit({ kind: archiveItem, records: [record], inputs, ...(reason ? { reason } : {}) });
const requests = () => world.ports.store.rows(changeRequest.name);
const request = async () => must((await requests()).at(-1), 'a request');
const decide = async (to: 'applied' | 'refused') => {
  await actAs(world, 'Mei', 'manager');
  return world.app.records.move({ kind: changeRequest, record: (await request()).id, to, reason: 'looked at' });
};

describe('S28 change log and approval of changes', () => {
  it('lets anybody who may see it add what is missing, at once', async () => {
    expect(await edit({ note: 'stamped copy' })).toMatchObject({ ok: true, value: { changed: 1, made: 0 } });
    expect((await stored()).fields['note']).toBe('stamped copy');
    expect(await requests()).toEqual([]);
  });

  it('makes a request with reason, before and after of a change; the record stays as it was', async () => {
    const before = await stored();
    expect(await edit({ paperNo: 'P-18' })).toEqual({ ok: false, error: { code: 'request-reason' } });
    expect(await edit({ paperNo: 'P-18' }, '  ')).toEqual({ ok: false, error: { code: 'request-reason' } });
    expect(await requests()).toEqual([]);
    expect(await edit({ paperNo: 'P-18' }, 'misread')).toMatchObject({ ok: true, value: { made: 1, changed: 0 } });

    expect(await stored()).toEqual(before);
    expect((await request()).fields).toMatchObject({
      subject: 'Registration form',
      target: record,
      of: 'archive-item',
      what: 'edit',
      reason: 'misread',
      owner: 'Lin',
      changes: { paperNo: { before: 'P-17', after: 'P-18' } },
    });
    expect((await world.app.search.find('P-18', 5)).map(({ kind }) => kind)).not.toContain(archiveItem.name);
  });

  it('is decided by a manager only; approving writes the change in the same batch, undo takes both back', async () => {
    await edit({ paperNo: 'P-18', note: '' }, 'misread');
    const [before, asked] = [await stored(), await request()];
    const own = { kind: changeRequest, record: asked.id, to: 'applied' };
    expect(await world.app.records.move(own)).toEqual({ ok: false, error: { code: 'forbidden' } });
    const done = await decide('applied');

    expect(done).toMatchObject({ ok: true, value: { changed: 2, made: 0, gone: 0 } });
    expect((await stored()).fields['paperNo']).toBe('P-18');
    expect(await request()).toMatchObject({ state: 'applied', fields: { decidedBy: 'Mei' } });
    const log = (await world.app.records.history(record)).map(({ header, patch }) => [
      header.actor,
      'set' in patch ? Object.entries(patch.set).map(([path, { from, to }]) => [path, from, to]) : 'made',
    ]);
    expect(log).toEqual([
      ['Mei', [['paperNo', 'P-17', 'P-18']]],
      ['Lin', 'made'],
    ]);

    if (done.ok) await world.app.history.undo(done.value.batchId);
    expect([await stored(), await request()]).toEqual([before, asked]);
  });

  it('leaves all as it was when refused, with the reason in the log', async () => {
    const before = await stored();
    await edit({ paperNo: 'P-18' }, 'misread');
    expect((await decide('refused')).ok).toBe(true);

    expect(await stored()).toEqual(before);
    const [entry] = await world.app.records.history((await request()).id);
    expect(entry).toMatchObject({ header: { actor: 'Mei' }, note: { transition: 'refuse', reason: 'looked at' } });
  });

  it('is not approved over a later change, nor once the record has gone', async () => {
    await edit({ paperNo: 'P-18' }, 'misread');
    const id = (await request()).id;
    await actAs(world, 'Mei', 'manager');
    expect(await edit({ paperNo: 'P-19' })).toMatchObject({ ok: true, value: { changed: 1, made: 0 } });
    const refusals = async () =>
      (await world.app.records.waysOut(changeRequest, id)).map(({ refusals: codes }) => codes.join());
    expect(await refusals()).toEqual(['changed-meanwhile', '']);

    await world.app.records.remove([record]);
    expect(await refusals()).toEqual(['target-gone', '']);
  });

  it('asks for a deletion, which approval brings to the recycle bin, and which comes back from there', async () => {
    const before = await stored();
    expect(await world.app.records.remove([record])).toEqual({ ok: false, error: { code: 'request-reason' } });
    expect(await world.app.records.remove([record], 'stale')).toMatchObject({ ok: true, value: { made: 1, gone: 0 } });
    expect(await stored()).toEqual(before);
    const asked = await request();
    expect(asked.fields).toMatchObject({ what: 'remove', reason: 'stale', changes: {} });

    expect(await decide('applied')).toMatchObject({ ok: true, value: { gone: 1, changed: 1 } });
    expect(await world.ports.store.rowsById([record])).toEqual([]);
    expect((await request()).fields['target']).toBeUndefined();
    const [deletion] = await world.app.records.bin();
    expect(deletion?.records.map(({ id }) => id)).toEqual([record]);
    await world.app.history.undo(must(deletion, 'in the bin').header.batchId);
    expect([await stored(), await request()]).toEqual([before, asked]);
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('deletes together what two requests ask for, and a manager needs no request', async () => {
    const company = must((await stored()).fields['company'], 'company') as RecordId;
    const other = await fileItem(world, company);
    expect(await world.app.records.remove([record, other], 'stale')).toMatchObject({ value: { made: 2 } });
    await actAs(world, 'Mei', 'manager');
    const moves = new Map((await requests()).map(({ id }) => [id, 'applied']));
    expect(await world.app.records.moveTogether({ kind: changeRequest, moves })).toMatchObject({
      ok: true,
      value: { stayed: [], receipt: { gone: 2 } },
    });
    const third = await fileItem(world, company);
    expect(await world.app.records.remove([third])).toMatchObject({ ok: true, value: { gone: 1 } });
  });

  it('is shown to who asked and to managers, nobody else', async () => {
    await edit({ paperNo: 'P-18' }, 'misread');
    const count = async (name: string, role: 'representative' | 'manager') => {
      await actAs(world, name, role);
      return world.app.records.count(changeRequest.name);
    };
    expect([await count('Lin', 'representative'), await count('Wu', 'representative')]).toEqual([1, 0]);
    expect(await count('Mei', 'manager')).toBe(1);
  });
});
