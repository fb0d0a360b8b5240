import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { createApp, type App } from '@/src/app/create-app';
import { keptSince, lastMoment, retentionOf } from '@/src/app/recycle-bin';
import { changeRequest } from '@/src/domain/records/change-request.kind';
import { actAs, fileCompany, fileItem } from '@/test/support/archive';
import { dump } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let app: App;
let now = 0;
/** In the time zone of whoever runs it, as the retention counts. */
const at = (year: number, month: number, day: number, ...time: number[]): number =>
  new Date(year, month - 1, day, ...time).getTime();
const DELETED = at(2026, 11, 21, 9);

beforeEach(async () => {
  now = DELETED;
  world = await createWorld();
  app = createApp({
    ...world.ports,
    clock: { now: () => now, today: () => new Date(now).toISOString().slice(0, 10), wait: async () => undefined },
  });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const binned = async () => (await app.records.bin()).flatMap(({ records }) => records.map(({ id }) => id));
const trace = async (): Promise<boolean> => JSON.stringify(await dump(world.db)).includes('P-KINGFISHER');

/** Deletes an archive item by approval at `DELETED`. */
async function deletedByApproval(): Promise<RecordId> {
  const changed: World = { ...world, app };
  const record = await fileItem(changed, await fileCompany(changed), { paperNo: 'P-KINGFISHER', owner: 'Lin' });
  await actAs(changed, 'Lin', 'representative');
  await app.records.remove([record], 'stale');
  await actAs(changed, 'Mei', 'manager');
  const [request] = await app.records.rows(changeRequest.name);
  if (!request) return expect.fail('no request');
  const done = await app.records.move({ kind: changeRequest, record: request.id, to: 'applied' });
  return done.ok ? record : expect.fail(done.error.code);
}

describe('S29 deletion with one month of retention', () => {
  it.each([
    ['day 27', at(2026, 12, 18, 9), true],
    ['one month', at(2026, 12, 21, 9), true],
    ['a moment more', at(2026, 12, 21, 9) + 1, false],
    ['one month and a day', at(2026, 12, 22, 9), false],
  ])('%s after an approved deletion: restorable %s', async (_, later, restorable) => {
    const record = await deletedByApproval();
    now = later;
    await app.tidyUp();

    expect(await binned()).toEqual(restorable ? [record] : []);
    expect(await trace()).toBe(restorable);
    const [entry] = await app.records.bin();
    if (entry) await app.history.undo(entry.header.batchId);
    expect((await app.records.row(record)) !== undefined).toBe(restorable);
    expect((await app.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each([
    ['31 January', at(2027, 1, 31, 10), at(2027, 3, 1)],
    ['30 January', at(2027, 1, 30, 10), at(2027, 3, 1)],
    ['28 January', at(2027, 1, 28, 10), at(2027, 2, 28, 10)],
    ['31 January of a leap year', at(2028, 1, 31, 10), at(2028, 3, 1)],
    ['29 January of a leap year', at(2028, 1, 29, 10), at(2028, 2, 29, 10)],
    ['31 December', at(2026, 12, 31, 10), at(2027, 1, 31, 10)],
    ['30 April', at(2027, 4, 30, 10), at(2027, 5, 30, 10)],
    ['31 May', at(2027, 5, 31, 10), at(2027, 7, 1)],
  ])('of what was deleted on %s the last moment is a calendar month later', (_, wall, last) => {
    expect(new Date(lastMoment(wall, 'month'))).toEqual(new Date(last));
    // Just before the end it is kept, just after it is not: both ways of counting agree.
    expect(keptSince(last - 1, 'month') <= wall).toBe(true);
    expect(keptSince(last + 1, 'month') > wall).toBe(true);
  });

  it('31 January: all of 28 February is left, and on 1 March it is gone from IndexedDB', async () => {
    now = at(2027, 1, 31, 23);
    const record = await deletedByApproval();
    now = at(2027, 2, 28, 23, 59, 59);
    await app.tidyUp();
    expect(await binned()).toEqual([record]);
    expect((await app.records.bin())[0]?.daysLeft).toBe(1);
    now = at(2027, 3, 1, 0, 0, 1);
    await app.tidyUp();
    expect([await binned(), await trace()]).toEqual([[], false]);
  });

  it('never keeps less than before as time goes on', () => {
    let before = keptSince(at(2027, 1, 1), 'month');
    for (let hour = at(2027, 1, 1); hour < at(2028, 4, 1); hour += 3_600_000) {
      const since = keptSince(hour, 'month');
      expect(since).toBeGreaterThanOrEqual(before);
      before = since;
    }
  });

  it('goes by a number of days where the settings say one', async () => {
    expect([
      retentionOf({}),
      retentionOf({ 'retention-days': 'month' }),
      retentionOf({ 'retention-days': '7' }),
    ]).toEqual(['month', 'month', 7]);
    const record = await deletedByApproval();
    await app.settings.change('retention-days', '7');
    now = DELETED + 7 * 86_400_000;
    await app.tidyUp();
    expect(await binned()).toEqual([record]);
    now++;
    await app.tidyUp();
    expect([await binned(), await trace()]).toEqual([[], false]);
  });
});
