import { assert, at, must } from '@/src/kernel/assert';
import { monthOf, type Day, type Month } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import { TextColumn } from '../tabular/columns/column';
import type { Orders } from '../tabular/orders/orders';
import {
  isEntity,
  type AggregateSource,
  type CohortCells,
  type CustomerDays,
  type CustomerSummary,
  type Entity,
  type EntitySums,
} from './aggregate-source';

/** The aggregates computed from columns in memory. Each is one or two passes over typed arrays. */
export class LocalSource implements AggregateSource {
  readonly span: AggregateSource['span'];
  readonly entities: readonly Entity[];
  private readonly orders: Orders;
  /** Cohorts and churn both start from it. */
  private days: Promise<CustomerDays> | undefined;

  constructor(orders: Orders) {
    this.orders = orders;
    this.span = spanOf(orders);
    this.entities = ['customer', ...orders.others.flatMap(({ role }) => (isEntity(role) ? [role] : []))];
  }

  async entitySums(entity: Entity): Promise<EntitySums> {
    const { amount, rows } = this.orders;
    const { codes, values, labels } = this.entityColumn(entity);
    const net = new ExactSums(values.length);
    const gross = new ExactSums(values.length);
    const positiveRows = new Int32Array(values.length);
    for (let row = 0; row < rows; row++) {
      const code = intAt(codes, row);
      const units = floatAt(amount.units, row);
      net.add(code, units);
      if (units > 0) {
        gross.add(code, units);
        positiveRows[code] = intAt(positiveRows, code) + 1;
      }
    }
    return {
      keys: values,
      labels,
      net: net.totals(),
      gross: gross.totals(),
      positiveRows: Array.from(positiveRows),
      scale: amount.scale,
    };
  }

  async cohortCells(): Promise<CohortCells> {
    const { summaries, starts, days, units, scale } = await this.customerDays();
    const months = new Months(this.span);
    const cells = new Map<number, { cohort: Month; month: Month; active: number; lastActive: number; units: bigint }>();
    summaries.forEach(({ first, last }, customer) => {
      const [cohort, lastMonth] = [months.of(first), months.of(last)];
      let previous: Month | undefined;
      for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
        const month = months.of(intAt(days, i));
        const key = months.cell(cohort, month);
        const cell = cells.get(key) ?? { cohort, month, active: 0, lastActive: 0, units: 0n };
        if (month !== previous) {
          cells.set(key, cell);
          cell.active++;
          if (month === lastMonth) cell.lastActive++;
        }
        cell.units += at(units, i);
        previous = month;
      }
    });
    return { cells: [...cells.values()], scale };
  }

  customerDays(): Promise<CustomerDays> {
    this.days ??= this.gatherDays();
    return this.days;
  }

  private async gatherDays(): Promise<CustomerDays> {
    const { customer, customerLabels, day: dayOf, amount } = this.orders;
    const { first = 0, last = 0 } = this.span ?? {};
    const sorted = positiveRowsByCustomerAndDay(this.orders, first, last);
    const days = new Int32Array(sorted.length);
    const sums = new ExactSums(sorted.length);
    const starts: number[] = [];
    const codes: number[] = [];
    let count = 0;
    let previous = -1;
    for (let i = 0; i < sorted.length; i++) {
      const row = intAt(sorted, i);
      const code = intAt(customer.codes, row);
      const day = intAt(dayOf, row);
      if (code !== previous) {
        starts.push(count);
        codes.push(code);
      }
      if (code !== previous || day !== intAt(days, count - 1)) days[count++] = day;
      sums.add(count - 1, floatAt(amount.units, row));
      previous = code;
    }
    const bounds = Int32Array.from([...starts, count]);
    return {
      summaries: codes.map((code, i): CustomerSummary => {
        const [from, to] = [intAt(bounds, i), intAt(bounds, i + 1)];
        return {
          key: at(customer.values, code),
          label: at(customerLabels, code),
          first: intAt(days, from),
          last: intAt(days, to - 1),
          orderDays: to - from,
        };
      }),
      starts: bounds,
      days: days.slice(0, count),
      units: sums.totals(count),
      scale: amount.scale,
    };
  }

  private entityColumn(entity: Entity): EntityColumn {
    const { customer, customerLabels: labels } = this.orders;
    if (entity === 'customer') return { codes: customer.codes, values: customer.values, labels };
    const { column } = must(
      this.orders.others.find(({ role }) => role === entity),
      `the file has a ${entity} column`,
    );
    assert(column instanceof TextColumn, `the ${entity} column is text`);
    return { codes: column.codes, values: column.values, labels: column.values };
  }
}

interface EntityColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
  readonly labels: readonly string[];
}

/** The months of days within a span, each worked out once. */
class Months {
  private readonly first: Day;
  private readonly ofDay: Int32Array;
  private readonly firstMonth: Month;
  private readonly count: number;

  constructor(span: AggregateSource['span']) {
    const { first, last } = span ?? { first: 0, last: 0 };
    this.first = first;
    this.ofDay = Int32Array.from({ length: last - first + 1 }, (_, i) => monthOf(first + i));
    this.firstMonth = monthOf(first);
    this.count = monthOf(last) - this.firstMonth + 1;
  }

  of(day: Day): Month {
    return intAt(this.ofDay, day - this.first);
  }

  /** A number of its own for each pair of months. */
  cell(cohort: Month, month: Month): number {
    return (cohort - this.firstMonth) * this.count + month - this.firstMonth;
  }
}

function spanOf({ rows, day }: Orders): AggregateSource['span'] {
  if (rows === 0) return undefined;
  let [first, last] = [intAt(day, 0), intAt(day, 0)];
  for (let row = 1; row < rows; row++) {
    const own = intAt(day, row);
    if (own < first) first = own;
    if (own > last) last = own;
  }
  return { first, last };
}

/** Row numbers of rows above zero, by customer and then by day: two counting passes, no comparisons. */
function positiveRowsByCustomerAndDay(
  { rows, customer, day, amount }: Orders,
  firstDay: Day,
  lastDay: Day,
): Int32Array {
  const positive = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (floatAt(amount.units, row) > 0) positive[count++] = row;
  const byDay = countingSort(positive.subarray(0, count), day, firstDay, lastDay - firstDay + 1);
  return countingSort(byDay, customer.codes, 0, customer.size);
}

/** The rows by key, which is in [least, least + size); rows of one key keep their order. */
function countingSort(rows: Int32Array, keys: Int32Array, least: number, size: number): Int32Array {
  const places = new Int32Array(size + 1);
  for (let i = 0; i < rows.length; i++) {
    const next = intAt(keys, intAt(rows, i)) - least + 1;
    places[next] = intAt(places, next) + 1;
  }
  for (let key = 1; key <= size; key++) places[key] = intAt(places, key) + intAt(places, key - 1);
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = intAt(rows, i);
    const key = intAt(keys, row) - least;
    const place = intAt(places, key);
    sorted[place] = row;
    places[key] = place + 1;
  }
  return sorted;
}
