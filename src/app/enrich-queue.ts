import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import {
  enrichJob,
  isOpen,
  OPEN_JOB,
  type EnrichJobFields,
  type JobOutcome,
  type JobRow,
  type Wait,
} from '@/src/domain/enrich/queue/enrich-job.kind';
import type { Divided } from '@/src/domain/enrich/queue/divide-proposals';
import { LEASE_MS } from '@/src/domain/enrich/queue/next-jobs';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Change } from '@/src/domain/records/change';
import { linkTo } from '@/src/domain/records/link-key';
import { STATE, type Path, type Row } from '@/src/domain/records/record';
import { actingName } from './acting';
import { jobSite } from './plan-bulk-enrich';
import type { Receipt, Store, StoreError } from './ports/store';
import type { SaveCapturePorts } from './save-capture';
import { acceptedChanges } from './save-enrichment';

export type QueuePorts = SaveCapturePorts;

const NOTHING: JobOutcome = { filled: 0, suggested: 0, reasons: [], isDoubted: false };

export function isJob(row: Row): row is JobRow {
  return row.kind === enrichJob.name;
}

/** What is still to be worked on, in the order it was added. */
export async function openJobs(store: Store): Promise<readonly JobRow[]> {
  const rows = await store.rowsByKeys([OPEN_JOB]);
  return rows
    .filter(isJob)
    .filter(isOpen)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Adds a job for each company that has none waiting. @returns how many were added. */
export async function addJobs(
  ports: QueuePorts,
  run: BatchId,
  rows: readonly Row<CompanyFields>[],
  olderThan: number | undefined,
): Promise<Result<number, StoreError>> {
  const { ids, clock, store } = ports;
  const waiting = new Set((await openJobs(store)).map(({ fields }) => fields.company));
  const fresh = rows.filter(({ id }) => !waiting.has(id));
  if (fresh.length === 0) return ok(0);
  const addedAt = clock.now();
  const changes = fresh.map(({ id, fields }): Change => {
    const site = jobSite(fields);
    const job: EnrichJobFields = {
      company: id,
      run,
      addedAt,
      ...(site === undefined ? {} : { site }),
      ...(olderThan === undefined ? {} : { olderThan }),
    };
    // Safe: this is where the ids of jobs are made.
    return { make: ids.next() as RecordId, kind: enrichJob.name, fields: job };
  });
  const written = await write(ports, run, changes);
  return written.ok ? ok(fresh.length) : written;
}

/**
 * Takes a job up for a runner. A job whose batch was written before was done, and taken back by the user: it is over.
 * @returns the job as it is now; undefined where somebody else was sooner, it is over, or nothing can be written.
 */
export async function takeUp(ports: QueuePorts, job: JobRow, runner: string): Promise<JobRow | undefined> {
  const { store, clock, ids } = ports;
  const { batch = ids.next(), tries = 0 } = job.fields;
  if (job.fields.batch !== undefined && (await store.recordsOf(job.fields.batch as BatchId)).length > 0) {
    await closeJobs(ports, [job], 'undone');
    return undefined;
  }
  const values = {
    [STATE]: 'running',
    lease: { runner, until: clock.now() + LEASE_MS },
    tries: tries + 1,
    batch,
    notBefore: null,
    waitsFor: null,
  };
  const written = await write(ports, newBatch(ports), [setJob(job, values)]);
  if (!written.ok) return undefined;
  const [now] = await store.rowsById([job.id]);
  return now && isJob(now) ? now : undefined;
}

/** What came back for a job, to be filed with its end. */
export interface Finding extends Divided, Pick<JobOutcome, 'reasons' | 'isDoubted'> {}

/**
 * Files what is accepted and ends the job in one batch, the same however often it is tried: together or not at all, and once. A
 * job that was stopped meanwhile is left as it is. What was kept for the company before gives way.
 */
export async function endJob(ports: QueuePorts, job: JobRow, finding: Finding): Promise<Result<Receipt, StoreError>> {
  const { store, ids } = ports;
  const { accepted, kept, reasons, isDoubted } = finding;
  const pointing = await store.rowsByKeys([linkTo(job.fields.company)]);
  const [row] = await store.rowsById([job.fields.company]);
  if (!row) return err({ code: 'missing', id: job.fields.company });
  // Safe: jobs point to companies.
  const known = row as Row<CompanyFields>;
  const { changes, count } = acceptedChanges(known, accepted, ids);
  const outcome: JobOutcome = { filled: count, suggested: kept.length, reasons, isDoubted };
  const proposals = kept.length > 0 ? kept : null;
  const earlier = pointing
    .filter(isJob)
    .filter((one) => one.id !== job.id && one.fields.proposals && !isOpen(one))
    .map((one): Change => ({ set: one.id, kind: one.kind, values: { proposals: null } }));
  const end = setJob(job, { [STATE]: 'done', lease: null, outcome, proposals });
  const about = { title: known.fields.name.value, url: accepted[0]?.sources[0]?.url ?? '' };
  // Safe: a job that was taken up has the id of the batch that ends it.
  return write(
    ports,
    job.fields.batch as BatchId,
    [...changes, end, ...earlier],
    changes.length > 0 ? about : undefined,
  );
}

/** Lets go of a job until later. @param counts whether this was one of its tries. */
export function putOff(
  ports: QueuePorts,
  job: JobRow,
  { notBefore, waitsFor, counts }: { readonly notBefore: number; readonly waitsFor: Wait; readonly counts: boolean },
): Promise<Result<Receipt, StoreError>> {
  const tries = Math.max(0, (job.fields.tries ?? 1) - (counts ? 0 : 1));
  const values = { [STATE]: 'waiting', lease: null, notBefore, waitsFor, tries };
  return write(ports, newBatch(ports), [setJob(job, values)]);
}

/** Ends jobs without anything filed. Those that have ended otherwise meanwhile refuse all: `moved-meanwhile`. */
export function closeJobs(
  ports: QueuePorts,
  jobs: readonly JobRow[],
  state: 'failed' | 'stopped' | 'undone',
  reasons: readonly string[] = [],
): Promise<Result<Receipt, StoreError>> {
  const values = { [STATE]: state, lease: null, notBefore: null, waitsFor: null, outcome: { ...NOTHING, reasons } };
  return write(
    ports,
    newBatch(ports),
    jobs.map((job) => setJob(job, values)),
  );
}

function setJob({ id, kind, state }: JobRow, values: Readonly<Record<Path, unknown>>): Change {
  return { set: id, kind, state, values };
}

function newBatch({ ids }: QueuePorts): BatchId {
  // Safe: this is where the ids of the queue's batches are made.
  return ids.next() as BatchId;
}

/** @param about the company that something is filed on; without it the batch is bookkeeping. */
async function write(
  { store, clock }: QueuePorts,
  id: BatchId,
  changes: readonly Change[],
  about?: { readonly title: string; readonly url: string },
): Promise<Result<Receipt, StoreError>> {
  const by = { id, actor: await actingName(store), wall: clock.now() };
  return store.commit({ ...by, changes, ...(about ? { cause: 'enrich', note: about } : { cause: 'queue' }) });
}
