import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** What was captured and is still to be looked at (收件箱). It goes when it is filed or thrown away. */
export const inboxItem = defineKind({
  name: 'inbox-item',
  evidence: false,
  fields: {
    title: required(field.text()),
    /** Where it is from; empty for a text that was pasted. */
    url: field.url(),
    text: field.text({ lines: true, personal: true }),
    takenOn: required(field.date()),
    /** What was read, as the review shows it. Only the code that wrote it reads it. */
    draft: field.data<unknown>(),
  },
  view: { title: 'title', columns: ['url', 'takenOn'], sort: { field: 'takenOn', descending: true }, room: 'none' },
});

export type InboxItemFields = FieldsOf<typeof inboxItem>;
export type InboxItemRow = Row<InboxItemFields>;
