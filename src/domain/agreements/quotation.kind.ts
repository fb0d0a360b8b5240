import { field, fixed, required, type Money } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { isWithinAuthority } from './within-authority';

const term = () => field.choice(['open', 'agreed']);

/** What is to be negotiated with every offer. @source domain.md §7.2 */
export const TERMS = ['unitPrice', 'total', 'discountTerm', 'freight', 'delivery', 'afterSales'] as const;

/** What a signature leaves: who, when, and under what. */
const SIGNATURE = {
  stamps: { signedBy: 'actor', signedOn: 'today' },
  copies: { signedAmount: 'amount', signedDiscount: 'discount' },
} as const;

/**
 * A written offer (报价单). Within the author's price authority the department manager signs it; beyond it the manager
 * approves it first. What is not signed is never issued. @source domain.md §9.1
 */
export const quotation = defineKind({
  name: 'quotation',
  evidence: false,
  fields: {
    subject: required(field.text()),
    company: required(field.company()),
    opportunity: field.link({ to: 'opportunity' }),
    amount: field.money(),
    /** Off the price list, in per cent. */
    discount: field.number({ min: 0, max: 100 }),
    authority: field.link({ to: 'price-authority' }),
    validUntil: field.date(),
    unitPrice: term(),
    total: term(),
    discountTerm: term(),
    freight: term(),
    delivery: term(),
    afterSales: term(),
    note: field.text({ lines: true }),
    owner: field.user(),
    signedBy: fixed(field.user()),
    signedOn: fixed(field.date()),
    /** What was signed: it alone may be issued, however the offer came to be changed since. */
    signedAmount: fixed(field.money()),
    signedDiscount: fixed(field.number()),
    issuedOn: fixed(field.date()),
  },
  states: ['draft', 'within', 'signed', 'waiting', 'approved', 'refused', 'issued'],
  transitions: [
    {
      name: 'hand-in',
      from: ['draft'],
      to: 'within',
      needs: ['amount', ...TERMS],
      guard: ({ fields, actor, pointed }) =>
        isWithinAuthority(fields.discount, actor, pointed) ? [] : ['beyond-authority'],
    },
    { name: 'ask', from: ['draft'], to: 'waiting', needs: ['amount', ...TERMS] },
    {
      name: 'sign',
      from: ['within'],
      to: 'signed',
      by: ['manager'],
      decides: 'approve',
      ...SIGNATURE,
    },
    {
      name: 'approve',
      from: ['waiting'],
      to: 'approved',
      by: ['manager'],
      decides: 'approve',
      ...SIGNATURE,
    },
    { name: 'refuse', from: ['waiting', 'within'], to: 'refused', by: ['manager'], decides: 'refuse', reason: true },
    {
      name: 'issue',
      from: ['signed', 'approved'],
      to: 'issued',
      guard: ({ fields }) => (isAsSigned(fields) ? [] : ['changed-since-signed']),
      stamps: { issuedOn: 'today' },
    },
    {
      name: 'revise',
      from: ['within', 'signed', 'waiting', 'approved', 'refused', 'issued'],
      to: 'draft',
      reason: true,
    },
  ],
  regards: ['pointed'],
  duties: [{ name: 'expire', while: ['issued'], since: 'validUntil', rule: { after: 0 }, for: 'owner' }],
  rights: { remove: ['manager'] },
  view: {
    title: 'subject',
    columns: ['company', 'opportunity', 'amount', 'discount', 'validUntil', 'owner'],
    groups: ['company', 'owner'],
    sort: { field: 'validUntil', descending: true },
  },
});

interface Signed {
  readonly amount?: Money;
  readonly discount?: number;
  readonly signedAmount?: Money;
  readonly signedDiscount?: number;
}

function isAsSigned({ amount, discount, signedAmount, signedDiscount }: Signed): boolean {
  return (
    discount === signedDiscount &&
    amount?.amount === signedAmount?.amount &&
    amount?.currency === signedAmount?.currency
  );
}

export type QuotationFields = FieldsOf<typeof quotation>;
