import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { claim, kindsWithClaim } from '@/test/support/claim';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld(kindsWithClaim);
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(state: string, fields: Record<string, unknown>, kind = 'claim'): Promise<RecordId> {
  const id = world.app.newRecord();
  const done = await world.ports.store.commit({
    id: world.app.newBatch(),
    actor: 'Lin',
    wall: NOW,
    cause: 'import',
    changes: [{ make: id, kind, state, fields }],
  });
  return done.ok ? id : expect.fail(done.error.code);
}
const listed = async () =>
  (await world.app.records.approvals()).map(({ kind, row, ways }) => [
    kind.name,
    row.fields['title'],
    ...ways.map(({ name }) => name),
  ]);

describe('what waits for a decision', () => {
  it('is what was handed in and not yet decided, the oldest first, whatever speaks against it', async () => {
    await file('draft', { title: 'not yet handed in' });
    const first = await file('submitted', { title: 'first' });
    await file('submitted', { title: 'second', sum: { amount: '1000.01', currency: 'CNY' } });
    await file('confirmed', { title: 'decided' });
    await file('active', { about: first }, 'appeal');

    expect(await listed()).toEqual([
      ['claim', 'first', 'confirm', 'reject'],
      ['claim', 'second', 'confirm', 'reject'],
    ]);
  });

  it('is only what the role of the user may decide', async () => {
    await file('submitted', { title: 'first' });

    await world.app.settings.change('user-role', 'representative');
    expect(await listed()).toEqual([]);

    await world.app.settings.change('user-role', 'manager');
    expect(await listed()).toEqual([['claim', 'first', 'confirm', 'reject']]);
  });

  it('is no more once it was decided, and again once that was undone', async () => {
    const record = await file('submitted', { title: 'first' });
    const decided = await world.app.records.move({ kind: claim, record, to: 'confirmed' });

    expect(await listed()).toEqual([]);
    expect(decided.ok && (await world.app.history.undo(decided.value.batchId)).ok).toBe(true);
    expect(await listed()).toHaveLength(1);
  });
});
