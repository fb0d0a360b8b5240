import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import { ByteDictionary } from '../columns/byte-dictionary';
import { BLANK, cellText, OTHER, TextColumn, type Column, type NumberColumn } from '../columns/column';
import { DictionaryBuilder } from '../columns/dictionary';

/** Rows of a column that come one after the other; no column where a file has none: its cells are blank. */
export interface ColumnPart<C extends Column = Column> {
  readonly column: C | undefined;
  readonly rows: Int32Array;
}

/** One column out of several, figures where all of them are figures. */
export function joinColumns(parts: readonly ColumnPart[]): Column {
  if (parts.every(isFigures)) return joinFigures(parts);
  if (parts.every(isText)) return joinTexts(parts);
  const builder = new DictionaryBuilder();
  for (const { column, rows } of parts)
    for (let i = 0; i < rows.length; i++) builder.add(column ? cellText(column, intAt(rows, i)) : '');
  return builder.finish();
}

function isText(part: ColumnPart): part is ColumnPart<TextColumn> {
  return part.column === undefined || part.column instanceof TextColumn;
}

function isFigures(part: ColumnPart): part is ColumnPart<NumberColumn> {
  return part.column === undefined || !(part.column instanceof TextColumn);
}

/** Equal texts of all parts are one value, in the order they first appear. */
export function joinTexts(parts: readonly ColumnPart<TextColumn>[]): TextColumn {
  const codes = new Int32Array(lengthOf(parts));
  const dictionary = new ByteDictionary();
  let place = 0;
  for (const { column, rows } of parts) {
    const { bytes, ends } = column?.bytes() ?? { bytes: new Uint8Array(0), ends: Int32Array.of(0) };
    const known = new Int32Array(ends.length).fill(-1);
    dictionary.over(bytes);
    for (let i = 0; i < rows.length; i++) {
      const code = column ? intAt(column.codes, intAt(rows, i)) : 0;
      if (known[code] === -1) known[code] = dictionary.code(code === 0 ? 0 : intAt(ends, code - 1), intAt(ends, code));
      codes[place++] = intAt(known, code);
    }
  }
  return new TextColumn(codes, { ...dictionary.finish(), encoding: 'utf-8' });
}

function joinFigures(parts: readonly ColumnPart<NumberColumn>[]): NumberColumn {
  const units = new Float64Array(lengthOf(parts));
  const decimals = new Uint8Array(units.length);
  const others: string[] = [];
  let place = 0;
  for (const { column, rows } of parts) {
    for (let i = 0; i < rows.length; i++, place++) {
      const row = intAt(rows, i);
      decimals[place] = column ? byteAt(column.decimals, row) : BLANK;
      if (column) units[place] = floatAt(column.units, row) + (decimals[place] === OTHER ? others.length : 0);
    }
    for (const other of column?.others ?? []) others.push(other);
  }
  return { units, decimals, others };
}

function lengthOf(parts: readonly ColumnPart[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}
