import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveRows } from '@/src/app/live-rows';
import type { Reading, Store } from '@/src/app/ports/store';
import { company } from '@/src/domain/parties/company.kind';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.app.records.make(company, world.app.newRecord(), { name: 'Alder' });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

describe('LiveRows', () => {
  it('reads again for whoever still asks when somebody else has stopped the reading', async () => {
    const { store } = world.ports;
    const rows = (kind: string, { signal }: Reading = {}): ReturnType<Store['rows']> =>
      signal
        ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        : store.rows(kind);
    const live = new LiveRows(
      new Proxy(store, { get: (of, name) => (name === 'rows' ? rows : Reflect.get(of, name).bind(of)) }),
    );
    const abort = new AbortController();

    const stopped = live.rows('company', { signal: abort.signal });
    const other = live.rows('company');
    // The reading has begun when what was written is known.
    await store.changes();
    await store.changes();
    abort.abort();

    await expect(stopped).rejects.toBe(abort.signal.reason);
    expect(await other).toHaveLength(1);
    expect(await live.rows('company')).toBe(await other);
  });

  it('gives a few rows while all are being read, none before and none after', async () => {
    const live = new LiveRows(world.ports.store);
    expect(await live.few('company')).toEqual([]);
    for (let i = 0; i < 40; i++) await world.app.records.make(company, world.app.newRecord(), { name: `Birch ${i}` });

    const reading = live.rows('company');
    await Promise.resolve();
    const few = await live.few('company');
    const all = await reading;
    expect([few.length, all.length]).toEqual([40, 41]);
    expect(all).toEqual(expect.arrayContaining([...few]));
    expect(await live.few('company')).toEqual([]);
  });

  it('gives none of a list that is a screen full or less: it is there at once', async () => {
    const live = new LiveRows(world.ports.store);
    const reading = live.rows('company');
    await Promise.resolve();
    expect(await live.few('company')).toEqual([]);
    expect(await reading).toHaveLength(1);
  });

  it('keeps those in a state as they come and go', async () => {
    const live = new LiveRows(world.ports.store);
    const alder = (await world.app.records.rows('company'))[0] ?? expect.fail('no company');
    const { state } = alder;
    expect(await live.inStates('company', [state])).toEqual([alder]);
    expect(await live.inStates('company', ['gone'])).toEqual([]);
    await world.app.records.make(company, world.app.newRecord(), { name: 'Birch' });

    expect(await live.inStates('company', [state])).toHaveLength(2);
    expect(await live.inStates('company', ['gone'])).toEqual([]);
    await world.app.records.remove([alder.id]);
    const now = await live.inStates('company', [state]);
    expect(now).toHaveLength(1);
    expect(await live.inStates('company', [state])).toBe(now);
  });

  it('counts without reading, and from what is read', async () => {
    const { store } = world.ports;
    const read: string[] = [];
    const rows = (kind: string): ReturnType<Store['rows']> => {
      read.push(kind);
      return store.rows(kind);
    };
    const live = new LiveRows(
      new Proxy(store, { get: (of, name) => (name === 'rows' ? rows : Reflect.get(of, name).bind(of)) }),
    );
    expect([await live.count('company'), await live.count('person'), read]).toEqual([1, 0, []]);
    await live.rows('company');
    await world.app.records.make(company, world.app.newRecord(), { name: 'Birch' });
    expect([await live.count('company'), read]).toEqual([2, ['company']]);
  });
});
