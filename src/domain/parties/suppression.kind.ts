import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * The mark of a person who was erased and asked not to be filed again. It holds no name, number or address, only salted digests
 * of them: enough to know the person when met, not enough to tell who it is.
 */
export const suppression = defineKind({
  name: 'suppression',
  evidence: false,
  fields: {
    salt: required(field.text()),
    /** See `suppressionDigests`. */
    digests: many(field.text()),
    erasedOn: required(field.date()),
  },
  view: { title: 'erasedOn', columns: [], room: 'none' },
});

export type SuppressionFields = FieldsOf<typeof suppression>;
