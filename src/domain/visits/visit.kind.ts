import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/**
 * What is ready before a first visit (拜访准备). The source also lists private tastes of the buyer; asked is only what somebody
 * cares about in their work. @source domain.md §8.1
 */
export const PREPARATIONS = ['appearance', 'materials', 'appointment', 'homework', 'answers', 'concerns'] as const;
export type Preparation = (typeof PREPARATIONS)[number];

/** Why a visit did not come about. @source domain.md §8.4; the customer's own reasons are ours */
export const MISSED_REASONS = ['workload', 'sudden-project', 'customer', 'other'] as const;
export type MissedReason = (typeof MISSED_REASONS)[number];

/** A visit or call, planned and then reported on (走访、拜访). One record from plan to report. */
export const visit = defineKind({
  name: 'visit',
  evidence: false,
  fields: {
    purpose: required(field.text()),
    company: required(field.company()),
    person: field.person(),
    day: required(field.date()),
    /** `09:30`, as clocks show it where the user is. */
    time: field.text(),
    means: field.choice(['on-site', 'phone', 'online', 'event']),
    occasion: field.choice(['regular', 'first', 'second', 'executive']),
    place: field.text(),
    prepared: many(field.choice(PREPARATIONS)),
    report: field.text({ lines: true }),
    nextStep: field.text(),
    nextDay: field.date(),
    owner: field.user(),
    doneOn: field.date(),
    /** After a first visit: whether to put more force into it (值得再访). */
    verdict: field.choice(['worth', 'not-worth']),
    reason: field.choice(MISSED_REASONS),
  },
  states: ['planned', 'done', 'cancelled', 'missed'],
  transitions: [
    {
      name: 'report',
      from: ['planned'],
      to: 'done',
      needs: ['report', 'means'],
      guard: ({ fields }) => (isUnprepared(fields) ? ['unprepared'] : []),
      stamps: { doneOn: 'today' },
      override: ['manager'],
    },
    { name: 'cancel', from: ['planned'], to: 'cancelled', needs: ['reason'] },
    { name: 'miss', from: ['planned'], to: 'missed', needs: ['reason'] },
    { name: 'plan-again', from: ['cancelled', 'missed'], to: 'planned', needs: ['day'] },
  ],
  duties: [
    { name: 'report', while: ['planned'], since: 'day', rule: { after: 0 }, for: 'owner' },
    {
      name: 'classify',
      while: ['done'],
      since: 'doneOn',
      rule: { tier: 'occasion', days: { first: 1 } },
      for: 'owner',
      endedBy: 'verdict',
    },
    { name: 'next-step', while: ['done'], since: 'nextDay', rule: { after: 0 }, for: 'owner' },
  ],
  view: {
    title: 'purpose',
    columns: ['company', 'person', 'day', 'means', 'owner'],
    groups: ['company', 'means', 'occasion', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type VisitFields = FieldsOf<typeof visit>;
export type VisitRow = Row<VisitFields>;

/** A first visit that lacks something of the checklist. */
function isUnprepared({
  occasion,
  prepared = [],
}: {
  readonly occasion?: string | undefined;
  readonly prepared?: readonly string[] | undefined;
}): boolean {
  return occasion === 'first' && PREPARATIONS.some((one) => !prepared.includes(one));
}
