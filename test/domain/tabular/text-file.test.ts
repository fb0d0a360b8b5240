import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import { readXls } from '@/src/platform/files/read-xls';
import { cellsOf, contentOf, opened, previewed, readAll, utf8 } from '@/test/support/tabular';
import { runs } from '@/test/support/runs';

const TEXT = '客户,日期,金额\n甲公司,2024-01-05,12.50\n"乙,丙",2024-01-06,7\n';
const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));

const FILES: readonly [name: string, bytes: Uint8Array, cells: string[][]][] = [
  [
    'quoted cells and line breaks',
    utf8('客户,备注,金额\r\n"甲ⅷ","行一\r\n行二 ""引""",1\r\n𠮷野,"x,y",2\r\n'),
    [
      ['甲ⅷ', '行一\r\n行二 "引"', '1'],
      ['𠮷野', 'x,y', '2'],
    ],
  ],
  [
    'no line end at the end',
    utf8('a,b\n1,2\n3,𠮷'),
    [
      ['1', '2'],
      ['3', '𠮷'],
    ],
  ],
  [
    'only carriage returns',
    utf8('a,b\r1,2\r3,"4\r5"\r'),
    [
      ['1', '2'],
      ['3', '4\r5'],
    ],
  ],
  ['GB18030', bytes('bfcdbba72cbdf0b6ee0abcd72c31320a'), [['甲', '12']]],
  ['GB18030 and bars', bytes('bfcdbba77cbdf0b6ee0abcd77c31320a'), [['甲', '12']]],
  ['UTF-16', utf16('客户,金额\r\n甲,1\r\n'), [['甲', '1']]],
  ['a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('"a",b\n1,2\n')]), [['1', '2']]],
  [
    'a backslash before quotes',
    utf8('"a \\"x\\"",b\n"c \\"y\\"",1\n"d, e",2\n'),
    [
      ['c "y"', '1'],
      ['d, e', '2'],
    ],
  ],
  [
    'two bars',
    utf8('a||b\n1||2\n3||\n'),
    [
      ['1', '2'],
      ['3', ''],
    ],
  ],
  [
    'fixed columns',
    utf8(' a 19970101  2\n bb 19970102 33\n'),
    [
      ['a', '19970101', '2'],
      ['bb', '19970102', '33'],
    ],
  ],
  [
    'blank lines and a trailing delimiter',
    utf8('a,b\n\n1,2,\n\n3,4,\n'),
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a line that names the delimiter', utf8('sep=;\r\na;b\r\n1;2\r\n'), [['1', '2']]],
];

describe.each(FILES)('a file with %s', (_, given, cells) => {
  it('gives the same columns wherever the pieces are cut', async () => {
    const whole = await readAll(given);
    for (let size = 1; size < given.length; size++) expect(await readAll(given, {}, size)).toEqual(whole);

    expect(cellsOf(whole.table)).toEqual(cells);
    expect(whole.table.damaged).toBe(0);
  });
});

describe('a text file', () => {
  it('gives back every cell that a writer put in', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '客', '𠮷', '"', ',', ';', '\n', ' ', '='),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(fc.constant('r'), cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        fc.nat(20),
        async (data, delimiter, size) => {
          const text = Papa.unparse([['x', 'y', 'z'], ...data], { delimiter, newline: '\n', quotes: true });
          const given: GivenFormat = { encoding: 'utf-8', delimiter, headerRow: 1 };

          expect(cellsOf((await readAll(utf8(text), given, size + 1)).table)).toEqual(data);
        },
      ),
      { ...runs(200, 5000), seed: 14 },
    );
  });

  it('reads the same rows however many more its first ones let expect', async () => {
    const content = contentOf(utf8(TEXT), 'sales.csv', 48);
    for (const size of [0, content.size, 1e12]) {
      const file = await openSalesFile({ ...content, size }, readXls);
      if (!file.ok) throw new Error(file.error.code);
      const { format, roles } = await previewed(file.value);
      const { table } = await file.value.read(format, roles);

      expect(cellsOf(table)).toEqual([
        ['甲公司', '2024-01-05', '12.50'],
        ['乙,丙', '2024-01-06', '7'],
      ]);
    }
  });

  it('keeps rows that do not fit, with their number', async () => {
    const { table } = await readAll(utf8('a,b\n1,2\n3\n4,5,6\n7,8\n'));

    expect(table.total).toBe(4);
    expect([...table.rowNumbers]).toEqual([1, 4]);
    expect(table.ragged).toEqual([
      { row: 2, cells: ['3'] },
      { row: 3, cells: ['4', '5', '6'] },
    ]);
  });

  it('takes short rows whole where the writer leaves blank cells out', async () => {
    const { table } = await readAll(utf8('a,b,c\n1,2\n3,4,5\n6,7\n'));

    expect(cellsOf(table)).toEqual([
      ['1', '2', ''],
      ['3', '4', '5'],
      ['6', '7', ''],
    ]);
  });

  it('loses no column by its name', async () => {
    const { table } = await readAll(utf8('__proto__,constructor,a,a,\n1,2,3,4,5\n'));

    expect(table.names).toEqual(['__proto__', 'constructor', 'a', 'a', '#5']);
    expect(cellsOf(table)).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('counts characters that the encoding cannot read', async () => {
    const damaged = Uint8Array.from([...utf8('a,b\n1,'), 0xff, ...utf8('\n2,x\n')]);

    expect((await readAll(damaged, { encoding: 'utf-8' })).table.damaged).toBe(1);
  });

  it('stops when it is told to', async () => {
    const file = await opened(utf8(TEXT), 'sales.csv', 4);
    const { format, roles } = await previewed(file);
    const stop = new AbortController();
    const reading = file.read(format, roles, {
      onProgress: () => stop.abort(new Error('enough')),
      signal: stop.signal,
    });

    await expect(reading).rejects.toThrow('enough');
  });

  it('without a byte is empty', async () => {
    await expect(opened(new Uint8Array(0))).rejects.toThrow('empty');
  });
});
