import { DataType, type Field, TimeUnit, type Vector } from 'apache-arrow';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { asJson } from './arrow-json';
import { clockText, intervalText, stampText } from './time-text';

/** Whole numbers stay as they are until it is known whether all of a column are safe. */
export type Cell = Value | bigint;

/** How the values of a column of a result are read. */
export interface ColumnReader {
  readonly type: ValueType;
  readonly read: (column: Vector, row: number) => Cell;
}

/** How the column is read; undefined where it is bytes, an enumeration, or of a type that only the engine knows. */
export function readerOf({ type, metadata }: Field): ColumnReader | undefined {
  if (metadata.get('ARROW:extension:name') === 'arrow.opaque' || hasCodes(type)) return undefined;
  return numberReader(type) ?? timeReader(type) ?? plainReader(type);
}

/** The engine sends codes of an enumeration without what they stand for. */
function hasCodes(type: DataType): boolean {
  if (DataType.isDictionary(type)) return true;
  const children: readonly Field[] | null = type.children;
  return children?.some((child) => hasCodes(child.type)) ?? false;
}

/** Exact: DECIMAL with decimals is money, whole numbers of any size are counts. No number at all is NULL. */
function numberReader(type: DataType): ColumnReader | undefined {
  if (DataType.isInt(type)) return { type: 'count', read: (column, row) => cell(column.get(row)) };
  if (DataType.isFloat(type)) return { type: 'number', read: (column, row) => finite(column.get(row)) };
  if (!DataType.isDecimal(type)) return undefined;
  const { scale } = type;
  const units = (column: Vector, row: number): bigint | null => {
    const value: unknown = column.get(row);
    return value === null ? null : BigInt(String(value));
  };
  if (scale === 0) return { type: 'count', read: units };
  const read = (column: Vector, row: number): Value => {
    const value = units(column, row);
    return value === null ? null : formatDecimal({ units: value, scale });
  };
  return { type: 'money', read };
}

function timeReader(type: DataType): ColumnReader | undefined {
  if (DataType.isDate(type)) return { type: 'day', read: (column, row) => isoDay(column.get(row)) };
  if (DataType.isTimestamp(type)) {
    const zone = type.timezone ? '+00' : '';
    return { type: 'text', read: (column, row) => text(column.get(row), (ms) => stampText(Number(ms), zone)) };
  }
  if (DataType.isTime(type)) {
    const isNano = type.unit === TimeUnit.NANOSECOND;
    const micros = (value: unknown): bigint => BigInt(String(value)) / (isNano ? 1000n : 1n);
    return { type: 'text', read: (column, row) => text(column.get(row), (value) => clockText(micros(value))) };
  }
  if (!DataType.isInterval(type)) return undefined;
  return { type: 'text', read: (column, row) => (column.isValid(row) ? intervalText(column, row) : null) };
}

function plainReader(type: DataType): ColumnReader | undefined {
  if (DataType.isBinary(type) || DataType.isLargeBinary(type) || DataType.isFixedSizeBinary(type)) return undefined;
  if (DataType.isBool(type)) return { type: 'flag', read: (column, row) => cell(column.get(row)) };
  const isNested = [
    DataType.isList,
    DataType.isFixedSizeList,
    DataType.isStruct,
    DataType.isMap,
    DataType.isUnion,
  ].some((is) => is(type));
  if (isNested) return { type: 'text', read: (column, row) => text(column.get(row), (value) => asJson(type, value)) };
  return { type: 'text', read: (column, row) => text(column.get(row), String) };
}

function text(value: unknown, write: (value: unknown) => string | null): string | null {
  return value === null || value === undefined ? null : write(value);
}

function cell(value: unknown): Cell {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const DAY_MS = 86_400_000;
/** The days that ISO text of ten characters can say: 0001-01-01 to 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Infinity and what lies before our era are no days here. */
function isoDay(value: unknown): string | null {
  if (typeof value !== 'number') return null;
  const day = Math.round(value / DAY_MS);
  return day < FIRST_DAY || day > LAST_DAY ? null : formatDay(day);
}
