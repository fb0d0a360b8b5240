import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '@/src/domain/tabular/columns/byte-dictionary';
import { bytesOf, textsOf } from '@/src/domain/tabular/columns/byte-texts';
import { NumberColumnBuilder, TextColumnBuilder } from '@/src/domain/tabular/columns/column-builder';
import { cellText, OTHER, pickRows, TextColumn, type Column } from '@/src/domain/tabular/columns/column';
import { RowEncoder } from '@/src/domain/tabular/columns/row-encoder';
import { runs } from '@/test/support/runs';
import { utf8 } from '@/test/support/tabular';

/** A column of these cells; a second column keeps rows with a blank cell from being taken for blank lines. */
function columnOf(cells: readonly string[], builder: TextColumnBuilder | NumberColumnBuilder): Column {
  const encoder = new RowEncoder((block) => builder.add(block, block.firsts, block.rows, 0));
  encoder.add(cells.map((cell) => [cell, 'x']));
  encoder.flush();
  return builder.finish('utf-8').column;
}
const textsIn = (column: Column, rows: number): string[] =>
  Array.from({ length: rows }, (_, row) => cellText(column, row));

describe('a column of figures', () => {
  it.each([
    ['12.50', [1250], [2]],
    ['-3', [-3], [0]],
    ['0', [0], [0]],
    ['-0.5', [-5], [1]],
    ['', [Number.NaN], [254]],
    ['007', [0], [OTHER]],
    ['-0', [0], [OTHER]],
    ['1,234', [0], [OTHER]],
    ['.5', [0], [OTHER]],
    ['5.', [0], [OTHER]],
    ['1.2.3', [0], [OTHER]],
    ['1234567890123456', [0], [OTHER]],
    ['0.1234567891', [0], [OTHER]],
  ])('keeps %j', (cell, units, decimals) => {
    const column = columnOf([cell], new NumberColumnBuilder());

    expect(column).toMatchObject({ units: Float64Array.from(units), decimals: Uint8Array.from(decimals) });
    expect(cellText(column, 0)).toBe(cell);
  });

  it('gives every cell back to the letter', () => {
    const figure = fc.stringMatching(/^-?\d{0,17}\.?\d{0,11}$/);
    const cells = fc.array(fc.oneof(figure, fc.string({ maxLength: 5 })), { maxLength: 30 });
    fc.assert(
      fc.property(cells, (given) => {
        expect(textsIn(columnOf(given, new NumberColumnBuilder()), given.length)).toEqual(given.map(wellFormed));
      }),
      { ...runs(300, 5000), seed: 12 },
    );
  });
});

describe('a column of text', () => {
  it('has each value once, in the order of the file, and every cell to the letter', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '客', '𠮷', ' '), maxLength: 4 }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(cells, (given) => {
        const column = columnOf(given, new TextColumnBuilder());

        expect(column instanceof TextColumn && column.values).toEqual([...new Set(given)]);
        expect(textsIn(column, given.length)).toEqual(given);
      }),
      { ...runs(200, 3000), seed: 13 },
    );
  });

  it('has each value once where they rise or fall for long and then do not', () => {
    const run = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.constantFrom(1, -1, 3), fc.nat(40));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), fc.constantFrom('', 'SO-', '客户'), (parts, prefix) => {
        const given = parts.flatMap(([from, step, count]) =>
          Array.from({ length: count }, (_, i) => `${prefix}${from + step * i}`).flatMap((id) => [id, id]),
        );
        const column = columnOf(given, new TextColumnBuilder());

        expect(column instanceof TextColumn && column.values).toEqual([...new Set(given)]);
        expect(textsIn(column, given.length)).toEqual(given);
      }),
      { ...runs(200, 3000), seed: 15 },
    );
  });

  it('finds each of many values again', () => {
    const dictionary = new ByteDictionary();
    const texts = Array.from({ length: 50_000 }, (_, i) => `SO-2024-${String(i).padStart(6, '0')}`);
    const codes = [...texts, ...texts.toReversed()].map((text) => {
      const bytes = utf8(text);
      dictionary.over(bytes);
      return dictionary.code(0, bytes.length);
    });

    expect(codes).toEqual([...texts.keys(), ...[...texts.keys()].toReversed()]);
    expect(textsOf(dictionary.finish(), 'utf-8')).toEqual(texts);
  });

  it('tells texts apart that differ in any one of their bytes, from the middle of a buffer', () => {
    const dictionary = new ByteDictionary();
    const texts = Array.from({ length: 9 }, (_, i) => `${'abcdefghi'.slice(0, i)}!${'abcdefghi'.slice(i)}`);
    const bytes = utf8(`--${texts.join('')}--`).subarray(2);
    dictionary.over(bytes);
    const codes = (): number[] => texts.map((text, i) => dictionary.code(i * text.length, (i + 1) * text.length));

    expect(codes()).toEqual([...texts.keys()]);
    expect(codes()).toEqual([...texts.keys()]);
  });

  it('over some rows keeps only their values', () => {
    const column = columnOf(['a', 'b', 'c', 'b'], new TextColumnBuilder());
    const picked = pickRows(column, Int32Array.of(3, 2));

    expect(textsIn(picked, 2)).toEqual(['b', 'c']);
    expect(picked instanceof TextColumn && picked.values).toEqual(['b', 'c']);
  });

  it('is the same from its bytes', () => {
    const texts = ['', '客户', 'a', '𠮷', 'x'.repeat(70_000)];

    expect(textsOf(bytesOf(texts), 'utf-8')).toEqual(texts);
  });
});

/** A lone surrogate cannot be written in UTF-8. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8(text));
}
