import { compareCodePoints } from '@/src/kernel/text';
import type { RecordId } from '@/src/kernel/ids';
import type { StakeholderRow } from './stakeholder.kind';

export interface Ranked {
  readonly row: StakeholderRow;
  /** 1 is first. Those who have as much share a rank, and the ranks after them are left out: 1, 2, 2, 4. */
  readonly rank: number;
  readonly tied: boolean;
}

/**
 * The people by their influence, the greatest first, then by their weight in this decision (a weight that is not known counts
 * as none). As much of both is a tie, in the order of position and id, so that the order never depends on who was filed first.
 * Empty seats and people without a score are not ranked. @source domain.md §6.2, §6.4
 */
export function rankInfluence(rows: readonly StakeholderRow[]): readonly Ranked[] {
  const scored = rows
    .filter(({ fields }) => fields.person !== undefined && fields.influence !== undefined)
    .toSorted(
      (a, b) =>
        standing(b) - standing(a) ||
        compareCodePoints(a.fields.position, b.fields.position) ||
        compareCodePoints(a.id, b.id),
    );
  return scored.map((row) => ({
    row,
    rank: 1 + scored.filter((other) => standing(other) > standing(row)).length,
    tied: scored.some((other) => other !== row && standing(other) === standing(row)),
  }));
}

/** A weight has at most 100 percent: influence always counts first. */
function standing({ fields }: StakeholderRow): number {
  return (fields.influence ?? 0) * 1000 + (fields.weight ?? 0);
}

/** What became of somebody between two rankings: by how many ranks they rose (negative: fell), or `new`. */
export type RankChange = number | 'new';

export function rankChanges(before: readonly Ranked[], now: readonly Ranked[]): ReadonlyMap<RecordId, RankChange> {
  const was = new Map(before.map(({ row, rank }) => [row.id, rank]));
  return new Map(
    now.map(({ row, rank }) => {
      const then = was.get(row.id);
      return [row.id, then === undefined ? 'new' : then - rank];
    }),
  );
}
