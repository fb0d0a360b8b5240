import { at, must } from '@/src/kernel/assert';
import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import type { Orders } from '../orders/orders';
import type { Role } from '../roles/roles';
import { columnKeys } from './column-key';
import { findOverlaps, keptRows } from './find-overlaps';
import { joinColumns, joinTexts } from './join-columns';
import { inTime, type SourceOrders } from './source-orders';

export interface JoinedOrders {
  readonly orders: Orders;
  /** What each file gave to it, in the order that the files were given. */
  readonly shares: readonly Share[];
  /** See `Overlaps`. */
  readonly overlapping: number;
  readonly reused: boolean;
  readonly unknown: boolean;
}

export interface Share {
  /** Rows of the file that count. */
  readonly used: number;
  /** Rows whose order a later file has. */
  readonly lost: Int32Array;
  /** Rows whose amount is too large to be kept with the decimals that another file needs. */
  readonly tooLarge: Int32Array;
}

/**
 * The orders of several files of one kind as those of one, exactly: earliest file first, each order once (see
 * `findOverlaps`), columns by their names, amounts at the finest scale. The order in which the files are given does not
 * matter, nor in how many steps they are joined.
 * @param sources different files; at least one.
 */
export function joinOrders(sources: readonly SourceOrders[]): JoinedOrders {
  const times = inTime(sources);
  const files = times.map((place) => at(sources, place).orders);
  const { lost, orders: overlapping, reused, unknown } = findOverlaps(files);
  const scale = Math.max(...files.map(({ amount }) => amount.scale));
  const parts = files.map((orders, i) => partOf(orders, at(lost, i), scale));
  const shares = sources.map((_, place): Share => {
    const { rows, lost: gone, tooLarge } = at(parts, times.indexOf(place));
    return { used: rows.length, lost: gone, tooLarge };
  });
  return { orders: gather(parts, scale), shares, overlapping, reused, unknown };
}

/** The rows of a file that count, and those that do not. */
interface Part {
  readonly orders: Orders;
  readonly rows: Int32Array;
  readonly lost: Int32Array;
  readonly tooLarge: Int32Array;
}

function partOf(orders: Orders, lost: Uint8Array, scale: number): Part {
  const up = 10 ** (scale - orders.amount.scale);
  const isLarge = (row: number): boolean => Math.abs(floatAt(orders.amount.units, row) * up) > Number.MAX_SAFE_INTEGER;
  const kept = keptRows(lost);
  const tooLarge = up === 1 ? new Int32Array(0) : kept.filter(isLarge);
  return {
    orders,
    rows: tooLarge.length === 0 ? kept : kept.filter((row) => !isLarge(row)),
    lost: keptRows(lost.map((one) => 1 - one)),
    tooLarge,
  };
}

function gather(parts: readonly Part[], scale: number): Orders {
  const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const customer = joinTexts(parts.map((part) => ({ column: part.orders.customer, rows: part.rows })));
  const day = new Int32Array(rows);
  const units = new Float64Array(rows);
  let place = 0;
  for (const { orders, rows: own } of parts) {
    const up = 10 ** (scale - orders.amount.scale);
    for (let i = 0; i < own.length; i++, place++) {
      day[place] = intAt(orders.day, intAt(own, i));
      units[place] = floatAt(orders.amount.units, intAt(own, i)) * up;
    }
  }
  const hasOrder = parts.some(({ orders }) => orders.order);
  return {
    rows,
    customer,
    customerLabels: labelsOf(parts, customer),
    day,
    amount: { units, scale },
    order: hasOrder ? joinTexts(parts.map((part) => ({ column: part.orders.order, rows: part.rows }))) : undefined,
    others: othersOf(parts),
  };
}

/** The name that the latest file has for a customer; the key where none has another. */
function labelsOf(parts: readonly Part[], { codes, values }: Orders['customer']): string[] {
  const labels = [...values];
  let place = 0;
  for (const { orders, rows } of parts) {
    const done = new Uint8Array(orders.customer.size);
    for (let i = 0; i < rows.length; i++, place++) {
      const own = intAt(orders.customer.codes, intAt(rows, i));
      if (byteAt(done, own) === 1) continue;
      done[own] = 1;
      const [label, key] = [at(orders.customerLabels, own), at(values, intAt(codes, place))];
      if (label !== key) labels[intAt(codes, place)] = label;
    }
  }
  return labels;
}

type Other = Orders['others'][number];

/** The columns of all files by their names, each where it first stands. */
function othersOf(parts: readonly Part[]): Other[] {
  const columns = parts.map(({ orders }) => {
    const keys = columnKeys(orders.others.map(({ name }) => name));
    return new Map(orders.others.map((other, i) => [at(keys, i), other]));
  });
  const keys = new Set(columns.flatMap((own) => [...own.keys()]));
  const roles = new Set<Role>();
  return [...keys].map((key) => {
    const found = columns.map((own) => own.get(key));
    const { name } = must(
      found.find((other) => other !== undefined),
      'a key is that of a column',
    );
    const role = found.find((other) => other?.role !== undefined && !roles.has(other.role))?.role;
    if (role !== undefined) roles.add(role);
    return {
      name,
      role,
      column: joinColumns(parts.map(({ rows }, i) => ({ column: found[i]?.column, rows }))),
    };
  });
}
