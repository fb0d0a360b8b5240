import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { CustomerDays, CustomerSummary, Span } from '../aggregate-source';
import { groupRows, type GroupedRows } from './grouped-rows';
import type { SaleColumns } from './sale-columns';

type Sales = Pick<SaleColumns, 'customer' | 'customerLabels' | 'day' | 'amount'>;

/** All rows by customer, those of one customer by day. */
export function rowsByCustomer(
  { customer, day }: Pick<Sales, 'customer' | 'day'>,
  span: Span | undefined,
): GroupedRows {
  return groupRows(customer.codes, customer.size, isAscending(day) ? undefined : rowsByDay(day, span));
}

/** Most files are in the order of their days as they come. */
function isAscending(day: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) if (intAt(day, row) < intAt(day, row - 1)) return false;
  return true;
}

function rowsByDay(day: Int32Array, span: Span | undefined): Int32Array {
  const { first, last } = span ?? { first: 0, last: 0 };
  const sinceFirst = day.map((own) => own - first);
  return groupRows(sinceFirst, last - first + 1).rows;
}

/** @param grouped the rows by customer and day. */
export function daysOfCustomers({ customer, customerLabels, day, amount }: Sales, grouped: GroupedRows): CustomerDays {
  const { starts, rows } = grouped;
  const days = new Int32Array(rows.length);
  const units = new ExactSums(rows.length);
  const bounds = new Int32Array(customer.size + 1);
  const summaries: CustomerSummary[] = [];
  let count = 0;
  for (let code = 0; code < customer.size; code++) {
    const from = count;
    for (let i = intAt(starts, code); i < intAt(starts, code + 1); i++) {
      const row = intAt(rows, i);
      const paid = floatAt(amount.units, row);
      if (!(paid > 0)) continue;
      const when = intAt(day, row);
      if (count === from || when !== intAt(days, count - 1)) days[count++] = when;
      units.add(count - 1, paid);
    }
    if (count === from) continue;
    bounds[summaries.length + 1] = count;
    const [key, label] = [at(customer.values, code), at(customerLabels, code)];
    const [first, last] = [intAt(days, from), intAt(days, count - 1)];
    summaries.push({ key, label, first, last, orderDays: count - from });
  }
  return {
    summaries,
    starts: bounds.subarray(0, summaries.length + 1),
    days: days.subarray(0, count),
    units,
    scale: amount.scale,
  };
}
