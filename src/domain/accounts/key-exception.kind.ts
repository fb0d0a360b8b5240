import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** An account that came on the frozen list within its year, or left it, and why (例外). Without a reason there is none. */
export const keyException = defineKind({
  name: 'key-exception',
  evidence: false,
  fields: {
    reason: required(field.text()),
    list: required(field.link({ to: 'key-list' })),
    company: required(field.company()),
    change: required(field.choice(['add', 'remove'])),
  },
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: { title: 'reason', columns: ['company', 'change'], room: 'none' },
});

export type KeyExceptionFields = FieldsOf<typeof keyException>;
export type KeyExceptionRow = Row<KeyExceptionFields>;
