import { byteAt, intAt } from '@/src/kernel/typed';
import type { TextColumn } from '../columns/column';
import { HEADING, ROW, TOTAL } from './row-kinds';
import type { SalesTable } from './sales-table';

/** How rows hang together. */
export interface Documents {
  /** For each row the first row of its order or document, from which it has what it leaves blank; itself for the first. */
  readonly first: Int32Array<ArrayBuffer>;
  /** For each row the heading above it that names its customer, or -1. */
  readonly heading: Int32Array<ArrayBuffer>;
}

/**
 * Lines of one order belong together: those with one order id, wherever they stand, and lines below that leave order,
 * customer and date blank, as merged cells do. A line with an order of its own never takes anything from the one above.
 */
export function documentsOf(sales: SalesTable, kinds: Uint8Array): Documents {
  const orders = orderRows(sales, kinds);
  const first = new Int32Array(sales.rows);
  const heading = new Int32Array(sales.rows).fill(-1);
  let above = -1;
  let title = -1;
  for (let row = 0; row < sales.rows; row++) {
    const kind = byteAt(kinds, row);
    title = headingAfter(row, kind, title);
    first[row] = row;
    if (kind !== ROW) continue;
    heading[row] = title;
    const ofOrder = orders ? intAt(orders, row) : -1;
    if (ofOrder >= 0) first[row] = ofOrder;
    else if (above >= 0 && continues(sales, row)) first[row] = above;
    above = intAt(first, row);
  }
  return { first, heading };
}

/** The heading that lines below this row stand under, or -1. */
function headingAfter(row: number, kind: number, before: number): number {
  if (kind === HEADING) return row;
  return kind === TOTAL ? -1 : before;
}

/** For each row the first row with its order, -1 where it names none; undefined where no row does. */
function orderRows(sales: SalesTable, kinds: Uint8Array): Int32Array | undefined {
  const order = sales.text('orderId');
  if (!order) return undefined;
  const missing = sales.missingCodes(order);
  /** By code of the order 1 + the row of its first line. */
  const firsts = new Int32Array(order.size);
  const rows = new Int32Array(sales.rows).fill(-1);
  for (let row = 0; row < rows.length; row++) {
    const code = intAt(order.codes, row);
    if (kinds[row] !== ROW || missing[code] === 1) continue;
    if (firsts[code] === 0) firsts[code] = row + 1;
    rows[row] = intAt(firsts, code) - 1;
  }
  return rows;
}

/** A line that names no customer and no day, and has no order of its own where others have. */
function continues(sales: SalesTable, row: number): boolean {
  const customer = sales.text('customer') ?? sales.text('customerId');
  if (!sales.isMissing(customer, row) || !sales.isMissing(sales.text('date'), row)) return false;
  return sales.text('orderId') !== undefined || !sales.isMissing(sales.column('product'), row);
}

export interface Carried {
  readonly codes: Int32Array<ArrayBuffer>;
  /** Rows that have their value from another. */
  readonly carried: number;
}

/** The codes of a column, where a line leaves it blank those of its document's first line, or else of its heading. */
export function carriedCodes(sales: SalesTable, column: TextColumn, { first, heading }: Documents): Carried {
  const missing = sales.missingCodes(column);
  if (!missing.includes(1)) return { codes: column.codes, carried: 0 };
  const codes = column.codes.slice();
  let carried = 0;
  for (let row = 0; row < codes.length; row++) {
    if (missing[intAt(codes, row)] === 0) continue;
    const from = [intAt(first, row), intAt(heading, row)].find(
      (other) => other >= 0 && other !== row && missing[intAt(column.codes, other)] === 0,
    );
    if (from === undefined) continue;
    codes[row] = intAt(column.codes, from);
    carried++;
  }
  return { codes, carried };
}
