import { at } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import { RowEncoder } from './columns/row-encoder';
import { figureColumns } from './figure-columns';
import type { ImportNotice } from './orders/orders';
import { isHeaderWord } from './roles/header-word';
import { GUESS_ROWS, PREVIEW_ROWS, recogniseRows } from './recognise-rows';
import type { Recognition } from './roles/recognise-columns';
import type { ColumnRoles, Role } from './roles/roles';
import type {
  BookFormat,
  FileFormat,
  FilePreview,
  GivenFormat,
  ReadFile,
  ReadOptions,
  SalesFile,
  SalesFileError,
} from './sales-file';
import { TableBuilder } from './table';
import { findLayout, type Layout } from './text/layout';
import { filledDown } from './workbook/filled-down';
import type { Sheet } from './workbook/sheet';

/** A sheet on which a table stands. */
interface SheetTable {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly recognition: Recognition;
  readonly sample: readonly (readonly string[])[];
}

/** Figures of an order, which stand once where cells are merged: carried down they would count again. */
const ONCE: ReadonlySet<Role | undefined> = new Set<Role>([
  'amount',
  'quantity',
  'unitPrice',
  'refund',
  'cost',
  'profit',
]);

/**
 * The sheets of a workbook, or the table of a document. Hidden sheets and those of pivot tables are left out; sheets with
 * the same columns are one table.
 */
export class BookFile implements SalesFile {
  private readonly container: BookFormat['container'];
  private readonly sheets: readonly Sheet[];
  private readonly notices: readonly ImportNotice[];
  private readonly tables: readonly SheetTable[];

  constructor(container: BookFormat['container'], sheets: readonly Sheet[], notices: readonly ImportNotice[] = []) {
    this.container = container;
    this.sheets = sheets;
    this.notices = notices;
    const shown = sheets.filter(({ hidden, isPivot, rows }) => !hidden && !isPivot && rows.length > 0);
    this.tables = shown.map((sheet) => tableOn(sheet, undefined));
  }

  async preview(given: GivenFormat = {}): Promise<Result<FilePreview, SalesFileError>> {
    const found = this.tables.find(({ sheet }) => sheet.name === given.sheet) ?? best(this.tables);
    if (!found) return err({ code: 'empty', detail: `${this.sheets.length} sheets` });
    const main = given.headerRow === undefined ? found : tableOn(found.sheet, given.headerRow);
    const joined = given.headerRow === undefined ? this.alike(main) : [main];
    return ok({
      ...main.recognition,
      format: { container: this.container, sheets: joined.map(({ sheet }) => sheet.name), layout: main.layout },
      names: main.layout.names,
      rows: main.sample.slice(0, PREVIEW_ROWS),
      sheets: this.tables.map(({ sheet }) => sheet.name),
    });
  }

  async read(format: FileFormat, roles: ColumnRoles, { onProgress, signal }: ReadOptions = {}): Promise<ReadFile> {
    if (format.container === 'text') throw new Error('a workbook is no text');
    const { layout } = format;
    const tables = this.tables.filter(({ sheet }) => format.sheets.includes(sheet.name));
    const sample = { rows: tables.flatMap((one) => one.sample) };
    const builder = new TableBuilder({ ...layout, skip: 0, figures: figureColumns(sample, roles) }, 'utf-8');
    const rows = new RowEncoder((block) => builder.add(block));
    let filled = 0;
    for (const { sheet, layout: own } of tables) {
      signal?.throwIfAborted();
      const header = sheet === at(tables, 0).sheet ? layout.headerRow : own.headerRow;
      const carried = own.names.map((name) => !ONCE.has(roles[layout.names.indexOf(name)]));
      const down = filledDown(sheet, header, carried);
      filled += down.filled;
      rows.add(down.rows.map((row) => inOrder(row, layout, own)));
      onProgress?.(builder.rows, 0);
    }
    rows.flush();
    return {
      table: builder.finish(),
      hasHeader: layout.headerRow > 0,
      notices: [...this.notices, ...this.sheetNotices(tables), ...(filled > 0 ? (['filled-down'] as const) : [])],
    };
  }

  /** The sheets with the same columns as `main`, it included. */
  private alike(main: SheetTable): SheetTable[] {
    const wanted = main.layout.names.toSorted().join('\n');
    return this.tables.filter(
      (table) => table === main || (main.layout.headerRow > 0 && table.layout.names.toSorted().join('\n') === wanted),
    );
  }

  private sheetNotices(used: readonly SheetTable[]): ImportNotice[] {
    const others = this.tables.filter((table) => !used.includes(table) && crucialRoles(table) >= 2);
    const hidden =
      this.sheets.some((sheet) => sheet.hidden && sheet.rows.length > 1) ||
      used.some(({ sheet }) => sheet.hiddenRows + sheet.filteredRows > 0);
    return [
      ...(used.length > 1 || others.length > 0 ? (['several-sheets'] as const) : []),
      ...(hidden ? (['hidden-data'] as const) : []),
    ];
  }
}

function tableOn(sheet: Sheet, headerRow: number | undefined): SheetTable {
  const rows = sheet.rows.slice(0, GUESS_ROWS).map((cells, i) => ({ cells, line: i + 1 }));
  const layout = { ...findLayout(rows, isHeaderWord, headerRow), trims: true, trails: true };
  const filled = rows.filter(({ cells, line }) => line > layout.headerRow && cells.some((cell) => cell !== ''));
  const { rows: sample, recognition } = recogniseRows(
    layout,
    filled.map(({ cells }) => cells),
  );
  return { sheet, layout, recognition, sample };
}

/** The sheet that says most of sales; of two the longer. */
function best(tables: readonly SheetTable[]): SheetTable | undefined {
  const score = (table: SheetTable): number => crucialRoles(table) * 1e7 + table.sheet.rows.length;
  return tables.toSorted((a, b) => score(b) - score(a))[0];
}

function crucialRoles({ recognition: { roles } }: SheetTable): number {
  const crucial: readonly (readonly Role[])[] = [['customer', 'customerId'], ['date'], ['amount', 'unitPrice']];
  return crucial.filter((any) => any.some((role) => roles.includes(role))).length;
}

/** The cells of a row in the order of the first sheet's columns. */
function inOrder(cells: readonly string[], wanted: Layout, own: Layout): readonly string[] {
  if (own === wanted || own.names.join('\n') === wanted.names.join('\n')) return cells;
  return wanted.names.map((name) => cells[own.names.indexOf(name)] ?? '');
}
