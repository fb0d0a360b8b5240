import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * A customer's complaint (客户投诉): apology, cause, solution, and within a week after it the question whether the customer is
 * satisfied. @source domain.md §11.4; a dispensation from the check is ours.
 */
export const complaint = defineKind({
  name: 'complaint',
  evidence: false,
  fields: {
    subject: required(field.text()),
    company: required(field.company()),
    person: field.person(),
    receivedOn: required(field.date()),
    severity: required(field.choice(['low', 'medium', 'high'])),
    apology: field.text(),
    cause: field.text({ lines: true }),
    /** Whose fault it was (责任鉴定); only our own makes it a valid complaint (有效投诉). */
    fault: field.choice(['ours', 'customer', 'third-party', 'none']),
    solution: field.text({ lines: true }),
    compensation: field.money(),
    solvedOn: field.date(),
    /** Through which channels the client was asked; several are better than one. */
    askedThrough: many(field.choice(['phone', 'visit', 'message', 'questionnaire'])),
    satisfaction: field.choice(['satisfied', 'partly', 'dissatisfied']),
    checkedOn: field.date(),
    owner: field.user(),
  },
  states: ['received', 'investigating', 'proposed', 'solved', 'closed'],
  transitions: [
    { name: 'investigate', from: ['received'], to: 'investigating', needs: ['apology'] },
    { name: 'propose', from: ['investigating'], to: 'proposed', needs: ['cause', 'fault', 'solution'] },
    {
      name: 'approve',
      from: ['proposed'],
      to: 'solved',
      by: ['manager'],
      decides: 'approve',
      stamps: { solvedOn: 'today' },
    },
    {
      name: 'refuse',
      from: ['proposed'],
      to: 'investigating',
      by: ['manager'],
      decides: 'refuse',
      reason: true,
    },
    {
      name: 'close',
      from: ['solved'],
      to: 'closed',
      needs: ['askedThrough', 'satisfaction'],
      guard: ({ fields }) => (fields.satisfaction === 'dissatisfied' ? ['dissatisfied'] : []),
      stamps: { checkedOn: 'today' },
      override: ['manager'],
    },
    {
      name: 'reopen',
      from: ['solved', 'closed'],
      to: 'investigating',
      reason: true,
      clears: ['solvedOn', 'askedThrough', 'satisfaction', 'checkedOn'],
    },
  ],
  duties: [
    { name: 'apologise', while: ['received'], since: 'receivedOn', rule: { after: 1 }, for: 'owner' },
    { name: 'check', while: ['solved'], since: 'solvedOn', rule: { after: 7 }, for: 'owner' },
  ],
  rights: { remove: ['manager'] },
  view: {
    title: 'subject',
    columns: ['company', 'receivedOn', 'severity', 'compensation', 'owner'],
    groups: ['company', 'severity', 'fault', 'owner'],
    sort: { field: 'receivedOn', descending: true },
  },
});

export type ComplaintFields = FieldsOf<typeof complaint>;
