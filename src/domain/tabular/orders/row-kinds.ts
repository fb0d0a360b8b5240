import { at } from '@/src/kernel/assert';
import { intAt } from '@/src/kernel/typed';
import { cellText, TextColumn, type Column } from '../columns/column';
import { holds, markedCodes, noneMatches } from '../columns/marked-codes';
import type { SalesTable } from './sales-table';
import { isTotalWord, LATIN_TOTAL, summedIn } from '../total-words';
import { readNumberCell } from '../values/number-cell';

/** What a row is, before anything is read from it. */
export const ROW = 0;
export const HEADER_AGAIN = 1;
export const TOTAL = 2;
/** A line of text below or between the rows: who exported it, that it is confidential. */
export const NOTE = 3;
/** A customer's name on a row of its own, above the rows of that customer. */
export const HEADING = 4;

/** A note has this many cells at most. */
const NOTE_CELLS = 2;

/**
 * The kind of each row. A total says so in a cell (合计) and has no date or no order of its own: a company may be called
 * Total. A header again has the names of the columns for its cells. A row with a customer and nothing else is a heading
 * when rows without a customer follow; other rows of one or two cells, without date or amount, are notes, and so is a row
 * with something else in place of both and without a customer.
 */
export function rowKinds(sales: SalesTable, dayOfCode: (code: number) => boolean): Uint8Array {
  const kinds = new Uint8Array(sales.rows);
  const date = sales.text('date');
  const order = sales.text('orderId');
  const noOrder = order && sales.missingCodes(order);
  const totals = totalCodes(sales);
  const repeats = headerCodes(sales);
  for (let row = 0; row < sales.rows; row++) {
    const isDated = date !== undefined && dayOfCode(intAt(date.codes, row));
    if (isDated && !(order && noOrder?.[intAt(order.codes, row)] === 1)) continue;
    const says = (codes: CodeSet): boolean => codes.has[intAt(codes.column.codes, row)] === 1;
    if (repeats.length > 1 && repeats.every(says)) kinds[row] = HEADER_AGAIN;
    else if (totals.some(says)) kinds[row] = TOTAL;
    else if (!isDated) kinds[row] = kindOfShort(sales, row);
  }
  return withoutFalseHeadings(kinds, sales);
}

/** A row without a day: of a cell or two and no amount it is a heading or a note. */
function kindOfShort(sales: SalesTable, row: number): number {
  const amount = sales.column('amount') ?? sales.column('unitPrice');
  if (isBesideTable(sales, amount, row)) return NOTE;
  if (!sales.isMissing(amount, row) || sales.filled(row, NOTE_CELLS + 1) > NOTE_CELLS) return ROW;
  return sales.filled(row, 2) === 1 && !sales.isMissing(customerIn(sales), row) ? HEADING : NOTE;
}

/** A page's title, or a line of another table: a text in place of the day, no customer, no figure in place of the amount. */
function isBesideTable(sales: SalesTable, amount: Column | undefined, row: number): boolean {
  if (sales.isMissing(sales.text('date'), row) || !sales.isMissing(customerIn(sales), row)) return false;
  return !amount || sales.isMissing(amount, row) || readNumberCell(cellText(amount, row)) === undefined;
}

function customerIn(sales: SalesTable): TextColumn | undefined {
  return sales.text('customer') ?? sales.text('customerId');
}

interface CodeSet {
  readonly column: TextColumn;
  /** By code 1 where the value is one of them. */
  readonly has: Uint8Array;
}

/** Where a total says so: in the columns with a role, and in the first three. */
function totalCodes({ table, roles }: SalesTable): CodeSet[] {
  return table.columns.flatMap((column, i) => {
    if (!(column instanceof TextColumn) || (roles[i] === undefined && i > 2)) return [];
    const has = markedCodes(column, totalTestOf(column), (texts) => noneMatches(texts, LATIN_TOTAL));
    return has.includes(1) ? [{ column, has }] : [];
  });
}

/** Total Acme sums up where Acme stands in the same column: QuickBooks writes it so. */
function totalTestOf(column: TextColumn): (value: string) => boolean {
  let names: Set<string> | undefined;
  return (value) => {
    if (isTotalWord(value)) return true;
    const summed = summedIn(value);
    if (summed === undefined) return false;
    names ??= new Set(column.values.map((name) => name.trim()));
    return names.has(summed);
  };
}

/** The columns that hold their own name somewhere; fewer than there are where they cannot be two. */
function headerCodes({ table }: SalesTable): CodeSet[] {
  const found: CodeSet[] = [];
  const columns = table.columns.flatMap((column, i) =>
    column instanceof TextColumn ? [{ column, name: at(table.names, i) }] : [],
  );
  // Columns of many values, which take long, come last: one of them is not looked at for nothing.
  columns.sort((a, b) => a.column.size - b.column.size);
  columns.forEach(({ column, name }, i) => {
    if (found.length + columns.length - i < 2) return;
    const has = markedCodes(
      column,
      (value) => value.trim() === name,
      (texts) => !holds(texts, name),
    );
    if (has.includes(1)) found.push({ column, has });
  });
  return found;
}

/** A heading is one only where the next row lacks the customer; else the line is a note. */
function withoutFalseHeadings(kinds: Uint8Array, sales: SalesTable): Uint8Array {
  const customer = customerIn(sales);
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== HEADING) continue;
    const next = row + 1;
    if (next >= kinds.length || kinds[next] !== ROW || !sales.isMissing(customer, next)) kinds[row] = NOTE;
  }
  return kinds;
}
