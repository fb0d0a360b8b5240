import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { ok, type Result } from '@/src/kernel/result';
import { numberFormatOf } from '@/src/domain/tabular/workbook/number-format';
import { numberText } from '@/src/domain/tabular/workbook/number-text';
import { WORKBOOK_LIMITS, type Sheet, type WorkbookLimits } from '@/src/domain/tabular/workbook/sheet';
import { SheetBuilder, type CellBudget } from '@/src/domain/tabular/workbook/sheet-builder';
import { refused, WorkbookFault, type WorkbookError } from '@/src/domain/tabular/workbook/workbook-fault';
import { biffMarks, type SheetMarks } from './biff-marks';

/** What SheetJS gives of one cell, as far as it is looked at. */
type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/**
 * The worksheets of an .xls file (BIFF5 and BIFF8), with the same texts as `readXlsx` gives for the same cells. Reads all
 * of it at once. Of formulas the last result is taken.
 */
export async function readXls(
  bytes: Uint8Array,
  limits: Pick<WorkbookLimits, 'rows' | 'columns' | 'cells'> = WORKBOOK_LIMITS,
): Promise<Result<readonly Sheet[], WorkbookError>> {
  const { CFB, read } = await import('@e965/xlsx');
  try {
    const book = parsed(() =>
      read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellFormula: false, cellHTML: false }),
    );
    const stream = parsed(() => {
      const entry = CFB.find(CFB.read(bytes, { type: 'array' }), 'Workbook');
      return Uint8Array.from(entry?.content ?? []);
    });
    return ok(sheetsOf(book, biffMarks(stream), { limits, cells: 0 }));
  } catch (thrown) {
    return refused(thrown);
  }
}

/** Whatever the parser trips over, it is the file's fault. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (thrown) {
    const detail = String(thrown);
    throw new WorkbookFault(/password|encrypt/i.test(detail) ? 'encrypted' : 'damaged', detail);
  }
}

function sheetsOf(book: WorkBook, marks: readonly SheetMarks[], budget: CellBudget): Sheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const { isPivot = false, isFiltered = false } = marks[i] ?? {};
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    return [filled(sheet, budget, date1904).finish({ name, hidden, isPivot }, () => isFiltered)];
  });
}

function filled(sheet: WorkSheet, budget: CellBudget, date1904: boolean): SheetBuilder {
  const builder = new SheetBuilder(budget);
  // Safe: with `dense` the cells stand here, by row and column, with holes.
  const data = (sheet as { '!data'?: Cells })['!data'] ?? [];
  for (const [row, cells] of data.entries())
    for (const [column, cell] of (cells ?? []).entries()) builder.put(row, column, textOf(cell, date1904));
  for (const { s, e } of sheet['!merges'] ?? []) builder.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  for (const [row, info] of (sheet['!rows'] ?? []).entries()) if (info?.hidden) builder.hide(row);
  return builder;
}

function textOf(cell: CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v !== 'number') return String(cell.v);
  return numberText(String(cell.v), numberFormatOf(String(cell.z ?? 'General')), date1904);
}
