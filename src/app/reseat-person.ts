import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { stakeholder, type StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { mayDo, openDesk, readInputs, type Inputs, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';
import { newPersonOf } from './seat-person';

/** What a seat is to become. */
export interface Reseating {
  readonly seat: StakeholderRow;
  /** The name that was typed; empty: the seat is to be empty. */
  readonly who: string;
  /** Who of those on file is called so; nobody: a person of the company is made. */
  readonly person: RecordId | undefined;
  readonly inputs: Inputs;
}

/** Fields that a judgement on a person is written in: they go with whoever leaves the seat, unless they were typed anew. */
const OF_THE_PERSON = Object.entries(stakeholder.fields).flatMap(([name, { personal }]) => (personal ? [name] : []));

/**
 * Writes what was typed into a seat, as one batch. Where another person takes the seat, what was said of the one before does not
 * go over to them: of the personal fields only those that were changed together with the name are kept. Errors: see `RecordError`.
 */
export async function reseatPerson(
  ports: RecordPorts,
  id: BatchId,
  { seat, who, person, inputs }: Reseating,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const values = readInputs(stakeholder, inputs, desk, at);
  if (!values.ok) return values;
  if (!mayDo('edit', stakeholder, seat, desk.actor)) return err({ code: 'forbidden' });
  const made = who !== '' && person === undefined ? newPersonOf(ports, who, seat.fields.company, at) : undefined;
  const taken = person ?? made?.make ?? null;
  const isAnother = taken !== (seat.fields.person ?? null);
  const held: Readonly<Record<string, unknown>> = seat.fields;
  const dropped = isAnother && seat.fields.person ? OF_THE_PERSON.filter((name) => held[name] !== undefined) : [];
  const left = Object.fromEntries(
    dropped.filter((name) => !(name in values.value) || values.value[name] === held[name]).map((name) => [name, null]),
  );
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: seat.fields.position },
    changes: [
      ...(made ? [made] : []),
      { set: seat.id, kind: stakeholder.name, values: { ...values.value, ...left, person: taken } },
    ],
  });
}
