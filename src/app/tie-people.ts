import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { wouldCircle } from '@/src/domain/people/lay-out-people';
import { stakeholder, type Place, type StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { stakeholderTie, type TieType } from '@/src/domain/people/stakeholder-tie.kind';
import type { Change } from '@/src/domain/records/change';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';
import { readPeople, type PeopleOf } from './read-people';

/** A line to be drawn from one seat to another; who reports to whom is a line as well. */
export interface Tying {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly type: TieType | 'reports-to';
}

/**
 * `same-seat`: a line needs two seats. `tied-already`: that line is there. `circle`: whoever is reported to reports, directly or
 * not, to the other. `missing`: one of the seats is not in the chain of the other.
 */
export type TieError = RecordError | { readonly code: 'same-seat' | 'tied-already' | 'circle' };

/** Draws a line as one batch. Whoever reports to somebody new no longer reports to whom they did before. */
export async function tiePeople(ports: RecordPorts, id: BatchId, tying: Tying): Promise<Result<Receipt, TieError>> {
  const { store, clock } = ports;
  const { from, to, type } = tying;
  const { actor } = await openDesk(ports);
  const chain = await readPeople(store, from, clock.today());
  const seat = chain?.seats.find((one) => one.id === from);
  if (!chain || !seat) return err({ code: 'missing', id: from });
  if (!chain.seats.some((one) => one.id === to)) return err({ code: 'missing', id: to });
  const fault = faultOf(chain, seat, tying);
  if (fault) return err({ code: fault });
  if (!mayDo('edit', stakeholder, seat, actor)) return err({ code: 'forbidden' });
  const change: Change =
    type === 'reports-to'
      ? { set: from, kind: stakeholder.name, values: { reportsTo: to } }
      : // Safe: this is where the id is made.
        { make: ports.ids.next() as RecordId, kind: stakeholderTie.name, fields: { from, to, type } };
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: type === 'reports-to' ? 'edit' : 'make',
    note: { title: seat.fields.position },
    changes: [change],
  });
}

function faultOf(
  { seats, ties }: PeopleOf,
  { fields: { reportsTo } }: StakeholderRow,
  { from, to, type }: Tying,
): 'same-seat' | 'tied-already' | 'circle' | undefined {
  if (from === to) return 'same-seat';
  if (type !== 'reports-to') {
    const isThere = ties.some(({ fields }) => fields.from === from && fields.to === to && fields.type === type);
    return isThere ? 'tied-already' : undefined;
  }
  if (reportsTo === to) return 'tied-already';
  return wouldCircle(seats, from, to) ? 'circle' : undefined;
}

/** Takes the line away by which a seat reports to another. Other lines are records, and are deleted as such. */
export function freeSeat(ports: RecordPorts, id: BatchId, seat: StakeholderRow): Promise<Result<Receipt, RecordError>> {
  return writeSeats(ports, id, [seat], () => ({ reportsTo: null }));
}

/** Puts cards where they are to lie, as one batch. Those that are not there any more are refused with `missing`. */
export function arrangePeople(
  ports: RecordPorts,
  id: BatchId,
  seats: readonly StakeholderRow[],
  places: ReadonlyMap<RecordId, Place>,
): Promise<Result<Receipt, RecordError>> {
  return writeSeats(
    ports,
    id,
    seats.filter((seat) => places.has(seat.id)),
    (seat) => ({ place: places.get(seat.id) }),
  );
}

async function writeSeats(
  ports: RecordPorts,
  id: BatchId,
  seats: readonly StakeholderRow[],
  values: (seat: StakeholderRow) => Readonly<Record<string, unknown>>,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const { actor } = await openDesk(ports);
  if (seats.some((seat) => !mayDo('edit', stakeholder, seat, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: seats[0]?.fields.position ?? '' },
    changes: seats.map((seat) => ({ set: seat.id, kind: stakeholder.name, values: values(seat) })),
  });
}
