import { at } from '@/src/kernel/assert';
import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { bytesOf, textsOf, type ByteTexts } from './byte-texts';

/**
 * A column of text: the distinct values in the order they first appeared, and for each row the position of its value.
 * Values read from a file stay bytes until one of them is asked for.
 */
export class TextColumn {
  readonly codes: Int32Array<ArrayBuffer>;
  private texts: readonly string[] | undefined;
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
  return {
    units: Float64Array.from(rows, (row) => floatAt(column.units, row)),
    decimals: Uint8Array.from(rows, (row) => byteAt(column.decimals, row)),
    others: column.others,
  };
}
