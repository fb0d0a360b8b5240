import { monthOf } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { EntityOrders, Span } from '../aggregate-source';
import type { EntityPlaces } from './entity-places';
import { numberPairs, type Numbered } from './numbered';
import type { SaleColumns } from './sale-columns';

/** @param span the days that count; `all` of the file otherwise. */
export function ordersOfEntities(
  { codes, size, keyAt }: EntityPlaces,
  { amount, day }: Pick<SaleColumns, 'amount' | 'day'>,
  orders: Numbered,
  span: Span,
): EntityOrders {
  const counts = (row: number): boolean =>
    floatAt(amount.units, row) > 0 && intAt(day, row) >= span.first && intAt(day, row) <= span.last;
  const rows = day.map((_, row) => row).filter(counts);
  const entities = rows.map((row) => intAt(codes, row));
  const orderOf = rows.map((row) => intAt(orders.codes, row));
  const firstMonth = monthOf(span.first);
  const monthOfRow = monthsOf(span);
  const months = rows.map((row) => intAt(monthOfRow, intAt(day, row) - span.first) - firstMonth);
  const parts = numberPairs(entities, orderOf, orders.size);
  const sums = new ExactSums(parts.size);
  rows.forEach((row, i) => sums.add(intAt(parts.codes, i), floatAt(amount.units, row)));
  const largest = largestPart(sums, entityOf(parts, entities), size);
  const monthPairs = numberPairs(entities, months, monthOf(span.last) - firstMonth + 1);
  const orderCounts = countByEntity(entityOf(parts, entities), size);
  const monthCounts = countByEntity(entityOf(monthPairs, entities), size);
  const there = Array.from(orderCounts.keys()).filter((place) => intAt(orderCounts, place) > 0);
  return {
    keys: there.map(keyAt),
    orders: there.map((place) => intAt(orderCounts, place)),
    largest: there.map((place) => largest[place] ?? 0n),
    months: there.map((place) => intAt(monthCounts, place)),
    scale: amount.scale,
  };
}

function monthsOf({ first, last }: Span): Int32Array {
  return Int32Array.from({ length: last - first + 1 }, (_, i) => monthOf(first + i));
}

/** The entity of each class. */
function entityOf({ codes, size }: Numbered, entities: Int32Array): Int32Array {
  const of = new Int32Array(size);
  for (let i = 0; i < codes.length; i++) of[intAt(codes, i)] = intAt(entities, i);
  return of;
}

function countByEntity(entities: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const entity of entities) counts[entity] = intAt(counts, entity) + 1;
  return counts;
}

function largestPart(sums: ExactSums, entities: Int32Array, size: number): bigint[] {
  const largest = Array.from({ length: size }, () => 0n);
  entities.forEach((entity, part) => {
    const own = sums.total(part);
    if (own > (largest[entity] ?? 0n)) largest[entity] = own;
  });
  return largest;
}
