import { cellText } from '@/src/domain/tabular/columns/column';
import type { BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import type { SourceOrders } from '@/src/domain/tabular/join/source-orders';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { ordersOf } from './tabular';

/** A file that was read, as it is joined. @param digest stands for its content. */
export const sourceOf = ({ orders }: BuiltOrders, digest: string, modified = 0): SourceOrders => ({
  orders,
  modified,
  sha256: digest,
});

/** Files of text as they are joined, the first called a, the second b. */
export async function sourcesOf(...texts: readonly string[]): Promise<SourceOrders[]> {
  const built = await Promise.all(texts.map((text) => ordersOf(text)));
  return built.map((one, i) => sourceOf(one, String.fromCodePoint(97 + i)));
}

/** The rows of orders as texts: customer, day, amount, order, and the other columns. */
export function linesOf(orders: Orders): string[] {
  return Array.from({ length: orders.rows }, (_, row) =>
    [
      cellText(orders.customer, row),
      formatDay(must(orders.day[row], 'day')),
      formatDecimal({ units: BigInt(must(orders.amount.units[row], 'amount')), scale: orders.amount.scale }),
      ...(orders.order ? [cellText(orders.order, row)] : []),
      ...orders.others.map(({ column }) => cellText(column, row)),
    ].join(' '),
  );
}
