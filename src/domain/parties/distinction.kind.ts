import type { RecordId } from '@/src/kernel/ids';
import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** The user's word that two records are not the same (不是同一个). It goes with either of them. */
export const distinction = defineKind({
  name: 'distinction',
  evidence: false,
  fields: {
    one: required(field.link()),
    other: required(field.link()),
  },
  keysOf: ({ one, other }) => [distinctionKey(one, other)],
});

export type DistinctionFields = FieldsOf<typeof distinction>;
export type DistinctionRow = Row<DistinctionFields>;

/** The key under which the word on two records is found, whichever comes first. */
export function distinctionKey(a: RecordId, b: RecordId): string {
  return `distinct:${a < b ? `${a} ${b}` : `${b} ${a}`}`;
}
