import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Row } from '@/src/domain/records/record';
import { batch, blobAbout, openTestStore, rid, type TestStore } from '@/test/support/store';

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
  await test.store.commit(batch([{ make: rid('a'), kind: 'card', fields: { name: 'Acme', phones: { p: '1' } } }]));
  await test.store.commit(
    batch([{ make: rid('b'), kind: 'card', fields: { name: 'Boss', boss: 'a' } }], {
      blobs: [blobAbout('x', 'b', [1])],
    }),
  );
});
afterEach(() => test.close());

const problems = async (): Promise<string[]> => (await test.store.verify()).checks.flatMap((check) => check.problems);
const alter = async (change: Partial<Row>): Promise<void> => {
  await test.db.records.update('a', change as never);
};

it('is content with what the store wrote, having looked at all of it', async () => {
  const report = await test.store.verify();

  expect(report.ok).toBe(true);
  expect(Object.fromEntries(report.checks.map(({ name, looked }) => [name, looked]))).toEqual({
    counts: 2,
    links: 1,
    indexes: 2,
    journal: 4,
    blobs: 1,
    columns: 0,
  });
});

it.each<[string, () => Promise<unknown>, string]>([
  ['a row that went by itself', () => test.db.records.delete('b'), 'counted'],
  ['a link to nothing', () => test.db.records.delete('a'), 'points to a'],
  ['keys that are not those of the fields', () => alter({ keys: ['phone:2'] }), 'what a is found by'],
  [
    'a journal part that was rewritten',
    () => test.db.journal.update(['device01', 1, 1], { patches: [] } as never),
    'part device01.1.1 was altered',
  ],
  ['a journal part that went', () => test.db.journal.delete(['device01', 1, 1]), 'part device01.1.1 is missing'],
  [
    'a header that was rewritten',
    () => test.db.journal.update(['device01', 1, 0], { actor: 'x' } as never),
    'entry device01.1 was altered',
  ],
  [
    'an entry that went',
    () =>
      test.db.journal.bulkDelete([
        ['device01', 2, 0],
        ['device01', 2, 1],
      ]),
    'the head stands at 2',
  ],
  [
    'a first entry that went',
    () =>
      test.db.journal.bulkDelete([
        ['device01', 1, 0],
        ['device01', 1, 1],
      ]),
    'does not follow',
  ],
  ['a blob without its record', () => test.db.blobs.put(blobAbout('y', 'nobody', [1])), 'blob y belongs to nothing'],
])('finds %s', async (_, damage, problem) => {
  await damage();

  expect((await problems()).join('\n')).toContain(problem);
});
