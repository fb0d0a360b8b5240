import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** Where a notebook comes from: a copy of one that is shipped, the user's own, or a file from anywhere. */
export const NOTEBOOK_ORIGINS = ['shipped-copy', 'own', 'file'] as const;
export type NotebookOrigin = (typeof NOTEBOOK_ORIGINS)[number];

/** A notebook that is kept (笔记本): the text of its file. Results are never kept with it. */
export const savedNotebook = defineKind({
  name: 'notebook',
  table: 'notebooks',
  evidence: false,
  fields: {
    /** What lists call it: at first the title in its head. */
    title: required(field.text()),
    text: required(field.data<string>()),
    origin: required(field.choice(NOTEBOOK_ORIGINS)),
    /** Its cells may run. One from a file may not before the user has said so. */
    trusted: required(field.data<boolean>()),
    /** Text that was not saved, kept in case the page goes down. */
    draft: field.data<string>(),
  },
  view: { title: 'title', columns: ['origin'], room: 'none' },
});

export type NotebookFields = FieldsOf<typeof savedNotebook>;
