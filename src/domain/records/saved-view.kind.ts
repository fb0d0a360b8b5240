import { field, required } from './field';
import { defineKind, type FieldsOf } from './kind';

/** A view that was given a name (已存视图). `params` is the query of its address. */
export const savedView = defineKind({
  name: 'saved-view',
  evidence: false,
  fields: {
    /** Name of the kind. */
    of: required(field.text()),
    title: required(field.text()),
    params: required(field.text()),
  },
  view: { title: 'title', columns: ['of'], room: 'none' },
});

export type SavedViewFields = FieldsOf<typeof savedView>;
