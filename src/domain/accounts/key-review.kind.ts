import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** What the rule for key accounts looks at, of one account at one time (大客户评定). @source domain.md §1.1, 3 */
export const keyReview = defineKind({
  name: 'key-review',
  evidence: false,
  fields: {
    subject: required(field.text()),
    company: required(field.company()),
    day: required(field.date()),
    /** Contracts signed in the twelve months before the day. */
    contractSum: field.money(),
    /** Share of the market and name in our field. */
    marketStanding: field.choice(['high', 'usual', 'low']),
    purchasingPower: field.choice(['strong', 'usual', 'weak']),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['open', 'settled'],
  transitions: [
    { name: 'settle', from: ['open'], to: 'settled', by: ['manager'] },
    { name: 'reopen', from: ['settled'], to: 'open' },
  ],
  view: {
    title: 'subject',
    columns: ['company', 'day', 'contractSum', 'marketStanding', 'purchasingPower'],
    groups: ['company', 'marketStanding', 'purchasingPower'],
    sort: { field: 'day', descending: true },
  },
});

export type KeyReviewFields = FieldsOf<typeof keyReview>;
export type KeyReviewRow = Row<KeyReviewFields>;
