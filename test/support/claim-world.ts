import { Dexie } from 'dexie';
import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { Role } from '@/src/domain/records/actor';
import type { Row } from '@/src/domain/records/record';
import { plainFields } from '@/src/domain/records/values';
import { registration } from '@/src/domain/registration/registration.kind';
import { createWorld, type World } from './world';

/** A world in which several people register clients and follow them up, one after the other on one machine. */
export interface ClaimWorld extends World {
  /** From here on this user acts. */
  as(name: string, role?: Role): Promise<void>;
  /** From here on every look at the clock gives this. */
  setClock(now: number): void;
  make(kind: string, inputs: Readonly<Record<string, string>>): Promise<RecordId>;
  /** A registration that is handed in. */
  submitted(inputs: Readonly<Record<string, string>>): Promise<RecordId>;
  move(record: RecordId, to: string, reason?: string): ReturnType<World['app']['records']['move']>;
  rowOf(record: RecordId): Promise<Row>;
  /** The plain values of a record. */
  valuesOf(record: RecordId): Promise<Readonly<Record<string, unknown>>>;
  /** Who looks after the company of a registration. */
  ownerOf(claim: Row): Promise<unknown>;
  close(): Promise<void>;
}

export async function createClaimWorld(): Promise<ClaimWorld> {
  const world = await createWorld();
  const { app, ports, db } = world;
  const make: ClaimWorld['make'] = async (kind, inputs) => {
    const record = app.newRecord();
    const made = await app.records.make(must(app.kinds.get(kind), kind), record, inputs);
    return made.ok ? record : expect.fail(`${kind}: ${JSON.stringify(made.error)}`);
  };
  const rowOf = async (record: RecordId): Promise<Row> => must(await app.records.row(record), 'the record is on file');
  const move: ClaimWorld['move'] = async (record, to, reason = '') => {
    const kind = must(app.kinds.get((await rowOf(record)).kind), 'a kind');
    return app.records.move({ kind, record, to, reason });
  };
  const valuesOf: ClaimWorld['valuesOf'] = async (record) => {
    const { kind, fields } = await rowOf(record);
    return plainFields(must(app.kinds.get(kind), kind).fields, fields);
  };
  return Object.assign(world, {
    make,
    move,
    rowOf,
    as: async (name: string, role: Role = 'representative') => {
      await app.settings.change('user-name', name);
      await app.settings.change('user-role', role);
    },
    setClock: (now: number) => void Object.assign(ports.clock, { now: () => now }),
    submitted: async (inputs: Readonly<Record<string, string>>) => {
      const record = await make(registration.name, inputs);
      const moved = await move(record, 'submitted');
      return moved.ok ? record : expect.fail(JSON.stringify(moved.error));
    },
    valuesOf,
    // Safe: the field of a registration.
    ownerOf: async ({ fields }: Row) => (await valuesOf(fields['company'] as RecordId))['owner'],
    close: async () => {
      db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    },
  });
}
