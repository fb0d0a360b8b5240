import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { awaitsDecision, waysOut, type Verdict } from '@/src/domain/records/transition';
import { circumstancesOf } from './circumstances';
import type { RecordPorts } from './edit-records';

/** A record that waits for a decision which the user may take (审批). */
export interface Approval {
  readonly kind: Kind;
  readonly row: Row;
  /** The decisions open to the user, in the kind's order; never none. */
  readonly ways: readonly Verdict[];
}

/**
 * What waits for a decision of the user, of all kinds: in the order of the kinds, then the oldest record first. What only
 * others may decide is not in it.
 * @param rowsOf all rows of a kind as they are now.
 */
export async function listApprovals(
  ports: RecordPorts,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
): Promise<readonly Approval[]> {
  const lists = await Promise.all([...ports.kinds.values()].map((kind) => waiting(kind, rowsOf)));
  const all = lists.flat();
  if (all.length === 0) return [];
  const circumstances = await circumstancesOf(
    ports,
    all.map(({ row }) => row),
  );
  return all.flatMap(({ kind, row }): Approval[] => {
    const ways = waysOut(kind, row, circumstances(row)).filter(
      ({ transition, forbidden }) => transition.decides !== undefined && !forbidden,
    );
    return ways.length === 0 ? [] : [{ kind, row, ways }];
  });
}

async function waiting(
  kind: Kind,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
): Promise<readonly { readonly kind: Kind; readonly row: Row }[]> {
  const states = kind.states.filter((state) => awaitsDecision(kind, state));
  if (states.length === 0) return [];
  const rows = await rowsOf(kind.name);
  return rows.filter(({ state }) => states.includes(state)).map((row) => ({ kind, row }));
}
