import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { guardFormula, writeCsv } from '@/src/domain/tabular/write-csv';

const text = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\r', '\n', '\t', ' ', '=', '-', '1', '.', '\u0000', '\uFEFF', '＝', '甲'),
  maxLength: 5,
});
const cell = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));

it('writes what PapaParse writes of the guarded cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 })), (rows) => {
      const guarded = rows.map((row) => row.map((one) => (typeof one === 'string' ? guardFormula(one) : one)));
      expect(writeCsv(rows)).toBe(`\uFEFF${Papa.unparse(guarded, { newline: '\r\n' })}\r\n`);
    }),
  );
});

it('guards what a spreadsheet would run, and leaves figures as they are', () => {
  expect(writeCsv([['=1+1', ' @x', '＋1a', '-12.50', '1,5', 'a"b', null, true, '甲']])).toBe(
    `\uFEFF'=1+1,' @x,'＋1a,-12.50,"1,5","a""b",,true,甲\r\n`,
  );
});
