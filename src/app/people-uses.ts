import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Place, StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { informationPoint } from '@/src/domain/people/information-point.kind';
import type { Inputs, RecordPorts } from './edit-records';
import { makeRecord } from './make-record';
import { readHistories, readPeople } from './read-people';
import { reseatPerson, type Reseating } from './reseat-person';
import { seatPerson, type Seating } from './seat-person';
import { arrangePeople, freeSeat, tiePeople, type Tying } from './tie-people';

/** What the page of the people of an account may ask for. @param newBatch a name for what is written next. */
export function peopleUses(ports: RecordPorts, newBatch: () => BatchId) {
  const { store, clock } = ports;
  return {
    /** Safe: an id from an address names a record or nothing. */
    of: (about: string) => readPeople(store, about as RecordId, clock.today()),
    histories: (seats: readonly StakeholderRow[]) => readHistories(store, seats),
    seat: (seating: Seating) => seatPerson(ports, newBatch(), seating),
    reseat: (reseating: Reseating) => reseatPerson(ports, newBatch(), reseating),
    tie: (tying: Tying) => tiePeople(ports, newBatch(), tying),
    free: (seat: StakeholderRow) => freeSeat(ports, newBatch(), seat),
    /** @param given the account that it is about, and the opportunity where it is about one. */
    note: (record: RecordId, inputs: Inputs, given: { readonly company: RecordId; readonly opportunity?: RecordId }) =>
      makeRecord(ports, newBatch(), { kind: informationPoint, record, inputs, given }),
    arrange: (seats: readonly StakeholderRow[], places: ReadonlyMap<RecordId, Place>) =>
      arrangePeople(ports, newBatch(), seats, places),
  };
}
