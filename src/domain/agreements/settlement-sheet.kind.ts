import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

const DAY_OF_MONTH = { min: 1, max: 31 } as const;
const DAYS = { min: 0, max: 3650 } as const;

/**
 * How a client, or one of its stores, settles with us (结算单). A month that lacks the day has it on its last day. Several sheets
 * of one client, one a store, each grant their credit limit.
 * @source domain.md §9.3; that its six settlement types are three questions (type, payment, document) is ours.
 */
export const settlementSheet = defineKind({
  name: 'settlement-sheet',
  evidence: false,
  fields: {
    subject: required(field.text()),
    company: required(field.company()),
    settlement: required(field.choice(['spot', 'monthly'])),
    payment: field.choice(['transfer', 'cheque', 'cash']),
    document: field.choice(['tax-invoice', 'receipt']),
    reconciliationDay: field.number(DAY_OF_MONTH),
    invoiceDay: field.number(DAY_OF_MONTH),
    settlementDay: field.number(DAY_OF_MONTH),
    /** Days from the invoice to the payment. */
    cycleDays: field.number(DAYS),
    /** Days until a cheque that was handed over is paid. */
    chequeDays: field.number(DAYS),
    /** What the contract lets the client deduct: entry fee, rebate, each in a line of its own. */
    deductions: many(field.text()),
    creditLimit: field.money(),
    /** The settlement before: the next is due on the settlement day after it. */
    settledOn: required(field.date()),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['running', 'ended'],
  transitions: [
    { name: 'settle', from: ['running'], to: 'running', by: ['anyone'], stamps: { settledOn: 'today' } },
    { name: 'end', from: ['running'], to: 'ended', reason: true },
    { name: 'resume', from: ['ended'], to: 'running', by: ['manager'] },
  ],
  duties: [
    {
      name: 'settle',
      while: ['running'],
      since: 'settledOn',
      rule: { every: 'month', dayIn: 'settlementDay' },
      for: 'owner',
    },
  ],
  // The limit is the manager's word.
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: {
    title: 'subject',
    columns: ['company', 'settlement', 'settlementDay', 'cycleDays', 'creditLimit', 'owner'],
    groups: ['company', 'settlement', 'payment', 'owner'],
  },
});

export type SettlementSheetFields = FieldsOf<typeof settlementSheet>;
