import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { overLimit } from './credit-standing';

/** An order that is delivered before it is paid (赊销订单): it uses up credit until it is invoiced. The invoice is a receivable. */
export const accountOrder = defineKind({
  name: 'account-order',
  evidence: false,
  fields: {
    number: required(field.text()),
    company: required(field.company()),
    amount: required(field.money()),
    orderedOn: required(field.date()),
    invoice: field.text(),
    dueOn: field.date(),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['open', 'invoiced', 'cancelled'],
  transitions: [
    {
      name: 'invoice',
      from: ['open'],
      to: 'invoiced',
      needs: ['invoice', 'dueOn'],
      effects: ({ fields, today }) => {
        const { invoice, company, amount, dueOn, owner } = fields;
        const given = { invoice, company, amount, dueOn, issuedOn: today, ...(owner === undefined ? {} : { owner }) };
        return [{ make: 'receivable', fields: given }];
      },
    },
    { name: 'cancel', from: ['open'], to: 'cancelled', reason: true },
  ],
  rights: { remove: ['manager'] },
  regards: ['beside'],
  admits: overLimit,
  view: {
    title: 'number',
    columns: ['company', 'amount', 'orderedOn', 'owner'],
    groups: ['company', 'owner'],
    sort: { field: 'orderedOn', descending: true },
  },
});

export type AccountOrderFields = FieldsOf<typeof accountOrder>;
