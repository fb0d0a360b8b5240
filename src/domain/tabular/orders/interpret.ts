import { at } from '@/src/kernel/assert';
import { intAt } from '@/src/kernel/typed';
import { cellText, TextColumn } from '../columns/column';
import type { Quirks } from '../roles/systems/system';
import { decideDates } from '../values/decide-dates';
import { parseDate, type DateOrder, type DateReading } from '../values/date-form';
import { currencyCode } from '../values/currency-code';
import { currenciesOfHeader } from '../values/currency-signs';
import { unwrapId } from '../values/unwrap-id';
import { amountsOf, type Amounts } from './amounts';
import { customerColumns, customerKeys, type CustomerKeys } from './customers';
import { carriedCodes, documentsOf, type Documents } from './documents';
import type { CustomersBy } from './orders';
import { rowCurrencies, type RowCurrencies } from './row-currencies';
import { rowKinds } from './row-kinds';
import type { SalesTable } from './sales-table';
import { unsoldRows } from './sold-rows';

export const NO_DAY = -2_147_483_648;
const EMPTY = new TextColumn(new Int32Array(0), []);

/** A table read by the meaning of its columns, row by row. */
export interface Interpreted {
  readonly kinds: Uint8Array;
  readonly documents: Documents;
  /** What tells customers apart; its codes with what lines have from their document. */
  readonly customer: TextColumn;
  readonly keys: CustomerKeys;
  readonly customerName: TextColumn | undefined;
  readonly orderCodes: Int32Array<ArrayBuffer> | undefined;
  /** The civil day of each row; NO_DAY where it has none. */
  readonly day: Int32Array<ArrayBuffer>;
  readonly dates: DateReading;
  readonly amounts: Amounts;
  readonly unsold: Uint8Array;
  /** Undefined where all rows are in one currency, or in one that the file does not name. */
  readonly currency: RowCurrencies | undefined;
  /** Cells that lines have from the first line of their document. */
  readonly carried: number;
}

/** How other files of its kind are read. */
interface Kindred {
  readonly dateOrder?: DateOrder;
  readonly customersBy?: CustomersBy;
}

/** @param kindred what the file leaves open is read by. */
export function interpret(sales: SalesTable, quirks: Quirks, kindred: Kindred = {}): Interpreted {
  const date = sales.text('date') ?? EMPTY;
  const dates = decideDates(date.values, {
    headers: sales.table.names,
    currency: currencyHint(sales),
    order: kindred.dateOrder,
  });
  const dayOfCode = Int32Array.from(date.values, (value) => parseDate(value, dates) ?? NO_DAY);
  const kinds = rowKinds(sales, (code) => dayOfCode[code] !== NO_DAY);
  const documents = documentsOf(sales, kinds);
  const { key = EMPTY, name } = customerColumns(sales, { quirks, by: kindred.customersBy }, documents);
  const carry = (column: TextColumn): { codes: Int32Array<ArrayBuffer>; carried: number } =>
    column.codes.length === 0
      ? { codes: new Int32Array(sales.rows), carried: 0 }
      : carriedCodes(sales, column, documents);
  const customer = carry(key);
  const day = carry(date);
  const order = sales.text('orderId');
  const orders = order && carry(order);
  const amounts = amountsOf(sales, documents, quirks.orderTotals ?? false);
  return {
    kinds,
    documents,
    customer: new TextColumn(customer.codes, key.values),
    keys: customerKeys(key),
    customerName: name && new TextColumn(carry(name).codes, name.values),
    orderCodes: orders?.codes,
    day: daysOf(sales, { codes: day.codes, dayOfCode }, quirks),
    dates,
    amounts,
    unsold: unsoldRows(sales, documents, quirks),
    currency: rowCurrencies(sales, documents, amounts.reading),
    carried: customer.carried + day.carried + (orders?.carried ?? 0),
  };
}

/** The currency of the file, where its currency column or the header of its amounts names one. */
function currencyHint(sales: SalesTable): string | undefined {
  const column = sales.text('currency');
  const cells = column?.values.map(currencyCode).filter((code) => code !== '') ?? [];
  const [only, ...more] = new Set([...cells, ...currenciesOfHeader(sales.name('amount'))]);
  return more.length === 0 ? only : undefined;
}

function daysOf(
  sales: SalesTable,
  { codes, dayOfCode }: { readonly codes: Int32Array; readonly dayOfCode: Int32Array },
  quirks: Quirks,
): Int32Array<ArrayBuffer> {
  const days = new Int32Array(sales.rows).fill(NO_DAY);
  if (dayOfCode.length > 0) for (let row = 0; row < days.length; row++) days[row] = intAt(dayOfCode, intAt(codes, row));
  const order = sales.text('orderId');
  if (!quirks.dateInOrderId || !order) return days;
  return days.map((day, row) => (day === NO_DAY ? dayInOrder(cellText(order, row)) : day));
}

/** 240105-123456789012345 was ordered on 2024-01-05. */
function dayInOrder(id: string): number {
  const match = /^(\d{2})(\d{2})(\d{2})-\d/.exec(unwrapId(id));
  if (!match) return NO_DAY;
  const text = `20${match[1]}-${match[2]}-${match[3]}`;
  return parseDate(text, decideDates([text])) ?? NO_DAY;
}

/** The code of a row's currency; '' where there is none. */
export function currencyOf({ currency }: Interpreted, row: number): string {
  return currency ? at(currency.ofCode, intAt(currency.codes, row)) : '';
}
