import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countDue, nearnessOf } from '@/src/app/list-duties';
import { kindsWithClaim } from '@/test/support/claim';
import { createWorld, NOW, TODAY, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld(kindsWithClaim);
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(fields: Record<string, unknown>, state = 'draft'): Promise<void> {
  const done = await world.ports.store.commit({
    id: world.app.newBatch(),
    actor: 'Lin',
    wall: NOW,
    cause: 'import',
    changes: [{ make: world.app.newRecord(), kind: 'claim', state, fields }],
  });
  expect(done.ok).toBe(true);
}
const listed = async () =>
  (await world.app.records.duties()).map(({ title, name, due, overdue, mine }) => [title, name, due, overdue, mine]);

describe('the duties', () => {
  it('come the earliest first, ties by title, with the days they are overdue', async () => {
    await file({ title: 'later', seen: '2026-11-20' });
    await file({ title: 'today', seen: '2026-11-14' });
    await file({ title: 'b overdue', seen: '2026-11-13' });
    await file({ title: 'a overdue', seen: '2026-11-13' });
    await file({ title: 'without a day' });
    await file({ title: 'done', seen: '2026-11-13' }, 'rejected');

    expect(await listed()).toEqual([
      ['a overdue', 'check', '2026-11-20', 1, true],
      ['b overdue', 'check', '2026-11-20', 1, true],
      ['today', 'check', '2026-11-21', 0, true],
      ['later', 'check', '2026-11-27', 0, true],
    ]);
  });

  it('follow what is written: one that is settled goes, one that gets a day comes, an undo brings it back', async () => {
    await file({ title: 'without a day' });
    const rowOf = async () => (await world.app.records.rows('claim'))[0] ?? expect.fail('no claim');
    expect([await listed(), (await rowOf()).due]).toEqual([[], undefined]);
    const { id } = await rowOf();
    const kind = world.ports.kinds.get('claim') ?? expect.fail('no kind');
    const edited = await world.app.records.edit({ kind, records: [id], inputs: { seen: '2026-11-13' } });

    expect([await listed(), (await rowOf()).due]).toEqual([
      [['without a day', 'check', '2026-11-20', 1, true]],
      '2026-11-20',
    ]);
    expect(edited.ok && (await world.app.history.undo(edited.value.batchId)).ok).toBe(true);
    expect([await listed(), (await rowOf()).due]).toEqual([[], undefined]);
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('give the soonest before all are read: as many as a screen shows, in the same order', async () => {
    const days = Array.from({ length: 60 }, (_, i) => (i * 37) % 60);
    for (const day of days)
      await file({ title: `${day}`, seen: new Date(NOW - day * 86_400_000).toISOString().slice(0, 10) });
    const gist = (duties: Awaited<ReturnType<typeof world.app.records.duties>>) =>
      duties.map(({ title, due }) => [title, due]);
    const all = gist(await world.app.records.duties());

    expect(all).toHaveLength(60);
    expect(gist(await world.app.records.soonestDuties())).toEqual(all.slice(0, 50));
  });

  it('are those of the owner, of nobody, or of the role of the user', async () => {
    await file({ title: 'mine', seen: '2026-11-01', owner: 'Lin' });
    await file({ title: 'of Wu', seen: '2026-11-01', owner: 'Wu' });
    await file({ title: 'of nobody', seen: '2026-11-01' });
    await file({ title: 'to audit', decided: '2026-11-01', owner: 'Lin' }, 'confirmed');
    const mine = async () => (await listed()).filter((duty) => duty[4]).map(([title]) => title);

    await world.app.settings.change('user-name', 'Lin');
    expect(await mine()).toEqual(['mine', 'of nobody', 'to audit']);

    await world.app.settings.change('user-role', 'representative');
    expect(await mine()).toEqual(['mine', 'of nobody']);

    await world.app.settings.change('user-role', 'manager');
    expect(await mine()).toEqual(['mine', 'of nobody', 'to audit']);
  });

  it('that are due by today are counted for the user alone', async () => {
    await world.app.settings.change('user-name', 'Lin');
    await file({ title: 'overdue', seen: '2026-11-01', owner: 'Lin' });
    await file({ title: 'today', seen: '2026-11-14', owner: 'Lin' });
    await file({ title: 'tomorrow', seen: '2026-11-15', owner: 'Lin' });
    await file({ title: 'of Wu', seen: '2026-11-01', owner: 'Wu' });

    expect(countDue(await world.app.records.duties(), TODAY)).toBe(2);
  });
});

describe('how near a duty is', () => {
  // 2026-11-20 is a Friday.
  it.each([
    ['2026-11-19', '2026-11-20', 'overdue'],
    ['2026-11-20', '2026-11-20', 'today'],
    ['2026-11-21', '2026-11-20', 'week'],
    ['2026-11-22', '2026-11-20', 'week'],
    ['2026-11-23', '2026-11-20', 'later'],
    ['2026-11-23', '2026-11-22', 'later'],
    ['2026-11-29', '2026-11-23', 'week'],
    ['2026-11-30', '2026-11-23', 'later'],
    ['2027-01-03', '2026-12-31', 'week'],
  ])('%s seen on %s: %s', (due, today, expected) => {
    expect(nearnessOf(due, today)).toBe(expected);
  });
});
