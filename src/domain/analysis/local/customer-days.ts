import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { CustomerDays, CustomerSummary } from '../aggregate-source';
import type { RowsByDay } from './day-order';
import type { SaleColumns } from './sale-columns';

/** No calendar reaches it. */
const NO_DAY = -(2 ** 31);

type Customers = Pick<SaleColumns, 'customer' | 'customerLabels'>;

/** Two passes over the rows: one counts the order days of each customer, one fills them in. */
export function daysOfCustomers({ customer, customerLabels }: Customers, rows: RowsByDay): CustomerDays {
  const starts = startsOf(customer.size, rows);
  const count = intAt(starts, customer.size);
  const days = new Int32Array(count);
  const units = new ExactSums(count);
  const { codes, day, paid } = rows;
  /** After the last day of each customer so far. */
  const past = starts.slice();
  const last = new Int32Array(customer.size).fill(NO_DAY);
  for (let row = 0; row < day.length; row++) {
    const own = floatAt(paid, row);
    if (!(own > 0)) continue;
    const code = intAt(codes, row);
    const when = intAt(day, row);
    const next = intAt(past, code);
    if (when === intAt(last, code)) {
      units.add(next - 1, own);
      continue;
    }
    last[code] = when;
    past[code] = next + 1;
    days[next] = when;
    units.begin(next, own);
  }
  const summaries: CustomerSummary[] = [];
  const bounds = [0];
  for (let code = 0; code < customer.size; code++) {
    const [from, to] = [intAt(starts, code), intAt(starts, code + 1)];
    if (from === to) continue;
    const [key, label] = [at(customer.values, code), at(customerLabels, code)];
    summaries.push({ key, label, first: intAt(days, from), last: intAt(days, to - 1), orderDays: to - from });
    bounds.push(to);
  }
  return { summaries, starts: Int32Array.from(bounds), days, units, scale: rows.scale };
}

/** By customer where its order days begin; one more at the end. */
function startsOf(customers: number, { codes, day, paid }: RowsByDay): Int32Array {
  const starts = new Int32Array(customers + 1);
  const last = new Int32Array(customers).fill(NO_DAY);
  for (let row = 0; row < day.length; row++) {
    if (!(floatAt(paid, row) > 0)) continue;
    const code = intAt(codes, row);
    const when = intAt(day, row);
    if (when === intAt(last, code)) continue;
    last[code] = when;
    starts[code + 1] = intAt(starts, code + 1) + 1;
  }
  for (let code = 0; code < customers; code++) starts[code + 1] = intAt(starts, code + 1) + intAt(starts, code);
  return starts;
}
