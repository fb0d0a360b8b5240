import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { PeopleOf } from '@/src/app/read-people';
import { company } from '@/src/domain/parties/company.kind';
import type { StakeholderFields, StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import type { EntryRef } from '@/src/domain/records/record';
import type { World } from './world';

/** A seat as rules see it, without a store. */
export function seatOf(id: string, fields: Partial<StakeholderFields> = {}): StakeholderRow {
  return {
    // Safe, all: ids of a test name nothing.
    id: id as RecordId,
    kind: 'stakeholder',
    state: 'active',
    fields: { position: id, company: 'company' as RecordId, ...fields },
    keys: [],
    origin: { base: 'device.1' as EntryRef },
  };
}

/** A seat with somebody in it. */
export const personOf = (id: string, fields: Partial<StakeholderFields> = {}): StakeholderRow =>
  seatOf(id, { person: `person-${id}` as RecordId, ...fields });

/** What a test does to the chain of one account of its world. */
export class ChainOf {
  readonly company: RecordId;
  private readonly world: World;

  private constructor(world: World, company: RecordId) {
    this.world = world;
    this.company = company;
  }

  static async begin(world: World): Promise<ChainOf> {
    const record = world.app.newRecord();
    const made = await world.app.records.make(company, record, { name: 'Quarry Works' });
    return made.ok ? new ChainOf(world, record) : expect.fail(made.error.code);
  }

  /** A seat with whoever is called so. @returns it, and the batch it was made in. */
  async seat(name: string, inputs: Readonly<Record<string, string>>): Promise<{ id: RecordId; batch: BatchId }> {
    const id = this.world.app.newRecord();
    const seated = await this.world.app.people.seat({
      record: id,
      company: this.company,
      who: { name },
      inputs: { position: `${name || 'nobody'}'s seat`, ...inputs },
    });
    return seated.ok ? { id, batch: seated.value.batchId } : expect.fail(seated.error.code);
  }

  async read(): Promise<PeopleOf> {
    return must(await this.world.app.people.of(this.company), 'the chain of the account');
  }

  async row(id: RecordId): Promise<StakeholderRow> {
    return must(
      (await this.read()).seats.find((seat) => seat.id === id),
      'a seat of the chain',
    );
  }
}
