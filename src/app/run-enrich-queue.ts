import type { RecordId } from '@/src/kernel/ids';
import { changedSince, divideProposals } from '@/src/domain/enrich/queue/divide-proposals';
import type { JobRow } from '@/src/domain/enrich/queue/enrich-job.kind';
import { judgeVisit, MOST_STARTS } from '@/src/domain/enrich/queue/judge-visit';
import { JOB_MS, nextJobs, type Next } from '@/src/domain/enrich/queue/next-jobs';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { enrich, planFor, type Enrichment, type EnrichPorts } from './enrich-uses';
import { closeJobs, endJob, openJobs, putOff, takeUp } from './enrich-queue';
import type { Web } from './ports/web';
import { readSettings, type Settings } from './settings';

export interface Runner {
  /** Its own among all that ever ran. */
  readonly name: string;
  /** Nobody else can be running: what others had taken up is free. */
  readonly isAlone: boolean;
  /** Ends it. What is under way is left to the next. */
  readonly signal: AbortSignal;
  /** Wakes it when the user has allowed sites. */
  readonly bell: Bell;
}

/** Before the first request of a new runner: the one before may just have asked the same host. */
const SETTLE_MS = 1000;
/** Nothing tells that a permission came back: it is looked after. */
const LOOK_MS = 15_000;

interface Course {
  readonly ports: EnrichPorts;
  readonly runner: Runner;
  readonly underWay: Map<RecordId, AbortController>;
}

/**
 * Works on the jobs of bulk enrichment until it is ended, and waits for more where there are none. It may die at any moment: what
 * a job brought and its end are written together.
 */
export async function runEnrichQueue(ports: EnrichPorts, runner: Runner): Promise<void> {
  const { signal, bell } = runner;
  if (ports.store.readOnly) return;
  const course: Course = { ports, runner, underWay: new Map() };
  const unwatch = ports.store.watch(bell.ring);
  signal.addEventListener('abort', bell.ring);
  try {
    await ports.clock.wait(SETTLE_MS);
    while (!signal.aborted) {
      // Asked for before anything is read, so that nothing written meanwhile is missed.
      const rung = bell.next();
      const wait = await takeTurn(course);
      await (wait === undefined ? rung : Promise.race([rung, ports.clock.wait(wait)]));
    }
  } finally {
    unwatch();
    signal.removeEventListener('abort', bell.ring);
    for (const control of course.underWay.values()) control.abort();
  }
}

/** Takes up what can be taken up. @returns milliseconds until it is worth looking again; undefined where nothing is to be done. */
async function takeTurn(course: Course): Promise<number | undefined> {
  const { ports, underWay, runner } = course;
  const open = await openJobs(ports.store);
  const still = new Set(open.map(({ id }) => id));
  // What the user stopped, or deleted with its company.
  for (const [id, control] of underWay) if (!still.has(id)) control.abort();
  if (open.length === 0) return undefined;
  const settings = await readSettings(ports.store);
  if (settings['enrich-queue'] === 'paused') return undefined;
  const { take, wakeAt } = await nextAllowed(course, open);
  for (const job of take) {
    const control = new AbortController();
    underWay.set(job.id, control);
    void workOn(course, job, settings, control.signal).finally(() => {
      underWay.delete(job.id);
      runner.bell.ring();
    });
  }
  return wakeAt === undefined ? LOOK_MS : Math.min(LOOK_MS, Math.max(0, wakeAt - ports.clock.now()));
}

/** Only of what would be taken up it is asked whether the user allows it. */
async function nextAllowed({ ports, runner, underWay }: Course, open: readonly JobRow[]): Promise<Next> {
  const known = new Map<string, boolean>();
  const desk = {
    runner: runner.name,
    isAlone: runner.isAlone,
    underWay: new Set(underWay.keys()),
    isAllowed: (job: JobRow) => known.get(siteOf(job)) ?? true,
  };
  for (;;) {
    const next = nextJobs(open, { ...desk, now: ports.clock.now() });
    const unknown = next.take.filter((job) => !known.has(siteOf(job)));
    if (unknown.length === 0) return next;
    for (const job of unknown) known.set(siteOf(job), await isSiteAllowed(ports, siteOf(job)));
  }
}

