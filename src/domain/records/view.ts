import { at } from '@/src/kernel/assert';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import type { ViewField } from './custom-field.kind';
import type { Kind } from './kind';
import { splitPath, STATE, type Path, type Row } from './record';
import type { TextOrder } from './text-order';
import { isMoney, itemsIn } from './values';
import { memoryOf, type Sort, type Texts } from './view-memory';

/**
 * What a condition asks of a field: `is` one of the values, `not` any of them, `has` the text in it (folded), `from` and `to`
 * the value at least or at most (numbers, amounts, days), `empty`, `filled`.
 */
export const OPERATORS = ['is', 'not', 'has', 'from', 'to', 'empty', 'filled'] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
  /** A field, `custom/<id>`, or `@state`. */
  readonly path: Path;
  readonly operator: Operator;
  /** None for `empty` and `filled`; at most {@link MOST_VALUES}. */
  readonly values: readonly string[];
}

/** What is shown of a kind and how (视图). It is written into the address, so that a view can be kept and sent. */
export interface ViewState {
  /** Must occur in one of the texts of a record. */
  readonly text: string;
  /** All must hold. */
  readonly where: readonly Condition[];
  readonly sort: Sort | undefined;
  readonly group: Path | undefined;
  readonly as: 'list' | 'board';
}

const MOST_CONDITIONS = 20;
const MOST_VALUES = 50;

type Params = Readonly<Record<string, string>>;

/** The view that an address names. What is not understood is left out, never guessed. */
export function readView(params: Params): ViewState {
  const { q = '', where = '', sort = '', group = '', as } = params;
  return {
    text: q.slice(0, 200),
    where: where
      .split(';')
      .slice(0, MOST_CONDITIONS)
      .flatMap((text) => readCondition(text)),
    sort: sort === '' ? undefined : { path: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    group: group === '' ? undefined : group,
    as: as === 'board' ? 'board' : 'list',
  };
}

/** The inverse of {@link readView}; what is as usual is not written. */
export function viewParams({ text, where, sort, group, as }: ViewState): Params {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(where.length === 0 ? {} : { where: where.map(conditionText).join(';') }),
    ...(sort ? { sort: `${sort.descending ? '-' : ''}${sort.path}` } : {}),
    ...(group === undefined ? {} : { group }),
    ...(as === 'list' ? {} : { as }),
  };
}

/** @example conditionText({ path: '@state', operator: 'is', values: ['new'] }) // '@state~is~new' */
function conditionText({ path, operator, values }: Condition): string {
  return [path, operator, ...values].map(encoded).join('~');
}

/** Also of `~`, which is no escape's business elsewhere. Half a character, which no address can hold, becomes a mark. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('~', '%7E');
}

function readCondition(text: string): Condition[] {
  const [path = '', name = '', ...values] = text.split('~').map(decoded);
  const operator = OPERATORS.find((one) => one === name);
  if (path === '' || operator === undefined) return [];
  return [{ path, operator, values: values.slice(0, MOST_VALUES) }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not an escape of ours: a hand-typed per cent sign stands for itself.
    return text;
  }
}

/** How values are written out and compared; links by the name of what they point to. */
export interface Reading {
  /** The text of a value as the list shows it. */
  text(field: ViewField, value: unknown): string;
  /** Without regard to case, width, accents, simplified or traditional. */
  fold(text: string): string;
  /** In the user's language. */
  readonly order: TextOrder;
}

/** The rows that meet the text and every condition, in the order they come. */
export function selectRows(
  rows: readonly Row[],
  { text, where }: Pick<ViewState, 'text' | 'where'>,
  fields: readonly ViewField[],
  reading: Reading,
): readonly Row[] {
  const wanted = reading.fold(text).trim();
  const tests = where.map((condition) => testOf(condition, fields, reading));
  const asked = tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
  return wanted === '' ? asked : rowsWithText(asked, wanted, fields, reading);
}

