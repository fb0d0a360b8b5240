import { byteAt, intAt } from '@/src/kernel/typed';
import { ByteDictionary } from './byte-dictionary';
import { damageIn, isAscii, textsOf } from './byte-texts';
import type { CellBlock } from './cell-block';
import { BLANK, OTHER, TextColumn, type Column } from './column';
import { Growing, growingInts } from './growing';

/** Takes one column of the rows of a block, as bytes. */
export interface ColumnBuilder {
  /** So many rows in all are likely. */
  expect(rows: number): void;
  /** @param firsts for each row the place of its first cell. @param column how many cells after it. */
  add(block: CellBlock, firsts: Int32Array, rows: number, column: number): void;
  /** Characters that the encoding could not read are counted over all rows. */
  finish(encoding: string): { readonly column: Column; readonly damaged: number };
}

/** Any column: equal texts share one entry. */
export class TextColumnBuilder implements ColumnBuilder {
  private readonly dictionary = new ByteDictionary();
  private readonly codes = growingInts();

  expect(rows: number): void {
    this.codes.expect(rows);
  }

  add({ bytes, starts, ends }: CellBlock, firsts: Int32Array, rows: number, column: number): void {
    const { dictionary, codes } = this;
    codes.reserve(rows);
    dictionary.over(bytes);
    for (let row = 0; row < rows; row++) {
      const cell = intAt(firsts, row) + column;
      codes.items[codes.filled++] = dictionary.code(intAt(starts, cell), intAt(ends, cell));
    }
  }

  finish(encoding: string): { column: Column; damaged: number } {
    const texts = this.dictionary.finish();
    const isPlain = isAscii(texts.bytes);
    const column = new TextColumn(this.codes.finish(), { ...texts, encoding: isPlain ? 'utf-8' : encoding });
    return { column, damaged: isPlain ? 0 : damageOf(column) };
  }
}

function damageOf({ values, codes }: TextColumn): number {
  const damage = new Map<number, number>();
  values.forEach((value, code) => {
    const count = damageIn(value);
    if (count > 0) damage.set(code, count);
  });
  if (damage.size === 0) return 0;
  return codes.reduce((sum, code) => sum + (damage.get(code) ?? 0), 0);
}

const MINUS = 45;
const ZERO = 48;
/** As a digit would be: less than ZERO. */
const POINT = 46 - ZERO;
/** Figures that a double keeps whatever they are. */
const FIGURES = 15;
const MOST_DECIMALS = 9;

/** A column of figures: plain ones are read at once, whatever else there is is kept as text beside them. */
export class NumberColumnBuilder implements ColumnBuilder {
  private readonly units = new Growing((length) => new Float64Array(length));
  private readonly decimals = new Growing((length) => new Uint8Array(length));
  private readonly others = new ByteDictionary();
  private value = 0;

  expect(rows: number): void {
    this.units.expect(rows);
    this.decimals.expect(rows);
  }

  add({ bytes, starts, ends }: CellBlock, firsts: Int32Array, rows: number, column: number): void {
    const { units, decimals } = this;
    units.reserve(rows);
    decimals.reserve(rows);
    this.others.over(bytes);
    for (let row = 0; row < rows; row++) {
      const cell = intAt(firsts, row) + column;
      const start = intAt(starts, cell);
      const end = intAt(ends, cell);
      const form = start === end ? BLANK : this.figure(bytes, start, end);
      decimals.items[decimals.filled++] = form;
      if (form === OTHER) units.items[units.filled++] = this.others.code(start, end);
      else units.items[units.filled++] = form === BLANK ? Number.NaN : this.value;
    }
  }

  /**
   * Reads a figure that can be written again as it stands (-12.50, not +1, 007, .5 or -0); its units are the `value` then.
   * @returns how many decimals it has, or OTHER.
   */
  private figure(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start] === MINUS ? start + 1 : start;
    const point = this.digits(bytes, first, end);
    const whole = point - first;
    const decimals = point === end ? 0 : end - point - 1;
    const fits = whole > 0 && whole + decimals <= FIGURES && decimals <= MOST_DECIMALS && point !== end - 1;
    if (!fits) return OTHER;
    // The zeros of 007 and the sign of -0.00 would be lost.
    if (bytes[first] === ZERO && (whole > 1 || (first > start && this.value === 0))) return OTHER;
    if (first > start) this.value = -this.value;
    return decimals;
  }

  /** Where the point stands among the digits, `end` where there is none; -1 when there is anything else. */
  private digits(bytes: Uint8Array, start: number, end: number): number {
    let point = end;
    let value = 0;
    for (let i = start; i < end; i++) {
      const digit = byteAt(bytes, i) - ZERO;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if (digit === POINT && point === end) point = i;
      else return -1;
    }
    this.value = value;
    return point;
  }

  finish(encoding: string): { column: Column; damaged: number } {
    const others = textsOf(this.others.finish(), encoding);
    const damaged = others.reduce((sum, text) => sum + damageIn(text), 0);
    return { column: { units: this.units.finish(), decimals: this.decimals.finish(), others }, damaged };
  }
}
