import { field, many, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';

/** A kind with one of everything that the store treats differently. */
export const card = defineKind({
  name: 'card',
  evidence: false,
  fields: {
    name: required(field.text()),
    city: field.text(),
    phones: many(field.phone()),
    boss: field.link(),
  },
  states: ['active', 'closed'],
  keysOf: (fields) => Object.values(fields.phones ?? {}).map((phone) => `phone:${phone}`),
});

export const testKinds = kindsByName([card]);
