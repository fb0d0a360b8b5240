import { at } from '@/src/kernel/assert';
import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { bytesOf, isAscii, pickTexts, textsOf, type ByteTexts } from './byte-texts';

/**
 * A column of text: the distinct values in the order they first appeared, and for each row the position of its value.
 * Values read from a file stay bytes until one of them is asked for.
 */
export class TextColumn {
  readonly codes: Int32Array<ArrayBuffer>;
  private texts: readonly string[] | undefined;
  private isPlain: boolean | undefined;
  private readonly stored: (ByteTexts & { readonly encoding: string }) | undefined;

  constructor(codes: Int32Array<ArrayBuffer>, values: readonly string[] | (ByteTexts & { readonly encoding: string })) {
    this.codes = codes;
    if ('ends' in values) this.stored = values;
    else this.texts = values;
  }

  get values(): readonly string[] {
    this.texts ??= this.stored ? textsOf(this.stored, this.stored.encoding) : [];
    return this.texts;
  }

  /** The number of distinct values. */
  get size(): number {
    return this.stored?.ends.length ?? this.values.length;
  }

  /** The values as UTF-8. */
  bytes(): ByteTexts {
    return this.stored?.encoding === 'utf-8' ? this.stored : bytesOf(this.values);
  }

  /**
   * The values as bytes of one character each where they are such and were read from a file: something that none of them
   * holds can be ruled out without making a string of each. Undefined elsewhere.
   */
  plainTexts(): ByteTexts | undefined {
    if (!this.stored || this.texts) return undefined;
    this.isPlain ??= isAscii(this.stored.bytes);
    return this.isPlain ? this.stored : undefined;
  }

  /** The same values in other rows. */
  withCodes(codes: Int32Array<ArrayBuffer>): TextColumn {
    return new TextColumn(codes, this.stored ?? this.values);
  }

  /** The column over `rows` only, in their order. Values that no row has any more go. */
  pick(rows: Int32Array): TextColumn {
    if (rows.length === this.codes.length) return this;
    const codes = new Int32Array(rows.length);
    const places = new Int32Array(this.size);
    const kept: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      const code = intAt(this.codes, intAt(rows, i));
      if (places[code] === 0) places[code] = kept.push(code);
      codes[i] = intAt(places, code) - 1;
    }
    if (this.stored) return new TextColumn(codes, { ...pickTexts(this.stored, kept), encoding: this.stored.encoding });
    const { values } = this;
    return new TextColumn(
      codes,
      kept.map((code) => at(values, code)),
    );
  }
}

/**
 * A column whose cells are mostly plain figures (-12.50): each is kept as `units[row] × 10^-decimals[row]`, so that the
 * text of the cell can be had again to the letter. A blank cell has `decimals` BLANK; any other cell has OTHER, and its
 * text stands under `units[row]` in `others`.
 */
export interface NumberColumn {
  readonly units: Float64Array<ArrayBuffer>;
  readonly decimals: Uint8Array<ArrayBuffer>;
  readonly others: readonly string[];
}

export type Column = TextColumn | NumberColumn;

export const BLANK = 254;
export const OTHER = 255;

/** The cell as it stands in the file. */
export function cellText(column: Column, row: number): string {
  if (column instanceof TextColumn) return at(column.values, intAt(column.codes, row));
  const decimals = byteAt(column.decimals, row);
  if (decimals === BLANK) return '';
  const units = floatAt(column.units, row);
  return decimals === OTHER ? at(column.others, units) : figure(units, decimals);
}

/** `-1250` with two decimals is `-12.50`. */
function figure(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The column over `rows` only, in their order. */
export function pickRows(column: Column, rows: Int32Array): Column {
  if (column instanceof TextColumn) return column.pick(rows);
  if (rows.length === column.units.length) return column;
  const units = new Float64Array(rows.length);
  const decimals = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    units[i] = floatAt(column.units, intAt(rows, i));
    decimals[i] = byteAt(column.decimals, intAt(rows, i));
  }
  return { units, decimals, others: column.others };
}
