import { LOSS_REASONS } from '../parties/loss-reasons';
import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * A client who did not buy (未成交客户登记表): what they took instead, at which price and for how long, and why. Looked at again
 * every month, because it is the main way to accumulate clients. @source domain.md §4
 */
export const unclosedClient = defineKind({
  name: 'unclosed-client',
  evidence: false,
  fields: {
    client: required(field.text()),
    company: field.company(),
    need: field.text({ lines: true }),
    /** What they took in the end. */
    taken: field.text(),
    competitor: field.text(),
    price: field.money(),
    term: field.text(),
    reason: required(field.choice(LOSS_REASONS)),
    reasonText: field.text({ lines: true }),
    lostOn: required(field.date()),
    /** The last time; filing it is the first. */
    reviewedOn: required(field.date()),
    finding: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['unclosed', 'resumed', 'closed'],
  transitions: [
    // Looked at this month, and nothing new: it stays where it is.
    { name: 'review', from: ['unclosed'], to: 'unclosed', stamps: { reviewedOn: 'today' } },
    { name: 'resume', from: ['unclosed', 'closed'], to: 'resumed' },
    { name: 'lose-again', from: ['resumed'], to: 'unclosed', needs: ['finding'] },
    { name: 'close', from: ['unclosed', 'resumed'], to: 'closed', reason: true },
  ],
  duties: [
    { name: 'review', while: ['unclosed'], since: 'reviewedOn', rule: { every: 'month', day: 1 }, for: 'owner' },
  ],
  view: {
    title: 'client',
    columns: ['reason', 'competitor', 'price', 'lostOn', 'reviewedOn', 'owner'],
    groups: ['reason', 'competitor', 'owner'],
    sort: { field: 'lostOn', descending: true },
  },
});

export type UnclosedClientFields = FieldsOf<typeof unclosedClient>;
