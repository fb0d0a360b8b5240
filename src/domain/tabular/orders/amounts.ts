import { floatAt, intAt, isIdentity } from '@/src/kernel/typed';
import type { NumberReading } from '../values/number-form';
import { MAX_SCALE } from '../values/exact-number';
import { withCreditsBelowZero } from './credit-rows';
import type { Documents } from './documents';
import { isOrderTotal } from './order-totals';
import { exactly, rowNumbers, type RowNumbers } from './row-numbers';
import type { SalesTable } from './sales-table';

/** The amount of each row: NaN where it cannot be read, infinite where it cannot be kept exactly. */
export interface Amounts {
  readonly units: Float64Array<ArrayBuffer>;
  readonly scale: number;
  readonly rounded: boolean;
  /** Quantity times unit price, because the file has no amount. */
  readonly computed: boolean;
  /** The amount is an order's and stands on several of its lines: counted on the first. */
  readonly repeated: boolean;
  /** Something was taken off as paid back. */
  readonly refunded: boolean;
  /** How the column that holds money was read. */
  readonly reading: NumberReading | undefined;
  /** By row 1 where it was to be converted and there is no rate: its units are those of its own currency. */
  readonly noRate?: Uint8Array;
}

/**
 * The amount where the file has one, below zero for a credit note that is written without a sign, less its refund column; else quantity times unit price. Exact. A line that has no
 * amount of its own because the order's stands on the first line counts with zero.
 * @param orderTotals what is known of the file: that its amounts are those of orders.
 */
export function amountsOf(sales: SalesTable, documents: Documents, orderTotals: boolean): Amounts {
  const numbers = (role: 'amount' | 'quantity' | 'unitPrice' | 'refund'): RowNumbers | undefined => {
    const column = sales.column(role);
    return column && rowNumbers(column, sales.name(role));
  };
  const written = numbers('amount');
  const amount = written && withCreditsBelowZero(sales, written);
  const quantity = numbers('quantity');
  const price = numbers('unitPrice');
  if (!amount) {
    if (!quantity || !price) return NOTHING(sales.rows);
    const computed = withCreditsBelowZero(sales, product(quantity, price));
    return { ...computed, computed: true, repeated: false, refunded: false, reading: price.reading };
  }
  const refund = numbers('refund');
  const net = refund ? lessRefund(amount, refund) : amount;
  const repeated = isOrderTotal(sales, amount, { quantity, price, known: orderTotals });
  const units = onFirstLine(sales, net.units, documents, repeated);
  const refunded = refund?.units.some((one) => one !== 0 && !Number.isNaN(one)) ?? false;
  return { ...net, units, computed: false, repeated, refunded, reading: amount.reading };
}

const NOTHING = (rows: number): Amounts => ({
  units: new Float64Array(rows).fill(Number.NaN),
  scale: 0,
  rounded: false,
  computed: false,
  repeated: false,
  refunded: false,
  reading: undefined,
});

function onFirstLine(
  sales: SalesTable,
  units: Float64Array<ArrayBuffer>,
  { first }: Documents,
  repeated: boolean,
): Float64Array<ArrayBuffer> {
  if (isIdentity(first)) return units;
  const column = sales.column('amount');
  return units.map((own, row) => {
    const head = intAt(first, row);
    if (head === row) return own;
    if (repeated) return 0;
    return Number.isNaN(own) && sales.isMissing(column, row) && !Number.isNaN(floatAt(units, head)) ? 0 : own;
  });
}

type Sums = Pick<Amounts, 'units' | 'scale' | 'rounded'>;

function product(a: RowNumbers, b: RowNumbers): Sums {
  const units = a.units.map((one, row) => exactly(one * floatAt(b.units, row)));
  return { units, scale: Math.min(a.scale + b.scale, MAX_SCALE * 2), rounded: a.rounded || b.rounded };
}

/** Files write refunds with or without a minus; an unreadable refund cell is no refund. */
function lessRefund(amount: RowNumbers, refund: RowNumbers): Sums {
  const scale = Math.max(amount.scale, refund.scale);
  const [up, upRefund] = [10 ** (scale - amount.scale), 10 ** (scale - refund.scale)];
  const units = amount.units.map((own, row) => {
    const back = floatAt(refund.units, row);
    return exactly(own * up - (Number.isNaN(back) ? 0 : Math.abs(back) * upRefund));
  });
  return { units, scale, rounded: amount.rounded || refund.rounded };
}
