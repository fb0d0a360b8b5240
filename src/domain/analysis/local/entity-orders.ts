import { monthOf } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { EntityOrders, Span } from '../aggregate-source';
import type { GroupedRows } from './grouped-rows';
import type { Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';
import { Seen } from './seen';

/** The rows of each entity. */
export interface EntityGroups extends GroupedRows {
  readonly keys: readonly string[];
}

type Sales = Pick<SaleColumns, 'amount' | 'day'>;

/** One pass over the rows, entity by entity. @param span the days that count. */
export function ordersOfEntities(groups: EntityGroups, sales: Sales, orders: Numbered, span: Span): EntityOrders {
  return isEachItsOwn(orders) ? ordersOfRows(groups, sales, span) : ordersOfLines(groups, sales, orders, span);
}

/** Whether each row is an order by itself, numbered in the order of the rows. */
function isEachItsOwn({ codes }: Numbered): boolean {
  for (let row = 0; row < codes.length; row++) if (intAt(codes, row) !== row) return false;
  return true;
}

/** What `ordersOfLines` finds where each row is an order: nothing has to be added up. */
function ordersOfRows({ keys, starts, rows }: EntityGroups, { amount, day }: Sales, span: Span): EntityOrders {
  const months = monthsOf(span);
  const monthsSeen = new Seen(span.last - span.first + 1);
  const found = { keys: [] as string[], orders: [] as number[], largest: [] as bigint[], months: [] as number[] };
  keys.forEach((key, entity) => {
    monthsSeen.forget();
    let orders = 0;
    let largest = 0;
    for (let i = intAt(starts, entity); i < intAt(starts, entity + 1); i++) {
      const row = intAt(rows, i);
      const paid = floatAt(amount.units, row);
      const when = intAt(day, row);
      if (!(paid > 0) || when < span.first || when > span.last) continue;
      orders++;
      if (paid > largest) largest = paid;
      monthsSeen.add(intAt(months, when - span.first));
    }
    if (orders === 0) return;
    found.keys.push(key);
    found.orders.push(orders);
    found.largest.push(BigInt(largest));
    found.months.push(monthsSeen.count);
  });
  return { ...found, scale: amount.scale };
}

function ordersOfLines(
  { keys, starts, rows }: EntityGroups,
  { amount, day }: Sales,
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
