import { at } from '@/src/kernel/assert';
import { monthOf } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { EntityOrders, Span } from '../aggregate-source';
import type { RowsByDay } from './day-order';
import type { GroupedRows } from './grouped-rows';
import type { Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';
import { Seen } from './seen';

/** The rows of each entity. */
export interface EntityGroups extends GroupedRows {
  readonly keys: readonly string[];
}

/**
 * What `ordersOfLines` finds where each row is an order by itself: nothing has to be added up. One pass over the rows.
 * @param keys of the entities by their codes. @param span the days that count.
 */
export function ordersOfRows(
  keys: readonly string[],
  { codes, day, paid, scale }: RowsByDay,
  span: Span,
): EntityOrders {
  const months = monthsOf(span);
  const orders = new Int32Array(keys.length);
  const largest = new Float64Array(keys.length);
  const activeMonths = new Int32Array(keys.length);
  const lastMonth = new Int32Array(keys.length).fill(-1);
  for (let row = 0; row < day.length; row++) {
    const own = floatAt(paid, row);
    const when = intAt(day, row);
    if (!(own > 0) || when < span.first || when > span.last) continue;
    const code = intAt(codes, row);
    orders[code] = intAt(orders, code) + 1;
    if (own > floatAt(largest, code)) largest[code] = own;
    const month = intAt(months, when - span.first);
    if (month === intAt(lastMonth, code)) continue;
    lastMonth[code] = month;
    activeMonths[code] = intAt(activeMonths, code) + 1;
  }
  const there = Array.from(orders.keys()).filter((code) => intAt(orders, code) > 0);
  return {
    keys: there.map((code) => at(keys, code)),
    orders: there.map((code) => intAt(orders, code)),
    largest: there.map((code) => BigInt(floatAt(largest, code))),
    months: there.map((code) => intAt(activeMonths, code)),
    scale,
  };
}

/** One pass over the rows, entity by entity. @param span the days that count. */
export function ordersOfLines(
  { keys, starts, rows }: EntityGroups,
  { amount, day }: Pick<SaleColumns, 'amount' | 'day'>,
  orders: Numbered,
  span: Span,
): EntityOrders {
  const months = monthsOf(span);
  const monthsSeen = new Seen(span.last - span.first + 1);
  const ordersSeen = new Seen(orders.size);
  const sums = new ExactSums(rows.length);
  const found = { keys: [] as string[], orders: [] as number[], largest: [] as bigint[], months: [] as number[] };
  keys.forEach((key, entity) => {
    ordersSeen.forget();
    monthsSeen.forget();
    for (let i = intAt(starts, entity); i < intAt(starts, entity + 1); i++) {
      const row = intAt(rows, i);
      const paid = floatAt(amount.units, row);
      const when = intAt(day, row);
      if (!(paid > 0) || when < span.first || when > span.last) continue;
      sums.add(ordersSeen.add(intAt(orders.codes, row)), paid);
      monthsSeen.add(intAt(months, when - span.first));
    }
    if (ordersSeen.count === 0) return;
    found.keys.push(key);
    found.orders.push(ordersSeen.count);
    found.largest.push(largestOf(sums, ordersSeen));
    found.months.push(monthsSeen.count);
  });
  return { ...found, scale: amount.scale };
}

/** The month of each day, from 0. */
function monthsOf({ first, last }: Span): Int32Array {
  const base = monthOf(first);
  return Int32Array.from({ length: last - first + 1 }, (_, i) => monthOf(first + i) - base);
}

function largestOf(sums: ExactSums, { first, past }: Seen): bigint {
  let largest = first;
  for (let part = first + 1; part < past; part++) if (sums.compare(part, largest) > 0) largest = part;
  return sums.total(largest);
}
