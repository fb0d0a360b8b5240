import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { detectDialect } from '@/src/domain/tabular/dialect';
import { detectEncoding, type Encoding } from '@/src/domain/tabular/encoding';
import { previewFile, readTable } from '@/src/domain/tabular/read-table';
import { cellsOf, pieces, tableOf, utf8 } from '@/test/support/tabular';
import { runs } from '@/test/support/runs';

const TEXT = '客户,日期,金额\n甲公司,2024-01-05,12.50\n"乙,丙",2024-01-06,7\n';
/** 客户,金额 and 甲,12 in GB18030. */
const GBK = new Uint8Array([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x32, 0x0a,
]);
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const unit = char.charCodeAt(0);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );
const withBom = (bom: number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...bom, ...bytes]);

describe('detectEncoding', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['ASCII', utf8('a,b\n1,2\n'), 'utf-8'],
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 cut inside a character', utf8(TEXT).subarray(0, 4), 'utf-8'],
    ['UTF-8 with a byte order mark', withBom([0xef, 0xbb, 0xbf], utf8(TEXT)), 'utf-8'],
    ['UTF-16 little endian with a mark', withBom([0xff, 0xfe], utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 big endian with a mark', withBom([0xfe, 0xff], utf16(TEXT, false)), 'utf-16be'],
    ['UTF-16 little endian without one', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16 big endian without one', utf16(TEXT, false), 'utf-16be'],
    ['GB18030', GBK, 'gb18030'],
    ['GB18030 cut inside a character', GBK.subarray(0, 3), 'gb18030'],
    [
      'Windows-1252',
      Uint8Array.from([...'K\u00FCnstler;M\u00FCnchen;Stra\u00DFe'].map((c) => c.charCodeAt(0))),
      'windows-1252',
    ],
    ['nothing', new Uint8Array(0), 'utf-8'],
  ])('knows %s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
  });
});

describe('detectDialect', () => {
  it.each([
    ['commas', 'a,b\n1,2\n3,4\n', { delimiter: ',', skip: 0, hasHeader: true }],
    ['semicolons with decimal commas', '客户;金额\n甲;1,5\n乙;2,5\n', { delimiter: ';', skip: 0, hasHeader: true }],
    ['tabs', 'a\tb\n1\t2\n', { delimiter: '\t', skip: 0, hasHeader: true }],
    ['bars', 'a|b|c\n1|2|3\n', { delimiter: '|', skip: 0, hasHeader: true }],
    ['commas inside quotes', 'a;b\n"1,2,3";2\n"4,5,6";5\n', { delimiter: ';', skip: 0, hasHeader: true }],
    [
      'fixed columns without a header',
      ' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n',
      { delimiter: 'blanks', skip: 0, hasHeader: false },
    ],
    [
      'fixed columns with a header',
      ' customer_id  date number_of_cds  dollar_value\n 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n',
      { delimiter: 'blanks', skip: 0, hasHeader: true },
    ],
    [
      'a title above the header',
      '2024年销售明细\n\n客户,日期,金额\n甲,2024-01-05,1\n乙,2024-01-06,2\n',
      { delimiter: ',', skip: 1, hasHeader: true },
    ],
    ['no header', '甲,2024-01-05,1\n乙,2024-01-06,2\n', { delimiter: ',', skip: 0, hasHeader: false }],
    ['one column', 'name\nAcme\nBlume\n', { delimiter: ',', skip: 0, hasHeader: true }],
    ['nothing', '', { delimiter: ',', skip: 0, hasHeader: true }],
  ])('knows %s', (_, text, dialect) => {
    expect(detectDialect(text, true)).toEqual(dialect);
  });

  it('does not trust a last row that the sample cuts off', () => {
    expect(detectDialect('a,b,c\n1,2,3\n4,5', false)).toEqual({ delimiter: ',', skip: 0, hasHeader: true });
  });
});

const FILES: readonly [name: string, bytes: Uint8Array][] = [
  ['quoted cells and line breaks', utf8('客户,备注,金额\r\n"甲ⅷ","行一\r\n行二 ""引""",1\r\n𠮷野,"x,y",2\r\n')],
  ['no line end at the end', utf8('a,b\n1,2\n3,𠮷')],
  ['only carriage returns', utf8('a,b\r1,2\r3,"4\r5"\r')],
  ['GB18030', GBK],
  ['UTF-16', utf16('客户,金额\r\n甲,1\r\n', true)],
  ['fixed columns', utf8(' a 19970101  2\n bb 19970102 33\n')],
  ['blank lines and a trailing delimiter', utf8('a,b\n\n1,2,\n\n3,4\n')],
];

describe.each(FILES)('a file with %s', (_, bytes) => {
  it('gives the same columns wherever the pieces are cut', async () => {
    const { format } = previewFile(bytes, true);
    const whole = await readTable(pieces(bytes, bytes.length), format);
    for (let size = 1; size < bytes.length; size++) {
      const cut = await readTable(pieces(bytes, size), format);

      expect(cut).toEqual(whole);
    }
    expect(cellsOf(whole.table).length).toBeGreaterThan(0);
    expect(whole.damaged).toBe(0);
  });
});

describe('readTable', () => {
  it('reads what it should read', async () => {
    const { table } = await tableOf(FILES[0]?.[1] ?? new Uint8Array());

    expect(table.names).toEqual(['客户', '备注', '金额']);
    expect(cellsOf(table)).toEqual([
      ['甲ⅷ', '行一\r\n行二 "引"', '1'],
      ['𠮷野', 'x,y', '2'],
    ]);
  });

  it('gives back every cell that a writer put in', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '客', '𠮷', '"', ',', ';', '\n', ' ', '='),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        fc.nat(20),
        async (data, delimiter, size) => {
          const text = Papa.unparse([['x', 'y', 'z'], ...data], { delimiter, newline: '\n', quotes: true });
          const given = { encoding: 'utf-8' as const, dialect: { delimiter, skip: 0, hasHeader: true } };

          expect(cellsOf((await tableOf(utf8(text), given, size + 1)).table)).toEqual(data);
        },
      ),
      runs(300, 5000),
    );
  });

  it('keeps rows that do not fit, with their number', async () => {
    const { table } = await tableOf(utf8('a,b\n1,2\n3\n4,5,6\n7,8\n'));

    expect(table.total).toBe(4);
    expect([...table.rowNumbers]).toEqual([1, 4]);
    expect(table.ragged).toEqual([
      { row: 2, cells: ['3'] },
      { row: 3, cells: ['4', '5', '6'] },
    ]);
  });

  it('loses no column by its name', async () => {
    const { table } = await tableOf(utf8('__proto__,constructor,a,a,\n1,2,3,4,5\n'));

    expect(table.names).toEqual(['__proto__', 'constructor', 'a', 'a', '#5']);
    expect(cellsOf(table)).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('counts characters that the encoding cannot read', async () => {
    const bytes = Uint8Array.from([...utf8('a,b\n1,'), 0xff, ...utf8('\n')]);

    expect((await tableOf(bytes, { encoding: 'utf-8' })).damaged).toBe(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const { format } = previewFile(utf8(TEXT), true);
    const reading = readTable(pieces(utf8(TEXT), 4), format, () => stop.abort(new Error('enough')), stop.signal);

    await expect(reading).rejects.toThrow('enough');
  });
});
