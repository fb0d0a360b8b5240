import { field, fixed, required } from './field';
import { defineKind, type FieldsOf } from './kind';
import type { Row } from './record';

/**
 * Somebody asks to see a record that is closed to their role (查阅申请); a manager lets them until a day, or does not.
 * Requests are made from the closed record, which names the target and who asks. @source domain.md §3.4
 */
export const accessRequest = defineKind({
  name: 'access-request',
  evidence: false,
  fields: {
    /** What class of record it is: its title is not told. */
    subject: required(field.text()),
    target: fixed(field.link()),
    reason: field.text(),
    /** The last day on which it may be looked at. */
    until: field.date(),
    /** Who asks. */
    owner: fixed(field.user()),
    decidedBy: fixed(field.user()),
    decidedAt: field.moment(),
  },
  states: ['requested', 'granted', 'refused'],
  transitions: [
    {
      name: 'grant',
      from: ['requested'],
      to: 'granted',
      by: ['manager'],
      decides: 'approve',
      needs: ['until'],
      guard: ({ fields, today }) => (fields.until !== undefined && fields.until < today ? ['past-day'] : []),
      stamps: { decidedBy: 'actor', decidedAt: 'now' },
    },
    {
      name: 'refuse',
      from: ['requested'],
      to: 'refused',
      by: ['manager'],
      decides: 'refuse',
      reason: true,
      stamps: { decidedBy: 'actor', decidedAt: 'now' },
    },
    {
      name: 'revoke',
      from: ['granted'],
      to: 'refused',
      by: ['manager'],
      reason: true,
      stamps: { decidedBy: 'actor', decidedAt: 'now' },
    },
  ],
  rights: { see: ['owner', 'manager'], edit: ['manager'], remove: ['manager'] },
  view: {
    title: 'subject',
    columns: ['reason', 'until'],
    groups: [],
    sort: { field: 'subject', descending: false },
    room: 'own',
  },
});

export type AccessRequestRow = Row<FieldsOf<typeof accessRequest>>;
