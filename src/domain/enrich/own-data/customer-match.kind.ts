import type { RecordId } from '@/src/kernel/ids';
import { field, required } from '../../records/field';
import { defineKind, type FieldsOf } from '../../records/kind';
import type { Row } from '../../records/record';
import type { Sign } from './judge-customer';

/** `same`: the company is this customer, and its figures stand on its page. `other`: it is not, and is not proposed again. */
export const ANSWERS = ['same', 'other'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * The user's word on whether a company is a customer of an imported sales file (对应客户). It goes with the company. That the
 * file or the customer in it is still there is seen when it is asked.
 */
export const customerMatch = defineKind({
  name: 'customer-match',
  evidence: false,
  fields: {
    company: required(field.company()),
    /** The id of the dataset, which stays when files are appended. No link: datasets are in a table of their own. */
    dataset: required(field.text()),
    /** The key of the customer in the dataset. */
    customer: required(field.text({ personal: true })),
    /** What the file called the customer when the question was answered. */
    label: required(field.text({ personal: true })),
    answer: required(field.choice(ANSWERS)),
    /** What was shown to speak for it, and against it. */
    signs: field.data<readonly Sign[]>(),
  },
  keysOf: ({ dataset, customer }) => [customerKey(dataset, customer)],
});

export type CustomerMatchFields = FieldsOf<typeof customerMatch>;
export type CustomerMatchRow = Row<CustomerMatchFields>;

/** The key under which the words on one customer of a dataset are found. */
export function customerKey(dataset: RecordId | string, customer: string): string {
  return `customer:${dataset} ${customer}`;
}
