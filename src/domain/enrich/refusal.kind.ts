import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** The user's word that a value is not this company's (不采纳): it is not suggested again. It goes with the company. */
export const refusal = defineKind({
  name: 'refusal',
  evidence: false,
  fields: {
    company: required(field.company()),
    /** The field of the company. */
    field: required(field.text()),
    value: required(field.text({ personal: true })),
  },
});

export type RefusalFields = FieldsOf<typeof refusal>;
