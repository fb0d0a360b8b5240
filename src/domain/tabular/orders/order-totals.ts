import { floatAt, intAt } from '@/src/kernel/typed';
import type { TextColumn } from '../columns/column';
import { foldHeader } from '../roles/fold-header';
import type { RowNumbers } from './row-numbers';
import type { SalesTable } from './sales-table';

/** Of the orders with several lines so many must have the same amount on each. */
const NEARLY_ALL = 0.98;
/** So many orders, and so many different amounts among them, are no accident. */
const ENOUGH = 3;

interface Lines {
  readonly quantity: RowNumbers | undefined;
  readonly price: RowNumbers | undefined;
  /** The program that wrote the file is known to do so. */
  readonly known: boolean;
}

/**
 * Whether the amount is the order's own total, repeated on each of its lines: each order has one amount on all its lines,
 * and it is not what quantity and price of the line make. Without quantity and price the header must say so (订单金额,
 * order total), or enough orders of different amounts.
 */
export function isOrderTotal(sales: SalesTable, amount: RowNumbers, { quantity, price, known }: Lines): boolean {
  const order = sales.text('orderId');
  if (!order) return false;
  const { several, equal, amounts } = linesByOrder(order, sales.missingCodes(order), amount.units);
  if (several === 0 || equal < several * NEARLY_ALL) return false;
  if (known) return true;
  const ofLine = shareOfLineAmounts(amount, quantity, price);
  if (ofLine !== undefined) return ofLine < 0.5;
  return isOrderHeader(sales.name('amount')) || (several >= ENOUGH && amounts >= ENOUGH);
}

/** Orders with an amount on several lines, how many of them have but one amount, and how many amounts those are. */
function linesByOrder(
  { codes, size }: TextColumn,
  missing: Uint8Array,
  units: Float64Array,
): { several: number; equal: number; amounts: number } {
  // Each row an order of its own, as most exports are.
  if (size === codes.length) return { several: 0, equal: 0, amounts: 0 };
  const first = new Float64Array(size).fill(Number.NaN);
  const lines = new Int32Array(size);
  const differs = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) {
    const own = floatAt(units, row);
    const code = intAt(codes, row);
    if (Number.isNaN(own) || missing[code] === 1) continue;
    if (lines[code] === 0) first[code] = own;
    else if (first[code] !== own) differs[code] = 1;
    lines[code] = intAt(lines, code) + 1;
  }
  let [several, equal] = [0, 0];
  const amounts = new Set<number>();
  for (let code = 0; code < size; code++) {
    if (intAt(lines, code) < 2) continue;
    several++;
    if (differs[code] === 1) continue;
    equal++;
    amounts.add(floatAt(first, code));
  }
  return { several, equal, amounts: amounts.size };
}

/** The share of rows whose amount is quantity times price, give or take a hundredth; undefined where that cannot be told. */
function shareOfLineAmounts(
  amount: RowNumbers,
  quantity: RowNumbers | undefined,
  price: RowNumbers | undefined,
): number | undefined {
  if (!quantity || !price) return undefined;
  const scale = (numbers: RowNumbers): number => 10 ** -numbers.scale;
  const [a, q, p] = [scale(amount), scale(quantity), scale(price)];
  let [seen, fitting] = [0, 0];
  for (let row = 0; row < amount.units.length; row++) {
    const expected = floatAt(quantity.units, row) * q * floatAt(price.units, row) * p;
    const own = floatAt(amount.units, row) * a;
    if (Number.isNaN(expected) || Number.isNaN(own)) continue;
    seen++;
    if (Math.abs(expected - own) <= 0.011 + Math.abs(own) * 0.01) fitting++;
  }
  return seen === 0 ? undefined : fitting / seen;
}

function isOrderHeader(header: string): boolean {
  return /订单|訂單|order|应付|实付|總額|总金额|auftrag|bestell|commande|pedido|注文/.test(foldHeader(header));
}
