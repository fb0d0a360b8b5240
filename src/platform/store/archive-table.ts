import { formatPhone } from '@/src/domain/identity/phone-number';
import type { FieldSpec } from '@/src/domain/records/field';
import type { Row } from '@/src/domain/records/record';

type Specs = Readonly<Record<string, Pick<FieldSpec, 'type' | 'many'>>>;

/** The first row of the table of a kind: names of its fields, as they are called in `schema.json`. */
export function csvHeadings(fields: Specs): string[] {
  return ['id', 'state', ...Object.keys(fields)];
}

/**
 * A record as a row for people: several values in one cell, other records by their names, phones spaced so that no
 * spreadsheet takes them for numbers.
 * @param names what records are called, by id.
 */
export function csvRow(
  row: Pick<Row, 'id' | 'state' | 'fields'>,
  fields: Specs,
  names: ReadonlyMap<string, string>,
): string[] {
  const cells = Object.entries(fields).map(([name, { type, many }]) => {
    const held = row.fields[name];
    if (held === undefined || held === null) return '';
    const items = many && typeof held === 'object' ? Object.values(held) : [held];
    return items.map((item) => textOf(plain(item), type, names)).join('; ');
  });
  return [row.id, row.state, ...cells];
}

/** What a record is called; empty where its kind has no name. */
export function nameOf({ fields }: Pick<Row, 'fields'>): string {
  const name = plain(fields['name']);
  return typeof name === 'string' ? name : '';
}

/** The value itself, whether or not it carries evidence. */
function plain(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'value' in item && 'sources' in item ? item.value : item;
}

function textOf(value: unknown, type: FieldSpec['type'], names: ReadonlyMap<string, string>): string {
  if (typeof value === 'object' && value !== null) {
    if ('amount' in value && 'currency' in value) return `${String(value.amount)} ${String(value.currency)}`;
    return JSON.stringify(value);
  }
  const text = String(value);
  if (type === 'phone') return text.startsWith('+') ? formatPhone(text) : text;
  return type === 'link' ? (names.get(text) ?? text) : text;
}
