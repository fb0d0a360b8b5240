import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/**
 * A fact for the archive of an account (档案资料), in its category: the characteristics and the competition of the client, or
 * one of the six files. @source domain.md §3.1, 2 and 3, and §3.2
 */
export const accountFact = defineKind({
  name: 'account-fact',
  evidence: true,
  fields: {
    fact: required(field.text()),
    company: required(field.company()),
    category: required(
      field.choice([
        'characteristics',
        'competition',
        'basics',
        'contracts',
        'arrears',
        'complaints',
        'industry',
        'staff-promotion',
      ]),
    ),
    detail: field.text({ lines: true }),
    day: required(field.date()),
    page: field.url(),
    owner: field.user(),
  },
  states: ['noted', 'checked', 'outdated'],
  transitions: [
    { name: 'check', from: ['noted'], to: 'checked' },
    { name: 'outdate', from: ['noted', 'checked'], to: 'outdated' },
    { name: 'note-again', from: ['outdated'], to: 'noted' },
  ],
  view: {
    title: 'fact',
    columns: ['company', 'category', 'day', 'page', 'owner'],
    groups: ['company', 'category', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type AccountFactFields = FieldsOf<typeof accountFact>;
