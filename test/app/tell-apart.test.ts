import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import type { ReviewProgress } from '@/src/app/ports/duplicates';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { typedValue } from '@/src/domain/records/evidence';
import { content } from '@/test/support/store';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const one = (value: string) => typedValue(value, new Date(NOW).toISOString());
const SITE = { website: one('https://northwick.example.com/') };

async function file(kind: 'company' | 'person', fields: Record<string, unknown>): Promise<RecordId> {
  const id = world.app.newRecord();
  const changes = [{ make: id, kind, fields }];
  const request = { id: world.app.newBatch(), actor: 'user', wall: NOW, cause: 'import' as const, changes };
  const done = await world.ports.store.commit(request);
  return done.ok ? id : expect.fail(done.error.code);
}
const firm = (name: string, more: object = {}) => file('company', { name: one(name), ...SITE, ...more });
const someone = (name: string) => file('person', { name: one(name), emails: { e: one('kim@northwick.example.com') } });
const rowOf = async (id: RecordId) => must(await world.ports.store.row('records', id), 'row') as unknown as PartyRow;
const rowsOf = (ids: readonly RecordId[]) => Promise.all(ids.map(rowOf));
const tellApart = async (record: RecordId, others: readonly RecordId[]) => {
  const told = await world.app.duplicates.tellApart({ record: await rowOf(record), others: await rowsOf(others) });
  return told.ok ? told.value : expect.fail(told.error.code);
};
const merge = async (target: RecordId, others: readonly RecordId[]) => {
  const request = { target: await rowOf(target), others: await rowsOf(others), choice: {} };
  const merged = await world.app.parties.merge(request);
  return merged.ok ? merged.value.batchId : expect.fail(merged.error.code);
};
const pairs = async () =>
  (await world.ports.store.rows('distinction')).map(({ fields }) => [fields['one'], fields['other']]);
const groups = async () => {
  const review = await world.app.duplicates.review(50, () => undefined);
  return review.ok ? review.value.groups.map(({ rows }) => rows.map(({ id }) => id)) : expect.fail('cancelled');
};
const clean = async (): Promise<void> =>
  expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);

describe('two that were told apart', () => {
  it('are never proposed again, until that is undone', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Instruments')];
    expect(await groups()).toEqual([[a, b]]);
    const { batchId } = await tellApart(b, [a]);

    expect(await groups()).toEqual([]);
    await clean();
    await world.app.history.undo(batchId);
    expect(await groups()).toEqual([[a, b]]);
    await clean();
  });

  it('leave those together of whom nothing was said', async () => {
    const ids = [await firm('Northwick Ltd'), await firm('Northwick Limited'), await firm('Northwick GmbH')];
    const [a, b, c] = ids as [RecordId, RecordId, RecordId];
    expect(await groups()).toEqual([ids]);
    await tellApart(c, [a, b]);

    expect(await groups()).toEqual([[a, b]]);
  });

  it('are told apart once, however often and in whatever order that is said', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Limited')];
    await tellApart(a, [b]);
    const again = await tellApart(b, [a]);

    expect(again.made).toBe(0);
    expect(await pairs()).toEqual([[a, b]]);
  });

  it('are refused when one has gone meanwhile', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Limited')];
    const [record, other] = [await rowOf(a), await rowOf(b)];
    await world.app.records.remove([b]);
    const before = await content(world.db);

    expect(await world.app.duplicates.tellApart({ record, others: [other] })).toEqual({
      ok: false,
      error: { code: 'missing', id: b },
    });
    expect(await content(world.db)).toEqual(before);
  });

  it('take the word along when one is deleted, and bring it back with it', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Limited')];
    await tellApart(a, [b]);
    const removed = await world.app.records.remove([a]);

    expect(await pairs()).toEqual([]);
    await clean();
    await world.app.history.undo(removed.ok ? removed.value.batchId : expect.fail(removed.error.code));
    expect(await pairs()).toEqual([[a, b]]);
    await clean();
  });

  it('do not come back to point to somebody who is erased', async () => {
    const [a, b] = [await someone('Kim Grant'), await someone('Kim Ashby')];
    const { batchId } = await tellApart(a, [b]);
    const undone = await world.app.history.undo(batchId);
    expect((await world.app.parties.erase(b)).ok).toBe(true);
    await world.app.history.undo(undone.ok ? undone.value.batchId : expect.fail(undone.error.code));

    expect(await pairs()).toEqual([]);
    await clean();
  });

  it('lose the word when one of them is erased, for good', async () => {
    const [a, b] = [await someone('Kim Grant'), await someone('Kim Ashby')];
    const { batchId } = await tellApart(a, [b]);
    expect((await world.app.parties.erase(b)).ok).toBe(true);

    expect(await pairs()).toEqual([]);
    await clean();
    await world.app.history.undo(batchId);
    expect(await pairs()).toEqual([]);
    expect((await world.app.parties.people()).map(({ id }) => id)).toEqual([a]);
    await clean();
  });
});

describe('merging what was told apart from others', () => {
  it('hands the word on, says nothing twice, and comes back whole by undo', async () => {
    const [a, b, c] = [await firm('Northwick Ltd'), await firm('Northwick AG'), await firm('Northwick GmbH')];
    await tellApart(a, [b]);
    await tellApart(b, [c]);
    await tellApart(c, [a]);
    const before = await content(world.db);
    const batch = await merge(a, [b]);

    expect(await pairs()).toEqual([[c, a]]);
    expect(await groups()).toEqual([]);
    await clean();
    await world.app.history.undo(batch);
    expect(await content(world.db)).toEqual(before);
    await clean();
  });

  it('takes a word along that only what goes was told', async () => {
    const [a, b, c] = [await firm('Northwick Ltd'), await firm('Northwick AG'), await firm('Northwick GmbH')];
    await tellApart(b, [c]);
    await merge(a, [b]);

    expect(await pairs()).toEqual([[a, c]]);
    await clean();
  });

  it('brings no word back on what was deleted after the merge', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick AG')];
    await tellApart(a, [b]);
    const batch = await merge(a, [b]);
    await world.app.records.remove([a]);
    const undone = await world.app.history.undo(batch);

    expect(undone.ok && undone.value.kept.map(({ reason }) => reason)).toContain('target-gone');
    expect((await world.app.parties.companies()).map(({ id }) => id)).toEqual([b]);
    expect(await pairs()).toEqual([]);
    await clean();
  });
});

