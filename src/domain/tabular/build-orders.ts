import { at } from '@/src/kernel/assert';
import { ExactSums, type Decimal } from '@/src/kernel/money';
import { amountsOf, type Amounts } from './amounts';
import { customerKeys, customerLabels, type CustomerKeys } from './customer-keys';
import { DictionaryBuilder, type TextColumn } from './dictionary';
import {
  SET_ASIDE_REASONS,
  type ImportFacts,
  type ImportNotice,
  type Orders,
  type SetAsideCount,
  type SetAsideReason,
  type SetAsideRow,
} from './orders';
import type { ColumnRoles, Role } from './roles';
import type { TextTable } from './table';
import { parseDate } from './values/date-form';
import { decideDates } from './values/decide-dates';

export interface BuiltOrders {
  readonly orders: Orders;
  readonly facts: ImportFacts;
  readonly setAside: readonly SetAsideRow[];
}

/** A file and what is known of how it was read. */
export interface ReadTable {
  readonly table: TextTable;
  readonly hasHeader: boolean;
  /** Characters the encoding could not read. */
  readonly damaged: number;
}

const TOTAL_WORDS =
  /^(合计|总计|小计|本页合计|總計|合計|小計|total|grand total|sub-?total|sum|summe|gesamt|gesamtsumme)[:：]?$/i;
const NO_DAY = -2_147_483_648;
const USED = 255;
const EMPTY: TextColumn = { codes: new Int32Array(0), values: [] };

/** The columns that decide about a row, interpreted. */
interface Interpreted {
  readonly customer: TextColumn;
  readonly keys: CustomerKeys;
  readonly date: TextColumn;
  /** Day by code of `date`; NO_DAY where it is none. */
  readonly dayOfCode: Int32Array;
  readonly assumedOrder: boolean;
  readonly amounts: Amounts;
}

/**
 * Interprets the columns of a file by their roles. `missingRoles(roles)` must be empty.
 * A row counts when it has a customer, a real date and a readable amount (zero and refunds included); every other row is
 * set aside with its reason. Nothing is dropped in silence.
 */
export function buildOrders({ table, hasHeader, damaged }: ReadTable, roles: ColumnRoles): BuiltOrders {
  const columnOf = (role: Role): TextColumn | undefined => table.columns[roles.indexOf(role)];
  const customer = columnOf('customerId') ?? columnOf('customer') ?? EMPTY;
  const date = columnOf('date') ?? EMPTY;
  const dates = decideDates(date.values, { headers: table.names });
  const read: Interpreted = {
    customer,
    keys: customerKeys(customer),
    date,
    dayOfCode: Int32Array.from(date.values, (value) => parseDate(value, dates) ?? NO_DAY),
    assumedOrder: dates.assumed,
    amounts: amountsOf(columnOf, table.rowNumbers.length),
  };
  const reasons = reasonsOf(table, read, [customer, columnOf('customer'), columnOf('orderId'), table.columns[0]]);
  const orders = gather(table, roles, read, reasons);
  const notices = noticesOf(read, orders, { hasHeader, damaged });
  return {
    orders,
    facts: { ...summary(orders), total: table.total, setAside: countSetAside(table, reasons, read.amounts), notices },
    setAside: listSetAside(table, reasons),
  };
}

/** For each row of the columns the position of its reason in SET_ASIDE_REASONS, or USED. */
function reasonsOf(
  table: TextTable,
  { customer, keys, date, dayOfCode, amounts }: Interpreted,
  titled: readonly (TextColumn | undefined)[],
): Uint8Array {
  const totals = titled.flatMap((column) => (column ? [{ codes: column.codes, isTotal: totalCodes(column) }] : []));
  const blank = keys.ofCode.map((key) => key === '');
  const reasons = new Uint8Array(table.rowNumbers.length);
  for (let row = 0; row < reasons.length; row++) {
    let reason: SetAsideReason | undefined;
    const units = at(amounts.units, row);
    if (totals.some(({ codes, isTotal }) => isTotal[at(codes, row)])) reason = 'total-row';
    else if (blank[at(customer.codes, row)]) reason = 'blank-customer';
    else if (at(dayOfCode, at(date.codes, row)) === NO_DAY) reason = 'bad-date';
    else if (Number.isNaN(units)) reason = 'bad-amount';
    else if (!Number.isFinite(units)) reason = 'number-too-large';
    reasons[row] = reason === undefined ? USED : SET_ASIDE_REASONS.indexOf(reason);
  }
  return reasons;
}

function totalCodes({ values }: TextColumn): boolean[] {
  return values.map((value) => value.length < 20 && TOTAL_WORDS.test(value.trim()));
}

