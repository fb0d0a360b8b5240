import { field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** A manager's word that a client may owe so much more than its credit limit until a day (超额审批). The day itself counts. */
export const creditApproval = defineKind({
  name: 'credit-approval',
  evidence: false,
  fields: {
    purpose: required(field.text()),
    company: required(field.company()),
    /** Beyond the limit. */
    amount: required(field.money()),
    until: required(field.date()),
    reason: field.text({ lines: true }),
    owner: field.user(),
    decidedBy: fixed(field.user()),
    decidedOn: fixed(field.date()),
  },
  states: ['requested', 'granted', 'refused'],
  transitions: [
    {
      name: 'grant',
      from: ['requested'],
      to: 'granted',
      by: ['manager'],
      decides: 'approve',
      stamps: { decidedBy: 'actor', decidedOn: 'today' },
    },
    {
      name: 'refuse',
      from: ['requested'],
      to: 'refused',
      by: ['manager'],
      decides: 'refuse',
      reason: true,
      stamps: { decidedBy: 'actor', decidedOn: 'today' },
    },
  ],
  // Whoever asks cannot change what was granted.
  rights: { edit: ['manager'], remove: ['manager'] },
  view: {
    title: 'purpose',
    columns: ['company', 'amount', 'until', 'owner'],
    groups: ['company', 'owner'],
    sort: { field: 'until', descending: true },
  },
});

export type CreditApprovalFields = FieldsOf<typeof creditApproval>;
