import Papa from 'papaparse';

type Cell = string | number | boolean | null;

/**
 * CSV that Excel, LibreOffice and WPS open rightly: UTF-8 with a byte order mark, CRLF, quoted where needed, and no cell
 * that a spreadsheet would run as a formula.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map(lineOf).join('\r\n')}\r\n`;
}

/** What has to be quoted. */
const ODD = /[",\r\n\uFEFF]|^ | $/;

/** Most rows need neither quotes nor guards, and there may be hundreds of thousands. */
function lineOf(row: readonly Cell[]): string {
  if (row.every((cell) => typeof cell !== 'string' || (!ODD.test(cell) && guardFormula(cell) === cell)))
    return row.join(',');
  return Papa.unparse([row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))]);
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
