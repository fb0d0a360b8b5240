import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { companyKeys, valuesIn } from './party-traits';

/** A company or other organisation (公司): an account, or what may become one. */
export const company = defineKind({
  name: 'company',
  evidence: true,
  fields: {
    name: required(field.text()),
    legalName: field.text(),
    website: field.url(),
    phones: many(field.phone()),
    emails: many(field.email()),
    addresses: many(field.text()),
    /** Numbers in registers: 统一社会信用代码, VAT, LEI. */
    registrationIds: many(field.text()),
  },
  keysOf: (fields) => companyKeys(valuesIn(fields)),
});

export type CompanyFields = FieldsOf<typeof company>;
