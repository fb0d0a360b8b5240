import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { BLANK, cellText, OTHER, TextColumn, type Column, type NumberColumn } from '../columns/column';
import { DictionaryBuilder } from '../columns/dictionary';
import { decideNumbers } from '../values/decide-numbers';
import type { ParsedNumber } from '../values/exact-number';
import { parseNumber, type NumberReading } from '../values/number-form';

/** A column of numbers, exact: `units[row] × 10^-scale`. */
export interface RowNumbers {
  /** NaN where there is none or it cannot be read, infinite where it cannot be kept exactly. */
  readonly units: Float64Array<ArrayBuffer>;
  readonly scale: number;
  /** Whether digits beyond the sixth decimal were rounded away. */
  readonly rounded: boolean;
  readonly reading: NumberReading;
}

const LIMIT = Number.MAX_SAFE_INTEGER;
/** Plain figures that are looked at before the rest is taken to be like them. */
const LOOKED_AT = 1000;
const POWERS = Float64Array.from({ length: 20 }, (_, i) => 10 ** i);

/** The numbers of a column, all at the scale of the finest. @param header may say a unit (万元) or a currency. */
export function rowNumbers(column: Column, header: string): RowNumbers {
  if (column instanceof TextColumn) return ofTexts(column, decideNumbers(column.values, header));
  const reading = decideNumbers([...column.others, ...plainCells(column)], header);
  const plain = reading.decimal === 'point' && !reading.conflict && reading.unit === 0;
  return plain ? ofFigures(column, reading) : ofTexts(asTexts(column), reading);
}

function plainCells(column: NumberColumn): string[] {
  const step = Math.max(1, Math.floor(column.units.length / LOOKED_AT));
  return Array.from({ length: Math.min(LOOKED_AT, column.units.length) }, (_, i) => cellText(column, i * step));
}

function asTexts(column: NumberColumn): TextColumn {
  const builder = new DictionaryBuilder();
  for (let row = 0; row < column.units.length; row++) builder.add(cellText(column, row));
  return builder.finish();
}

/** Each distinct value is read once. */
function ofTexts({ codes, values }: TextColumn, reading: NumberReading): RowNumbers {
  const parsed = parsedTexts(values, reading);
  const units = new Float64Array(codes.length);
  for (let row = 0; row < units.length; row++) units[row] = floatAt(parsed.units, intAt(codes, row));
  return { ...parsed, units, reading };
}

function parsedTexts(values: readonly string[], reading: NumberReading): Omit<RowNumbers, 'reading'> {
  const parsed = values.map((value) => parseNumber(value, reading));
  const scale = parsed.reduce((most, one) => Math.max(most, one?.scale ?? 0), 0);
  return {
    units: Float64Array.from(parsed, (one) => scaled(one, scale)),
    scale,
    rounded: parsed.some((one) => one?.rounded),
  };
}

function scaled(number: ParsedNumber | undefined, scale: number): number {
  return number ? exactly(number.units * floatAt(POWERS, scale - number.scale)) : Number.NaN;
}

function ofFigures({ units, decimals, others }: NumberColumn, reading: NumberReading): RowNumbers {
  const odd = parsedTexts(others, reading);
  const [first] = decimals;
  let scale = odd.scale;
  let areAlike = true;
  for (let row = 0; row < decimals.length; row++) {
    const own = byteAt(decimals, row);
    if (own !== first) areAlike = false;
    if (own > scale && own < BLANK) scale = own;
  }
  // As most columns of money are.
  if (areAlike && first === scale) return { units, scale, rounded: odd.rounded, reading };
  const all = new Float64Array(units.length);
  for (let row = 0; row < all.length; row++) {
    const own = byteAt(decimals, row);
    if (own === scale) all[row] = floatAt(units, row);
    else if (own === BLANK) all[row] = Number.NaN;
    else if (own === OTHER)
      all[row] = exactly(floatAt(odd.units, floatAt(units, row)) * floatAt(POWERS, scale - odd.scale));
    else all[row] = exactly(floatAt(units, row) * floatAt(POWERS, scale - own));
  }
  return { units: all, scale, rounded: odd.rounded, reading };
}

/** The number where it is a safe integer (or none), else infinite. */
export function exactly(units: number): number {
  return Math.abs(units) > LIMIT ? Number.POSITIVE_INFINITY : units;
}
