import type { RecordId } from '@/src/kernel/ids';
import { field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * The follow-up records of one user and one week, handed in to the manager (周报). What it counts is what the log held when
 * it was handed in. @source domain.md §4
 */
export const handIn = defineKind({
  name: 'hand-in',
  evidence: false,
  fields: {
    /** As `weekName` writes it. */
    title: required(field.text()),
    /** Its Monday. */
    week: required(field.date()),
    submittedAt: field.moment(),
    count: fixed(field.number()),
    companies: fixed(field.number()),
    late: fixed(field.choice(['on-time', 'late'])),
    summary: field.text({ lines: true }),
    /** The follow-ups that it holds, oldest first. */
    entries: field.data<readonly RecordId[]>(),
    owner: field.user(),
    seenBy: fixed(field.user()),
  },
  states: ['handed-in', 'seen'],
  transitions: [
    { name: 'see', from: ['handed-in'], to: 'seen', by: ['manager'], stamps: { seenBy: 'actor' } },
    { name: 'look-again', from: ['seen'], to: 'handed-in', by: ['manager'] },
  ],
  rights: { edit: ['owner', 'manager'], remove: ['owner', 'manager'] },
  view: {
    title: 'title',
    columns: ['owner', 'submittedAt', 'late', 'count'],
    groups: ['owner', 'late'],
    sort: { field: 'week', descending: true },
  },
  keysOf: ({ week, owner = '' }) => [handInKey(week, owner)],
});

export type HandInFields = FieldsOf<typeof handIn>;

/** Under which the hand-in of a user for a week is found. */
export function handInKey(week: string, owner: string): string {
  return `hand-in:${week} ${owner}`;
}
