import { MOST_ROWS, type CellAnswer } from './cell-message';

const MOST_TEXT = 10_000;

/**
 * What the text of a cell gave, as plain data. A danfojs frame or series, `{ columns, rows }` and a list of objects become a
 * table; anything else is a value. Throws where there is no plain form: a function, a cycle.
 */
export function shapeAnswer(given: unknown): CellAnswer {
  if (typeof given === 'function' || typeof given === 'symbol') throw new TypeError(`a ${typeof given} is no result`);
  const found = tableIn(given);
  if (!found) return { type: 'value', value: given };
  const { columns, types, rows } = found;
  return {
    type: 'table',
    columns: columns.map(String),
    types,
    rows: rows.slice(0, MOST_ROWS).map((row) => row.map(plainValue)),
    cut: rows.length > MOST_ROWS,
  };
}

/** JSON of an answer. Big integers, dates, maps, sets and typed arrays are written as what they hold. */
export function writeAnswer(answer: CellAnswer): string {
  return JSON.stringify(answer, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    // As it was given: libraries teach sets a form of their own.
    const given = this[key];
    if (typeof value === 'bigint') return String(value);
    if (given instanceof Map) return Object.fromEntries(given);
    if (given instanceof Set) return [...given];
    return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : value; // Safe: a view that is no DataView is a typed array.
  });
}

interface GivenTable {
  readonly columns: readonly unknown[];
  readonly types: unknown;
  readonly rows: readonly (readonly unknown[])[];
}

function tableIn(given: unknown): GivenTable | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  if (Array.isArray(given)) return objectsIn(given);
  // Safe: an object; what it holds is looked at piece by piece.
  const { columns, types, rows, values, index } = given as Readonly<Record<string, unknown>>;
  const lines = rows ?? values;
  if (Array.isArray(columns) && isListOfLists(lines)) return { columns, types, rows: lines };
  // A series of danfojs is one column beside its index.
  if (!('dtypes' in given) || !Array.isArray(index) || !Array.isArray(values)) return undefined;
  const heading: unknown = Array.isArray(columns) ? columns[0] : 'value';
  return { columns: ['index', heading], types: undefined, rows: values.map((value, i) => [index[i], value]) };
}

function isListOfLists(given: unknown): given is readonly (readonly unknown[])[] {
  return Array.isArray(given) && given.every((item) => Array.isArray(item));
}

function objectsIn(list: readonly unknown[]): GivenTable | undefined {
  const isRecord = (item: unknown): item is Readonly<Record<string, unknown>> =>
    typeof item === 'object' && item !== null && !Array.isArray(item) && !(item instanceof Date);
  if (list.length === 0 || !list.every(isRecord)) return undefined;
  const columns = [...new Set(list.slice(0, MOST_ROWS).flatMap((item) => Object.keys(item)))];
  const rows = list.map((item) => columns.map((name) => (Object.hasOwn(item, name) ? item[name] : null)));
  return columns.length === 0 ? undefined : { columns, types: undefined, rows };
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.slice(0, MOST_TEXT);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  if (typeof value === 'object') return writeAnswer({ type: 'value', value }).slice('{"type":"value","value":'.length, -1).slice(0, MOST_TEXT); // prettier-ignore
  return String(value).slice(0, MOST_TEXT);
}
