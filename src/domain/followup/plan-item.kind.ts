import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * One errand of a day's plan (工作计划), and in the evening what became of it (工作日志). What was not done stands in the plan of the
 * next day by itself. @source domain.md §4
 */
export const planItem = defineKind({
  name: 'plan-item',
  evidence: false,
  fields: {
    purpose: required(field.text()),
    day: required(field.date()),
    company: field.company(),
    person: field.person(),
    /** What to bring: quotes, samples, promotion sheets. */
    materials: field.text(),
    /** What was done, what to follow, how to do better. */
    note: field.text({ lines: true }),
    collected: field.money(),
    sold: field.money(),
    doneOn: field.date(),
    owner: field.user(),
  },
  states: ['planned', 'done', 'dropped'],
  transitions: [
    { name: 'do', from: ['planned'], to: 'done', stamps: { doneOn: 'today' } },
    { name: 'drop', from: ['planned'], to: 'dropped', reason: true },
    { name: 'plan-again', from: ['done', 'dropped'], to: 'planned' },
  ],
  duties: [{ name: 'do', while: ['planned'], since: 'day', rule: { after: 0 }, for: 'owner' }],
  rights: { edit: ['owner', 'manager'], remove: ['owner', 'manager'] },
  view: {
    title: 'purpose',
    columns: ['day', 'company', 'materials', 'doneOn', 'owner'],
    groups: ['day', 'company', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type PlanItemFields = FieldsOf<typeof planItem>;
