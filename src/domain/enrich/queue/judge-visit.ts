import type { Wait } from './enrich-job.kind';

/** What came back for a job. */
export interface Course {
  readonly now: number;
  /** How many pages and answers were read. */
  readonly read: number;
  /** Why pages gave nothing, in the order they were asked for. */
  readonly missed: readonly string[];
  /** When the servers that want to be left alone may be asked again; undefined where none does. */
  readonly retryAt: number | undefined;
  /** Whether the user still lets the sites be asked. */
  readonly isAllowed: boolean;
  /** How often the job was taken up, this time among them. */
  readonly tries: number;
}

/** `later`: put off until `notBefore`; `counts` tells whether that was one of its tries. */
export type Verdict =
  | { readonly is: 'done' }
  | { readonly is: 'later'; readonly notBefore: number; readonly waitsFor: Wait; readonly counts: boolean }
  | { readonly is: 'failed'; readonly reason: string };

/** How often a site is tried that is busy, or cannot be reached. */
export const MOST_TRIES = 3;
/** How often a job is taken up and never comes to an end, for the browser was closed, or it crashed. */
export const MOST_STARTS = 8;

const MINUTE = 60_000;
/** After the first try and after the second. */
const BACKOFF = [MINUTE, 5 * MINUTE];
/** Nothing says when the network or the permission is back: it is looked after. */
const LOOK_AGAIN = 15_000;
/** What another time may be different. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'slow', 'server-error', 'robots-unknown', 'cancelled']);

/**
 * Whether a job is over. A site that is busy is asked again when it says; one that could not be reached after one minute and after
 * five; without network or permission nothing counts as a try. What was read of a site that was only in part there counts.
 */
export function judgeVisit({ now, read, missed, retryAt, isAllowed, tries }: Course): Verdict {
  if (missed.includes('not-granted') && !isAllowed) return later(now + LOOK_AGAIN, 'permission', false);
  if (missed.includes('busy') && tries < MOST_TRIES) return later(retryAt ?? now + MINUTE, 'busy', true);
  const [first] = missed;
  if (read > 0 || first === undefined) return { is: 'done' };
  if (missed.includes('offline')) return later(now + LOOK_AGAIN, 'offline', false);
  const wait = BACKOFF[tries - 1];
  if (PASSING.has(first) && tries < MOST_TRIES && wait !== undefined) return later(now + wait, 'trouble', true);
  return { is: 'failed', reason: first };
}

function later(notBefore: number, waitsFor: Wait, counts: boolean): Verdict {
  return { is: 'later', notBefore, waitsFor, counts };
}
