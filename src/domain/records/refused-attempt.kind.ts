import type { RecordId } from '@/src/kernel/ids';
import { field, many, required } from './field';
import { defineKind, type FieldsOf } from './kind';

/** That somebody tried to make a record which its kind did not admit: what for, when, and what spoke against it. */
export const refusedAttempt = defineKind({
  name: 'refused-attempt',
  evidence: false,
  fields: {
    title: required(field.text()),
    /** The kind that refused. */
    of: required(field.text()),
    /** The records that it would have pointed to. */
    about: many(field.link()),
    codes: many(field.text()),
    by: required(field.user()),
    at: field.moment(),
  },
  view: { title: 'title', columns: ['of', 'by', 'at'], room: 'none' },
});

export type RefusedAttemptFields = FieldsOf<typeof refusedAttempt>;

/** What was tried. `links`: what it would have pointed to. */
export interface Attempt {
  readonly title: string;
  readonly of: string;
  readonly links: readonly RecordId[];
  readonly codes: readonly string[];
}

/** @param at ISO text in UTC. */
export function attemptFields({ title, of, links, codes }: Attempt, by: string, at: string): RefusedAttemptFields {
  const itemised = <T>(values: readonly T[]): Record<string, T> =>
    Object.fromEntries(values.map((value, i) => [String(i), value]));
  return { title, of, about: itemised(links), codes: itemised(codes), by, at };
}
