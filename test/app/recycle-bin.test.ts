import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { createApp, type App } from '@/src/app/create-app';
import { complaint } from '@/src/domain/care/complaint.kind';
import { company } from '@/src/domain/parties/company.kind';
import { content, dump } from '@/test/support/store';
import { createWorld, NOW, TODAY, type World } from '@/test/support/world';

const DAY_MS = 86_400_000;

let world: World;
let app: App;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  world = await createWorld();
  app = createApp({ ...world.ports, clock: { now: () => now, today: () => TODAY, wait: async () => undefined } });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(name: string): Promise<RecordId> {
  const record = app.newRecord();
  const made = await app.records.make(company, record, { name });
  return made.ok ? record : expect.fail(made.error.code);
}

/** Files a company and deletes it a number of days before `NOW`. */
async function deletedFor(name: string, days: number): Promise<RecordId> {
  now = NOW - days * DAY_MS;
  const record = await file(name);
  const removed = await app.records.remove([record]);
  now = NOW;
  return removed.ok ? record : expect.fail(removed.error.code);
}

const binned = async (): Promise<string[]> =>
  (await app.records.bin()).flatMap(({ records }) => records.map(({ id }) => id));
const journal = async (): Promise<string> => JSON.stringify((await dump(world.db))['journal']);
const clean = async (): Promise<void> =>
  expect((await app.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);

describe('opening the workspace', () => {
  it('makes final exactly what was deleted longer ago than a month, payloads in the journal and all', async () => {
    const [old, young] = [await deletedFor('Alderbrook Pumps', 32), await deletedFor('Birchfield Valves', 29)];
    const kept = await file('Cedarholm Optics');
    const before = await content(world.db);
    expect(await journal()).toContain('Alderbrook');

    await app.tidyUp();
    const after = await journal();

    expect(after).not.toContain('Alderbrook');
    expect(after).toContain('Birchfield Valves');
    expect(after).toContain('Cedarholm Optics');
    expect(await binned()).toEqual([young]);
    expect(await content(world.db)).toEqual(before);
    expect((await app.history.list(1))[0]?.header).toMatchObject({ cause: 'purge', actor: 'user', wall: NOW });
    expect(await app.records.history(old)).toEqual([]);
    expect((await app.records.history(kept)).length).toBe(1);
    await clean();
  });

  it.each([
    ['a moment more than the retention', -1, []],
    ['exactly the retention', 0, ['kept']],
    ['a moment less than the retention', 1, ['kept']],
  ])('keeps or purges what was deleted %s ago, by days', async (_, later, left) => {
    await app.settings.change('retention-days', '30');
    const record = await deletedFor('Alderbrook Pumps', 30 - later / DAY_MS);
    await app.tidyUp();

    expect((await binned()).map((id) => (id === record ? 'kept' : id))).toEqual(left);
    await clean();
  });

  it('goes by the retention of the settings', async () => {
    await deletedFor('Alderbrook Pumps', 8);
    await app.settings.change('retention-days', '7');
    await app.tidyUp();

    expect(await journal()).not.toContain('Alderbrook');
  });

  it('leaves out what was brought back, and what was deleted again since', async () => {
    const back = await deletedFor('Alderbrook Pumps', 40);
    await app.history.undo(must((await app.history.list(1))[0], 'the deletion').header.batchId);
    const before = await dump(world.db);
    await app.tidyUp();
    expect(await dump(world.db)).toEqual(before);

    now = NOW - DAY_MS;
    await app.records.remove([back]);
    now = NOW;
    await app.tidyUp();
    expect(await binned()).toEqual([back]);
    expect(await journal()).toContain('Alderbrook');
  });

  it('leaves what was brought back and then merged into another', async () => {
    const [merged, target] = [await deletedFor('Alderbrook Pumps', 40), await file('Alderbrook Pumps Ltd')];
    await app.history.undo(must((await app.records.history(merged))[0], 'the deletion').header.batchId);
    const rows = (await app.parties.companies()).filter(({ id }) => id !== target);
    const into = must(
      (await app.parties.companies()).find(({ id }) => id === target),
      'the target',
    );
    await app.parties.merge({ target: into, others: rows, choice: {} });
    now = NOW + 60 * DAY_MS;
    await app.tidyUp();
    now = NOW;

    await app.history.undo(must((await app.history.list(1))[0], 'the merge').header.batchId);
    expect((await app.parties.companies()).map(({ fields }) => fields.name.value).sort()).toEqual([
      'Alderbrook Pumps',
      'Alderbrook Pumps Ltd',
    ]);
    await clean();
  });

  it('purges what was deleted for good by taking back its coming back', async () => {
    now = NOW - 40 * DAY_MS;
    const record = await file('Alderbrook Pumps');
    await app.records.remove([record]);
    const newest = async () => must((await app.history.list(1))[0], 'an entry').header.batchId;
    await app.history.undo(await newest());
    await app.history.undo(await newest());
    now = NOW;
    expect(await app.records.rows('company')).toEqual([]);
    await app.tidyUp();

    expect(await journal()).not.toContain('Alderbrook');
    await clean();
  });

  it('takes what went along with a deleted record, and leaves the rest of its batch', async () => {
    now = NOW - 40 * DAY_MS;
    const firm = await file('Alderbrook Pumps');
    const made = await app.records.make(complaint, app.newRecord(), {
      subject: 'Leaking seal',
      company: firm,
      receivedOn: '2026-09-01',
      severity: 'high',
    });
    expect(made.ok).toBe(true);
    await app.records.remove([firm]);
    now = NOW;
    await app.tidyUp();

    for (const trace of ['Alderbrook', 'Leaking seal']) expect(await journal()).not.toContain(trace);
    await clean();
  });

  it('with nothing to purge leaves no entry', async () => {
    await deletedFor('Birchfield Valves', 3);
    const before = await dump(world.db);
    await app.tidyUp();

    expect(await dump(world.db)).toEqual(before);
  });

  it('cannot be taken back, nor does a purged record come back by undoing its deletion', async () => {
    await deletedFor('Alderbrook Pumps', 32);
    const deletion = must((await app.history.list(1))[0], 'the deletion').header.batchId;
    await app.tidyUp();
    const purge = must((await app.history.list(1))[0], 'the purge').header.batchId;

    expect(await app.history.undo(purge)).toEqual({ ok: false, error: { code: 'no-batch' } });
    expect(await app.history.undo(deletion)).toMatchObject({ ok: true, value: { made: 0, changed: 0 } });
    expect(await app.records.rows('company')).toEqual([]);
    await clean();
  });

  it('leaves the database of a newer version alone, and says when the store refuses', async () => {
    await deletedFor('Alderbrook Pumps', 32);
    const before = await dump(world.db);
    const refusing = (readOnly: boolean): App => {
      const purge = async () => ({ ok: false as const, error: { code: 'storage-full' as const } });
      const { store } = world.ports;
      const rows = store.rows.bind(store);
      return createApp({ ...world.ports, store: { ...store, rows, purge, readOnly } });
    };

    await expect(refusing(true).tidyUp()).resolves.toBeUndefined();
    await expect(refusing(false).tidyUp()).rejects.toThrow('expired deletions could not be made final: storage-full');
    expect(await dump(world.db)).toEqual(before);
  });
});
