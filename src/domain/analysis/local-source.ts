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
  /** Several analyses start from the same aggregates. */
  private days: Promise<CustomerDays> | undefined;
  private readonly sums = new Map<Entity, Promise<EntitySums>>();

  constructor(orders: Orders) {
    this.orders = orders;
    this.span = spanOf(orders);
    this.entities = ['customer', ...orders.others.flatMap(({ role }) => (isEntity(role) ? [role] : []))];
  }

  entitySums(entity: Entity): Promise<EntitySums> {
    const sums = this.sums.get(entity) ?? this.sumEntities(entity);
    this.sums.set(entity, sums);
    return sums;
  }

  private async sumEntities(entity: Entity): Promise<EntitySums> {
    const { amount, rows } = this.orders;
    const { codes, values, labels } = this.entityColumn(entity);
    const gross = new ExactSums(values.length);
    const back = new ExactSums(values.length);
    const positiveRows = new Int32Array(values.length);
    for (let row = 0; row < rows; row++) {
      const code = intAt(codes, row);
      const units = floatAt(amount.units, row);
      if (units > 0) {
        gross.add(code, units);
        positiveRows[code] = intAt(positiveRows, code) + 1;
      } else if (units < 0) back.add(code, units);
    }
    const paid = gross.totals();
    return {
      keys: values,
      labels,
      net: paid.map((units, code) => units + back.total(code)),
      gross: paid,
      positiveRows: Array.from(positiveRows),
      scale: amount.scale,
    };
  }

  async cohortCells(): Promise<CohortCells> {
    const { summaries, starts, days, units, scale } = await this.customerDays();
    const months = new Months(this.span);
    const cells = new CellSums(days.length);
    summaries.forEach(({ first, last }, customer) => {
      const [cohort, lastMonth] = [months.of(first), months.of(last)];
      let previous: Month | undefined;
      let place = 0;
      for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
        const month = months.of(intAt(days, i));
        if (month !== previous) place = cells.activate(cohort, month, month === lastMonth);
        cells.units.addParts(place, floatAt(units.high, i), floatAt(units.low, i));
        previous = month;
      }
    });
    return { cells: cells.finish(), scale };
  }

  customerDays(): Promise<CustomerDays> {
    this.days ??= this.gatherDays();
    return this.days;
  }

  private async gatherDays(): Promise<CustomerDays> {
    const { customer, customerLabels, amount } = this.orders;
    const sales = byCustomerAndDay(this.orders, this.span);
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

  constructor(span: AggregateSource['span']) {
    const { first, last } = span ?? { first: 0, last: 0 };
    this.first = first;
    this.ofDay = Int32Array.from({ length: last - first + 1 }, (_, i) => monthOf(first + i));
  }

  of(day: Day): Month {
    return intAt(this.ofDay, day - this.first);
  }
}

/** Above every month, so that two of them make one number. */
const MONTHS = 2 ** 24;

/** Cohort cells as they are found, each at a place of its own. */
class CellSums {
  readonly units: ExactSums;
  private readonly places = new Map<number, number>();
  private readonly cells: { cohort: Month; month: Month; active: number; lastActive: number }[] = [];

  /** @param most no more cells than these can come. */
  constructor(most: number) {
    this.units = new ExactSums(most);
  }

  /** Counts one more customer in the cell. @returns its place. */
  activate(cohort: Month, month: Month, isLast: boolean): number {
    const key = cohort * MONTHS + month;
    const place = this.places.get(key) ?? this.cells.push({ cohort, month, active: 0, lastActive: 0 }) - 1;
    this.places.set(key, place);
    const cell = at(this.cells, place);
    cell.active++;
    if (isLast) cell.lastActive++;
    return place;
  }

  finish(): CohortCells['cells'] {
    return this.cells.map((cell, place) => ({ ...cell, units: this.units.total(place) }));
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

/** Rows above zero, by customer and then by day; of customer `c` those from `starts[c]` to before `starts[c + 1]`. */
interface SortedSales {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly day: Int32Array;
  readonly units: Float64Array;
}

/** Two counting passes, by day and then by customer, that take along what is asked for: no comparisons, no rows looked up. */
function byCustomerAndDay({ rows, customer, day, amount }: Orders, span: AggregateSource['span']): SortedSales {
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
