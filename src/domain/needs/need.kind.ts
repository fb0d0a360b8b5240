import { field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** What of a contract a need is about. @source domain.md §7.2 */
export const TERMS = ['unit-price', 'total', 'discount', 'freight', 'delivery', 'after-sales'] as const;

/**
 * What a client needs (需求). An explicit need was said (显性需求); an implicit one is a complaint, a dissatisfaction, a doubt
 * (隐性需求): it is clarified what exactly dissatisfies, a solution is proposed, and only when the client says yes to it, it is
 * explicit. @source domain.md §7.1
 */
export const need = defineKind({
  name: 'need',
  evidence: false,
  fields: {
    text: required(field.text()),
    company: required(field.company()),
    person: field.person(),
    kind: required(field.choice(['implicit', 'explicit'])),
    raisedOn: field.date(),
    /** What exactly dissatisfies. */
    dissatisfaction: field.text({ lines: true }),
    solution: field.text({ lines: true }),
    /** The client's own words by which it is known. */
    evidence: field.text({ lines: true }),
    contractTerm: field.choice(TERMS),
    addressedOn: field.date(),
    /** The complaint that it came from. */
    complaint: fixed(field.link()),
    owner: field.user(),
  },
  states: ['implicit', 'clarified', 'explicit', 'addressed'],
  startsIn: ({ kind }) => (kind === 'explicit' ? 'explicit' : 'implicit'),
  transitions: [
    { name: 'clarify', from: ['implicit'], to: 'clarified', needs: ['dissatisfaction'] },
    { name: 'convert', from: ['clarified'], to: 'explicit', needs: ['solution', 'evidence'] },
    { name: 'address', from: ['explicit'], to: 'addressed', needs: ['solution'], stamps: { addressedOn: 'today' } },
    { name: 'reopen', from: ['addressed'], to: 'explicit', reason: true },
  ],
  duties: [
    // @source domain.md §11.3: an implicit need that is open for longer than a week is an early warning.
    { name: 'clarify', while: ['implicit'], since: 'raisedOn', rule: { after: 7 }, for: 'owner' },
  ],
  view: {
    title: 'text',
    columns: ['company', 'kind', 'contractTerm', 'raisedOn', 'owner'],
    groups: ['company', 'kind', 'contractTerm', 'owner'],
    sort: { field: 'raisedOn', descending: true },
  },
});

export type NeedFields = FieldsOf<typeof need>;
export type NeedRow = Row<NeedFields>;
