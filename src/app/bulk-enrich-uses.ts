import type { BatchId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { enrichJob, isOpen, type JobRow } from '@/src/domain/enrich/queue/enrich-job.kind';
import { refusalKey, type Proposal } from '@/src/domain/enrich/propose';
import { sumJobs, type RunSummary } from '@/src/domain/enrich/queue/sum-jobs';
import { hostsOf } from '@/src/domain/enrich/site/site-address';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { ERASED } from '@/src/domain/records/erase';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { actingName } from './acting';
import { changeSetting } from './change-setting';
import { addJobs, closeJobs, isJob, openJobs } from './enrich-queue';
import type { EnrichPorts } from './enrich-uses';
import type { LiveRows } from './live-rows';
import { planBulkEnrich, type BulkPlan, type BulkWish } from './plan-bulk-enrich';
import type { Alone } from './ports/alone';
import type { Receipt, StoreError } from './ports/store';
import { createBell, isSiteAllowed, runEnrichQueue } from './run-enrich-queue';
import {
  isAsShown,
  refusedBefore,
  saveEnrichment,
  type EnrichmentError,
  type EnrichmentToSave,
} from './save-enrichment';
import type { Settings } from './settings';
import { undoBatch } from './undo-batch';

export interface BulkEnrichPorts extends EnrichPorts {
  readonly alone: Alone;
}

/** Where the queue stands, whichever page works on it. */
export interface QueueState {
  readonly runs: readonly RunSummary[];
  readonly isPaused: boolean;
  /** The sites of the jobs under way. */
  readonly now: readonly string[];
  /** What the others wait for, where nothing is under way: the soonest first. */
  readonly waiting: readonly Pick<JobRow['fields'], 'site' | 'waitsFor' | 'notBefore'>[];
}

/** One company of a run. */
export interface JobLine {
  readonly job: JobRow;
  readonly name: string;
}

/** What waits to be looked at on a company. */
export interface KeptSuggestions {
  readonly job: JobRow;
  readonly list: readonly Proposal[];
}

export type { BulkPlan, BulkSource } from './plan-bulk-enrich';

/** What tables, the page of enrichment and that of a company may ask for. @param newBatch a name for what is written next. */
export function bulkEnrichUses(ports: BulkEnrichPorts, live: Pick<LiveRows, 'rows'>, newBatch: () => BatchId) {
  const { store, sites } = ports;
  const bell = createBell();
  const jobs = async () => (await live.rows(enrichJob.name)).filter(isJob);
  const pause = (isPaused: boolean) => setPaused(ports, newBatch(), isPaused);
  return {
    /** What a run over these companies would ask, and of whom. */
    plan: (rows: readonly Row<CompanyFields>[], settings: Settings, wish: BulkWish): BulkPlan =>
      planBulkEnrich(rows, settings, wish),
    /**
     * Asks the user for all sites of the plan with one question, then adds the companies to the queue. To be called in the very
     * turn of a click. Gives how many were added: those that wait already are not added again.
     */
    add: (plan: BulkPlan, olderThan?: number) => addRun(ports, newBatch, plan, olderThan),
    /** Works on the queue as long as the page is open, in turn with all other pages. */
    work: (signal: AbortSignal) =>
      ports.alone.hold('enrich-queue', signal, () =>
        runEnrichQueue(ports, { name: ports.ids.next(), isAlone: true, signal, bell }),
      ),
    state: async (settings: Settings): Promise<QueueState> => stateOf(await jobs(), settings),
    /** The companies of a run, in the order they are asked about. */
    lines: async (run: string): Promise<readonly JobLine[]> => {
      const its = (await jobs()).filter(({ fields }) => fields.run === run);
      const rows = await store.rowsById(its.map(({ fields }) => fields.company));
      // Safe: jobs point to companies.
      const names = new Map(rows.map(({ id, fields }) => [id, (fields as CompanyFields).name.value]));
      return its.map((job) => ({ job, name: names.get(job.fields.company) ?? '' }));
    },
    /** The sites of what waits that the user does not allow, or not any more. */
    forbiddenSites: async (): Promise<readonly string[]> => {
      const open = await openJobs(store);
      const named = [...new Set(open.flatMap(({ fields }) => fields.site ?? []))];
      const allowed = await Promise.all(named.map((site) => isSiteAllowed(ports, site)));
      return named.filter((_, i) => !allowed[i]);
    },
    /** Asks for sites again. To be called in the very turn of a click. */
    allow: async (named: readonly string[]): Promise<boolean> => {
      const isDone = await sites.askAll(
        named.flatMap((site) => hostsOf(`https://${site}/`)).map((host) => `https://${host}/`),
      );
      bell.ring();
      return isDone;
    },
    pause: () => pause(true),
    resume: () => pause(false),
    stop: () => stop(ports),
    /** Takes back all that a run filed, company by company. Gives how many companies, and how many values were changed since and stay. */
    undo: (run: string) => undoRun(ports, newBatch, run),
    /** What bulk runs kept for a company, as far as it still says something new; undefined where there is nothing. */
    keptFor: (row: Row<CompanyFields>) => keptFor(ports, row),
    /** Files what was accepted of them and what was refused. What was not decided on stays. */
    decide: (kept: KeptSuggestions, accepted: readonly Proposal[], refused: readonly Proposal[]) =>
      decideKept(ports, newBatch(), kept, { accepted, refused }),
    /** Lets go of a run and of what it kept. What it filed stays. */
    forget: (run: string) => forgetRun(ports, newBatch(), run),
  };
}

function setPaused(ports: EnrichPorts, id: BatchId, isPaused: boolean): Promise<Result<Receipt, StoreError>> {
  return changeSetting(ports, id, 'enrich-queue', isPaused ? 'paused' : 'running');
}

async function addRun(
  ports: EnrichPorts,
  newBatch: () => BatchId,
  plan: BulkPlan,
  olderThan: number | undefined,
): Promise<Result<number, StoreError | { readonly code: 'not-allowed' }>> {
  const hosts = new Set(plan.sources.flatMap((source) => source.hosts));
  if (!(await ports.sites.askAll([...hosts].map((host) => `https://${host}/`)))) return err({ code: 'not-allowed' });
  const woken = await setPaused(ports, newBatch(), false);
  return woken.ok ? addJobs(ports, newBatch(), plan.rows, olderThan) : woken;
}

function decideKept(
  ports: EnrichPorts,
  id: BatchId,
  { job, list }: KeptSuggestions,
  decisions: Pick<EnrichmentToSave, 'accepted' | 'refused'>,
): Promise<Result<Receipt, EnrichmentError>> {
  const decided = new Set([...decisions.accepted, ...decisions.refused].map((one) => one.id));
  const rest = list.filter((one) => !decided.has(one.id));
  const also = [{ set: job.id, kind: enrichJob.name, values: { proposals: rest.length > 0 ? rest : null } }];
  return saveEnrichment(ports, id, { record: job.fields.company, ...decisions, also });
}

function stateOf(jobs: readonly JobRow[], settings: Settings): QueueState {
  const open = jobs.filter(isOpen);
  const running = open.filter(({ state }) => state === 'running');
  const waiting = running.length > 0 ? [] : open.map(({ fields }) => fields);
  return {
    runs: sumJobs(jobs),
    isPaused: settings['enrich-queue'] === 'paused',
    now: running.map(({ fields }) => fields.site ?? ''),
    waiting: [...waiting].sort((a, b) => (a.notBefore ?? 0) - (b.notBefore ?? 0)),
  };
}

/** Ends all that is not over. Another page may end some of it meanwhile: then the rest is looked at again. */
async function stop(ports: EnrichPorts): Promise<Result<number, StoreError>> {
  for (let turn = 0; ; turn++) {
    const open = await openJobs(ports.store);
    if (open.length === 0) return ok(0);
    const closed = await closeJobs(ports, open, 'stopped');
    if (closed.ok) return ok(open.length);
    if (turn > 20 || closed.error.code !== 'moved-meanwhile') return closed;
  }
}

async function undoRun(
  ports: EnrichPorts,
  newBatch: () => BatchId,
  run: string,
): Promise<Result<{ readonly companies: number; readonly kept: number }, StoreError>> {
  const jobs = (await ports.store.rows(enrichJob.name)).filter(isJob).filter(({ fields }) => fields.run === run);
  let companies = 0;
  let kept = 0;
  for (const { id, state, fields } of jobs) {
    if (state !== 'done' || !fields.outcome?.filled || fields.batch === undefined) continue;
    // Safe: the batch that ended the job.
    const undone = await undoBatch(ports, newBatch(), fields.batch as BatchId);
    if (!undone.ok) return undone;
    companies++;
    kept += undone.value.kept.filter((one) => one.id !== id).length;
    // Should this not come to be, the runner does it when it comes across the job.
    const now = (await ports.store.rowsById([id])).filter(isJob).filter(isOpen);
    await closeJobs(ports, now, 'undone');
  }
  return ok({ companies, kept });
}

async function keptFor(ports: EnrichPorts, { id, fields }: Row<CompanyFields>): Promise<KeptSuggestions | undefined> {
  const pointing = await ports.store.rowsByKeys([linkTo(id)]);
  const job = pointing.filter(isJob).findLast((one) => one.state === 'done' && one.fields.proposals);
  if (!job) return undefined;
  const refused = await refusedBefore(ports.store, id);
  const list = (job.fields.proposals ?? []).filter(
    (one) => one.value !== ERASED && isAsShown(fields, one) && !refused.has(refusalKey(one.field, one.value)),
  );
  return list.length > 0 ? { job, list } : undefined;
}

async function forgetRun(ports: EnrichPorts, id: BatchId, run: string): Promise<Result<Receipt, StoreError>> {
  const { store, clock } = ports;
  const jobs = (await store.rows(enrichJob.name)).filter(isJob);
  const over = jobs.filter((job) => job.fields.run === run && !isOpen(job));
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'queue',
    changes: over.map((job) => ({ remove: job.id, kind: job.kind })),
  });
}
