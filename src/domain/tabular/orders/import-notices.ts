import { isMasked } from '../values/missing-values';
import { areSurelyWhole, looksDamaged } from '../values/damaged-ids';
import type { FileFacts } from './build-orders';
import type { Interpreted } from './interpret';
import { IMPORT_NOTICES, type ImportNotice, type Orders, type SetAsideCount, type SetAsideReason } from './orders';
import type { SalesTable } from './sales-table';
import { duplicateRows } from './duplicate-rows';

interface Outcome {
  readonly file: FileFacts;
  readonly orders: Orders;
  readonly setAside: readonly SetAsideCount[];
  readonly currencies: readonly string[];
}

const BAD: readonly SetAsideReason[] = [
  'open-quote',
  'too-few-cells',
  'too-many-cells',
  'bad-date',
  'bad-amount',
  'number-too-large',
];

/** What has to be said of an import, in the order of IMPORT_NOTICES. */
export function noticesOf(sales: SalesTable, read: Interpreted, outcome: Outcome): ImportNotice[] {
  const { file, orders, setAside, currencies } = outcome;
  const { amounts, dates } = read;
  const aside = (...reasons: SetAsideReason[]): boolean => setAside.some(({ reason }) => reasons.includes(reason));
  const hasCustomer = read.keys.ofCode.length > 0;
  const told: readonly [ImportNotice, boolean][] = [
    ['encoding-damaged', sales.table.damaged > 0],
    ['no-header', !file.hasHeader],
    ['repeated-header', aside('repeated-header')],
    ['total-rows', aside('total-row')],
    ['bad-rows', aside(...BAD)],
    ['unsold-rows', aside('unsold')],
    ['duplicate-rows', duplicateRows(sales, read.kinds) > 0],
    ['no-customer', !hasCustomer],
    ['blank-customers', hasCustomer && aside('blank-customer')],
    ['masked-values', hasMaskedCustomers(orders)],
    ['ids-damaged', damagedIds(sales) > 0],
    ['ids-were-floats', read.keys.wereFloats],
    ['filled-down', read.carried > 0],
    ['order-total-repeated', amounts.repeated],
    ['amount-computed', amounts.computed],
    ['unit-scaled', amounts.reading?.unitScaled ?? false],
    ['mixed-currency', currencies.length > 1],
    ['refunds', amounts.refunded || orders.amount.units.some((units) => units < 0)],
    ['decimals-rounded', amounts.rounded],
    ['date-order-assumed', dates.assumed],
    ['mixed-date-styles', dates.mixed],
    ['date-order-followed', file.dateOrder !== undefined],
  ];
  const said = new Set([...(file.notices ?? []), ...told.filter(([, applies]) => applies).map(([notice]) => notice)]);
  return IMPORT_NOTICES.filter((notice) => said.has(notice));
}

/** Two masked names that look alike may be two customers: nothing that counts customers is known then. */
export function hasMaskedCustomers({ customer }: Orders): boolean {
  return customer.values.some(isMasked);
}

/** Whether ids of customers were spoilt by a spreadsheet, so that several may look like one. */
export function hasDamagedCustomers({ customer }: Orders): boolean {
  return looksDamaged(customer.values) > 0;
}

function damagedIds(sales: SalesTable): number {
  const columns = [sales.text('orderId'), sales.text('customerId'), sales.text('customer')];
  return columns.reduce((sum, column) => {
    const plain = column?.plainTexts();
    return sum + (!column || (plain && areSurelyWhole(plain)) ? 0 : looksDamaged(column.values));
  }, 0);
}
