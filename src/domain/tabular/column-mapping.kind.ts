import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { StoredRole } from './dataset.kind';

/** What columns of files mean, as somebody else has found out (列含义): taken over from a file of mappings. */
export const columnMapping = defineKind({
  name: 'column-mapping',
  evidence: false,
  fields: {
    columns: required(field.data<readonly StoredRole[]>()),
  },
});

export type ColumnMappingFields = FieldsOf<typeof columnMapping>;
