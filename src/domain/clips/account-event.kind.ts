import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * Something that happens at an account (客户动态): we follow it and give our support. It is due on its day until something
 * was done or it was let pass. @source domain.md §11.6, duty 4
 */
export const accountEvent = defineKind({
  name: 'account-event',
  evidence: true,
  fields: {
    headline: required(field.text()),
    company: required(field.company()),
    what: required(field.choice(['opening', 'anniversary', 'award', 'move', 'promotion', 'other'])),
    day: required(field.date()),
    detail: field.text({ lines: true }),
    page: field.url(),
    /** What we did: flowers, a visit of our management, goods kept ready. */
    support: field.text({ lines: true }),
    supportedOn: field.date(),
    owner: field.user(),
  },
  states: ['ahead', 'supported', 'passed'],
  transitions: [
    {
      name: 'support',
      from: ['ahead'],
      to: 'supported',
      needs: ['support'],
      stamps: { supportedOn: 'today' },
    },
    { name: 'pass', from: ['ahead'], to: 'passed', reason: true },
    { name: 'take-up', from: ['passed'], to: 'ahead' },
  ],
  duties: [{ name: 'support', while: ['ahead'], since: 'day', rule: { after: 0 }, for: 'owner' }],
  view: {
    title: 'headline',
    columns: ['company', 'what', 'day', 'owner'],
    groups: ['company', 'what', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type AccountEventFields = FieldsOf<typeof accountEvent>;
