import { field, many, required } from '@/src/domain/records/field';
import { defineKind } from '@/src/domain/records/kind';

const bigMoney = (amount: string | undefined): boolean => Number(amount ?? 0) > 1_000_000;

/** A tender (投标) that the product does not know: it uses everything that a kind can declare, so that nothing of it is forgotten. */
export const tender = defineKind({
  name: 'tender',
  evidence: false,
  fields: {
    subject: required(field.text()),
    company: required(field.company()),
    person: field.person({ personal: true }),
    deadline: required(field.date()),
    tier: required(field.choice(['key', 'large', 'small'])),
    bidders: field.number({ min: 1, max: 50 }),
    sum: field.money(),
    conditions: field.text({ lines: true }),
    offer: field.file(),
    portal: field.url(),
    mailbox: field.email({ personal: true }),
    hotline: field.phone(),
    rivals: many(field.text()),
    owner: field.user(),
    submittedOn: field.date(),
    submittedAt: field.moment(),
    decidedOn: field.date(),
    decidedBy: field.user(),
  },
  states: ['draft', 'submitted', 'approved', 'refused', 'won', 'lost'],
  transitions: [
    {
      name: 'submit',
      from: ['draft', 'refused'],
      to: 'submitted',
      needs: ['sum', 'offer', 'rivals', 'person'],
      guard: ({ fields, today }) => (fields.deadline !== undefined && fields.deadline < today ? ['too-late'] : []),
      stamps: { submittedOn: 'today', submittedAt: 'now' },
      override: ['manager'],
    },
    {
      name: 'approve',
      from: ['submitted'],
      to: 'approved',
      by: ['manager'],
      decides: 'approve',
      guard: ({ fields, pointing }) => [
        ...(pointing.some(({ kind }) => kind === 'remark') ? ['open-remark'] : []),
        ...(bigMoney(fields.sum?.amount) ? ['too-much'] : []),
      ],
      stamps: { decidedOn: 'today', decidedBy: 'actor' },
      override: ['executive'],
    },
    { name: 'refuse', from: ['submitted'], to: 'refused', by: ['manager'], decides: 'refuse', reason: true },
    { name: 'win', from: ['approved'], to: 'won', by: ['owner', 'manager'] },
    { name: 'lose', from: ['approved'], to: 'lost', by: ['owner', 'manager'], needs: ['conditions'], reason: true },
  ],
  duties: [
    { name: 'follow-up', while: ['submitted'], since: 'submittedOn', rule: { after: 3 }, for: 'manager' },
    { name: 'report', while: ['approved'], since: 'decidedOn', rule: { every: 'month', day: 31 }, for: 'owner' },
    {
      name: 'prepare',
      while: ['draft', 'refused'],
      since: 'deadline',
      rule: { tier: 'tier', days: { key: 7, large: 14 } },
      for: 'owner',
      endedBy: 'offer',
    },
  ],
  rights: { make: ['anyone'], edit: ['owner', 'assistant', 'manager'], remove: ['manager'] },
  view: {
    title: 'subject',
    columns: ['company', 'person', 'deadline', 'tier', 'sum', 'bidders', 'rivals', 'owner'],
    groups: ['company', 'tier', 'owner'],
    sort: { field: 'deadline', descending: true },
    room: 'files',
  },
  regards: ['alike'],
  keysOf: ({ subject }) => [`tender:${subject}`],
  admits: ({ fields, alike }) => [
    ...(fields.bidders === 49 ? ['crowded'] : []),
    ...(alike.some(({ state }) => state === 'won') ? ['won-already'] : []),
  ],
});
