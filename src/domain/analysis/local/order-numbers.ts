import type { Span } from '../aggregate-source';
import { numberPairs, type Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';

/** Which order each row belongs to: by order id; in a file without ids, by customer and day. */
export async function orderNumbers(columns: SaleColumns, span: Span | undefined): Promise<Numbered> {
  const order = await columns.order();
  if (order) return { codes: order.codes, size: order.size };
  const { first, last } = span ?? { first: 0, last: 0 };
  return numberPairs(
    columns.customer.codes,
    columns.day.map((own) => own - first),
    last - first + 1,
  );
}
