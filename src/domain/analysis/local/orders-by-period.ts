import { periodOf, type PeriodUnit } from '@/src/kernel/period';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { Span } from '../aggregate-source';
import type { GroupedRows } from './grouped-rows';
import type { Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';
import { Seen } from './seen';

/**
 * How many orders with a row above zero each customer has in each period with one: customers in the order of their codes, and
 * the periods of each in theirs.
 * @param grouped the rows by customer and day.
 */
export function ordersByPeriod(
  { day, amount }: Pick<SaleColumns, 'day' | 'amount'>,
  { starts, rows }: GroupedRows,
  orders: Numbered,
  { unit, span: { first, last } }: { readonly unit: PeriodUnit; readonly span: Span },
): number[] {
  const periods = Int32Array.from({ length: last - first + 1 }, (_, i) => periodOf(unit, first + i));
  const seen = new Seen(orders.size);
  const counts: number[] = [];
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let present = Number.NaN;
    for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
      const row = intAt(rows, i);
      if (!(floatAt(amount.units, row) > 0)) continue;
      const period = intAt(periods, intAt(day, row) - first);
      if (period !== present) {
        seen.forget();
        counts.push(0);
      }
      present = period;
      seen.add(intAt(orders.codes, row));
      counts[counts.length - 1] = seen.count;
    }
  }
  return counts;
}
