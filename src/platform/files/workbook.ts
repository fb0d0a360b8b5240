import type { CellObject, WorkSheet } from '@e965/xlsx';

/** Rows of text, as they stand in one sheet. */
export type SheetRows = string[][];

/** @param limit rows and columns beyond which nothing is read, one more than is allowed, so that too much can be told. */
export interface SheetLimit {
  readonly rows: number;
  readonly columns: number;
}

/** Characters that a cell of XLSX can hold. */
const CELL = 32_767;
/** From here on a spreadsheet keeps fifteen figures and makes the rest zeros. */
const ROUNDED = 1e15;

/**
 * The sheets of a workbook in its own order, hidden rows and sheets included: XLSX, XLS, ODS from bytes, an HTML or XML
 * table under the name of XLS from its text. Of formulas the last result is taken.
 * @throws when it is none of these, damaged, or asks for a password.
 */
export async function readWorkbook(content: Uint8Array | string, limit: SheetLimit): Promise<SheetRows[]> {
  const { read } = await import('@e965/xlsx');
  const { SheetNames, Sheets } = read(content, {
    type: typeof content === 'string' ? 'string' : 'array',
    dense: true,
    // Text tables stay text: 00123 is no number.
    raw: typeof content === 'string',
    sheetRows: limit.rows,
    cellFormula: false,
    cellHTML: false,
    bookVBA: false,
  });
  return SheetNames.flatMap((name) => {
    const sheet = Sheets[name];
    return sheet ? [rowsOf(sheet, limit)] : [];
  });
}

/** Only the cells that are there: a sheet may claim to be a million columns wide. */
function rowsOf(sheet: WorkSheet, { rows, columns }: SheetLimit): SheetRows {
  // Safe: with `dense` the cells stand here, by row and column, with holes.
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  return Array.from({ length: Math.min(data.length, rows) }, (_, r) => {
    const row = data[r] ?? [];
    const texts = Array.from({ length: Math.min(row.length, columns) }, (_, c) => textOf(row[c]));
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  });
}

/** Days as they are shown, faults as nothing. */
function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v === 'boolean') return String(cell.v).toUpperCase();
  return typeof cell.v === 'number' ? numberOf(cell.v, cell.w?.trim() ?? '') : String(cell.v);
}

/** In full and not as a narrow column shows it; but 00123 and 2026/1/5 are numbers that a format shows as something else. */
function numberOf(value: number, shown: string): string {
  if (Math.abs(value) >= ROUNDED) return value.toExponential(3).toUpperCase();
  if (!Number.isInteger(value) || /^0\d|[-/年:]\d/.test(shown)) return shown || String(value);
  return String(value);
}

/** One sheet as an XLSX file. Every cell is a text, also what looks like a number or a formula; over-long ones are cut. */
export async function writeWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx');
  const cells = rows.map((row) => row.map((text): CellObject => ({ t: 's', v: text.slice(0, CELL), z: '@' })));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells), 'Sheet1');
  // Safe: `array` gives an ArrayBuffer.
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}