/** Who types on looks only through what was found. */
function rowsWithText(
  rows: readonly Row[],
  wanted: string,
  fields: readonly ViewField[],
  reading: Reading,
): readonly Row[] {
  const memory = memoryOf(reading, fields);
  const last = memory.searched.get(rows);
  const all = last?.all ?? { rows, texts: rows.map(foldedTexts(fields, reading)) };
  const found = withText(last && wanted.includes(last.wanted) ? last.found : all, wanted);
  memory.searched.set(rows, { all, wanted, found });
  return found.rows;
}

function withText({ rows, texts }: Texts, wanted: string): Texts {
  const found: { rows: Row[]; texts: string[] } = { rows: [], texts: [] };
  texts.forEach((text, i) => {
    if (!text.includes(wanted)) return;
    found.rows.push(at(rows, i));
    found.texts.push(text);
  });
  return found;
}

/** Makes the texts that {@link selectRows} searches ahead of time, so that the first letter typed is as quick as the second. */
export function foldTexts(rows: readonly Row[], fields: readonly ViewField[], reading: Reading): void {
  rows.forEach(foldedTexts(fields, reading));
}

function foldedTexts(fields: readonly ViewField[], reading: Reading): (row: Row) => string {
  const { texts } = memoryOf(reading, fields);
  const foldedText = (row: Row): string =>
    fields.flatMap((field) => valuesAt(row, field).map((value) => reading.fold(reading.text(field, value)))).join('\n');
  return (row) => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const text = foldedText(row);
    texts.set(row, text);
    return text;
  };
}

function testOf(
  { path, operator, values }: Condition,
  fields: readonly ViewField[],
  reading: Reading,
): (row: Row) => boolean {
  if (path === STATE) {
    return ({ state }) => (operator === 'is' ? values.includes(state) : operator === 'not' && !values.includes(state));
  }
  const field = fields.find((one) => one.path === path);
  // A field that is no more: nothing can be said about it, so it hides nothing.
  if (!field) return () => true;
  const held = (row: Row): unknown[] => valuesAt(row, field);
  const [first = ''] = values;
  const needle = reading.fold(first);
  const tests: Readonly<Record<Operator, (row: Row) => boolean>> = {
    is: (row) => held(row).some((value) => values.includes(keyOf(value))),
    not: (row) => !held(row).some((value) => values.includes(keyOf(value))),
    has: (row) => held(row).some((value) => reading.fold(reading.text(field, value)).includes(needle)),
    from: (row) => held(row).some((value) => compareKeys(keyOf(value), first) >= 0),
    to: (row) => held(row).some((value) => compareKeys(keyOf(value), first) <= 0),
    empty: (row) => held(row).length === 0,
    filled: (row) => held(row).length > 0,
  };
  return tests[operator];
}

/** The values at a path, without evidence. */
export function valuesAt(row: Pick<Row, 'fields'>, { path, spec }: Pick<ViewField, 'path' | 'spec'>): unknown[] {
  const [name, item] = splitPath(path);
  const held = row.fields[name];
  // Safe: a path with an item is only made for fields that hold several.
  const one = item === undefined ? held : (held as Readonly<Record<string, unknown>> | undefined)?.[item];
  return itemsIn(spec, one).map(({ value }) => value);
}

/** A value as conditions write it: amounts without their currency. */
export function keyOf(value: unknown): string {
  return isMoney(value) ? value.amount : String(value);
}

/** Numbers and amounts by size, days and everything else by their text. */
function compareKeys(a: string, b: string): number {
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  if (x && y) return compareDecimals(x, y);
  return a < b ? -1 : Number(a > b);
}

/**
 * The rows in the order of a field, empty ones last, ties by id. Choices and states follow the order of the kind. To come
 * back to a list costs nothing: its last order is kept with the reading.
 */
