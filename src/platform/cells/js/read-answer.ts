import { err, ok, type Result } from '@/src/kernel/result';
import { parseDecimal } from '@/src/kernel/money';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import type { CellFault, CellOutput, CellSaid } from '@/src/app/ports/cells';
import { freeName } from '../frame-columns';
import { MOST_BYTES, MOST_LINES, MOST_ROWS, MOST_SAID } from './cell-message';

const MOST_COLUMNS = 200;
const MOST_DEPTH = 50;
const MOST_DETAIL = 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

const isNumber = (value: Value): boolean => typeof value === 'number';
/** What the values of a column have to be for its type. */
const FITS: Readonly<Record<ValueType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  count: (value) => Number.isSafeInteger(value),
  money: (value) => isNumber(value) || (typeof value === 'string' && parseDecimal(value) !== undefined),
  share: isNumber,
  ratio: isNumber,
  number: isNumber,
  days: isNumber,
  day: (value) => typeof value === 'string' && DAY.test(value),
  month: (value) => typeof value === 'string' && MONTH.test(value),
  flag: (value) => typeof value === 'boolean',
};
/** In this order types are tried for a column whose type is not said. */
const GUESSED = ['flag', 'count', 'number', 'day', 'month', 'text'] as const;

/**
 * Reads what came out of the sandbox. The text of a cell has had its hands on it: it may be anything, and what is not the
 * answer of a cell is a fault.
 */
export function readAnswer(bytes: ArrayBuffer): Result<CellOutput, CellFault> {
  if (bytes.byteLength > MOST_BYTES) return err({ code: 'result-too-large', limit: MOST_BYTES });
  const answer = parsed(bytes) ?? {};
  const said = saidIn(answer['said']);
  const read = outputOf(answer);
  if (!said) return read;
  if (read.ok) return ok({ ...read.value, said });
  return err(read.error.code === 'cell-failed' ? { ...read.error, said } : read.error);
}

function outputOf(answer: Readonly<Record<string, unknown>>): Result<CellOutput, CellFault> {
  if (answer['type'] === 'table') return tableOf(answer);
  if (answer['type'] === 'value') return valueOf(answer['value']);
  return failed(answer['type'] === 'failed' ? answer : {});
}

/** What the cell wrote to its console. What is no such thing was not said. */
function saidIn(said: unknown): CellSaid | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { lines, isCut }: { lines?: unknown; isCut?: unknown } = said;
  if (!Array.isArray(lines) || lines.length === 0) return undefined;
  const kept: string[] = [];
  let room = MOST_SAID;
  let isLost = isCut === true || lines.length > MOST_LINES;
  for (const line of lines.slice(0, MOST_LINES)) {
    if (typeof line !== 'string') return undefined;
    kept.push(line.slice(0, room));
    isLost ||= line.length > room;
    room -= Math.min(room, line.length);
  }
  return { lines: kept, isCut: isLost };
}

/** @param said what the browser said of it, if anything. */
export function brokenAnswer(said = ''): CellFault {
  return { code: 'cell-failed', detail: said.slice(0, MOST_DETAIL) || 'the cell gave no answer that can be read' };
}

function parsed(bytes: ArrayBuffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    // Safe: checked to be an object; what it holds is looked at piece by piece.
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function failed({ detail, line }: Readonly<Record<string, unknown>>): Result<CellOutput, CellFault> {
  if (typeof detail !== 'string') return err(brokenAnswer());
  const isLine = typeof line === 'number' && Number.isSafeInteger(line) && line > 0;
  return err({ code: 'cell-failed', detail: detail.slice(0, MOST_DETAIL), ...(isLine ? { line } : {}) });
}

function valueOf(value: unknown): Result<CellOutput, CellFault> {
  if (value === undefined || value === null) return ok({ value: value ?? undefined, notices: [] });
  if (!isShallow(value, MOST_DEPTH)) return err({ code: 'cell-failed', detail: 'the result is nested too deeply' });
  return ok({ value, notices: [] });
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

function tableOf({ columns, types, rows, cut }: Readonly<Record<string, unknown>>): Result<CellOutput, CellFault> {
  if (!isNames(columns) || !isRows(rows, columns.length)) return err(brokenAnswer());
  if (columns.length === 0 || columns.length > MOST_COLUMNS)
    return err({ code: 'cell-failed', detail: `a table has 1 to ${MOST_COLUMNS} columns, not ${columns.length}` });
  const kept = rows.slice(0, MOST_ROWS);
  const names: string[] = [];
  for (const name of columns) names.push(freeName(name.slice(0, 200), names));
  const asked: readonly unknown[] = Array.isArray(types) && types.length === columns.length ? types : [];
  const typed = names.map((_, place) => typeOf(asked[place], kept, place));
  return ok({
    table: { columns: names, types: typed, rows: kept.map((row) => row.map((value, i) => asTyped(value, typed[i]))) },
    notices: cut === true || rows.length > MOST_ROWS ? [{ code: 'rows-cut', kept: kept.length }] : [],
  });
}

/** The type that was said, where the values are of it; otherwise the first that all values are of, or text. */
function typeOf(asked: unknown, rows: readonly (readonly Value[])[], place: number): ValueType {
  const values = rows.map((row) => row[place] ?? null).filter((value) => value !== null);
  const all = (type: ValueType): boolean => values.every((value) => FITS[type](value));
  if (typeof asked === 'string' && isType(asked) && all(asked)) return asked;
  return values.length === 0 ? 'text' : (GUESSED.find(all) ?? 'text');
}

function isType(name: string): name is ValueType {
  return Object.hasOwn(FITS, name);
}

function asTyped(value: Value, type: ValueType | undefined): Value {
  if (value === null || (type !== 'money' && type !== 'text')) return value;
  if (type === 'text' || typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(2);
}

function isNames(columns: unknown): columns is readonly string[] {
  return Array.isArray(columns) && columns.every((name) => typeof name === 'string');
}

function isRows(rows: unknown, width: number): rows is readonly (readonly Value[])[] {
  return (
    Array.isArray(rows) &&
    rows.every((row) => Array.isArray(row) && row.length === width && row.every((value) => isValue(value)))
  );
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
