import { describe, expect, it } from 'vitest';
import { detectDialect, rowsOf, type Dialect } from '@/src/domain/tabular/text/dialect';

const plain = (delimiter: Dialect['delimiter']): Dialect => ({ delimiter, quote: '"', escape: 'doubled' });

describe('detectDialect', () => {
  it.each<[name: string, text: string, dialect: Dialect]>([
    ['commas', 'a,b\n1,2\n3,4\n', plain(',')],
    ['semicolons with decimal commas', '客户;金额\n甲;1,5\n乙;2,5\n', plain(';')],
    ['tabs', 'a\tb\n1\t2\n', plain('\t')],
    ['tabs between texts with commas', 'name\tnote\nA, B\tx, y\nC\tz\n', plain('\t')],
    ['bars', 'a|b|c\n1|2|3\n', plain('|')],
    ['two bars', 'a||b||c\n1||2||3\n', plain('||')],
    ['carets', 'a^b^c\n1^2^3\n4^5^6\n', plain('^')],
    ['commas inside quotes', 'a;b\n"1,2,3";2\n"4,5,6";5\n', plain(';')],
    [
      'fixed columns of several words',
      'Customer       Date        Amount\nAlder & Finch  2024-01-05   1.50\nOak Ltd        2024-01-06  12.50\n',
      plain('gaps'),
    ],
    ['fixed columns', ' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n', plain('blanks')],
    ['one column', 'name\nAcme\nBlume\n', plain('')],
    ['one column of texts with blanks', 'note\na b c\nd e\n', plain('')],
    ['a line that names it', 'sep=;\na,b;c\n1;2\n', plain(';')],
    ['apostrophes for quotes', "'a, b',1\n'c, d',2\n'e',3\n", { delimiter: ',', quote: "'", escape: 'doubled' }],
    ['backslashes before quotes', '"a \\"b\\" c",1\n"d, e",2\n', { delimiter: ',', quote: '"', escape: 'backslash' }],
    ['a title above', '2024年销售明细\n\n客户,日期,金额\n甲,2024-01-05,1\n乙,2024-01-06,2\n', plain(',')],
    ['nothing', '', plain('')],
  ])('knows %s', (_, text, dialect) => {
    expect(detectDialect(text, true)).toEqual(dialect);
  });

  it('does not trust a last row that the sample cuts off', () => {
    expect(detectDialect('a,b,c\n1,2,3\n4,5', false)).toEqual(plain(','));
  });
});

describe('rowsOf', () => {
  it('says in which line each row begins', () => {
    expect(rowsOf('sep=,\r\na,"b\nc"\r\n\r\n1,2', plain(','), 10)).toEqual([
      { cells: ['sep=', ''], line: 1 },
      { cells: ['a', 'b\nc'], line: 2 },
      { cells: [''], line: 4 },
      { cells: ['1', '2'], line: 5 },
    ]);
  });
});
