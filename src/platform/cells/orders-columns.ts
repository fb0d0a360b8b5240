import { at } from '@/src/kernel/assert';
import { byteAt, floatAt, intAt } from '@/src/kernel/typed';
import {
  BLANK,
  cellText,
  OTHER,
  TextColumn,
  type Column,
  type NumberColumn,
} from '@/src/domain/tabular/columns/column';
import { bytesOf, type ByteTexts } from '@/src/domain/tabular/columns/byte-texts';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import {
  codedTexts,
  days,
  decimals,
  doubles,
  emptyCode,
  plainTexts,
  SHORT_DIGITS,
  type ArrowColumn,
} from './arrow-columns';
import { distinctNames } from './sql-names';

/** The columns of the table `orders`: those that every file has, under names of ours, before all others of the file. */
export const ORDERS = 'orders';

/**
 * `customer`, `customer_name` where it differs, `day`, `amount`, `order_id` where there is one, and the other columns by their
 * names in the file; see `distinctNames`.
 */
export function ordersNames(orders: Orders): string[] {
  return distinctNames([...coreNames(orders), ...orders.others.map(({ name }) => name)]);
}

function coreNames({ customer, customerLabels, order }: Orders): string[] {
  const isNamed = customerLabels !== customer.values && customerLabels.some((name, i) => name !== customer.values[i]);
  return ['customer', ...(isNamed ? ['customer_name'] : []), 'day', 'amount', ...(order ? ['order_id'] : [])];
}

/**
 * The columns as the engine takes them, by name, in their order. Blank cells are NULL. Amounts are exact, and so are other
 * columns of which every cell is a plain figure; all else is text as it stands in the file.
 */
export function ordersColumns(orders: Orders): Map<string, ArrowColumn> {
  const { customer, customerLabels, day, amount, order } = orders;
  const names = ordersNames(orders);
  const core = coreNames(orders);
  const columns = [
    textColumn(customer),
    ...(core.includes('customer_name') ? [codedTexts(customer.codes, bytesOf(customerLabels))] : []),
    days(day),
    decimals(BigInt64Array.from(amount.units, BigInt), amount.scale),
    ...(order ? [textColumn(order)] : []),
    ...orders.others.map(({ column }) => otherColumn(column)),
  ];
  return new Map(names.map((name, i) => [name, at(columns, i)]));
}

function otherColumn(column: Column): ArrowColumn {
  if (column instanceof TextColumn) return textColumn(column);
  return figureColumn(column) ?? textsOf(column);
}

function textColumn(column: TextColumn): ArrowColumn {
  const texts = soundBytes(column);
  const empty = emptyCode(texts);
  return codedTexts(column.codes, texts, empty < 0 ? undefined : (row) => intAt(column.codes, row) === empty);
}

/** The engine takes no bytes that are not UTF-8: such texts become what everyone else sees of them. */
function soundBytes(column: TextColumn): ByteTexts {
  const texts = column.bytes();
  return isSound(texts) ? texts : bytesOf(column.values);
}

function isSound({ bytes, ends }: ByteTexts): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // Sound as a whole, but cut within a character.
  return ends.every((end) => end >= bytes.length || (byteAt(bytes, end) & 0xc0) !== 0x80);
}

/** Undefined where some cell is something else than a plain figure. */
function figureColumn({ units, decimals: places, others }: NumberColumn): ArrowColumn | undefined {
  let scale = 0;
  for (let row = 0; row < places.length; row++) {
    const own = byteAt(places, row);
    if (own === OTHER) return undefined;
    if (own !== BLANK && own > scale) scale = own;
  }
  const isBlank = (row: number): boolean => byteAt(places, row) === BLANK;
  const exact = atScale({ units, decimals: places, others }, scale);
  if (exact) return decimals(exact, scale, isBlank);
  return doubles(
    units.map((value, row) => (isBlank(row) ? 0 : value / 10 ** byteAt(places, row))),
    isBlank,
  );
}

const MOST = 10n ** BigInt(SHORT_DIGITS);

/** All figures with the same number of decimals; undefined where one grows too long. */
function atScale({ units, decimals: places }: NumberColumn, scale: number): BigInt64Array | undefined {
  const powers = Array.from({ length: scale + 1 }, (_, i) => 10n ** BigInt(i));
  const exact = new BigInt64Array(units.length);
  for (let row = 0; row < units.length; row++) {
    const own = byteAt(places, row);
    if (own === BLANK) continue;
    const value = BigInt(floatAt(units, row)) * at(powers, scale - own);
    if (value >= MOST || value <= -MOST) return undefined;
    exact[row] = value;
  }
  return exact;
}

function textsOf(column: NumberColumn): ArrowColumn {
  return plainTexts(Array.from(column.units, (_, row) => cellText(column, row) || null));
}
