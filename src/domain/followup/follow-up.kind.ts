import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { againstFollowingUp } from './may-follow';

/** How a client was reached. */
export const MEANS = ['phone', 'visit', 'talk', 'message'] as const;
export type Means = (typeof MEANS)[number];

/** One call or talk with a client, written down promptly (客户跟进记录). @source domain.md §4; `message` is ours */
export const followUp = defineKind({
  name: 'follow-up',
  evidence: false,
  fields: {
    content: required(field.text()),
    company: required(field.company()),
    person: field.person(),
    day: required(field.date()),
    means: required(field.choice(MEANS)),
    result: field.text({ lines: true }),
    nextStep: field.text(),
    nextDay: field.date(),
    /** Help to a colleague whose client it is (善意协助). */
    goodwill: field.choice(['no', 'yes']),
    goodwillFor: field.user(),
    owner: field.user(),
  },
  states: ['open', 'closed'],
  transitions: [
    { name: 'close', from: ['open'], to: 'closed' },
    { name: 'reopen', from: ['closed'], to: 'open' },
  ],
  duties: [{ name: 'next-step', while: ['open'], since: 'nextDay', rule: { after: 0 }, for: 'owner' }],
  rights: { edit: ['owner', 'manager'], remove: ['owner', 'manager'] },
  regards: ['pointed', 'beside'],
  admits: (facts) => againstFollowingUp(facts),
  view: {
    title: 'content',
    columns: ['company', 'person', 'day', 'means', 'owner'],
    groups: ['company', 'means', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type FollowUpFields = FieldsOf<typeof followUp>;
