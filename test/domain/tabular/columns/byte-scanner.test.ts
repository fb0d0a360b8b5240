import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ByteScanner } from '@/src/domain/tabular/columns/byte-scanner';
import { runs } from '@/test/support/runs';
import { utf8 } from '@/test/support/tabular';

/** The rows of a text, cut into pieces of `size` bytes. */
function rowsOf(text: string, delimiter = ',', size = 1 << 20): string[][] {
  const rows: string[][] = [];
  const scanner = new ByteScanner(
    delimiter.charCodeAt(0),
    '"'.charCodeAt(0),
    ({ bytes, starts, ends, firsts, rows: count }) => {
      for (let row = 0; row < count; row++) {
        const cells: string[] = [];
        for (let cell = firsts[row] ?? 0; cell < (firsts[row + 1] ?? 0); cell++)
          cells.push(new TextDecoder().decode(bytes.slice(starts[cell], ends[cell])));
        rows.push(cells);
      }
    },
  );
  const bytes = utf8(text);
  for (let at = 0; at < bytes.length; at += size) scanner.write(bytes.slice(at, at + size));
  scanner.end();
  return rows;
}

describe('ByteScanner', () => {
  it.each<[name: string, text: string, rows: string[][]]>([
    [
      'plain rows',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a delimiter at the end', 'a,b,', [['a', 'b', '']]],
    ['line ends of three kinds', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'blank lines and rows of blank cells',
      'a,b\n\n,\r\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a delimiter and a line end in quotes', '"a,b","c\r\nd"\n', [['a,b', 'c\r\nd']]],
    ['doubled quotes', '"a ""b""",""""\n', [['a "b"', '"']]],
    ['a quoted cell that is blank', '"",1\n', [['', '1']]],
    ['a quote inside of a cell', 'a"b,5" pipe\n', [['a"b', '5" pipe']]],
    ['a single quote in a quoted cell', '"a "b" c",1\n', [['a "b" c', '1']]],
    ['blanks behind the closing quote', '"a"  ,1\n', [['a', '1']]],
    [
      'a quote that is closed behind another quoted cell only',
      '"a,1\n"b",2\n',
      [
        ['"a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a quote that is never closed',
      '"a,1\nb,2\n',
      [
        ['"a', '1'],
        ['b', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('reads the same wherever the pieces are cut', () => {
    const text = '客户,备注\r\n"甲ⅷ","行一\r\n行二 ""引"""\r\n\r\n𠮷野,"x,y" \r"z",\n';
    const whole = rowsOf(text);
    for (let size = 1; size < utf8(text).length; size++) expect(rowsOf(text, ',', size)).toEqual(whole);

    expect(whole).toEqual([
      ['客户', '备注'],
      ['甲ⅷ', '行一\r\n行二 "引"'],
      ['𠮷野', 'x,y'],
      ['z', ''],
    ]);
  });

  it('reads rows longer than a piece, and quotes that are closed nowhere near, wherever the pieces are cut', () => {
    const long = '行\n'.repeat(9000);
    const wide = Array.from({ length: 9000 }, (_, i) => String(i));
    const text = `a,"b\nc,1\n"${long}",2\n${wide.join(',')}\n"d,3\n`;
    const rows = [['a', '"b'], ['c', '1'], [long, '2'], wide, ['"d', '3']];

    for (const size of [7001, 16_384, 16_385, 40_000, 131_072]) expect(rowsOf(text, ',', size)).toEqual(rows);
  });

  it('reads what PapaParse reads of what PapaParse writes', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '客', '𠮷', '"', ',', ';', '\n', ' ', '='),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.nat(20), fc.boolean(), (data, delimiter, size, quotes) => {
        const text = Papa.unparse(data, { delimiter, newline: '\n', quotes });

        expect(rowsOf(text, delimiter, size + 1)).toEqual(Papa.parse(text, { delimiter, newline: '\n' }).data);
      }),
      { ...runs(300, 5000), seed: 11 },
    );
  });
});
