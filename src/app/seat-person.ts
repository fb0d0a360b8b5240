import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { person as personKind } from '@/src/domain/parties/person.kind';
import { stakeholder, type Place } from '@/src/domain/people/stakeholder.kind';
import type { Change } from '@/src/domain/records/change';
import { typedValue } from '@/src/domain/records/evidence';
import { mayDo, openDesk, readInputs, type Inputs, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** A seat to be added to a chain. */
export interface Seating {
  readonly record: RecordId;
  readonly company: RecordId;
  readonly opportunity?: RecordId | undefined;
  /** Who sits there: somebody on file, or a name, which makes a person of the company. Neither: the seat is empty. */
  readonly who?: { readonly person: RecordId } | { readonly name: string } | undefined;
  /** Field of the seat → what was typed. */
  readonly inputs: Inputs;
  readonly place?: Place | undefined;
}

/** Adds a seat, and with it the person where they are not on file yet, as one batch. Errors: see `RecordError`. */
export async function seatPerson(
  ports: RecordPorts,
  id: BatchId,
  { record, company, opportunity, who, inputs, place }: Seating,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const values = readInputs(stakeholder, inputs, desk, at);
  if (!values.ok) return values;
  const typed = Object.fromEntries(Object.entries(values.value).filter(([, value]) => value !== null));
  const { made, person } = sitting(ports, who, company, at);
  const about = Object.entries({ opportunity, person, place }).filter(([, value]) => value !== undefined);
  const fields = { owner: desk.actor.name, ...typed, company, ...Object.fromEntries(about) };
  const isAllowed =
    mayDo('make', stakeholder, { fields }, desk.actor) && (!made || mayDo('make', personKind, made, desk.actor));
  if (!isAllowed) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: String(typed['position'] ?? '') },
    changes: [...(made ? [made] : []), { make: record, kind: stakeholder.name, fields }],
  });
}

/** Who sits there, with the change that makes them where they are not on file. */
function sitting(ports: RecordPorts, who: Seating['who'], company: RecordId, at: string) {
  if (who && 'person' in who) return { made: undefined, person: who.person };
  const name = who?.name.trim() ?? '';
  const made = name === '' ? undefined : newPersonOf(ports, name, company, at);
  return { made, person: made?.make };
}

/** A person of a company, of whom nothing but the name is known yet. */
export function newPersonOf({ ids }: RecordPorts, name: string, company: RecordId, at: string) {
  return {
    // Safe: this is where the id is made.
    make: ids.next() as RecordId,
    kind: personKind.name,
    fields: { name: typedValue(name, at), company: typedValue(company, at) },
  } satisfies Change;
}