const draftOf = (...values: readonly [string, string][]): PartyDraft => ({
  id: 'p0',
  kind: 'company',
  ticked: true,
  values: values.map(([field, value], i) => ({
    id: `v${i}`,
    // Safe: the fields named here are those of captured companies.
    field: field as CaptureDraft['parties'][number]['values'][number]['field'],
    value,
    raw: value,
    confidence: 0.9,
    sources: [],
    ticked: true,
    typed: false,
  })),
});

describe('a captured card', () => {
  const found = async (draft: PartyDraft) =>
    (await world.app.capture.duplicates([draft])).get('p0')?.map(({ row, match }) => [row.id, match.tier]);

  it('that is the one is not likely the other', async () => {
    const a = await firm('Northwick Ltd');
    const b = await file('company', { name: one('Oxbow Foods Inc'), ...SITE });
    const draft = draftOf(['name', 'Northwick Ltd'], ['website', 'https://northwick.example.com/']);
    expect(await found(draft)).toEqual([
      [a, 'same'],
      [b, 'likely'],
    ]);
    await tellApart(a, [b]);

    expect(await found(draft)).toEqual([[a, 'same']]);
  });

  it('that may be either as likely is offered both', async () => {
    const [a, b] = [await firm('Oxbow Foods Inc'), await firm('Tarnhill Optik AG')];
    await tellApart(a, [b]);

    expect(await found(draftOf(['website', 'https://northwick.example.com/']))).toEqual([
      [a, 'likely'],
      [b, 'likely'],
    ]);
  });
});

describe('a card with a name that a crowd has', () => {
  it('is known by what it has besides, not by the name', async () => {
    const employer = await firm('Northwick Ltd');
    const namesake = (i: number) => ({
      make: world.app.newRecord(),
      kind: 'person',
      fields: { name: one('王伟'), ...(i === 3 ? { company: one(employer) } : {}) },
    });
    const changes = Array.from({ length: 40 }, (_, i) => namesake(i));
    const request = { id: world.app.newBatch(), actor: 'user', wall: NOW, cause: 'import' as const, changes };
    expect((await world.ports.store.commit(request)).ok).toBe(true);
    const drafts: PartyDraft[] = [
      draftOf(['name', 'Northwick Ltd'], ['website', 'https://northwick.example.com/']),
      { ...draftOf(['name', '王伟']), id: 'p1', kind: 'person', worksFor: 'p0' },
      { ...draftOf(['name', '王伟']), id: 'p2', kind: 'person' },
    ];
    const duplicates = await world.app.capture.duplicates(drafts);

    expect(duplicates.get('p1')?.map(({ row, match }) => [row.id, match.tier])).toEqual([[changes[3]?.make, 'likely']]);
    expect(duplicates.has('p2')).toBe(false);
  });
});

describe('a review', () => {
  it('counts all groups and gives the surest', async () => {
    for (const name of ['one', 'two', 'three'])
      for (const form of ['Ltd', 'Limited'])
        await file('company', { name: one(`Northwick ${name} ${form}`), website: one(`https://${name}-firm.com/`) });
    const review = await world.app.duplicates.review(2, () => undefined);

    expect(review).toMatchObject({ ok: true, value: { count: 3, groups: [{}, {}] } });
  });

  it('tells how far it is, to the end', async () => {
    await firm('Northwick Ltd');
    await firm('Northwick Limited');
    const told: ReviewProgress[] = [];
    await world.app.duplicates.review(50, (progress) => told.push(progress));

    expect(told.at(-1)).toEqual({ stage: 'comparing', done: 2, total: 2 });
  });

  it('sees what was written since the last: changed, added, gone', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Limited')];
    expect(await groups()).toEqual([[a, b]]);
    const c = await firm('Northwick GmbH');
    expect(await groups()).toEqual([[a, b, c]]);
    const set = { set: a, kind: 'company', values: { website: one('https://oxbow-foods.com/'), name: one('Oxbow') } };
    const request = { id: world.app.newBatch(), actor: 'user', wall: NOW, cause: 'edit' as const, changes: [set] };
    expect((await world.ports.store.commit(request)).ok).toBe(true);
    expect(await groups()).toEqual([[b, c]]);
    await world.app.records.remove([b]);

    expect(await groups()).toEqual([]);
  });

  it('judges people anew when a number turns out to be a switchboard', async () => {
    const phones = { p: one('+12025550147') };
    const [a, b] = [
      await file('person', { name: one('Kim Grant'), phones }),
      await file('person', { name: one('Kim Grant'), phones }),
    ];
    expect(await groups()).toEqual([[a, b]]);
    await firm('Northwick Ltd', { phones });

    expect(await groups()).toEqual([]);
  });

  it('gives no answer when it is stopped, and a whole one the next time', async () => {
    const [a, b] = [await firm('Northwick Ltd'), await firm('Northwick Limited')];
    const running = world.app.duplicates.review(50, () => undefined);
    world.app.duplicates.stop();

    expect(await running).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await groups()).toEqual([[a, b]]);
  });
});
