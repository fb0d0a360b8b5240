import { err, ok, type Result } from '@/src/kernel/result';
import { at } from '@/src/kernel/assert';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';

/** A column of a table: its place, its name and how its values are meant. */
export interface FrameColumn {
  readonly place: number;
  readonly name: string;
  readonly type: ValueType;
}

const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

export function isNumeric(type: ValueType): boolean {
  return NUMERIC.has(type);
}

/** The columns of these names, or a sentence about the first that is not there. */
export function findColumns(table: ResultTable, names: readonly string[]): Result<readonly FrameColumn[], string> {
  const missing = names.find((name) => !table.columns.includes(name));
  if (missing !== undefined) return err(`no column ${missing}; there are ${table.columns.join(', ')}`);
  return ok(
    names.map((name) => {
      const place = table.columns.indexOf(name);
      return { place, name, type: at(table.types, place) };
    }),
  );
}

/** A name that is not taken yet: the wish itself, or the wish with _2, _3 and so on behind it. */
export function freeName(wish: string, taken: readonly string[]): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? wish : `${wish}_${i}`;
    if (!taken.includes(name)) return name;
  }
}

/** Two values of one column that are there: money exactly, numbers by size, everything else by code point. */
export function compareValues(a: Value, b: Value, type: ValueType): number {
  if (!isNumeric(type)) return compareCodePoints(String(a), String(b));
  const [x, y] = type === 'money' ? [parseDecimal(String(a)), parseDecimal(String(b))] : [];
  if (x && y) return compareDecimals(x, y);
  return Math.sign(Number(a) - Number(b));
}

/** Values that are the same have the same key, and no others: a day is not the text of it, a sum not its digits. */
export function keyOf(value: Value): string {
  return value === null ? '' : `${typeof value}:${String(value)}`;
}

/**
 * Numbers rows by the values of some columns: rows with equal values have the same number, and the numbers count up from 0
 * in the order in which they first appear.
 */
export function numberGroups(
  rows: readonly (readonly Value[])[],
  columns: readonly FrameColumn[],
): { readonly groups: readonly number[]; readonly firsts: readonly (readonly Value[])[] } {
  const numbers = new Map<string, number>();
  const firsts: (readonly Value[])[] = [];
  const groups = rows.map((row) => {
    const key = JSON.stringify(columns.map(({ place }) => keyOf(row[place] ?? null)));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, firsts.length);
    firsts.push(row);
    return firsts.length - 1;
  });
  return { groups, firsts };
}
