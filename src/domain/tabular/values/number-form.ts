import { type DecimalSign, type Digits, ungrouped } from './digit-groups';
import { exactNumber, type ParsedNumber, plainNumber } from './exact-number';
import { decimalOfCell, readNumberCell, type NumberCell } from './number-cell';

/** How the numbers of one column are to be read. Decided once, from all its values: `1,234` alone can be either. */
export interface NumberReading {
  readonly decimal: DecimalSign;
  /** No value settles the decimal sign, and it matters. */
  readonly assumed: boolean;
  /** Values settle it both ways. Each such value is read in its own form; 1,234 and 1.234 are not read at all. */
  readonly conflict: boolean;
  /** Power of ten that the header states for the whole column: 4 for 万元. 0 when none. */
  readonly unit: number;
  /** ISO 4217 code of the one currency of the column, from its cells or else its header; undefined for none or several. */
  readonly currency: string | undefined;
  /** All that cells carry, sorted: ISO codes, and `$` or `kr` where nothing says which. More than one is not to be summed. */
  readonly currencies: readonly string[];
  /** Some cell is a percentage. */
  readonly percent: boolean;
  /** The header or a cell has a unit such as 万, which the parsed numbers have been multiplied by. */
  readonly unitScaled: boolean;
}

/**
 * A number as files write it: 1,234.56 · (1,234.56) · 1,234- · ￥1 234 · １２３ · 12.5万元 · 1.2E+05. Exact, no floating point.
 * The column's unit is multiplied in, unless the cell has one of its own; 12% is 0.12.
 * @returns undefined when it is none, is missing, or has more digits than can be kept exactly (2^53 units).
 * @example parseNumber('(1.234,50)', decideNumbers(['(1.234,50)'])) // { units: -12345, scale: 1, rounded: false }
 */
export function parseNumber(text: string, reading: NumberReading): ParsedNumber | undefined {
  if (reading.decimal === 'point' && !reading.conflict && reading.unit === 0) {
    const plain = plainNumber(text);
    if (plain) return plain;
  }
  const cell = readNumberCell(text);
  const digits = cell && digitsOf(cell, reading);
  if (!digits) return undefined;
  const unit = cell.unit ?? reading.unit;
  return exactNumber(digits, cell.negative, (cell.exponent ?? 0) + unit - (cell.percent ? 2 : 0));
}

function digitsOf(cell: NumberCell, { decimal, conflict }: NumberReading): Digits | undefined {
  const own = conflict || cell.exponent !== undefined ? (decimalOfCell(cell) ?? 'point') : decimal;
  return own === 'either' ? undefined : ungrouped(cell.figures, own);
}
