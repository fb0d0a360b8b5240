import { compareCodePoints } from '@/src/kernel/text';
import { isOpen, type JobRow } from './enrich-job.kind';

/** One click on many companies, and what has come of it. */
export interface RunSummary {
  readonly run: string;
  readonly addedAt: number;
  readonly total: number;
  /** Waiting or under way. */
  readonly open: number;
  readonly done: number;
  /** Of those that are done: how many brought nothing, neither filed nor kept. */
  readonly nothing: number;
  readonly failed: number;
  readonly stopped: number;
  readonly undone: number;
  /** Values, not companies. */
  readonly filled: number;
  readonly suggested: number;
  /** Why companies failed → how many, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
  readonly olderThan: number | undefined;
}

/** Every run that has a job, newest first. */
export function sumJobs(jobs: readonly JobRow[]): RunSummary[] {
  const runs = new Map<string, JobRow[]>();
  for (const job of jobs) {
    const { run } = job.fields;
    const its = runs.get(run);
    if (its) its.push(job);
    else runs.set(run, [job]);
  }
  return [...runs]
    .map(([run, its]) => sumRun(run, its))
    .sort((a, b) => b.addedAt - a.addedAt || compareCodePoints(b.run, a.run));
}

function sumRun(run: string, jobs: readonly JobRow[]): RunSummary {
  const done = jobs.filter(({ state }) => state === 'done');
  const failed = jobs.filter(({ state }) => state === 'failed');
  const sum = (what: 'filled' | 'suggested'): number =>
    done.reduce((total, { fields }) => total + (fields.outcome?.[what] ?? 0), 0);
  const count = (state: string): number => jobs.filter((job) => job.state === state).length;
  return {
    run,
    addedAt: Math.min(...jobs.map(({ fields }) => fields.addedAt)),
    total: jobs.length,
    open: jobs.filter(isOpen).length,
    done: done.length,
    nothing: done.filter(({ fields: { outcome } }) => !outcome || outcome.filled + outcome.suggested === 0).length,
    failed: failed.length,
    stopped: count('stopped'),
    undone: count('undone'),
    filled: sum('filled'),
    suggested: sum('suggested'),
    reasons: countReasons(failed),
    olderThan: jobs[0]?.fields.olderThan,
  };
}

function countReasons(failed: readonly JobRow[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { fields } of failed)
    for (const reason of fields.outcome?.reasons.slice(0, 1) ?? []) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, two]) => two - one || compareCodePoints(a, b));
}
