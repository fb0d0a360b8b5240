import Papa from 'papaparse';

/**
 * CSV that Excel, LibreOffice and WPS open rightly: UTF-8 with a byte order mark, CRLF, quoted where needed, and no cell
 * that a spreadsheet would run as a formula.
 */
export function writeCsv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell)));
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

const FORMULA_START = /^[\s\u0000]*[=+\-@＝＋－＠\t\r]/;
const PLAIN_NUMBER = /^\s*[+-]?\d[\d.,]*%?\s*$/;

/**
 * A quote in front of text that a spreadsheet would take for a formula, also behind blanks and in full-width signs.
 * Numbers such as -12.50 stay what they are.
 * @example guardFormula('=1+1') // "'=1+1"
 */
export function guardFormula(cell: string): string {
  return FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}
