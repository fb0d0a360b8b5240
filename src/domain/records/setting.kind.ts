import { field, required } from './field';
import { defineKind, type FieldsOf } from './kind';

/** One choice of the user, under the name of the choice: language, theme, home region. */
export const setting = defineKind({
  name: 'setting',
  table: 'settings',
  evidence: false,
  fields: { value: required(field.text()) },
});

export type SettingFields = FieldsOf<typeof setting>;
