import type { RecordId } from '@/src/kernel/ids';
import { field, many, required, type FieldSpec } from './field';
import { CUSTOM, defineKind, type FieldsOf, type Kind } from './kind';
import { splitPath, STATE, type Path, type Row } from './record';

/** A field that a user has added to a kind (自定义字段). Its values are under `custom/<id of this record>`. */
export const customField = defineKind({
  name: 'custom-field',
  evidence: false,
  fields: {
    /** Name of the kind. */
    of: required(field.text()),
    label: required(field.text()),
    type: required(field.choice(['text', 'number', 'money', 'date', 'choice'])),
    /** Of a choice. */
    choices: many(field.text()),
    /** Which field of a template it is, where one brought it. */
    template: field.text(),
  },
  view: { title: 'label', columns: ['of', 'type'], room: 'none' },
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
});

export type CustomFieldRow = Row<FieldsOf<typeof customField>>;

/** A field of a kind as views see it: where its value stands, and what it may be. */
export interface ViewField {
  /** `name`, or `custom/<id>`. */
  readonly path: Path;
  readonly spec: FieldSpec;
  /** What the user has called it; undefined where the words of the kind tell. */
  readonly label: string | undefined;
}

/** The fields of a kind in its order, then those that users have added to it, the oldest first. Without `data` fields. */
export function viewFieldsOf(kind: Kind, customs: readonly CustomFieldRow[]): ViewField[] {
  const own = Object.entries(kind.fields).filter(([, { type }]) => type !== 'data');
  return [
    ...own.map(([path, spec]) => ({ path, spec, label: undefined })),
    ...customs
      .filter(({ fields }) => fields.of === kind.name)
      .map((row) => ({ path: `${CUSTOM}/${row.id}`, spec: specOf(row), label: row.fields.label })),
  ];
}

/** Whether people write it: the state moves by transitions, and what is fixed is written by them. */
export function isTyped({ path, spec }: ViewField): boolean {
  return path !== STATE && spec.fixed === undefined;
}

/** What may stand at a path of a kind; undefined where there is no such field. */
export function specAt(kind: Kind, path: Path, customs: readonly CustomFieldRow[]): FieldSpec | undefined {
  const [name, item] = splitPath(path);
  if (name !== CUSTOM) return Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  const custom = customs.find(({ id, fields }) => id === (item as RecordId) && fields.of === kind.name);
  return custom && specOf(custom);
}

function specOf({ fields }: CustomFieldRow): FieldSpec {
  const one = fields.type === 'choice' ? field.choice(Object.values(fields.choices ?? {})) : field[fields.type]();
  return one;
}
