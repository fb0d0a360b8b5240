import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Figures } from './moved';

/**
 * The figures that a notebook showed last, under the name or id of the notebook, and of which file they were: so that a
 * changed file can show which of them moved. No result is read from here.
 */
export const shownFigures = defineKind({
  name: 'shown-figures',
  table: 'settings',
  evidence: false,
  fields: {
    /** Id of the dataset. */
    dataset: required(field.text()),
    /** The digest of its files. */
    hash: required(field.data<string>()),
    figures: required(field.data<Figures>()),
  },
});

export type ShownFigures = FieldsOf<typeof shownFigures>;
