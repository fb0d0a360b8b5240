import { ownDomain } from '../identity/domain-name';
import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { phoneKeys, valuesOf } from './contact-values';

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
  },
  keysOf: ({ website, emails, phones }) => {
    const domain = website && ownDomain(website.value);
    return [
      ...(domain ? [`domain:${domain}`] : []),
      ...valuesOf(emails).map((email) => `email:${email}`),
      ...phoneKeys(phones),
    ];
  },
});

export type CompanyFields = FieldsOf<typeof company>;
