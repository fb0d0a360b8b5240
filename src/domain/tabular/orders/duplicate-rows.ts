import { floatAt, intAt } from '@/src/kernel/typed';
import { TextColumn } from '../columns/column';
import { ROW } from './row-kinds';
import type { SalesTable } from './sales-table';

/**
 * Rows of which every cell stands in an earlier row too. Only told of rows that name their own order: two lines below one
 * may well be alike. @param kinds those of the rows: a header again is no duplicate.
 */
export function duplicateRows(sales: SalesTable, kinds: Uint8Array): number {
  const { columns } = sales.table;
  const order = sales.column('orderId');
  if (!order) return 0;
  // Where no value of a column stands twice, no row does.
  if (columns.some((column) => column instanceof TextColumn && column.size === sales.rows)) return 0;
  const hashes = hashesOf(sales);
  const mask = 2 ** Math.ceil(Math.log2(sales.rows * 2 + 2)) - 1;
  /** By place the row + 1, which is 0 where the place is free. */
  const slots = new Int32Array(mask + 1);
  let duplicates = 0;
  for (let row = 0; row < sales.rows; row++) {
    if (kinds[row] !== ROW || sales.isMissing(order, row)) continue;
    const hash = intAt(hashes, row);
    let slot = hash & mask;
    for (let other = intAt(slots, slot); other !== 0; other = intAt(slots, slot)) {
      if (hashes[other - 1] === hash && isSame(sales, row, other - 1)) break;
      slot = (slot + 1) & mask;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
    else duplicates++;
  }
  return duplicates;
}

function hashesOf({ table, rows }: SalesTable): Int32Array {
  const hashes = new Int32Array(rows).fill(17);
  for (const column of table.columns) {
    if (column instanceof TextColumn) for (let row = 0; row < rows; row++) mix(hashes, row, intAt(column.codes, row));
    else for (let row = 0; row < rows; row++) mix(hashes, row, floatAt(column.units, row) | 0);
  }
  return hashes;
}

function mix(hashes: Int32Array, row: number, part: number): void {
  const hash = Math.imul(intAt(hashes, row) ^ part, -1640531535);
  hashes[row] = hash ^ (hash >>> 15);
}

function isSame({ table }: SalesTable, a: number, b: number): boolean {
  return table.columns.every((column) =>
    column instanceof TextColumn
      ? column.codes[a] === column.codes[b]
      : Object.is(column.units[a], column.units[b]) && column.decimals[a] === column.decimals[b],
  );
}
