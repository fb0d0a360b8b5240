import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { followUp, type FollowUpFields } from '@/src/domain/followup/follow-up.kind';
import { handIn, handInKey, type HandInFields } from '@/src/domain/followup/hand-in.kind';
import { isOnTime, weekName } from '@/src/domain/followup/hand-in';
import { wallClock } from '@/src/domain/followup/wall-clock';
import { followUpsOf, weekFigures } from '@/src/domain/followup/week-log';
import type { Row } from '@/src/domain/records/record';
import { openDesk, type RecordPorts } from './edit-records';
import type { Receipt, StoreError } from './ports/store';

/** `handed-in-already`: the user has handed in that week. */
export type HandInError = StoreError | { readonly code: 'handed-in-already' };

export interface WeekToHandIn {
  /** ISO day of its Monday. */
  readonly week: string;
  /** Where the user is: the deadline is Monday 10:00 there. */
  readonly timeZone: string;
  readonly summary?: string;
}

/** Hands in the follow-ups of the user and the week as they stand now, and writes down when, and whether that was in time. */
export async function handInWeek(
  ports: RecordPorts,
  id: BatchId,
  { week, timeZone, summary = '' }: WeekToHandIn,
): Promise<Result<Receipt, HandInError>> {
  const { store, clock, ids } = ports;
  const { actor } = await openDesk(ports);
  if ((await store.rowsByKeys([handInKey(week, actor.name)])).length > 0) return err({ code: 'handed-in-already' });
  const log = followUpsOf((await store.rows(followUp.name)).map(asLogged), week, actor.name);
  const now = clock.now();
  const figures = weekFigures(log, week);
  const fields: HandInFields = {
    title: weekName(week),
    week,
    submittedAt: new Date(now).toISOString(),
    count: figures.total,
    companies: figures.companies,
    late: isOnTime(now, week, wallClock(timeZone)) ? 'on-time' : 'late',
    entries: log.map((one) => one.id),
    owner: actor.name,
    ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
  };
  return store.commit({
    id,
    actor: actor.name,
    wall: now,
    cause: 'make',
    note: { title: fields.title },
    // Safe: this is where ids of records are made.
    changes: [{ make: ids.next() as RecordId, kind: handIn.name, fields }],
  });
}

/** A follow-up with its id. Safe: rows of the kind hold its fields. */
export function asLogged(row: Row): FollowUpFields & { readonly id: RecordId } {
  return { ...(row.fields as FollowUpFields), id: row.id };
}
