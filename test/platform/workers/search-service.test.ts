import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { kindsByName } from '@/src/domain/records/kind';
import { searchSource } from '@/src/platform/store/search-source';
import { SearchService } from '@/src/platform/workers/search-service';
import { card } from '../../support/kinds';
import { batch, openTestStore, request, rid, type TestStore } from '../../support/store';

let test: TestStore;
let search: SearchService;

beforeEach(async () => {
  test = await openTestStore();
  search = new SearchService(searchSource(test.db), kindsByName([card]));
});
afterEach(() => test.close());

const make = (id: string, name: string, more: object = {}): Parameters<typeof batch>[0][number] => ({
  make: rid(id),
  kind: 'card',
  fields: { name, ...more },
});
const ids = async (text: string): Promise<RecordId[]> => (await search.find(text, 10)).map(({ id }) => id);

describe('the search over a store', () => {
  it('gives title, kind and the value that answers', async () => {
    await test.store.commit(batch([make('a', '上海华源', { phones: { p1: '+862155550123' }, city: '上海' })]));

    expect(await search.find('shhy', 5)).toEqual([
      { id: 'a', kind: 'card', title: '上海华源', matched: { field: 'name', text: '上海华源' }, score: 1060 },
    ]);
    expect((await search.find('0123', 5)).map(({ matched }) => matched)).toEqual([
      { field: 'phones', text: '+862155550123' },
    ]);
  });

  it('follows what is made, changed, deleted and undone, at once', async () => {
    await test.store.commit(batch([make('a', 'Northwick'), make('b', 'Tarnhill')]));
    expect(await ids('northwick')).toEqual(['a']);

    await test.store.commit(batch([make('c', 'Northwick Optik')]));
    expect(await ids('northwick')).toEqual(['a', 'c']);

    const renamed = batch([{ set: rid('a'), kind: 'card', values: { name: 'Oxbow' } }]);
    expect((await test.store.commit(renamed)).ok).toBe(true);
    expect(await ids('northwick')).toEqual(['c']);
    expect(await ids('oxbow')).toEqual(['a']);

    await test.store.commit(batch([{ remove: rid('c'), kind: 'card' }]));
    expect(await ids('northwick')).toEqual([]);

    await test.store.undo({ ...request(), undoes: renamed.id });
    expect(await ids('northwick')).toEqual(['a']);
    expect(await ids('oxbow')).toEqual([]);
  });

  it('reads many records in pieces, once, and says how far it is', async () => {
    const count = 4500;
    await test.store.commit(batch(Array.from({ length: count }, (_, i) => make(`r${i}`, `Oak ${i}`))));
    const seen: number[] = [];
    await Promise.all([search.prepare((records) => seen.push(records)), ids('oak 17')]);
    await search.prepare((records) => seen.push(records));

    expect(seen).toEqual([2000, 4000, 4500]);
    expect(await ids('oak 4321')).toEqual(['r4321']);
  });

  it('takes in what is written while it reads', async () => {
    await test.store.commit(batch(Array.from({ length: 2500 }, (_, i) => make(`r${i}`, `Oak ${i}`))));
    let wrote: Promise<unknown> | undefined;
    await search.prepare(() => {
      wrote ??= test.store.commit(batch([make('0', 'Early Bird'), { remove: rid('r7'), kind: 'card' }]));
    });
    await wrote;

    expect(await ids('early bird')).toEqual(['0']);
    expect(await ids('oak 7')).not.toContain('r7');
  });
});
