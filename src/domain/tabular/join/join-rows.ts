import Papa from 'papaparse';
import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import { cellText } from '../columns/column';
import type { StoredRole } from '../dataset.kind';
import type { BuiltOrders } from '../orders/build-orders';
import type { Orders, SetAsideReason } from '../orders/orders';
import type { Table } from '../table';
import { writeCsv } from '../write-csv';
import { columnKeys } from './column-key';

/** Rows of one file as it has them, with the reason why they do not count. */
export interface FileRows {
  readonly file: string;
  readonly names: readonly string[];
  readonly rows: readonly { readonly row: string; readonly cells: readonly string[]; readonly reason: string }[];
}

/** Rows of several files as one table of CSV: the file, the number of the row in it, the cells by column, the reason. */
export function writeFileRows(files: readonly FileRows[]): string {
  const names = new Map<string, string>();
  const keys = files.map((file) => columnKeys(file.names));
  files.forEach((file, i) =>
    at(keys, i).forEach((key, place) => names.set(key, names.get(key) ?? at(file.names, place))),
  );
  const body = files.flatMap(({ file, rows }, i) => {
    const places = [...names.keys()].map((key) => at(keys, i).indexOf(key));
    return rows.map(({ row, cells, reason }) => [file, row, ...places.map((place) => cells[place] ?? ''), reason]);
  });
  return writeCsv([['file', '#', ...names.values(), 'reason'], ...body]);
}

/** What `writeFileRows` wrote, and what was written of a file by itself (without a column `file`). */
export function readFileRows(csv: string, file: string): FileRows[] {
  const [header = [], ...lines] = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').trimEnd()).data;
  const isNamed = header[0] === 'file';
  const first = isNamed ? 1 : 0;
  const names = header.slice(first + 1, -1);
  const files = new Map<string, FileRows['rows'][number][]>();
  for (const cells of lines) {
    const own = isNamed ? (cells[0] ?? '') : file;
    const rows = files.get(own) ?? [];
    files.set(own, rows);
    rows.push({ row: cells[first] ?? '', cells: cells.slice(first + 1, -1), reason: cells.at(-1) ?? '' });
  }
  return [...files].map(([name, rows]) => ({ file: name, names, rows }));
}

/** Rows of a file that was just read, as they stand in it. @param rows positions among its orders. */
export function rowsOfTable(
  { built, table }: { readonly built: BuiltOrders; readonly table: Table },
  rows: Int32Array,
  reason: SetAsideReason,
): FileRows['rows'] {
  const used = built.rows();
  return Array.from(rows, (row) => {
    const place = intAt(used, row);
    return {
      row: String(intAt(table.rowNumbers, place)),
      cells: table.columns.map((column) => cellText(column, place)),
      reason,
    };
  });
}

/**
 * Rows of a stored file: the cells that decide as they were understood (the key or name of the customer, the day as
 * 2024-01-05, the plain amount), all others as they stood in the file. Their numbers in the file are not known any more.
 */
export function rowsOfOrders(
  orders: Orders,
  columns: readonly StoredRole[],
  { rows, reason }: { readonly rows: Int32Array; readonly reason: SetAsideReason },
): FileRows['rows'] {
  const others = orders.others.values();
  const cells = columns.map(({ role }) => {
    const other = DECIDED.has(role) ? undefined : others.next().value;
    return other ? (row: number) => cellText(other.column, row) : decidedCell(orders, role, columns);
  });
  return Array.from(rows, (row) => ({ row: '', cells: cells.map((cell) => cell(row)), reason }));
}

/** Columns that are kept by their meaning; of the others each is one of `others`, in their order. */
const DECIDED: ReadonlySet<string | null> = new Set(['customer', 'customerId', 'date', 'amount', 'orderId']);

function decidedCell(
  { customer, customerLabels, day, amount, order }: Orders,
  role: string | null,
  columns: readonly StoredRole[],
): (row: number) => string {
  const hasId = columns.some((column) => column.role === 'customerId');
  const key = (row: number): string => cellText(customer, row);
  if (role === 'customerId') return key;
  if (role === 'customer') return hasId ? (row) => at(customerLabels, intAt(customer.codes, row)) : key;
  if (role === 'date') return (row) => formatDay(intAt(day, row));
  if (role === 'amount')
    return (row) => formatDecimal({ units: BigInt(floatAt(amount.units, row)), scale: amount.scale });
  return (row) => (order ? cellText(order, row) : '');
}
