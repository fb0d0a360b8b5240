import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { overLimit } from './credit-standing';
import { paymentFaults } from './arrears';

/** An invoice that a client has to pay (应收账款). @source domain.md §9.3, §9.4 */
export const receivable = defineKind({
  name: 'receivable',
  evidence: false,
  fields: {
    invoice: required(field.text()),
    company: required(field.company()),
    amount: required(field.money()),
    issuedOn: required(field.date()),
    dueOn: required(field.date()),
    /** All that was paid until now. */
    paid: field.money(),
    paidOn: field.date(),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['open', 'part-paid', 'paid', 'written-off'],
  transitions: [
    {
      name: 'pay-part',
      from: ['open'],
      to: 'part-paid',
      needs: ['paid'],
      guard: ({ fields }) => paymentFaults(fields),
      stamps: { paidOn: 'today' },
    },
    { name: 'pay', from: ['open', 'part-paid'], to: 'paid', stamps: { paidOn: 'today' } },
    { name: 'write-off', from: ['open', 'part-paid'], to: 'written-off', by: ['manager'], reason: true },
    { name: 'reopen', from: ['paid', 'written-off'], to: 'open', by: ['manager'], reason: true },
  ],
  duties: [{ name: 'collect', while: ['open', 'part-paid'], since: 'dueOn', rule: { after: 0 }, for: 'owner' }],
  rights: { remove: ['manager'] },
  regards: ['beside'],
  admits: overLimit,
  view: {
    title: 'invoice',
    columns: ['company', 'amount', 'paid', 'dueOn', 'owner'],
    groups: ['company', 'owner'],
    sort: { field: 'dueOn', descending: false },
  },
});

export type ReceivableFields = FieldsOf<typeof receivable>;
