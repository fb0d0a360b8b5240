import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { field, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { card } from '@/test/support/kinds';
import { batch, openTestStore, request, rid, type TestStore } from '@/test/support/store';

/** Cannot be without the card it is about. */
const slip = defineKind({
  name: 'slip',
  evidence: false,
  fields: { about: required(field.link()), text: field.text() },
});

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore(kindsByName([card, slip]));
});
afterEach(() => test.close());

const commit = async (...changes: Parameters<typeof batch>[0]) => {
  const written = await test.store.commit(batch(changes));
  return written.ok ? written.value.batchId : written.error;
};
const undo = async (id: unknown) => {
  const undone = await test.store.undo({ ...request(), undoes: id as never });
  return undone.ok ? undone.value.kept.map(({ id, path, reason }) => [id, path, reason]) : undone.error;
};
const clean = async (): Promise<void> => {
  expect((await test.store.verify()).checks.flatMap(({ problems }) => problems)).toEqual([]);
};

describe('a link', () => {
  it('is refused when it would point to nothing', async () => {
    expect(await commit({ make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } })).toEqual({
      code: 'missing',
      id: 'b',
    });
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    expect(
      await commit(
        { make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } },
        { remove: rid('b'), kind: 'card' },
      ),
    ).toEqual({ code: 'missing', id: 'b' });
    await clean();
  });

  it('may point to what the same batch makes', async () => {
    const made = await commit(
      { make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } },
      { make: rid('b'), kind: 'card', fields: { name: 'B', boss: rid('a') } },
    );

    expect(typeof made).toBe('string');
    await clean();
  });

  it('holds what it points to: that goes only when the link goes with it', async () => {
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    await commit({ make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } });

    expect(await commit({ remove: rid('b'), kind: 'card' })).toEqual({ code: 'linked', id: 'a' });
    const gone = await commit(
      { remove: rid('b'), kind: 'card' },
      { set: rid('a'), kind: 'card', values: { boss: null } },
    );

    expect(typeof gone).toBe('string');
    await clean();
  });
});

describe('an undo', () => {
  it('brings a record back without a link to what has gone meanwhile, and says so', async () => {
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    await commit({ make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } });
    const removal = await commit({ remove: rid('a'), kind: 'card' });
    await commit({ remove: rid('b'), kind: 'card' });

    expect(await undo(removal)).toEqual([['a', 'boss', 'target-gone']]);
    expect((await test.store.row('records', rid('a')))?.fields).toEqual({ name: 'A' });
    await clean();
  });

  it('does not put back a link to what has gone meanwhile', async () => {
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    await commit({ make: rid('a'), kind: 'card', fields: { name: 'A', boss: rid('b') } });
    const cut = await commit({ set: rid('a'), kind: 'card', values: { boss: null } });
    await commit({ remove: rid('b'), kind: 'card' });

    expect(await undo(cut)).toEqual([['a', 'boss', 'target-gone']]);
    await clean();
  });

  it('leaves away what cannot be without its link', async () => {
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    await commit({ make: rid('s'), kind: 'slip', fields: { about: rid('b') } });
    const removal = await commit({ remove: rid('s'), kind: 'slip' });
    await commit({ remove: rid('b'), kind: 'card' });

    expect(await undo(removal)).toEqual([['s', 'about', 'target-gone']]);
    expect(await test.store.row('records', rid('s'))).toBeUndefined();
    await clean();
  });

  it('brings back both when both went in one batch', async () => {
    await commit({ make: rid('b'), kind: 'card', fields: { name: 'B' } });
    await commit({ make: rid('s'), kind: 'slip', fields: { about: rid('b') } });
    const removal = await commit({ remove: rid('b'), kind: 'card' }, { remove: rid('s'), kind: 'slip' });

    expect(await undo(removal)).toEqual([]);
    expect((await test.store.row('records', rid('s')))?.fields).toEqual({ about: 'b' });
    await clean();
  });
});
