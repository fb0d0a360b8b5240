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

/** There may be hundreds of thousands of rows: a cell is looked at twice and copied only where it has to be. */
function lineOf(row: readonly Cell[]): string {
  return row.map((cell) => (typeof cell === 'string' ? quoted(guardFormula(cell)) : cell)).join(',');
}

function quoted(text: string): string {
  return ODD.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
