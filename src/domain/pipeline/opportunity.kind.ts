import { field, fixed, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';
import type { PlainFields } from '../records/values';
import type { LocalText } from './scheme';
import { SCHEME_NAMES } from './shipped-schemes';

/** A stay of an opportunity in a step. */
export interface Stay {
  readonly step: string;
  /** As the step was called then: it can be said even when the scheme has lost it. */
  readonly name: LocalText;
  /** ISO day. */
  readonly entered: string;
  /** ISO day; undefined while it is there. */
  readonly left?: string;
  /** Who brought it there. */
  readonly by: string;
}

/** What shows that a criterion is met. Item id is `evidenceKey(step, criterion)`. */
export interface StepEvidence {
  readonly text: string;
  /** The ISO day it happened. */
  readonly day: string;
  readonly by: string;
}

/** Why an opportunity was lost (丢单原因). Ours: the source has a free text. */
export const LOSS_REASONS = [
  'price',
  'competitor',
  'product',
  'relation',
  'terms',
  'timing',
  'no-need',
  'other',
] as const;

const points = () => field.number({ min: 1, max: 5 });

/** Something that a customer may buy, on its way through a scheme (销售机会). @source domain.md §5 */
export const opportunity = defineKind({
  name: 'opportunity',
  evidence: false,
  fields: {
    title: required(field.text()),
    company: required(field.company()),
    amount: field.money(),
    openedOn: required(field.date()),
    closeOn: field.date(),
    scheme: field.choice(SCHEME_NAMES),
    /** Goes before the shipped one. */
    ownScheme: field.link({ to: 'pipeline-scheme' }),
    /** Whether we helped to define the need or answer what was written without us. @source domain.md §5.8 */
    initiation: field.choice(['active', 'passive']),
    budget: points(),
    timetable: points(),
    competition: points(),
    decision: points(),
    priority: points(),
    strategicFit: field.choice(['fits', 'partly', 'no-fit']),
    lostReason: field.choice(LOSS_REASONS),
    competitor: field.text(),
    /** What the winner asked, as far as it is known. */
    lostPrice: field.money(),
    note: field.text({ lines: true }),
    owner: field.user(),
    /** The id of a step of its scheme; the first one where there is none. */
    step: fixed(field.data<string>()),
    /** Oldest first. */
    stays: fixed(many(field.data<Stay>())),
    evidence: fixed(many(field.data<StepEvidence>())),
    closedOn: fixed(field.date()),
  },
  states: ['open', 'won', 'lost'],
  transitions: [
    { name: 'win', from: ['open'], to: 'won', needs: ['amount'], stamps: { closedOn: 'today' }, override: ['manager'] },
    { name: 'lose', from: ['open'], to: 'lost', needs: ['lostReason'], stamps: { closedOn: 'today' } },
    { name: 'reopen', from: ['won', 'lost'], to: 'open', reason: true },
  ],
  duties: [{ name: 'close', while: ['open'], since: 'closeOn', rule: { after: 0 }, for: 'owner' }],
  rights: { remove: ['manager'] },
  view: {
    title: 'title',
    columns: ['company', 'amount', 'closeOn', 'initiation', 'owner'],
    groups: ['scheme', 'initiation', 'lostReason', 'owner'],
    sort: { field: 'closeOn', descending: false },
    room: 'own',
  },
});

export type OpportunityFields = FieldsOf<typeof opportunity>;
export type OpportunityRow = Row<OpportunityFields>;
export type PlainOpportunity = PlainFields<(typeof opportunity)['fields']>;

/** The item under which the evidence of a criterion stands: two people who find it at once write the same one. */
export function evidenceKey(step: string, criterion: string): string {
  return `${step}--${criterion}`;
}
