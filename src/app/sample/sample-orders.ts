import { must } from '@/src/kernel/assert';
import { formatDay, type Day } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { createRandom, type Random } from './random';
import { sampleCustomers, type SampleCustomer } from './sample-customers';

export interface SampleOptions {
  readonly seed: number;
  readonly lines: number;
  readonly lastDay: Day;
  readonly language: 'en' | 'zh';
}

const DAYS = 730;

const HEADERS = {
  zh: ['订单编号', '客户名称', '订单日期', '产品名称', '产品线', '数量', '单价', '金额', '地区', '业务员', '订单状态'],
  en: [
    'Order no',
    'Customer',
    'Order date',
    'Product',
    'Product line',
    'Quantity',
    'Unit price',
    'Amount',
    'Region',
    'Salesperson',
    'Status',
  ],
} as const;
const WORDS = {
  zh: { done: '已完成', refunded: '已退款', total: '合计' },
  en: { done: 'Completed', refunded: 'Refunded', total: 'Total' },
} as const;

/** Product, product line, price in hundredths. */
const PRODUCTS: readonly [readonly [string, string, number], ...(readonly [string, string, number])[]] = [
  ['P-100', 'Pumps', 128_000],
  ['P-220', 'Pumps', 349_900],
  ['V-010', 'Valves', 5950],
  ['V-035', 'Valves', 18_800],
  ['S-400', 'Sensors', 42_500],
  ['S-410', 'Sensors', 76_000],
  ['K-001', 'Spare parts', 1290],
  ['K-002', 'Spare parts', 3660],
];

interface Line {
  readonly order: number;
  readonly customer: SampleCustomer;
  readonly day: Day;
  readonly blank: boolean;
  readonly product: readonly [string, string, number];
  readonly quantity: number;
}

/**
 * A sales export that looks like a real one: Chinese and English customers of very different size over two years, a
 * summer dip, refunds, counter sales without a customer, a total row at the end. The same options give the same text.
 */
export function sampleOrders({ seed, lines, lastDay, language }: SampleOptions): string {
  const random = createRandom(seed);
  const all = linesOf(random, sampleCustomers(random, lastDay - DAYS + 1, lastDay), lines);
  const words = WORDS[language];
  let total = 0n;
  const rows = all.map(({ order, customer, day, blank, product, quantity }) => {
    const [name, productLine, price] = product;
    const cents = BigInt(price) * BigInt(quantity);
    total += cents;
    return [
      `SO${String(order).padStart(6, '0')}`,
      blank ? '' : customer.name,
      formatDay(day),
      name,
      productLine,
      String(quantity),
      money(BigInt(price)),
      money(cents),
      customer.region,
      customer.salesperson,
      quantity < 0 ? words.refunded : words.done,
    ];
  });
  const totals = [words.total, '', '', '', '', '', '', money(total), '', '', ''];
  return writeCsv([[...HEADERS[language]], ...rows, totals]);
}

function linesOf(random: Random, customers: readonly SampleCustomer[], count: number): Line[] {
  const weights = customers.map(({ weight }) => weight ** 0.8);
  const orders: Omit<Line, 'order'>[][] = [];
  for (let made = 0; made < count;) {
    const customer = weighted(random, customers, weights);
    const day = random.between(customer.from, customer.to);
    // Summer is quiet: a third of its orders do not happen.
    if (isSummer(day) && random.next() < 0.33) continue;
    const size = Math.min(random.between(1, 4), count - made);
    orders.push(Array.from({ length: size }, () => lineOf(random, customer, day)));
    made += size;
  }
  orders.sort((a, b) => must(a[0], 'an order has a line').day - must(b[0], 'an order has a line').day);
  return orders.flatMap((order, i) => order.map((line) => ({ ...line, order: i + 1 })));
}

function lineOf(random: Random, customer: SampleCustomer, day: Day): Omit<Line, 'order'> {
  const most = 1 + Math.round(40 * customer.weight * random.next());
  const quantity = random.between(1, most);
  const isRefund = random.next() < 0.02;
  return {
    customer,
    day,
    blank: random.next() < 0.01,
    product: random.pick(PRODUCTS),
    quantity: isRefund ? -Math.ceil(quantity / 2) : quantity,
  };
}

function weighted(random: Random, customers: readonly SampleCustomer[], weights: readonly number[]): SampleCustomer {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let rest = random.next() * sum;
  const index = weights.findIndex((weight) => (rest -= weight) < 0);
  return must(customers[Math.max(0, index)], 'there are customers');
}

function isSummer(day: Day): boolean {
  return ['07', '08'].includes(formatDay(day).slice(5, 7));
}

function money(units: bigint): string {
  return formatDecimal({ units, scale: 2 });
}
