import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BatchId } from '@/src/kernel/ids';
import { batch, openTestStore, request, rid, type TestStore } from '@/test/support/store';

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
  await test.store.commit(
    batch([
      { make: rid('firm'), kind: 'card', fields: { name: 'Acme' } },
      { make: rid('kim'), kind: 'card', fields: { name: 'Kim', boss: 'firm' } },
    ]),
  );
});
afterEach(() => test.close());

const write = async (changes: Parameters<typeof batch>[0]): Promise<BatchId> => {
  const done = await test.store.commit(batch(changes));
  return done.ok ? done.value.batchId : expect.fail(done.error.code);
};
const undo = async (undoes: BatchId) => {
  const undone = await test.store.undo({ ...request(), undoes });
  return undone.ok ? undone.value : expect.fail(undone.error.code);
};
const fieldsOf = async (id: string) => (await test.store.row('records', rid(id)))?.fields;
const clean = async (): Promise<void> =>
  expect((await test.store.verify()).checks.flatMap((check) => check.problems)).toEqual([]);

it('a record comes back without its link to what was deleted since, and says so', async () => {
  const removed = await write([{ remove: rid('kim'), kind: 'card' }]);
  await write([{ remove: rid('firm'), kind: 'card' }]);
  const { made, kept, batchId } = await undo(removed);

  expect([made, kept]).toEqual([1, [{ id: 'kim', kind: 'card', path: 'boss', reason: 'target-gone' }]]);
  expect(await fieldsOf('kim')).toEqual({ name: 'Kim' });
  await clean();
  expect((await undo(batchId)).gone).toBe(1);
  await clean();
});

it('a link is not set back to what was deleted since, other values are', async () => {
  const changed = await write([{ set: rid('kim'), kind: 'card', values: { boss: null, city: 'Graz' } }]);
  await write([{ remove: rid('firm'), kind: 'card' }]);
  const { kept } = await undo(changed);

  expect(kept).toEqual([{ id: 'kim', kind: 'card', path: 'boss', reason: 'target-gone' }]);
  expect(await fieldsOf('kim')).toEqual({ name: 'Kim' });
  await clean();
});

it('what comes back together keeps its links', async () => {
  const removed = await write([
    { remove: rid('kim'), kind: 'card' },
    { remove: rid('firm'), kind: 'card' },
  ]);

  expect((await undo(removed)).kept).toEqual([]);
  expect(await fieldsOf('kim')).toEqual({ name: 'Kim', boss: 'firm' });
  await clean();
});

it('whoever pointed to an erased person does no longer', async () => {
  await test.store.erase({ ...request(), person: rid('firm'), absorbed: [], anywhere: [], nearby: [] });

  expect(await fieldsOf('kim')).toEqual({ name: 'Kim' });
  await clean();
});
