import { at } from '@/src/kernel/assert';
import { intAt, isIdentity } from '@/src/kernel/typed';
import type { Orders } from '../tabular/orders/orders';
import type {
  AggregateSource,
  CohortCells,
  CohortQuery,
  CustomerDays,
  CustomerValues,
  Dimension,
  Entity,
  EntityOrders,
  EntitySums,
  Measure,
  OrdersQuery,
  Span,
  SumsQuery,
  ValuesQuery,
} from './aggregate-source';
import { cellsOf } from './local/cohort-cells';
import { daysOfCustomers } from './local/customer-days';
import { firstValues, lastValues } from './local/customer-values';
import { dayOrderOf, floatsByDay, intsByDay, rowNumbersByDay, type DayOrder, type RowsByDay } from './local/day-order';
import { ordersOfDays } from './local/day-orders';
import { entitiesOf, entityColumn, type EntityColumn } from './local/entity-column';
import { rowsOfEntity, type EntityRows, type RowsQuery } from './local/entity-rows';
import { ordersOfLines, ordersOfRows } from './local/entity-orders';
import { placesOf, type EntityPlaces } from './local/entity-places';
import { sumEntities } from './local/entity-sums';
import { groupRows, type GroupedRows } from './local/grouped-rows';
import { measureColumn, measuresOf } from './local/measures';
import { numberPairs, type Numbered } from './local/numbered';
import { ordersByPeriod } from './local/orders-by-period';
import { saleColumnsOf, type SaleColumns } from './local/sale-columns';

/** The aggregates computed from columns. Each is a few passes over typed arrays, and kept: analyses share them. */
export class LocalSource implements AggregateSource {
  readonly span: Span | undefined;
  readonly entities: readonly Entity[];
  readonly measures: readonly Measure[];
  private readonly columns: SaleColumns;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(columns: SaleColumns) {
    this.columns = columns;
    this.span = spanOf(columns);
    this.entities = entitiesOf(columns);
    this.measures = measuresOf(columns);
  }

  static of(orders: Orders): LocalSource {
    return new LocalSource(saleColumnsOf(orders));
  }

  entitySums({ entity, within, measure = 'amount', span }: SumsQuery): Promise<EntitySums> {
    return this.once(`sums ${keyOf(entity, within)} ${measure} ${keyOfSpan(span)}`, async () =>
      sumEntities(await this.places(entity, within), await this.measure(measure), { day: this.columns.day, span }),
    );
  }

  entityOrders({ entity, span = this.span }: OrdersQuery): Promise<EntityOrders> {
    return this.once(`orders ${keyOf(entity)} ${keyOfSpan(span)}`, async () => {
      if (!span) return { keys: [], orders: [], largest: [], months: [], scale: this.columns.amount.scale };
      if (entity === 'customer' && !(await this.orderIds())) return ordersOfDays(await this.customerDays(), span);
      const { values: keys } = await this.entity(entity);
      const orders = await this.orders();
      if (isIdentity(orders.codes)) return ordersOfRows(keys, await this.rowsByDay(entity), span);
      return ordersOfLines({ keys, ...(await this.rowsBy(entity)) }, this.columns, orders, span);
    });
  }

  cohortCells({ unit, by, orders = false }: CohortQuery): Promise<CohortCells> {
    return this.once(`cohorts ${unit} ${orders} ${by ?? ''}`, async () => {
      const [{ span, columns }, lives] = [this, await this.customerDays()];
      if (!span) return { cells: [], scale: lives.scale };
      const groups = by === undefined ? undefined : await this.firstGroups(by);
      const counts = orders
        ? ordersByPeriod(columns, await this.rowsByCustomer(), await this.orders(), { unit, span })
        : undefined;
      return cellsOf({ lives, unit, span, groups, orders: counts });
    });
  }

  customerDays(): Promise<CustomerDays> {
    return this.once('days', async () => daysOfCustomers(this.columns, await this.rowsByDay('customer')));
  }

