import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { CustomerDays, CustomerSummary, Span } from '../aggregate-source';
import type { SaleColumns } from './sale-columns';

type Sales = Pick<SaleColumns, 'rows' | 'customer' | 'customerLabels' | 'day' | 'amount'>;

export function daysOfCustomers(columns: Sales, span: Span | undefined): CustomerDays {
  const { customer, customerLabels, amount } = columns;
  const sales = byCustomerAndDay(columns, span);
  const days = new Int32Array(sales.rows);
  const sums = new ExactSums(sales.rows);
  const bounds = new Int32Array(customer.size + 1);
  const summaries: CustomerSummary[] = [];
  let count = 0;
  for (let code = 0; code < customer.size; code++) {
    const from = count;
    for (let row = intAt(sales.starts, code); row < intAt(sales.starts, code + 1); row++) {
      const day = intAt(sales.day, row);
      if (count === from || day !== intAt(days, count - 1)) days[count++] = day;
      sums.add(count - 1, floatAt(sales.units, row));
    }
    if (count === from) continue;
    bounds[summaries.length + 1] = count;
    const [key, label] = [at(customer.values, code), at(customerLabels, code)];
    const [first, last] = [intAt(days, from), intAt(days, count - 1)];
    summaries.push({ key, label, first, last, orderDays: count - from });
  }
  return {
    summaries,
    starts: bounds.subarray(0, summaries.length + 1),
    days: days.subarray(0, count),
    units: sums,
    scale: amount.scale,
  };
}

/** Rows above zero, by customer and then by day; of customer `c` those from `starts[c]` to before `starts[c + 1]`. */
interface SortedSales {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly day: Int32Array;
  readonly units: Float64Array;
}

/** Two counting passes, by day and then by customer, that take along what is asked for: no comparisons, no rows looked up. */
function byCustomerAndDay({ rows, customer, day, amount }: Sales, span: Span | undefined): SortedSales {
  const { first, last } = span ?? { first: 0, last: 0 };
  const ofDay = new Places(last - first + 1);
  const ofCustomer = new Places(customer.size);
  for (let row = 0; row < rows; row++) {
    if (!(floatAt(amount.units, row) > 0)) continue;
    ofDay.count(intAt(day, row) - first);
    ofCustomer.count(intAt(customer.codes, row));
  }
  const dayStarts = ofDay.begin();
  const count = intAt(dayStarts, dayStarts.length - 1);
  const codes = new Int32Array(count);
  const byDay = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    const units = floatAt(amount.units, row);
    if (!(units > 0)) continue;
    const place = ofDay.next(intAt(day, row) - first);
    codes[place] = intAt(customer.codes, row);
    byDay[place] = units;
  }
  const starts = ofCustomer.begin();
  const sorted = { rows: count, starts, day: new Int32Array(count), units: new Float64Array(count) };
  for (let date = 0; date + 1 < dayStarts.length; date++) {
    for (let i = intAt(dayStarts, date); i < intAt(dayStarts, date + 1); i++) {
      const place = ofCustomer.next(intAt(codes, i));
      sorted.day[place] = first + date;
      sorted.units[place] = floatAt(byDay, i);
    }
  }
  return sorted;
}

/** Gives what is counted by key its places: those of one key are neighbours, in the order they are asked for. */
class Places {
  private readonly places: Int32Array;

  constructor(keys: number) {
    this.places = new Int32Array(keys + 1);
  }

  count(key: number): void {
    this.places[key + 1] = intAt(this.places, key + 1) + 1;
  }

  /** No more are counted. @returns where the places of each key begin, and at last the number of all. */
  begin(): Int32Array {
    for (let key = 1; key < this.places.length; key++)
      this.places[key] = intAt(this.places, key) + intAt(this.places, key - 1);
    return this.places.slice();
  }

  next(key: number): number {
    const place = intAt(this.places, key);
    this.places[key] = place + 1;
    return place;
  }
}
