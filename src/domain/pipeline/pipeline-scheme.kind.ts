import { field, fixed, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { SALES } from './scheme';

/** A sales process of the user's own, usually a shipped one with changes (自定义销售流程). Its steps are changed as a whole, in the page of the pipeline. */
export const pipelineScheme = defineKind({
  name: 'pipeline-scheme',
  evidence: false,
  fields: {
    name: required(field.text()),
    sale: field.choice(SALES),
    /** Item id is the id of the step; see `schemeOfRecord`. */
    steps: fixed(many(field.data<unknown>())),
  },
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: { title: 'name', columns: ['sale'], room: 'none' },
});

export type PipelineSchemeFields = FieldsOf<typeof pipelineScheme>;
