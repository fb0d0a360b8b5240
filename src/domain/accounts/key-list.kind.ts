import type { RecordId } from '@/src/kernel/ids';
import { field, fixed, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** An account as it stood when the list was frozen. Amounts are decimals in the currency of the threshold. */
export interface KeyMember {
  /** The key of the customer in the sales file. */
  readonly customer: string;
  readonly label: string;
  /** The company on file that it was, where that was known. */
  readonly company?: RecordId;
  readonly monthly: string;
  /** Name and bound of its tier then; none below the lowest. */
  readonly tier?: string;
  readonly bound?: string;
}

/**
 * The key-account list of a year (大客户名单), fixed once and as it was then: nobody changes it afterwards, and neither do later
 * data. Who comes or goes within the year is an exception with its reason. @source domain.md §1.4
 */
export const keyList = defineKind({
  name: 'key-list',
  evidence: false,
  fields: {
    name: required(field.text()),
    year: fixed(field.number({ min: 1990, max: 2200 })),
    /** A month, and more. */
    threshold: fixed(field.money()),
    /** The sales file and its days that the figures are of. */
    file: fixed(field.text()),
    from: fixed(field.date()),
    to: fixed(field.date()),
    frozenAt: field.moment(),
    members: fixed(many(field.data<KeyMember>())),
  },
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: { title: 'name', columns: ['year', 'threshold', 'frozenAt'], room: 'none' },
});

export type KeyListFields = FieldsOf<typeof keyList>;
export type KeyListRow = Row<KeyListFields>;
