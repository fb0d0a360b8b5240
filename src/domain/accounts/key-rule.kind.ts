import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** The threshold of the rule for key accounts (大客户标准): the source leaves it blank, so whoever uses the rule has to say it. */
export const keyRule = defineKind({
  name: 'key-rule',
  evidence: false,
  fields: {
    name: required(field.text()),
    /** Contracts of twelve months must come to more than this. */
    contractSum: required(field.money()),
  },
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: { title: 'name', columns: ['contractSum'], room: 'none' },
});

export type KeyRuleFields = FieldsOf<typeof keyRule>;
export type KeyRuleRow = Row<KeyRuleFields>;
