import type { RecordId } from '@/src/kernel/ids';
import type { JobRow } from './enrich-job.kind';

/** Jobs that are worked on at once. */
export const AT_ONCE = 2;
/** Milliseconds that a job is one runner's alone. Longer than {@link JOB_MS}. */
export const LEASE_MS = 150_000;
/** Milliseconds after which a runner gives a job up: five slow pages and what registers take beside them. */
export const JOB_MS = 120_000;

export interface Desk {
  readonly now: number;
  readonly runner: string;
  /** No other runner is alive: what others hold is free. */
  readonly isAlone: boolean;
  /** The jobs that this runner works on. */
  readonly underWay: ReadonlySet<RecordId>;
  /** Whether the user lets the sites of a job be asked. */
  readonly isAllowed: (job: JobRow) => boolean;
}

export interface Next {
  /** To be taken up now, oldest first. */
  readonly take: readonly JobRow[];
  /** When one of the others can be looked at again by time alone; undefined where none waits for a time. */
  readonly wakeAt: number | undefined;
}

/**
 * Which of the open jobs are taken up now: the oldest first, no more than {@link AT_ONCE} at once, never two of one site, none
 * before its time or without permission. A job that a dead runner holds is free when its lease is over, or at once where it is
 * known that nobody else is alive. Jobs without a site of their own ask registers alone, and so are of one site.
 * @param open in the order they were added.
 */
export function nextJobs(open: readonly JobRow[], desk: Desk): Next {
  const { now } = desk;
  const held = open.filter((job) => isHeld(job, desk));
  const sites = new Set(held.map(siteOf));
  const take: JobRow[] = [];
  const times: number[] = held.flatMap(({ id, fields }) =>
    desk.underWay.has(id) || !fields.lease ? [] : [fields.lease.until],
  );
  for (const job of open) {
    if (held.includes(job)) continue;
    const { notBefore = 0 } = job.fields;
    if (notBefore > now) times.push(notBefore);
    else if (held.length + take.length < AT_ONCE && !sites.has(siteOf(job)) && desk.isAllowed(job)) {
      take.push(job);
      sites.add(siteOf(job));
    }
  }
  return { take, wakeAt: times.length === 0 ? undefined : Math.min(...times) };
}

function isHeld({ id, state, fields: { lease } }: JobRow, { now, runner, isAlone, underWay }: Desk): boolean {
  if (underWay.has(id)) return true;
  if (state !== 'running' || !lease || lease.until <= now) return false;
  // What this runner holds and does not work on is what it has just let go of, or just now writes.
  return lease.runner === runner || !isAlone;
}

function siteOf({ fields: { site } }: JobRow): string {
  return site ?? '';
}
