import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** Where big is not key (三个误区): one large order, a purchase by a group once, comes again and earns nothing. */
export const FLAGS = ['big-ticket', 'one-off', 'unprofitable'] as const;
export type Flag = (typeof FLAGS)[number];

/** The user's word that one of the flags does not count for an account, and why. @source domain.md §1.2 */
export const flagOverride = defineKind({
  name: 'flag-override',
  evidence: false,
  fields: {
    note: required(field.text()),
    company: required(field.company()),
    flag: required(field.choice(FLAGS)),
  },
  view: { title: 'note', columns: ['company', 'flag'], room: 'none' },
});

export type FlagOverrideFields = FieldsOf<typeof flagOverride>;
export type FlagOverrideRow = Row<FlagOverrideFields>;
