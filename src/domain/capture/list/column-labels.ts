import type { PageDom } from '../page-dom';
import { labelOf, type FieldLabel } from '../record/field-label';
import { foldWidth } from '../text/fold-width';

const MOST_COLUMNS = 40;
const MOST_ROWS = 1000;

/** What the headings of a table's columns say of the cells of its rows; cells that reach over several rows or columns counted. */
export function columnLabels(dom: PageDom, rows: readonly Element[]): Map<Element, FieldLabel> {
  const tables = new Set(rows.flatMap((row) => tableOf(dom, row) ?? []));
  const found = new Map<Element, FieldLabel>();
  for (const table of tables) labelCells(dom, table, found);
  return found;
}

function tableOf(dom: PageDom, row: Element): Element | undefined {
  let at = dom.parent(row);
  for (let i = 0; at && i < 3; i++, at = dom.parent(at)) if (dom.tag(at) === 'table') return at;
  return undefined;
}

function labelCells(dom: PageDom, table: Element, found: Map<Element, FieldLabel>): void {
  const rows = dom
    .select('tr', table)
    .filter((row) => tableOf(dom, row) === table)
    .slice(0, MOST_ROWS);
  const grid = gridOf(dom, rows);
  const [head, ...body] = grid.filter((cells) => cells.size > 1);
  if (!head) return;
  const labels = new Map([...head].map(([column, cell]) => [column, labelOf(foldWidth(dom.text(cell, 40)))] as const));
  if ([...labels.values()].filter((label) => label !== undefined).length < 2) return;
  for (const cells of body)
    for (const [column, cell] of cells) {
      const label = labels.get(column);
      if (label !== undefined) found.set(cell, label);
    }
}

/** The cells of each row by column. A cell that comes down from a row above takes its column and is no cell of the row. */
function gridOf(dom: PageDom, rows: readonly Element[]): Map<number, Element>[] {
  const spanned = new Map<number, number>();
  return rows.map((row) => {
    const cells = dom.select('td,th', row).filter((cell) => dom.parent(cell) === row);
    const own = new Map<number, Element>();
    let column = 0;
    const skip = (): void => {
      for (let left = spanned.get(column) ?? 0; left > 0; left = spanned.get(column) ?? 0) {
        spanned.set(column, left - 1);
        column++;
      }
    };
    for (const cell of cells.slice(0, MOST_COLUMNS)) {
      skip();
      own.set(column, cell);
      const [wide, high] = ['colspan', 'rowspan'].map((name) =>
        Math.min(100, Math.max(1, Number(dom.attribute(cell, name)) || 1)),
      );
      for (let k = 0; k < (wide ?? 1); k++) spanned.set(column + k, (high ?? 1) - 1);
      column += wide ?? 1;
    }
    skip();
    return own;
  });
}
