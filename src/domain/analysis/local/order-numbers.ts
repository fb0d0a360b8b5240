import { intAt } from '@/src/kernel/typed';
import type { GroupedRows } from './grouped-rows';
import type { Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';

/**
 * Which order each row belongs to: by order id; in a file without ids, by customer and day.
 * @param byCustomer gives the rows by customer and day.
 */
export async function orderNumbers(columns: SaleColumns, byCustomer: () => Promise<GroupedRows>): Promise<Numbered> {
  const order = await columns.order();
  return order ? { codes: order.codes, size: order.size } : numberDays(columns, (await byCustomer()).rows);
}

/** A new number wherever the customer or the day is another than in the row before. */
function numberDays({ customer, day }: SaleColumns, rows: Int32Array): Numbered {
  const codes = new Int32Array(rows.length);
  let [size, lastCustomer, lastDay] = [0, -1, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = intAt(rows, i);
    const own = intAt(customer.codes, row);
    const when = intAt(day, row);
    if (own !== lastCustomer || when !== lastDay) size++;
    codes[row] = size - 1;
    lastCustomer = own;
    lastDay = when;
  }
  return { codes, size };
}
