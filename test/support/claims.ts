import { Dexie } from 'dexie';
import { expect } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { kindsWithClaim } from './claim';
import { createWorld, NOW, type World } from './world';

/** A world that knows claims, and the claims that a test puts into it. */
export interface Claims extends World {
  file(state: string, fields: Readonly<Record<string, unknown>>, kind?: string): Promise<RecordId>;
  stateOf(record: RecordId): Promise<string>;
  close(): Promise<void>;
}

export async function createClaims(): Promise<Claims> {
  const world = await createWorld(kindsWithClaim);
  const { app, ports, db } = world;
  return Object.assign(world, {
    file: async (state: string, fields: Readonly<Record<string, unknown>>, kind = 'claim') => {
      const id = app.newRecord();
      const made = await ports.store.commit({
        id: app.newBatch(),
        actor: 'Lin',
        wall: NOW,
        cause: 'import',
        changes: [{ make: id, kind, state, fields }],
      });
      return made.ok ? id : expect.fail(made.error.code);
    },
    stateOf: async (record: RecordId) => (await ports.store.rowsById([record]))[0]?.state ?? expect.fail('no record'),
    close: async () => {
      db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    },
  });
}
