import { intAt } from '@/src/kernel/typed';
import type { Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';

/** Which order each row belongs to in a file without order ids: that of its customer and day. @param rows by customer and day. */
export function numberOrderDays({ customer, day }: Pick<SaleColumns, 'customer' | 'day'>, rows: Int32Array): Numbered {
  const codes = new Int32Array(rows.length);
  let size = 0;
  let lastCustomer = -1;
  let lastDay = 0;
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
