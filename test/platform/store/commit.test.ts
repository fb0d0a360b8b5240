import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batch, content, dump, newId, openTestStore, request, rid, type TestStore } from '@/test/support/store';
import type { Change } from '@/src/domain/records/change';

let test: TestStore;
beforeEach(async () => {
  test = await openTestStore();
});
afterEach(() => test.close());

const making = (id: string, fields: Record<string, unknown>): Change => ({ make: rid(id), kind: 'card', fields });
const setting = (id: string, values: Record<string, unknown>): Change => ({ set: rid(id), kind: 'card', values });

describe('commit', () => {
  it('writes the records, their keys and one journal entry', async () => {
    const written = await test.store.commit(batch([making('a', { name: 'Acme', phones: { p: '+43' } })]));

    expect(written).toMatchObject({ ok: true, value: { made: 1, changed: 0, gone: 0, repeated: false } });
    expect(await test.store.rows('card')).toEqual([
      {
        id: 'a',
        kind: 'card',
        state: 'active',
        fields: { name: 'Acme', phones: { p: '+43' } },
        keys: ['phone:+43'],
        origin: { base: 'device01.1' },
      },
    ]);
    expect((await test.store.rowsByKeys(['phone:+43'])).map((row) => row.id)).toEqual(['a']);
    expect((await test.store.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
  });

  it('writes a repeated batch once and says so', async () => {
    const once = batch([making('a', { name: 'Acme' })]);
    await test.store.commit(once);
    const before = await dump(test.db);

    expect(await test.store.commit(once)).toMatchObject({ ok: true, value: { made: 1, repeated: true } });
    expect(await dump(test.db)).toEqual(before);
  });

  it.each<[string, Change[], object]>([
    ['an id in use', [making('a', { name: 'x' })], { code: 'exists', id: 'a' }],
    ['a record that is not there', [setting('z', { city: 'x' })], { code: 'missing', id: 'z' }],
    ['a removal of nothing', [{ remove: rid('z'), kind: 'card' }], { code: 'missing', id: 'z' }],
    ['a kind nobody declared', [{ make: rid('b'), kind: 'x', fields: {} }], { code: 'unknown-kind', id: 'b' }],
    ['a field the kind lacks', [setting('a', { colour: 'x' })], { code: 'unknown-field', path: 'colour' }],
    ['an item of a single field', [setting('a', { 'city/p': 'x' })], { code: 'unknown-field', path: 'city/p' }],
    ['several values without an item', [setting('a', { phones: 'x' })], { code: 'unknown-field', path: 'phones' }],
    ['an inherited name', [setting('a', { constructor: 'x' })], { code: 'unknown-field' }],
    ['a state the kind lacks', [setting('a', { '@state': 'x' })], { code: 'unknown-state' }],
    ['a missing required field', [making('b', { city: 'x' })], { code: 'required', path: 'name' }],
    ['emptying a required field', [setting('a', { name: null })], { code: 'required', path: 'name' }],
  ])('refuses %s and writes nothing of the batch', async (_, changes, error) => {
    await test.store.commit(batch([making('a', { name: 'Acme' })]));
    const before = await dump(test.db);

    const refused = await test.store.commit(batch([making('first', { name: 'ok' }), ...changes]));

    expect(refused).toMatchObject({ ok: false, error });
    expect(await dump(test.db)).toEqual(before);
  });

  it('keeps the order of entries when the clock goes back', async () => {
    await test.store.commit({ ...batch([making('a', { name: 'x' })]), wall: 2_000_000_000_000 });
    await test.store.commit({ ...batch([making('b', { name: 'y' })]), wall: 1_000_000_000_000 });
    await test.store.commit({ ...batch([making('c', { name: 'z' })]), wall: 1_500_000_000_000 });

    const history = await test.store.batches(10);

    expect(history.map(({ header }) => header.seq)).toEqual([3, 2, 1]);
    expect((await test.store.verify()).ok).toBe(true);
  });

  it('cuts a large batch into parts of a thousand patches and reads them back as one', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => making(`r${i}`, { name: `n${i}` }));
    const written = await test.store.commit(batch(many));
    const [entry] = await test.store.batches(1);

    expect(entry?.header.parts.map((part) => part.patches)).toEqual([1000, 1000, 500]);
    expect(written).toMatchObject({ ok: true, value: { made: 2500 } });
    const undone = await test.store.undo({ ...request(), undoes: must(entry).header.batchId });
    expect(undone).toMatchObject({ ok: true, value: { gone: 2500, kept: [] } });
    expect(await content(test.db)).toEqual({ records: [], datasets: [], notebooks: [], blobs: [], settings: [] });
  });
});

describe('undo', () => {
  it('names who changed what it keeps', async () => {
    const first = batch([making('a', { name: 'Acme', city: 'Graz' })], { cause: 'import' });
    await test.store.commit(first);
    await test.store.commit({ ...batch([setting('a', { city: 'Linz' })]), actor: 'Li', cause: 'capture' });

    const undone = await test.store.undo({ ...request(), undoes: first.id });

    expect(undone).toMatchObject({
      ok: true,
      value: {
        kept: [
          { path: 'city', reason: 'changed-later', byActor: 'Li', byCause: 'capture' },
          { path: 'name', reason: 'required' },
        ],
      },
    });
  });

  it('keeps a record that another one points to', async () => {
    const first = batch([making('boss', { name: 'Boss', city: 'Graz' }), making('free', { name: 'Free' })]);
    await test.store.commit(first);
    await test.store.commit(batch([making('man', { name: 'Man', boss: 'boss' })]));

    const undone = await test.store.undo({ ...request(), undoes: first.id });

    expect(undone).toMatchObject({ ok: true, value: { gone: 1 } });
    expect((await test.store.rows('card')).map((row) => row.fields)).toEqual([
      { name: 'Boss' },
      { name: 'Man', boss: 'boss' },
    ]);
    expect((await test.store.verify()).ok).toBe(true);
  });

  it('says what is undone and what is redone', async () => {
    const first = batch([making('a', { name: 'Acme' })]);
    await test.store.commit(first);
    const undo = { ...request(), undoes: first.id };
    await test.store.undo(undo);
    await test.store.undo({ ...request(), undoes: undo.id });

    expect((await test.store.batches(3)).map(({ header, undone }) => [header.cause, undone])).toEqual([
      ['undo', false],
      ['undo', true],
      ['edit', false],
    ]);
    expect(await test.store.rows('card')).toHaveLength(1);
  });

  it('refuses a batch that was never written', async () => {
    expect(await test.store.undo({ ...request(), undoes: newId() })).toEqual({
      ok: false,
      error: { code: 'no-batch' },
    });
  });
});

function must<T>(value: T | undefined): T {
  expect(value).toBeDefined();
  return value as T;
}