/** Whether the user lets a site and its twin be asked. Where there is none, registers say by themselves what is missing. */
export async function isSiteAllowed({ sites }: Pick<EnrichPorts, 'sites'>, site: string): Promise<boolean> {
  if (site === '') return true;
  const states = await Promise.all([site, `www.${site}`].map((host) => sites.state(`https://${host}/`)));
  return states.every((state) => state === 'granted');
}

async function workOn(course: Course, job: JobRow, settings: Settings, stopped: AbortSignal): Promise<void> {
  const { ports, runner } = course;
  const taken = await takeUp(ports, job, runner.name);
  if (!taken) return;
  const [row] = await ports.store.rowsById([taken.fields.company]);
  if (row?.kind !== company.name) return;
  const late = new AbortController();
  void ports.clock.wait(JOB_MS).then(() => late.abort());
  const signal = AbortSignal.any([stopped, late.signal]);
  try {
    // Safe: the row is of this kind.
    await visit(course, taken, { row: row as Row<CompanyFields>, settings, signal });
  } catch {
    // A page that breaks the reading of it must not keep all others from being read.
    if (!stopped.aborted) await closeJobs(ports, [taken], 'failed', ['broken']);
  }
}

interface Asked {
  readonly row: Row<CompanyFields>;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

async function visit(course: Course, job: JobRow, { row, settings, signal }: Asked): Promise<void> {
  const { ports } = course;
  const { tries = 1 } = job.fields;
  if (tries > MOST_STARTS) return void (await closeJobs(ports, [job], 'failed', ['gave-up']));
  if (planFor(row.fields, settings).length === 0) return void (await closeJobs(ports, [job], 'failed', ['no-site']));
  const { web, retryAt } = remembering(ports);
  const answer = await enrich({ ...ports, web }, row, { settings, signal });
  if (course.runner.signal.aborted) return;
  const missed = answer.ok ? answer.value.missed.map(({ why }) => why) : [answer.error.code];
  const verdict = judgeVisit({
    now: ports.clock.now(),
    read: answer.ok ? answer.value.read.length : 0,
    missed,
    retryAt: retryAt(),
    isAllowed: await isSiteAllowed(ports, siteOf(job)),
    tries,
  });
  // Where it is refused somebody else has decided on the job meanwhile, or there is no room: then its lease runs out.
  if (verdict.is === 'later') await putOff(ports, job, verdict);
  else if (verdict.is === 'failed' || !answer.ok) await closeJobs(ports, [job], 'failed', [...new Set(missed)]);
  else await file(ports, job, answer.value);
}

async function file(ports: EnrichPorts, job: JobRow, found: Enrichment): Promise<void> {
  const { olderThan } = job.fields;
  const divided = olderThan === undefined ? divideProposals(found) : changedSince(found, olderThan, ports.clock.now());
  const reasons = [...new Set(found.missed.map(({ why }) => why))];
  await endJob(ports, job, { ...divided, reasons, isDoubted: found.isDoubted });
}

/** The web, and when the servers that were busy may be asked again. */
function remembering({ web, clock }: EnrichPorts): { readonly web: Web; readonly retryAt: () => number | undefined } {
  let latest: number | undefined;
  return {
    retryAt: () => latest,
    web: {
      forget: web.forget,
      get: async (request, signal) => {
        const answer = await web.get(request, signal);
        const wait = answer.ok ? undefined : answer.error.retryAfter;
        if (wait !== undefined) latest = Math.max(latest ?? 0, clock.now() + wait);
        return answer;
      },
    },
  };
}

function siteOf({ fields: { site } }: JobRow): string {
  return site ?? '';
}

/** Something that can be waited for more than once. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring. */
  readonly next: () => Promise<void>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
    next: () => new Promise((resolve) => void waiting.add(resolve)),
  };
}
