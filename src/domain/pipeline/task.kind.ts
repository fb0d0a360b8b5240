import { field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** Something to be done by a department (任务), made by hand or by entering a step. */
export const task = defineKind({
  name: 'task',
  evidence: false,
  fields: {
    title: required(field.text()),
    /** The department that it is for. @source domain.md §5.5 */
    department: field.choice(['marketing', 'business', 'management']),
    company: field.company(),
    opportunity: field.link({ to: 'opportunity' }),
    due: required(field.date()),
    note: field.text({ lines: true }),
    owner: field.user(),
    doneOn: fixed(field.date()),
  },
  states: ['open', 'done', 'dropped'],
  transitions: [
    { name: 'finish', from: ['open'], to: 'done', stamps: { doneOn: 'today' } },
    { name: 'drop', from: ['open'], to: 'dropped', reason: true },
    { name: 'reopen', from: ['done', 'dropped'], to: 'open' },
  ],
  duties: [{ name: 'finish', while: ['open'], since: 'due', rule: { after: 0 }, for: 'owner' }],
  view: {
    title: 'title',
    columns: ['department', 'company', 'opportunity', 'due', 'owner'],
    groups: ['department', 'company', 'owner'],
    sort: { field: 'due', descending: false },
  },
});

export type TaskFields = FieldsOf<typeof task>;
