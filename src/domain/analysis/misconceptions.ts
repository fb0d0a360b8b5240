import { at } from '@/src/kernel/assert';
import { share } from '@/src/kernel/money';
import type { EntityOrders } from './aggregate-source';
import type { Fraction } from './ranking';

/** Where big is not key: the limits of the three tests. */
export interface Limits {
  /** M1: at least this share of the orders' value in a single one … */
  readonly largestOrder: Fraction;
  /** … and no more orders than these. */
  readonly fewOrders: number;
  /** M2: no more calendar months with an order than these. */
  readonly fewMonths: number;
}

/** What an entity's orders in the cycle came to. */
export interface OrderFigures {
  readonly orders: number;
  readonly months: number;
  readonly largest: bigint;
}

/** Each flag with what it rests on; null is "cannot be tested", which is not "passed". */
export interface Flags {
  readonly largestShare: number | null;
  readonly bigTicket: boolean;
  readonly oneOff: boolean;
  readonly unprofitable: boolean | null;
}

export interface Tested {
  readonly figures: OrderFigures;
  /** What the rows above zero came to, at the scale of the orders. */
  readonly gross: bigint;
  /** Whether there was a row above zero in the cycle before; false where the data do not say. */
  readonly cameBefore: boolean;
  /** Undefined where no row of the entity has one. */
  readonly profit: bigint | undefined;
}

/**
 * The three misconceptions. M1, a big ticket: few orders, and most of the value in one of them. M2, a one-off (a group
 * purchase): orders in one month only, none in the cycle before. M3: comes again, and earns nothing.
 * @source domain reference §1.2.
 */
export function flagsOf({ figures, gross, cameBefore, profit }: Tested, limits: Limits): Flags {
  const { orders, months, largest } = figures;
  const { numerator, denominator } = limits.largestOrder;
  const isMost = gross > 0n && largest * denominator >= gross * numerator;
  return {
    largestShare: share(largest, gross),
    bigTicket: isMost && orders <= limits.fewOrders,
    oneOff: orders > 0 && months <= limits.fewMonths && !cameBefore,
    unprofitable: profit === undefined ? null : orders >= 2 && profit <= 0n,
  };
}

export function orderFiguresByKey({ keys, orders, months, largest }: EntityOrders): Map<string, OrderFigures> {
  return new Map(
    keys.map((key, i) => [key, { orders: at(orders, i), months: at(months, i), largest: at(largest, i) }]),
  );
}

export const NO_ORDERS: OrderFigures = { orders: 0, months: 0, largest: 0n };
