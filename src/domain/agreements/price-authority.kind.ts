import { ROLES } from '../records/actor';
import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** How far a role may go below the price list on its own (价格权限). @source domain.md §9.1 */
export const priceAuthority = defineKind({
  name: 'price-authority',
  evidence: false,
  fields: {
    name: required(field.text()),
    role: required(field.choice(ROLES)),
    /** The greatest discount that needs nobody's approval, in per cent. */
    discount: required(field.number({ min: 0, max: 100 })),
    note: field.text({ lines: true }),
  },
  states: ['valid', 'ended'],
  transitions: [
    { name: 'end', from: ['valid'], to: 'ended', by: ['manager'] },
    { name: 'renew', from: ['ended'], to: 'valid', by: ['manager'] },
  ],
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: { title: 'name', columns: ['role', 'discount'], groups: ['role'] },
});

export type PriceAuthorityFields = FieldsOf<typeof priceAuthority>;
