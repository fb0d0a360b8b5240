import { at } from '@/src/kernel/assert';
import { byteAt, intAt } from '@/src/kernel/typed';
import { TextColumn } from '../columns/column';
import { NO_DAY, type Interpreted } from './interpret';
import { SET_ASIDE_REASONS, type UnsoldLines } from './orders';
import type { SalesTable } from './sales-table';

const UNSOLD = SET_ASIDE_REASONS.indexOf('unsold');

/** The lines set aside as unsold that name their order, a customer and a day; undefined where there are none. */
export function unsoldLines(sales: SalesTable, read: Interpreted, reasons: Uint8Array): UnsoldLines | undefined {
  const order = sales.text('orderId');
  if (!order || !reasons.includes(UNSOLD)) return undefined;
  const { keys, customer, day } = read;
  const codes = read.orderCodes ?? order.codes;
  const missing = sales.missingCodes(order);
  const found: number[] = [];
  for (let row = 0; row < reasons.length; row++) {
    if (byteAt(reasons, row) !== UNSOLD || missing[intAt(codes, row)] === 1 || day[row] === NO_DAY) continue;
    if (keys.ofCode.length > 0 && at(keys.ofCode, intAt(customer.codes, row)) !== '') found.push(row);
  }
  if (found.length === 0) return undefined;
  const rows = Int32Array.from(found);
  return {
    order: order.withCodes(codes).pick(rows),
    customer: new TextColumn(customer.codes, keys.ofCode).pick(rows),
    day: rows.map((row) => intAt(day, row)),
  };
}
