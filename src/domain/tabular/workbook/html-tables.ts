import { htmlAttribute, type HtmlHandler } from './html-tokens';
import type { CellBudget } from './sheet-builder';
import { WorkbookFault } from './workbook-fault';

export interface HtmlCell {
  readonly column: number;
  text: string;
  /** Last row and column that it covers, counted as its own. */
  readonly bottom: number;
  readonly right: number;
}

export interface HtmlRow {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: HtmlCell[];
}

export interface HtmlTable {
  readonly rows: HtmlRow[];
}

interface OpenTable extends HtmlTable {
  /** For each column the first row that is free of cells from above. */
  readonly free: number[];
  row: HtmlRow | undefined;
  cell: HtmlCell | undefined;
  pieces: string[];
}

/** Tables in tables in tables: deeper ones are text. */
const DEEPEST = 16;
const MOST_TABLES = 100_000;
/** As far as browsers go. */
const WIDEST = 1000;
const TALLEST = 65_534;
/** Of an inner table as text of the cell around it. */
const INNER_TEXT = 32_767;
/** Elements that stand for a blank between two words. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'h']);

/** Gathers every table of a document, also those inside of others. */
export class HtmlTables implements HtmlHandler {
  private readonly budget: CellBudget;
  private readonly tables: HtmlTable[] = [];
  private readonly openTables: OpenTable[] = [];
  private deeper = 0;

  constructor(budget: CellBudget) {
    this.budget = budget;
  }

  open(name: string, tag: string): void {
    if (name === 'table') this.openTable();
    const table = this.openTables.at(-1);
    if (!table || this.deeper > 0) return;
    if (name === 'tr') this.openRow(table, tag);
    else if (name === 'td' || name === 'th') this.openCell(table, tag);
    else if (BREAKS.has(name)) table.pieces.push(' ');
  }

  close(name: string): void {
    const table = this.openTables.at(-1);
    if (!table) return;
    if (name === 'table') this.closeTable();
    else if (this.deeper > 0) return;
    else if (name === 'tr') closeRow(table);
    else if (name === 'td' || name === 'th') closeCell(table);
    else if (BREAKS.has(name)) table.pieces.push(' ');
  }

  text(text: string): void {
    const table = this.openTables.at(-1);
    if (table?.cell) table.pieces.push(text);
  }

  /** Every table in the order in which they begin, those that were never closed too. */
  finish(): readonly HtmlTable[] {
    this.deeper = 0;
    while (this.openTables.length > 0) this.closeTable();
    return this.tables;
  }

  private openTable(): void {
    if (this.openTables.length >= DEEPEST) {
      this.deeper++;
      return;
    }
    if (this.tables.length >= MOST_TABLES) throw new WorkbookFault('too-large', 'tables');
    const table: OpenTable = { rows: [], free: [], row: undefined, cell: undefined, pieces: [] };
    this.tables.push(table);
    this.openTables.push(table);
  }

  private closeTable(): void {
    if (this.deeper > 0) {
      this.deeper--;
      return;
    }
    const table = this.openTables.pop();
    if (!table) return;
    closeRow(table);
    const outer = this.openTables.at(-1);
    if (outer?.cell) outer.pieces.push(' ', flat(table), ' ');
  }

  private openRow(table: OpenTable, tag: string): void {
    closeRow(table);
    const row = (table.rows.at(-1)?.row ?? -1) + 1;
    if (row >= this.budget.limits.rows) throw new WorkbookFault('too-large', `row ${row + 1}`);
    const style = htmlAttribute(tag, 'style')?.replace(/\s/g, '').toLowerCase() ?? '';
    table.row = { row, isHidden: style.includes('display:none'), cells: [] };
    table.rows.push(table.row);
  }

  private openCell(table: OpenTable, tag: string): void {
    if (!table.row) this.openRow(table, '');
    closeCell(table);
    const { row, free } = table;
    if (!row) return;
    let column = (row.cells.at(-1)?.right ?? -1) + 1;
    while ((free[column] ?? 0) > row.row) column++;
    const right = column + spanOf(tag, 'colspan', WIDEST) - 1;
    const bottom = row.row + spanOf(tag, 'rowspan', TALLEST) - 1;
    if (right >= this.budget.limits.columns) throw new WorkbookFault('too-large', `column ${right + 1}`);
    this.budget.cells += right - column + 1;
    if (this.budget.cells > this.budget.limits.cells) throw new WorkbookFault('too-large', 'cells');
    while (free.length <= right) free.push(0);
    if (bottom > row.row) free.fill(bottom + 1, column, right + 1);
    table.cell = { column, right, bottom, text: '' };
    table.pieces = [];
    row.cells.push(table.cell);
  }
}

function closeCell(table: OpenTable): void {
  if (table.cell) table.cell.text = table.pieces.join('').replace(/\s+/g, ' ').trim();
  table.cell = undefined;
  table.pieces = [];
}

function closeRow(table: OpenTable): void {
  closeCell(table);
  table.row = undefined;
}

function spanOf(tag: string, name: string, most: number): number {
  if (!tag.includes('span') && !tag.includes('SPAN')) return 1;
  const span = Number(htmlAttribute(tag, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

function flat({ rows }: HtmlTable): string {
  let text = '';
  for (const { cells } of rows)
    for (const cell of cells) {
      if (text.length > INNER_TEXT) return text.slice(0, INNER_TEXT);
      if (cell.text !== '') text += `${text === '' ? '' : ' '}${cell.text}`;
    }
  return text.slice(0, INNER_TEXT);
}
