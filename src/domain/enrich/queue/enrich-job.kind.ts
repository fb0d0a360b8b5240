import { field, required } from '../../records/field';
import { defineKind, type FieldsOf } from '../../records/kind';
import type { Row } from '../../records/record';
import type { Proposal } from '../propose';

/** Who works on a job, and until when nobody else may take it (milliseconds since 1970). */
export interface Lease {
  readonly runner: string;
  readonly until: number;
}

/** What came of a job. `reasons`: why pages gave nothing, or why all of it failed, each code once. */
export interface JobOutcome {
  /** Values filed without a look of the user. */
  readonly filled: number;
  /** Proposals kept for them to look at. */
  readonly suggested: number;
  readonly reasons: readonly string[];
  /** The source shows another register number than the record: nothing was filed. */
  readonly isDoubted: boolean;
}

/**
 * What a job that is put off waits for. `busy`: the site asks to come back later. `trouble`: it could not be reached.
 * `permission`: the user has not allowed the site, or not any more.
 */
export const WAITS = ['busy', 'trouble', 'offline', 'permission'] as const;
export type Wait = (typeof WAITS)[number];

/** The key of jobs that are not over. */
export const OPEN_JOB = 'enrich-job:open';

/**
 * One company in the queue of bulk enrichment (批量补全). It goes with its company. `undone`: what it filed was taken back; it is
 * not done again.
 */
export const enrichJob = defineKind({
  name: 'enrich-job',
  evidence: false,
  fields: {
    company: required(field.company()),
    /** The id that all jobs of one click have. */
    run: required(field.text()),
    /** When it was added, in milliseconds since 1970. */
    addedAt: required(field.number()),
    /** The host of the company's own site without www; none where only registers are asked. */
    site: field.text(),
    /** Days. Only values older than this are compared with their source, and nothing is filed. */
    olderThan: field.number({ min: 1 }),
    lease: field.data<Lease>(),
    /** How often it was taken up. */
    tries: field.number({ min: 0 }),
    /** Milliseconds since 1970 before which it is not taken up. */
    notBefore: field.number(),
    waitsFor: field.choice(WAITS),
    /** The batch that ends it, the same however often it is taken up: a batch is written once. */
    batch: field.text(),
    /** There once it is over. */
    outcome: field.data<JobOutcome>(),
    /** What is still to be looked at. */
    proposals: field.data<readonly Proposal[]>(),
  },
  states: ['waiting', 'running', 'done', 'failed', 'stopped', 'undone'],
  keysOf: ({ outcome }) => (outcome ? [] : [OPEN_JOB]),
});

export type EnrichJobFields = FieldsOf<typeof enrichJob>;
export type JobRow = Row<EnrichJobFields>;

/** Whether a job is still to be worked on. One that was taken back has the key of open jobs, too. */
export function isOpen({ state }: Pick<JobRow, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
