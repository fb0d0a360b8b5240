import { assert, at, must } from '@/src/kernel/assert';
import { monthOf, type Day, type Month } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
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
      const code = at(codes, row);
      const units = at(amount.units, row);
      net.add(code, units);
      if (units > 0) {
        gross.add(code, units);
        positiveRows[code] = at(positiveRows, code) + 1;
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
    const cells = new Map<string, { cohort: Month; month: Month; active: number; lastActive: number; units: bigint }>();
    summaries.forEach(({ first, last }, customer) => {
      const cohort = monthOf(first);
      let previous: Month | undefined;
      for (let i = at(starts, customer); i < at(starts, customer + 1); i++) {
        const month = monthOf(at(days, i));
        const key = `${cohort} ${month}`;
        const cell = cells.get(key) ?? { cohort, month, active: 0, lastActive: 0, units: 0n };
        cells.set(key, cell);
        if (month !== previous) cell.active++;
        if (month !== previous && month === monthOf(last)) cell.lastActive++;
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
    const { customer, customerLabels, amount } = this.orders;
    const { first = 0, last = 0 } = this.span ?? {};
    const sorted = positiveRowsByCustomerAndDay(this.orders, first, last);
    const summaries: CustomerSummary[] = [];
    const starts: number[] = [];
    const days: number[] = [];
    const sums = new ExactSums(sorted.length);
    let previousCustomer = -1;
    for (const row of sorted) {
      const code = at(customer.codes, row);
      const day = at(this.orders.day, row);
      const isNew = code !== previousCustomer;
      if (isNew) starts.push(days.length);
      if (isNew || day !== days.at(-1)) days.push(day);
      sums.add(days.length - 1, at(amount.units, row));
      if (isNew) {
        summaries.push({
          key: at(customer.values, code),
          label: at(customerLabels, code),
          first: day,
          last: day,
          orderDays: 0,
        });
      }
      previousCustomer = code;
    }
    const bounds = Int32Array.from([...starts, days.length]);
    return {
      summaries: summaries.map((summary, i) => ({
        ...summary,
        last: at(days, at(bounds, i + 1) - 1),
        orderDays: at(bounds, i + 1) - at(bounds, i),
      })),
      starts: bounds,
      days: Int32Array.from(days),
      units: days.map((_, i) => sums.total(i)),
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

function spanOf({ rows, day }: Orders): AggregateSource['span'] {
  if (rows === 0) return undefined;
  let [first, last] = [at(day, 0), at(day, 0)];
  for (let row = 1; row < rows; row++) {
    if (at(day, row) < first) first = at(day, row);
    if (at(day, row) > last) last = at(day, row);
  }
  return { first, last };
}

/** Row numbers of rows above zero, by customer and then by day: two counting passes, no comparisons. */
function positiveRowsByCustomerAndDay(
  { rows, customer, day, amount }: Orders,
  firstDay: Day,
  lastDay: Day,
): Int32Array {
  const positive: number[] = [];
  for (let row = 0; row < rows; row++) if (at(amount.units, row) > 0) positive.push(row);
  const byDay = countingSort(Int32Array.from(positive), lastDay - firstDay + 1, (row) => at(day, row) - firstDay);
  return countingSort(byDay, customer.values.length, (row) => at(customer.codes, row));
}

/** The rows by key (0 … size − 1); rows of one key keep their order. */
function countingSort(rows: Int32Array, size: number, keyOf: (row: number) => number): Int32Array {
  const places = new Int32Array(size + 1);
  for (const row of rows) places[keyOf(row) + 1] = at(places, keyOf(row) + 1) + 1;
  for (let key = 1; key <= size; key++) places[key] = at(places, key) + at(places, key - 1);
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = at(places, key);
    sorted[place] = row;
    places[key] = place + 1;
  }
  return sorted;
}
