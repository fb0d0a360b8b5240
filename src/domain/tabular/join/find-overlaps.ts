import { byteAt, intAt } from '@/src/kernel/typed';
import type { Orders } from '../orders/orders';
import { NO_ORDER, orderNumbers, SharedTexts, textNumbers } from './order-keys';

export interface Overlaps {
  /** For each file by row 1 where its order stands in a later file too. */
  readonly lost: readonly Uint8Array[];
  /** Orders that are lost so, each once for every file that it is lost from. */
  readonly orders: number;
  /** One id is two orders: on different days, or of different customers. */
  readonly reused: boolean;
  /** Two files have rows without an order on the same days: whether those are the same cannot be known. */
  readonly unknown: boolean;
}

/**
 * What stands in several files. An order is the same in two when it has the same id, and in both the same customer on the
 * same first day: numbers that begin anew each month or in each shop are not taken for one, and a later refund under the
 * number of its order is not its copy. The last file that knows an order has all of it, also when it says that it was not
 * sold; its rows in earlier ones are lost.
 * @param files in time, the earliest first.
 */
export function findOverlaps(files: readonly Orders[]): Overlaps {
  const ids = new SharedTexts();
  const customers = new SharedTexts();
  const lines = files.map((orders) => linesOf(orders, ids, customers));
  const later = new KnownOrders(ids.size);
  const lost = files.map(({ rows }) => new Uint8Array(rows));
  let orders = 0;
  for (let file = files.length - 1; file >= 0; file--) {
    const own = lines[file];
    const mine = lost[file];
    if (!own || !mine) continue;
    const heads = headsOf(own.all, ids.size);
    orders += markLost(mine, own.sold.order, (order) => later.has(order, heads));
    later.add(heads);
  }
  return {
    lost,
    orders,
    reused: later.reused,
    unknown: areBlind(
      files,
      lines.map(({ sold }) => sold.order),
    ),
  };
}

/** Lines by their numbers. */
interface Lines {
  readonly order: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
}

function linesOf(
  orders: Orders,
  ids: SharedTexts,
  customers: SharedTexts,
): { readonly sold: Lines; readonly all: readonly Lines[] } {
  const numbered = (order: Orders['order'], customer: Orders['customer'], day: Int32Array): Lines => ({
    order: order ? spread(order.codes, orderNumbers(order, ids)) : new Int32Array(day.length).fill(NO_ORDER),
    customer: spread(customer.codes, textNumbers(customer, customers)),
    day,
  });
  const sold = numbered(orders.order, orders.customer, orders.day);
  const { unsold } = orders;
  return { sold, all: unsold ? [sold, numbered(unsold.order, unsold.customer, unsold.day)] : [sold] };
}

function spread(codes: Int32Array, numbers: Int32Array): Int32Array {
  const all = new Int32Array(codes.length);
  for (let row = 0; row < all.length; row++) all[row] = intAt(numbers, intAt(codes, row));
  return all;
}

/** By order its first day in a file and the customer of that day; no day where the file does not know it. */
interface Heads {
  readonly day: Int32Array;
  readonly customer: Int32Array;
}

const NEVER = 2_147_483_647;

function headsOf(all: readonly Lines[], orders: number): Heads {
  const heads = { day: new Int32Array(orders).fill(NEVER), customer: new Int32Array(orders).fill(NEVER) };
  for (const { order, customer, day } of all) {
    for (let row = 0; row < order.length; row++) {
      const one = intAt(order, row);
      if (one === NO_ORDER || intAt(day, row) > intAt(heads.day, one)) continue;
      // Of several customers on the first day one that does not depend on the order of the rows.
      const isEarlier = intAt(day, row) < intAt(heads.day, one);
      const who = intAt(customer, row);
      if (isEarlier || who < intAt(heads.customer, one)) heads.customer[one] = who;
      heads.day[one] = intAt(day, row);
    }
  }
  return heads;
}

/** The orders that later files know. */
class KnownOrders {
  /** One id is two orders. */
  reused = false;
  private readonly first: Heads;
  /** Ids that are several orders: rare. */
  private readonly more = new Map<number, Set<string>>();

  constructor(orders: number) {
    this.first = { day: new Int32Array(orders).fill(NEVER), customer: new Int32Array(orders).fill(NEVER) };
  }

  has(order: number, { day, customer }: Heads): boolean {
    if (day[order] === this.first.day[order] && customer[order] === this.first.customer[order]) return true;
    return this.more.get(order)?.has(`${day[order]} ${customer[order]}`) ?? false;
  }

  add(heads: Heads): void {
    const { day, customer } = this.first;
    for (let order = 0; order < day.length; order++) {
      if (heads.day[order] === NEVER || this.has(order, heads)) continue;
      if (day[order] === NEVER) {
        day[order] = intAt(heads.day, order);
        customer[order] = intAt(heads.customer, order);
        continue;
      }
      this.reused = true;
      this.more.set(order, (this.more.get(order) ?? new Set()).add(`${heads.day[order]} ${heads.customer[order]}`));
    }
  }
}

/** Marks the rows of orders that are known. @returns how many orders. */
function markLost(lost: Uint8Array, orderOf: Int32Array, isKnown: (order: number) => boolean): number {
  /** By order 1 where it was asked about, and 2 more where it is known. */
  const asked = new Map<number, boolean>();
  let orders = 0;
  for (let row = 0; row < lost.length; row++) {
    const order = intAt(orderOf, row);
    if (order === NO_ORDER) continue;
    let known = asked.get(order);
    if (known === undefined) {
      known = isKnown(order);
      asked.set(order, known);
      if (known) orders++;
    }
    if (known) lost[row] = 1;
  }
  return orders;
}

/** Whether the days of rows without an order overlap between two files. */
function areBlind(files: readonly Orders[], orders: readonly Int32Array[]): boolean {
  const spans = files.flatMap(({ day }, i) => {
    const order = orders[i] ?? new Int32Array(0);
    let [first, last] = [NEVER, -NEVER];
    for (let row = 0; row < order.length; row++) {
      if (order[row] !== NO_ORDER) continue;
      first = Math.min(first, intAt(day, row));
      last = Math.max(last, intAt(day, row));
    }
    return first <= last ? [{ first, last }] : [];
  });
  spans.sort((a, b) => a.first - b.first || a.last - b.last);
  let reach = -NEVER;
  for (const { first, last } of spans) {
    if (first <= reach) return true;
    reach = Math.max(reach, last);
  }
  return false;
}

/** The rows that are not lost. */
export function keptRows(lost: Uint8Array): Int32Array {
  const kept = new Int32Array(lost.length);
  let count = 0;
  for (let row = 0; row < lost.length; row++) if (byteAt(lost, row) === 0) kept[count++] = row;
  return kept.subarray(0, count);
}
