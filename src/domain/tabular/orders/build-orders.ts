import { floatAt, intAt } from '@/src/kernel/typed';
import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { pickRows, TextColumn } from '../columns/column';
import { DictionaryBuilder } from '../columns/dictionary';
import type { RateTable } from '../rates/rate-table';
import type { ColumnRoles, Role } from '../roles/roles';
import { matchSystem } from '../roles/systems/all-systems';
import type { Quirks } from '../roles/systems/system';
import type { Table } from '../table';
import { isIsoCode } from '../values/currency-code';
import type { DateOrder } from '../values/date-form';
import type { NumberReading } from '../values/number-form';
import { customerLabels } from './customers';
import { noticesOf } from './import-notices';
import { conversionOf, inOneCurrency } from './in-one-currency';
import { interpret, type Interpreted } from './interpret';
import type { CustomersBy, ImportFacts, ImportNotice, Orders, SetAsideRow } from './orders';
import { readingOf } from './file-reading';
import { SalesTable } from './sales-table';
import { countSetAside, listSetAside, reasonsOf, USED } from './set-aside';
import { unsoldLines } from './unsold-lines';

export interface BuiltOrders {
  readonly orders: Orders;
  readonly facts: ImportFacts;
  readonly setAside: readonly SetAsideRow[];
  /** The rows of the table that are the orders, in their order. */
  readonly rows: () => Int32Array;
}

/** What is known of a file beside its table. */
export interface FileFacts {
  /** Whether a row names the columns. */
  readonly hasHeader: boolean;
  /** What is special about its program; that of the system its columns are known by where nothing is said. */
  readonly quirks?: Quirks;
  /** What was noticed before there were rows: sheets, hidden data, a name that is not true. */
  readonly notices?: readonly ImportNotice[];
  /** Only rows of this currency are wanted. */
  readonly currency?: string;
  /** Amounts of other currencies become amounts in its target. */
  readonly rates?: RateTable;
  /** How other files of its kind are read: what this one leaves open follows them. */
  readonly dateOrder?: DateOrder;
  readonly customersBy?: CustomersBy;
}

/**
 * Interprets the columns of a file by their roles. A row counts when it was sold, has a customer, a real date and a
 * readable amount (zero and refunds included); every other row is set aside with its reason. Nothing is dropped in silence.
 */
export function buildOrders(table: Table, roles: ColumnRoles, file: FileFacts): BuiltOrders {
  const sales = new SalesTable(table, roles);
  const found = interpret(sales, file.quirks ?? matchSystem(table.names)?.quirks ?? {}, file);
  const read = file.rates ? inOneCurrency(found, file.rates) : found;
  const reasons = reasonsOf(sales, read, file.currency);
  const orders = { ...gather(sales, read, reasons), unsold: unsoldLines(sales, read, reasons) };
  const setAside = countSetAside(table, reasons, read.amounts);
  const currencies = currenciesOf(read, reasons);
  const { reading } = read.amounts;
  return {
    orders,
    facts: {
      ...summary(orders),
      total: table.total,
      setAside,
      currencies,
      currency: onlyCode(currencies, reading),
      ...(file.rates ? { conversion: conversionOf(found, read, { table: file.rates, reasons }) } : {}),
      notices: noticesOf(sales, read, { file, orders, setAside, currencies }),
      reading: readingOf(sales, read),
    },
    setAside: listSetAside(sales, reasons),
    rows: () => usedRows(reasons),
  };
}

/** A bare $ is the sign of many currencies: no code. */
function onlyCode(currencies: readonly string[], reading: NumberReading | undefined): string | undefined {
  const [only = reading?.currency, ...more] = currencies;
  return more.length === 0 && only !== undefined && isIsoCode(only) ? only : undefined;
}

function gather(sales: SalesTable, read: Interpreted, reasons: Uint8Array): Orders {
  const { table, roles } = sales;
  const rows = usedRows(reasons);
  const customer = recoded(read.customer.codes, rows, read.keys.ofCode);
  const typed = new Set<Role | undefined>(['customer', 'customerId', 'date', 'amount', 'orderId']);
  const order = sales.text('orderId');
  return {
    rows: rows.length,
    customer,
    customerLabels: customerLabels(customer, read.customerName, rows),
    day: pickInts(read.day, rows),
    amount: { units: pickFloats(read.amounts.units, rows), scale: read.amounts.scale },
    order: order && order.withCodes(read.orderCodes ?? order.codes).pick(rows),
    others: table.columns.flatMap((column, i) => {
      const role = roles[i];
      return role && typed.has(role) ? [] : [{ name: at(table.names, i), role, column: pickRows(column, rows) }];
    }),
  };
}

function usedRows(reasons: Uint8Array): Int32Array {
  const used = new Int32Array(reasons.length);
  let count = 0;
  for (let row = 0; row < reasons.length; row++) if (reasons[row] === USED) used[count++] = row;
  return used.subarray(0, count);
}

function pickInts(ints: Int32Array<ArrayBuffer>, rows: Int32Array): Int32Array<ArrayBuffer> {
  if (rows.length === ints.length) return ints;
  const picked = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = intAt(ints, intAt(rows, i));
  return picked;
}

function pickFloats(floats: Float64Array<ArrayBuffer>, rows: Int32Array): Float64Array<ArrayBuffer> {
  if (rows.length === floats.length) return floats;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = floatAt(floats, intAt(rows, i));
  return picked;
}

/** A column over `rows` with other texts for its codes: equal texts become one value, unused ones go. */
function recoded(codes: Int32Array, rows: Int32Array, texts: readonly string[]): TextColumn {
  const builder = new DictionaryBuilder();
  const places = new Int32Array(texts.length).fill(-1);
  const all = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = intAt(codes, intAt(rows, i));
    if (places[code] === -1) places[code] = builder.codeOf(at(texts, code));
    all[i] = intAt(places, code);
  }
  return new TextColumn(all, builder.finish().values);
}

/** What the rows come to. */
export function summary({
  rows,
  day,
  amount,
  customer,
}: Orders): Pick<ImportFacts, 'used' | 'firstDay' | 'lastDay' | 'customers' | 'amount'> {
  const sum = new ExactSums(1);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    sum.add(0, floatAt(amount.units, row));
    first = Math.min(first, intAt(day, row));
    last = Math.max(last, intAt(day, row));
  }
  return {
    used: rows,
    firstDay: rows > 0 ? first : undefined,
    lastDay: rows > 0 ? last : undefined,
    customers: customer.size,
    amount: { units: sum.total(0), scale: amount.scale },
  };
}

/** Currencies of the rows used, from their currency column, or else from the amounts themselves. */
function currenciesOf({ currency, amounts }: Interpreted, reasons: Uint8Array): readonly string[] {
  if (!currency) return amounts.reading?.currencies ?? [];
  const found = new Set<string>();
  const seen = new Uint8Array(currency.ofCode.length);
  for (let row = 0; row < reasons.length; row++) {
    const code = intAt(currency.codes, row);
    if (reasons[row] !== USED || seen[code] === 1) continue;
    seen[code] = 1;
    const name = at(currency.ofCode, code);
    if (name !== '') found.add(name);
  }
  return [...found].toSorted();
}
