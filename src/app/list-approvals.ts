import type { Actor } from '@/src/domain/records/actor';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { awaitsDecision, decisionsFor, type TransitionSpec } from '@/src/domain/records/transition';
import { actorOf } from './acting';
import type { RecordPorts } from './edit-records';
import { readSettings } from './settings';

/** A record that waits for a decision which the user may take (审批). */
export interface Approval {
  readonly kind: Kind;
  readonly row: Row;
  /** The decisions that are the user's to take, in the kind's order; never none. What speaks against one is said when it is taken. */
  readonly ways: readonly TransitionSpec[];
}

/**
 * What waits for a decision of the user, of all kinds: in the order of the kinds, then the oldest record first. What only
 * others may decide is not in it.
 * @param rowsIn all rows of a kind in some states as they are now.
 */
export async function listApprovals(
  { store, kinds }: RecordPorts,
  rowsIn: (kind: string, states: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Approval[]> {
  const actor = actorOf(await readSettings(store));
  const lists = await Promise.all([...kinds.values()].map((kind) => waiting(kind, actor, rowsIn)));
  return lists.flat();
}

async function waiting(
  kind: Kind,
  actor: Actor,
  rowsIn: (kind: string, states: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Approval[]> {
  const states = kind.states.filter((state) => awaitsDecision(kind, state));
  if (states.length === 0) return [];
  const rows = await rowsIn(kind.name, states);
  return rows.map((row) => ({ kind, row, ways: decisionsFor(kind, row, actor) })).filter(({ ways }) => ways.length > 0);
}
