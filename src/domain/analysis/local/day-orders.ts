import { monthOf } from '@/src/kernel/calendar';
import { intAt } from '@/src/kernel/typed';
import type { CustomerDays, EntityOrders, Span } from '../aggregate-source';

/** The orders of customers where an order is a day: in a file without order ids. @param span the days that count. */
export function ordersOfDays({ summaries, starts, days, units, scale }: CustomerDays, span: Span): EntityOrders {
  const months = Int32Array.from({ length: span.last - span.first + 1 }, (_, i) => monthOf(span.first + i));
  const found = { keys: [] as string[], orders: [] as number[], largest: [] as bigint[], months: [] as number[] };
  summaries.forEach(({ key }, customer) => {
    let orders = 0;
    let largest = 0;
    let activeMonths = 0;
    let lastMonth = Number.NaN;
    for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
      const day = intAt(days, i);
      if (day < span.first || day > span.last) continue;
      if (orders === 0 || units.compare(i, largest) > 0) largest = i;
      orders++;
      const month = intAt(months, day - span.first);
      if (month !== lastMonth) activeMonths++;
      lastMonth = month;
    }
    if (orders === 0) return;
    found.keys.push(key);
    found.orders.push(orders);
    found.largest.push(units.total(largest));
    found.months.push(activeMonths);
  });
  return { ...found, scale };
}