function gather(table: TextTable, roles: ColumnRoles, read: Interpreted, reasons: Uint8Array): Orders {
  const rows = Int32Array.from(
    (function* () {
      for (let row = 0; row < reasons.length; row++) if (reasons[row] === USED) yield row;
    })(),
  );
  const day = Int32Array.from(rows, (row) => at(read.dayOfCode, at(read.date.codes, row)));
  const units = Float64Array.from(rows, (row) => at(read.amounts.units, row));
  const customer = recoded(read.customer, rows, (code) => at(read.keys.ofCode, code));
  const nameColumn = table.columns[roles.indexOf('customer')];
  const orderColumn = table.columns[roles.indexOf('orderId')];
  const typed = new Set<Role | undefined>(['customer', 'customerId', 'date', 'amount', 'orderId']);
  return {
    rows: rows.length,
    customer,
    customerLabels: customerLabels(customer, nameColumn, rows),
    day,
    amount: { units, scale: read.amounts.scale },
    order: orderColumn && recoded(orderColumn, rows, (code) => at(orderColumn.values, code).trim()),
    others: table.columns.flatMap((column, i) => {
      const role = roles[i];
      if (role && typed.has(role)) return [];
      return [{ name: at(table.names, i), role, column: recoded(column, rows, (code) => at(column.values, code)) }];
    }),
  };
}

/** The column over `rows` only, with the texts that `textOf` gives: equal texts become one value, unused ones go. */
function recoded({ codes, values }: TextColumn, rows: Int32Array, textOf: (code: number) => string): TextColumn {
  const builder = new DictionaryBuilder();
  const texts = values.map((_, code) => textOf(code));
  for (let i = 0; i < rows.length; i++) builder.add(at(texts, at(codes, at(rows, i))));
  return builder.finish();
}

function summary({ rows, day, amount, customer }: Orders): Omit<ImportFacts, 'total' | 'setAside' | 'notices'> {
  const sum = new ExactSums(1);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    sum.add(0, at(amount.units, row));
    first = Math.min(first, at(day, row));
    last = Math.max(last, at(day, row));
  }
  return {
    used: rows,
    firstDay: rows > 0 ? first : undefined,
    lastDay: rows > 0 ? last : undefined,
    customers: customer.values.length,
    amount: { units: sum.total(0), scale: amount.scale },
  };
}

function noticesOf(
  { assumedOrder, amounts, keys }: Interpreted,
  { amount }: Orders,
  { hasHeader, damaged }: { hasHeader: boolean; damaged: number },
): ImportNotice[] {
  const told: [ImportNotice, boolean][] = [
    ['encoding-damaged', damaged > 0],
    ['no-header', !hasHeader],
    ['date-order-assumed', assumedOrder],
    ['amount-computed', amounts.computed],
    ['refunds', amount.units.some((units) => units < 0)],
    ['ids-were-floats', keys.wereFloats],
    ['decimals-rounded', amounts.rounded],
  ];
  return told.filter(([, applies]) => applies).map(([notice]) => notice);
}

function raggedReason(cells: readonly string[], width: number): SetAsideReason {
  return cells.length < width ? 'too-few-cells' : 'too-many-cells';
}

function countSetAside(table: TextTable, reasons: Uint8Array, amounts: Amounts): SetAsideCount[] {
  const rows = SET_ASIDE_REASONS.map(() => 0);
  const sums = new ExactSums(SET_ASIDE_REASONS.length);
  for (const { cells } of table.ragged) {
    const reason = SET_ASIDE_REASONS.indexOf(raggedReason(cells, table.columns.length));
    rows[reason] = at(rows, reason) + 1;
  }
  for (let row = 0; row < reasons.length; row++) {
    const reason = at(reasons, row);
    if (reason === USED) continue;
    rows[reason] = at(rows, reason) + 1;
    if (Number.isFinite(at(amounts.units, row))) sums.add(reason, at(amounts.units, row));
  }
  const amountOf = (i: number): Decimal => ({ units: sums.total(i), scale: amounts.scale });
  const counts = SET_ASIDE_REASONS.map((reason, i) => ({ reason, rows: at(rows, i), amount: amountOf(i) }));
  return counts.filter((count) => count.rows > 0);
}

function listSetAside(table: TextTable, reasons: Uint8Array): SetAsideRow[] {
  const list: SetAsideRow[] = table.ragged.map(({ row, cells }) => ({
    row,
    cells,
    reason: raggedReason(cells, table.columns.length),
  }));
  for (let row = 0; row < reasons.length; row++) {
    const reason = SET_ASIDE_REASONS[at(reasons, row)];
    if (reason === undefined) continue;
    const cells = table.columns.map(({ codes, values }) => at(values, at(codes, row)));
    list.push({ row: at(table.rowNumbers, row), reason, cells });
  }
  return list.sort((a, b) => a.row - b.row);
}
