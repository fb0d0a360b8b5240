import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { changeRequest } from '@/src/domain/records/change-request.kind';
import { field, many, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { valueAt } from '@/src/domain/records/record';
import { must } from '@/src/kernel/assert';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { actAs } from '@/test/support/archive';
import { createWorld, type World } from '@/test/support/world';

/** Whose values carry evidence, and whose changes are asked for. */
const ledger = defineKind({
  name: 'ledger',
  evidence: true,
  fields: { name: required(field.text()), phones: many(field.phone()), rank: field.number() },
  rights: { edit: ['manager'], remove: ['manager'] },
  changesBy: 'request',
  view: { title: 'name', columns: ['rank'] },
});
/** Cannot be without a ledger, and nobody but a manager may delete it. */
const line = defineKind({
  name: 'line',
  evidence: false,
  fields: { ledger: required(field.link()) },
  rights: { remove: ['manager'] },
});

let world: World;
beforeEach(async () => {
  world = await createWorld(kindsByName([...ALL_KINDS.values(), ledger, line]));
  await actAs(world, 'Lin', 'representative');
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(inputs: Readonly<Record<string, string>>): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(ledger, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}
const rowOf = async (record: RecordId) => must(await world.app.records.row(record), 'on file');
const approve = async () => {
  await actAs(world, 'Mei', 'manager');
  const requests = await world.app.records.rows(changeRequest.name);
  const moves = new Map(requests.map(({ id }) => [id, 'applied']));
  return world.app.records.moveTogether({ kind: changeRequest, moves });
};

describe('a change that is asked for', () => {
  it('reaches one of several values, and writes it with evidence where the kind asks for it', async () => {
    const record = await file({ name: 'Main', 'phones/a': '+12025550143', rank: '3' });
    const inputs = { 'phones/a': '+12025550199', rank: '' };
    const asked = await world.app.records.edit({ kind: ledger, records: [record], inputs, reason: 'moved' });
    expect(asked).toMatchObject({ ok: true, value: { made: 1 } });
    expect((await approve()).ok).toBe(true);

    const row = await rowOf(record);
    expect(valueAt(row, 'phones/a')).toMatchObject({ value: '+12025550199', status: 'typed' });
    expect(row.fields['rank']).toBeUndefined();
  });

  it('is one request for each record of a bulk edit, none of them changed before', async () => {
    const records = [await file({ name: 'One', rank: '1' }), await file({ name: 'Two', rank: '2' })];
    const asked = await world.app.records.edit({ kind: ledger, records, inputs: { rank: '9' }, reason: 'recount' });
    expect(asked).toMatchObject({ ok: true, value: { made: 2, changed: 0 } });
    expect(await approve()).toMatchObject({ ok: true, value: { stayed: [] } });

    const ranks = (await Promise.all(records.map(rowOf))).map((row) => valueAt(row, 'rank'));
    expect(ranks).toMatchObject([{ value: 9 }, { value: 9 }]);
  });

  it('refuses a bad value at once, and asks for no deletion that takes along what nobody may ask for', async () => {
    const record = await file({ name: 'Main' });
    const bad = { kind: ledger, records: [record], inputs: { rank: 'many' }, reason: 'why' };
    expect(await world.app.records.edit(bad)).toEqual({ ok: false, error: { code: 'not-a-number', path: 'rank' } });
    const made = await world.app.records.make(line, world.app.newRecord(), { ledger: record });
    expect(made.ok).toBe(true);
    expect(await world.app.records.remove([record], 'stale')).toEqual({ ok: false, error: { code: 'forbidden' } });
    expect(await world.app.records.rows(changeRequest.name)).toEqual([]);
  });

  it('approved, deletes what cannot be without the record too, and undo brings all back', async () => {
    const record = await file({ name: 'Main' });
    await world.app.records.remove([record], 'stale');
    const bound = world.app.newRecord();
    await world.app.records.make(line, bound, { ledger: record });
    const before = await world.ports.store.rowsById([record, bound]);
    const done = await approve();
    expect(done).toMatchObject({ ok: true, value: { receipt: { gone: 2, changed: 1 } } });
    if (done.ok && done.value.receipt) await world.app.history.undo(done.value.receipt.batchId);

    expect(await world.ports.store.rowsById([record, bound])).toEqual(before);
    expect((await world.app.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
