import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** A competitor's price as it stood in a shop on a day (价格观察): a line of the price comparison. @source domain.md §14.5 */
export const priceObservation = defineKind({
  name: 'price-observation',
  evidence: true,
  fields: {
    product: required(field.text()),
    brand: field.text(),
    /** Where it is sold: a shop, or the host of one. */
    shop: field.text(),
    price: required(field.money()),
    /** The upper end where a range was asked; the lower one is the price. */
    priceTo: field.money(),
    /** What the price is for: 箱, kg. */
    unit: field.text(),
    /** In the words of the shop: 原价 ¥199, 满 199 减 50. */
    promotion: field.text(),
    day: required(field.date()),
    competitor: field.company(),
    /** Our own product beside which it stands on the shelf. */
    rivalOf: field.text(),
    page: field.url(),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['current', 'outdated'],
  transitions: [
    { name: 'outdate', from: ['current'], to: 'outdated' },
    { name: 'renew', from: ['outdated'], to: 'current' },
  ],
  view: {
    title: 'product',
    columns: ['shop', 'price', 'priceTo', 'unit', 'promotion', 'day', 'competitor'],
    groups: ['product', 'brand', 'shop', 'competitor', 'rivalOf'],
    sort: { field: 'day', descending: true },
  },
});

export type PriceObservationFields = FieldsOf<typeof priceObservation>;
