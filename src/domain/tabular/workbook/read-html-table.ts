import { err, ok, type Result } from '@/src/kernel/result';
import { HtmlTables, type HtmlTable } from './html-tables';
import { walkHtml } from './html-tokens';
import { WORKBOOK_LIMITS, type Sheet, type WorkbookLimits } from './sheet';
import { SheetBuilder, type CellBudget } from './sheet-builder';
import { refused, type WorkbookError } from './workbook-fault';

type Limits = Pick<WorkbookLimits, 'rows' | 'columns' | 'cells'>;

/**
 * The largest table of a document, as systems write it under the name of a spreadsheet. Other tables with the same first
 * row are its next pages: they are joined in their order, without that row. A table inside of a cell is text of that cell,
 * and a table of its own. Cells are the text that a browser shows, blanks folded; numbers are not touched.
 *
 * @param text decoded already. A document cut off in the middle gives what is there.
 * @example readHtmlTable('<table><tr><td>客户<td>金额<tr><td>青禾岭<td>12.50') // two rows
 */
export function readHtmlTable(text: string, limits: Limits = WORKBOOK_LIMITS): Result<Sheet, WorkbookError> {
  try {
    const budget: CellBudget = { limits, cells: 0 };
    const tables = new HtmlTables(budget);
    walkHtml(text, tables);
    const pages = pagesOf(tables.finish());
    if (pages.length === 0) return err({ code: 'not-a-workbook', detail: 'no table' });
    return ok(joined(pages, { limits, cells: 0 }));
  } catch (thrown) {
    return refused(thrown);
  }
}

/** Of two tables of one size the first. */
function pagesOf(tables: readonly HtmlTable[]): readonly HtmlTable[] {
  const sizes = tables.map(({ rows }) => rows.reduce((sum, { cells }) => sum + cells.length, 0));
  const most = sizes.reduce((most, size) => Math.max(most, size), 0);
  const largest = tables[sizes.indexOf(most)];
  if (!largest || largest.rows.length === 0) return [];
  const heading = headingOf(largest);
  return heading === undefined ? [largest] : tables.filter((table) => headingOf(table) === heading);
}

/** A first row of one cell is a caption, and says nothing of what is below it. */
function headingOf({ rows }: HtmlTable): string | undefined {
  const cells = rows[0]?.cells.map(({ text }) => text) ?? [];
  return cells.filter((text) => text !== '').length > 1 ? JSON.stringify(cells) : undefined;
}

function joined(pages: readonly HtmlTable[], budget: CellBudget): Sheet {
  const builder = new SheetBuilder(budget);
  let offset = 0;
  for (const [i, { rows }] of pages.entries()) {
    for (const { row, cells, isHidden } of i === 0 ? rows : rows.slice(1)) {
      for (const { column, text, right, bottom } of cells) {
        builder.put(offset + row, column, text);
        if (right > column || bottom > row)
          builder.merge({ top: offset + row, left: column, bottom: offset + bottom, right });
      }
      if (isHidden) builder.hide(offset + row);
    }
    // Row 0 of the next page, its heading, would stand where this one ends, and is left out.
    offset += rows.at(-1)?.row ?? 0;
  }
  return builder.finish({ name: '', hidden: false, isPivot: false }, () => false);
}
