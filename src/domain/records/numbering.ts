import type { Fields } from './record';

/**
 * Records of a kind that are numbered from 1 within a volume: those that are alike in the fields `within`, of one year. The
 * year is that of the day in `day`. Number and year are given when a record is made, and stay.
 */
export interface Numbering<Field extends string = string> {
  readonly number: Field;
  readonly year: Field;
  readonly day: Field;
  readonly within: readonly Field[];
}

/**
 * The volume and the number of a new record: one more than the highest of its volume, so that a number is never given twice.
 * @param fields of the new record. @param others of all that have a number or may come back to it: deleted ones too.
 * @param today ISO day, for a record without a day.
 */
export function numbered(
  { number, year, day, within }: Numbering,
  fields: Fields,
  others: readonly Fields[],
  today: string,
): Fields {
  const volume = String(fields[day] ?? today).slice(0, 4);
  const inside = others.filter((one) => one[year] === volume && within.every((name) => one[name] === fields[name]));
  const last = inside.reduce((most, one) => Math.max(most, Number(one[number] ?? 0)), 0);
  return { [year]: volume, [number]: last + 1 };
}
