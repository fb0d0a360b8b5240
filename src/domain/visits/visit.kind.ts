import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** A visit or call, planned and then reported on (走访、拜访). One record from plan to report. */
export const visit = defineKind({
  name: 'visit',
  evidence: false,
  fields: {
    purpose: required(field.text()),
    company: required(field.company()),
    person: field.person(),
    day: required(field.date()),
    means: field.choice(['on-site', 'phone', 'online', 'event']),
    place: field.text(),
    report: field.text({ lines: true }),
    nextStep: field.text(),
    nextDay: field.date(),
    owner: field.user(),
    doneOn: field.date(),
  },
  states: ['planned', 'done', 'cancelled'],
  transitions: [
    {
      name: 'report',
      from: ['planned'],
      to: 'done',
      needs: ['report', 'means'],
      stamps: { doneOn: 'today' },
      override: ['manager'],
    },
    { name: 'cancel', from: ['planned'], to: 'cancelled', reason: true },
    { name: 'plan-again', from: ['cancelled'], to: 'planned', needs: ['day'] },
  ],
  duties: [
    { name: 'report', while: ['planned'], since: 'day', rule: { after: 0 }, for: 'owner' },
    { name: 'next-step', while: ['done'], since: 'nextDay', rule: { after: 0 }, for: 'owner' },
  ],
  view: {
    title: 'purpose',
    columns: ['company', 'person', 'day', 'means', 'owner'],
    groups: ['company', 'means', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type VisitFields = FieldsOf<typeof visit>;