  customerValues({ dimension, at: when }: ValuesQuery): Promise<CustomerValues> {
    return this.once(`${when} values ${keyOf(dimension)}`, async () => {
      const column = await this.entity(dimension);
      const keys = this.columns.customer.values;
      if (when === 'last') return { keys, values: textsOf(lastValues(this.columns, column), column) };
      const codes = firstValues(this.columns, column);
      return {
        keys: keys.filter((_, customer) => intAt(codes, customer) >= 0),
        values: textsOf(
          codes.filter((code) => code >= 0),
          column,
        ),
      };
    });
  }

  /** Of the customers of `customerDays`, in their order. */
  private async firstGroups(dimension: Dimension): Promise<readonly string[]> {
    return (await this.customerValues({ dimension, at: 'first' })).values;
  }

  /** The rows behind a figure. @param query of an entity of `entities`. */
  rowsOf(query: RowsQuery): Promise<EntityRows> {
    return rowsOfEntity(this.columns, query);
  }

  private orderIds(): ReturnType<SaleColumns['order']> {
    return this.once('order ids', () => this.columns.order());
  }

  /** Which order each row belongs to: by order id; in a file without ids, by customer and day. */
  private orders(): Promise<Numbered> {
    return this.once('order numbers', async () => {
      const ids = await this.orderIds();
      if (ids) return { codes: ids.codes, size: ids.size };
      const { customer, day } = this.columns;
      return numberPairs(customer.codes, day, (await this.rowsByCustomer()).rows);
    });
  }

  /** All rows by customer, those of one customer by day. */
  private rowsByCustomer(): Promise<GroupedRows> {
    return this.once('rows', async () => {
      const { codes, size } = this.columns.customer;
      return groupRows(codes, size, rowNumbersByDay(await this.dayOrder()));
    });
  }

  private rowsByDay(entity: Entity): Promise<RowsByDay> {
    return this.once(`by day ${keyOf(entity)}`, async () => {
      const [{ codes }, order] = [await this.entity(entity), await this.dayOrder()];
      return { ...(await this.paidByDay()), codes: intsByDay(codes, order) };
    });
  }

  private paidByDay(): Promise<Omit<RowsByDay, 'codes'>> {
    return this.once('paid by day', async () => {
      const [{ day, amount }, order] = [this.columns, await this.dayOrder()];
      return { day: intsByDay(day, order), paid: floatsByDay(amount.units, order), scale: amount.scale };
    });
  }

  private dayOrder(): Promise<DayOrder> {
    return this.once('day order', async () => dayOrderOf(this.columns.day, this.span));
  }

  private async rowsBy(entity: Entity): Promise<GroupedRows> {
    if (entity === 'customer') return this.rowsByCustomer();
    const { codes, values } = await this.entity(entity);
    return groupRows(codes, values.length);
  }

  private places(entity: Entity, within?: Dimension): Promise<EntityPlaces> {
    return this.once(`places ${keyOf(entity, within)}`, async () =>
      placesOf(await this.entity(entity), within === undefined ? undefined : await this.entity(within)),
    );
  }

  private entity(entity: Entity): Promise<EntityColumn> {
    return this.once(`entity ${keyOf(entity)}`, () => entityColumn(this.columns, entity));
  }

  private measure(measure: Measure): ReturnType<typeof measureColumn> {
    return this.once(`measure ${measure}`, () => measureColumn(this.columns, measure));
  }

  private once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.kept.get(key) ?? make();
    this.kept.set(key, made);
    // Safe: one key is only ever used for one kind of thing.
    return made as Promise<T>;
  }
}

function keyOf(...names: readonly (string | undefined)[]): string {
  return JSON.stringify(names);
}

function keyOfSpan(span: Span | undefined): string {
  return span ? `${span.first} ${span.last}` : '';
}

function textsOf(codes: Int32Array, { values }: EntityColumn): string[] {
  return Array.from(codes, (code) => (code < 0 ? '' : at(values, code)));
}

export function spanOf({ rows, day }: SaleColumns): Span | undefined {
  if (rows === 0) return undefined;
  let [first, last] = [intAt(day, 0), intAt(day, 0)];
  for (let row = 1; row < rows; row++) {
    const own = intAt(day, row);
    if (own < first) first = own;
    if (own > last) last = own;
  }
  return { first, last };
}
