import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  Vector,
} from 'apache-arrow';
import { intAt } from '@/src/kernel/typed';
import { bytesOf, type ByteTexts } from '@/src/domain/tabular/columns/byte-texts';

/*
 * Columns as the engine takes them, made by hand: the builders of the library make code from text, which extension pages
 * forbid. Where a column has blanks, `isBlank` says of which rows.
 */

export type ArrowColumn = Data<DataType>;

/** Digits that a DECIMAL of eight and of sixteen bytes holds. */
export const SHORT_DIGITS = 18;
export const LONG_DIGITS = 38;

type IsBlank = (row: number) => boolean;

/** Each row has the text of its code. */
export function codedTexts(codes: Int32Array, texts: ByteTexts, isBlank?: IsBlank): ArrowColumn {
  const dictionary = new Vector([utf8(texts, undefined)]);
  const type = new Dictionary(new Utf8(), new Int32());
  return makeData({ type, length: codes.length, ...blanks(codes.length, isBlank), data: codes, dictionary });
}

export function plainTexts(texts: readonly (string | null)[]): ArrowColumn {
  return utf8(bytesOf(texts.map((text) => text ?? '')), (row) => texts[row] === null);
}

export function days(values: Int32Array, isBlank?: IsBlank): ArrowColumn {
  return makeData({ type: new DateDay(), length: values.length, ...blanks(values.length, isBlank), data: values });
}

/** `units × 10^-scale`, of at most `SHORT_DIGITS` digits. */
export function decimals(units: BigInt64Array, scale: number, isBlank?: IsBlank): ArrowColumn {
  const words = new BigInt64Array(units.length * 2);
  for (let i = 0; i < units.length; i++) {
    const value = units[i] ?? 0n;
    words[2 * i] = value;
    words[2 * i + 1] = value < 0n ? -1n : 0n;
  }
  return decimalWords(words, { scale, digits: SHORT_DIGITS }, isBlank);
}

/** The same of at most `LONG_DIGITS` digits. */
export function longDecimals(units: readonly bigint[], scale: number, isBlank?: IsBlank): ArrowColumn {
  const words = new BigInt64Array(units.length * 2);
  units.forEach((value, i) => {
    words[2 * i] = BigInt.asIntN(64, value);
    words[2 * i + 1] = value >> 64n;
  });
  return decimalWords(words, { scale, digits: LONG_DIGITS }, isBlank);
}

function decimalWords(words: BigInt64Array, form: { scale: number; digits: number }, isBlank?: IsBlank): ArrowColumn {
  const type = new Decimal(form.scale, form.digits, 128);
  const length = words.length / 2;
  return makeData({ type, length, ...blanks(length, isBlank), data: new Uint32Array(words.buffer) });
}

export function integers(values: BigInt64Array, isBlank?: IsBlank): ArrowColumn {
  return makeData({ type: new Int64(), length: values.length, ...blanks(values.length, isBlank), data: values });
}

export function doubles(values: Float64Array, isBlank?: IsBlank): ArrowColumn {
  return makeData({ type: new Float64(), length: values.length, ...blanks(values.length, isBlank), data: values });
}

export function flags(values: readonly (boolean | null)[]): ArrowColumn {
  const data = bits(values.length, (row) => values[row] === true);
  return makeData({
    type: new Bool(),
    length: values.length,
    ...blanks(values.length, (row) => values[row] === null),
    data,
  });
}

/** A table as the engine reads it. All columns have `rows` rows. */
export function tableBytes(columns: ReadonlyMap<string, ArrowColumn>, rows: number): Uint8Array {
  const schema = new Schema(Array.from(columns, ([name, { type }]) => new Field(name, type, true)));
  const type = new Struct(schema.fields);
  const children = [...columns.values()];
  return tableToIPC(
    new Table(schema, new RecordBatch(schema, makeData({ type, length: rows, nullCount: 0, children }))),
    'stream',
  );
}

function utf8({ bytes, ends }: ByteTexts, isBlank: IsBlank | undefined): Data<Utf8> {
  const valueOffsets = new Int32Array(ends.length + 1);
  valueOffsets.set(ends, 1);
  return makeData({
    type: new Utf8(),
    length: ends.length,
    ...blanks(ends.length, isBlank),
    valueOffsets,
    data: bytes,
  });
}

function blanks(rows: number, isBlank: IsBlank | undefined): { nullCount: number; nullBitmap?: Uint8Array } {
  if (!isBlank) return { nullCount: 0 };
  let nullCount = 0;
  const nullBitmap = bits(rows, (row) => {
    const blank = isBlank(row);
    if (blank) nullCount++;
    return !blank;
  });
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap };
}

function bits(rows: number, isSet: (row: number) => boolean): Uint8Array {
  const bytes = new Uint8Array((rows + 7) >> 3);
  for (let row = 0; row < rows; row++) if (isSet(row)) bytes[row >> 3] = (bytes[row >> 3] ?? 0) | (1 << (row & 7));
  return bytes;
}

/** The code of the empty text; -1 where there is none. */
export function emptyCode({ ends }: ByteTexts): number {
  let start = 0;
  for (let code = 0; code < ends.length; code++) {
    const end = intAt(ends, code);
    if (end === start) return code;
    start = end;
  }
  return -1;
}