export function sortRows(
  kind: Kind,
  rows: readonly Row[],
  sort: Sort,
  by: { readonly fields: readonly ViewField[]; readonly reading: Reading },
): readonly Row[] {
  const { sorted } = memoryOf(by.reading, by.fields);
  const last = sorted.get(rows);
  if (last?.path === sort.path && last.descending === sort.descending) return last.rows;
  const ordered = sortedRows(kind, rows, sort, by);
  sorted.set(rows, { ...sort, rows: ordered });
  return ordered;
}

function sortedRows(
  kind: Kind,
  rows: readonly Row[],
  sort: Sort,
  { fields, reading }: { readonly fields: readonly ViewField[]; readonly reading: Reading },
): readonly Row[] {
  const field = fields.find((one) => one.path === sort.path);
  const ordered = rows.every((row, i) => i === 0 || (rows[i - 1] ?? row).id < row.id)
    ? rows
    : rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const keys = ordered.map((row) =>
    sort.path === STATE ? kind.states.indexOf(row.state) : field && sortKey(row, field, reading),
  );
  const ranks = ranksOf(keys, reading);
  const { length } = ordered;
  // Rank 0 is for what is empty. A rank and a place make one number: sorting numbers is quicker than comparing rows.
  const turn = (rank: number): number => (rank === 0 ? length + 1 : sort.descending ? length + 1 - rank : rank);
  const places = Float64Array.from(ranks, (rank, place) => turn(rank) * length + place).sort();
  return Array.from(places, (one) => ordered[one % length]).filter((row) => row !== undefined);
}

/**
 * The place of each key among all keys, from 1, the same for equal ones; 0 for none. To compare texts is slow: each differing
 * one is compared, not each row's.
 */
function ranksOf(keys: readonly (string | number | undefined)[], reading: Reading): number[] {
  const ranks = new Map<string | number | undefined, number>([[undefined, 0]]);
  const unique = [...new Set(keys)];
  const numbers = unique.filter((key) => typeof key === 'number').sort((a, b) => a - b);
  for (const key of numbers) ranks.set(key, ranks.size);
  const texts = reading.order.sorted(unique.filter((key) => typeof key === 'string'));
  let rank = numbers.length;
  texts.forEach((key, i) => {
    // Different texts may stand in one place: capitals in some languages.
    if (i === 0 || reading.order.compare(texts[i - 1] ?? '', key) !== 0) rank++;
    ranks.set(key, rank);
  });
  return keys.map((key) => ranks.get(key) ?? 0);
}

function sortKey(row: Row, field: ViewField, reading: Reading): string | number | undefined {
  const { type, choices } = field.spec;
  const [value] = valuesAt(row, field);
  if (value === undefined) return undefined;
  if (type === 'number' || type === 'money') return Number(keyOf(value));
  if (type === 'choice') return choices?.indexOf(String(value)) ?? -1;
  return type === 'date' || type === 'moment' ? String(value) : reading.text(field, value);
}

/** Rows under one value of a field: `key` as conditions write it, undefined for none. */
export interface RowGroup {
  readonly key: string | undefined;
  readonly rows: readonly Row[];
}

/**
 * The rows by what a field holds, each row once, by its first value. States and choices come in the order of the kind, also
 * those without rows; everything else in the order of the rows; rows without a value last.
 */
export function groupRows(kind: Kind, rows: readonly Row[], path: Path, fields: readonly ViewField[]): RowGroup[] {
  const field = fields.find((one) => one.path === path);
  const fixed = path === STATE ? kind.states : (field?.spec.choices ?? []);
  const groups = new Map<string | undefined, Row[]>(fixed.map((key) => [key, []]));
  for (const row of rows) {
    const value = path === STATE ? row.state : field && valuesAt(row, field)[0];
    const key = value === undefined ? undefined : keyOf(value);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const named = [...groups].filter(([key]) => key !== undefined);
  const rest = groups.get(undefined);
  return [...named.map(([key, rows]) => ({ key, rows })), ...(rest ? [{ key: undefined, rows: rest }] : [])];
}
