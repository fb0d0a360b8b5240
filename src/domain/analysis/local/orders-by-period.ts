import { periodOf, type Period, type PeriodUnit } from '@/src/kernel/period';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { Span } from '../aggregate-source';
import { numberPairs, type Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';

/** How many orders with a row above zero a customer (by code) has in a period. */
export type OrdersByPeriod = (customer: number, period: Period) => number;

export function ordersByPeriod(
  { customer, day, amount }: Pick<SaleColumns, 'customer' | 'day' | 'amount'>,
  orders: Numbered,
  { first, last }: Span,
  unit: PeriodUnit,
): OrdersByPeriod {
  const base = periodOf(unit, first);
  const wide = periodOf(unit, last) - base + 1;
  const periods = Int32Array.from({ length: last - first + 1 }, (_, i) => periodOf(unit, first + i) - base);
  const rows = day.map((_, row) => row).filter((row) => floatAt(amount.units, row) > 0);
  const cells = rows.map((row) => intAt(customer.codes, row) * wide + intAt(periods, intAt(day, row) - first));
  const orderOf = rows.map((row) => intAt(orders.codes, row));
  const parts = numberPairs(cells, orderOf, orders.size);
  const cellOf = new Int32Array(parts.size);
  for (let i = 0; i < rows.length; i++) cellOf[intAt(parts.codes, i)] = intAt(cells, i);
  const counts = new Map<number, number>();
  for (const cell of cellOf) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return (code, period) => counts.get(code * wide + period - base) ?? 0;
}
