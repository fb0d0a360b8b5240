import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { personKeys, personTraits, valuesIn } from './party-traits';

const personal = { personal: true };

/** A person at a company (联系人). Only what work needs: no private life, no picture, nothing sensitive. */
export const person = defineKind({
  name: 'person',
  evidence: true,
  fields: {
    name: required(field.text(personal)),
    title: field.text(personal),
    company: field.link(personal),
    website: field.url(personal),
    phones: many(field.phone(personal)),
    emails: many(field.email(personal)),
  },
  keysOf: (fields) => personKeys(personTraits(valuesIn(fields))),
});

export type PersonFields = FieldsOf<typeof person>;
