import { isRole } from '@/src/domain/records/actor';
import { dayFromIso, dutiesOf, type Duty } from '@/src/domain/records/duty';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { nextOf, type TransitionSpec } from '@/src/domain/records/transition';
import { titleOf } from '@/src/domain/records/values';
import { actorOf } from './acting';
import type { RecordPorts } from './edit-records';
import { readSettings } from './settings';

/** A duty of a record, with what a list of duties of all kinds shows of it. */
export interface OpenDuty extends Duty {
  readonly kind: Kind;
  readonly row: Row;
  readonly title: string;
  /** Days since it fell due; 0 today and before. */
  readonly overdue: number;
  /** The user's own: they own the record, nobody does, or it is for their role; for any role while they have chosen none. */
  readonly mine: boolean;
  /** The way on that is nearest for the user; undefined where none leads on. */
  readonly next: TransitionSpec | undefined;
}

/** Rows of a kind of which something is due: all, or those of which it is soonest. */
export type RowsDue = (kind: string, soonest?: number) => Promise<readonly Row[]>;

/**
 * The open duties of all kinds (到期任务), the earliest first, ties by title and record. With `soonest`, that many of them, for
 * a fraction of the reading.
 */
export async function listDuties(
  { store, clock, kinds }: RecordPorts,
  rowsDue: RowsDue,
  soonest?: number,
): Promise<readonly OpenDuty[]> {
  const settings = await readSettings(store);
  const actor = actorOf(settings);
  const { name, role } = actor;
  const alone = !isRole(settings['user-role']);
  const today = dayFromIso(clock.today());
  const isMine = (duty: Duty): boolean =>
    duty.for === 'owner' ? duty.owner === undefined || duty.owner === name : alone || duty.for === role;
  const lists = await Promise.all(
    [...kinds.values()]
      .filter(({ duties }) => duties.length > 0)
      .map(async (kind) =>
        (await rowsDue(kind.name, soonest)).flatMap((row) =>
          knownDuties(kind, row).map((duty): OpenDuty => {
            const overdue = Math.max(0, today - dayFromIso(duty.due));
            return {
              ...duty,
              kind,
              row,
              title: titleOf(kind, row),
              overdue,
              mine: isMine(duty),
              next: nextOf(kind, row, actor),
            };
          }),
        ),
      ),
  );
  // What a kind has beyond its soonest is due later than all of these.
  return lists.flat().toSorted(byDue).slice(0, soonest);
}

const KNOWN = new WeakMap<Row, readonly Duty[]>();

/** The duties of a row, found once: rows are never changed in place. */
function knownDuties(kind: Kind, row: Row): readonly Duty[] {
  const known = KNOWN.get(row) ?? dutiesOf(kind, row);
  KNOWN.set(row, known);
  return known;
}

function byDue(a: OpenDuty, b: OpenDuty): number {
  return compare(a.due, b.due) || compare(a.title, b.title) || compare(a.row.id, b.row.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** How near a duty is: `week` after today, up to and with the Sunday of today's week. */
export const NEARNESS = ['overdue', 'today', 'week', 'later'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** @example nearnessOf('2026-11-22', '2026-11-20') // 'week': the 20th is a Friday, the 22nd its Sunday */
export function nearnessOf(due: string, today: string): Nearness {
  if (due === today) return 'today';
  if (due < today) return 'overdue';
  const from = dayFromIso(today);
  // 1970-01-01 was a Thursday: days since the Monday are (day + 3) mod 7.
  const sunday = from + 6 - ((((from + 3) % 7) + 7) % 7);
  return dayFromIso(due) <= sunday ? 'week' : 'later';
}

/** The user's duties that are due by today: the number of a badge. */
export function countDue(duties: readonly OpenDuty[], today: string): number {
  return duties.filter(({ mine, due }) => mine && due <= today).length;
}
