import type { Table } from 'apache-arrow';
import { must } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { floatAt } from '@/src/kernel/typed';
import type {
  AggregateSource,
  CohortCells,
  CohortQuery,
  CustomerDays,
  CustomerValues,
  Entity,
  EntityOrders,
  EntitySums,
  Measure,
  OrdersQuery,
  Span,
  SumsQuery,
  ValuesQuery,
} from '@/src/domain/analysis/aggregate-source';
import { spanOf } from '@/src/domain/analysis/local-source';
import { entitiesOf } from '@/src/domain/analysis/local/entity-column';
import { measuresOf } from '@/src/domain/analysis/local/measures';
import type { SaleColumns } from '@/src/domain/analysis/local/sale-columns';
import { bigints, doubles, integers, texts } from './arrow-lists';
import { loadSales, type LoadedSales } from './sales-table';
import { cohortsSql, daysSql, firstValuesSql, lastValuesSql, ordersSql, sumsSql, summariesSql } from './sql-aggregates';
import type { SqlEngine } from './sql-engine';

let sources = 0;

/**
 * The aggregates asked of an engine of SQL, each with one query or two. The columns go in with the first; they have a table of
 * their own in the engine until it is loaded anew.
 */
export class SqlSource implements AggregateSource {
  readonly span: Span | undefined;
  readonly entities: readonly Entity[];
  readonly measures: readonly Measure[];
  private readonly engine: SqlEngine;
  private readonly columns: SaleColumns;
  private readonly name = `sales_${++sources}`;
  private loaded: Promise<LoadedSales> | undefined;

  /** @param engine has a database loaded. */
  constructor(engine: SqlEngine, columns: SaleColumns) {
    this.engine = engine;
    this.columns = columns;
    this.span = spanOf(columns);
    this.entities = entitiesOf(columns);
    this.measures = measuresOf(columns);
  }

  async entitySums({ entity, within, measure = 'amount', span }: SumsQuery): Promise<EntitySums> {
    const sales = await this.sales();
    const { column, scale } = must(sales.measures.get(measure), `the file has ${measure}`);
    const columns = {
      entity: columnOf(sales, entity),
      within: within === undefined ? undefined : columnOf(sales, within),
      measure: column,
    };
    const found = this.engine.query(sumsSql(sales, columns, span));
    return {
      keys: texts(found, 'entity_key'),
      labels: texts(found, 'label'),
      ...(within === undefined ? {} : { within: texts(found, 'within_key') }),
      net: bigints(found, 'net'),
      gross: bigints(found, 'gross'),
      rows: integers(found, 'row_count'),
      positiveRows: integers(found, 'positive_rows'),
      scale,
    };
  }

  async entityOrders({ entity, span }: OrdersQuery): Promise<EntityOrders> {
    const sales = await this.sales();
    const found = this.engine.query(ordersSql(sales, columnOf(sales, entity), span));
    return {
      keys: texts(found, 'entity_key'),
      orders: integers(found, 'orders'),
      largest: bigints(found, 'largest'),
      months: integers(found, 'months'),
      scale: this.columns.amount.scale,
    };
  }

  async cohortCells({ unit, by, orders = false }: CohortQuery): Promise<CohortCells> {
    const sales = await this.sales();
    const group = by === undefined ? undefined : columnOf(sales, by);
    const found = this.engine.query(cohortsSql(sales, { unit, by: group, orders }));
    const [cohorts, periods, counts, lasts, orderCounts] = [
      integers(found, 'cohort'),
      integers(found, 'period'),
      integers(found, 'active'),
      integers(found, 'last_active'),
      integers(found, 'orders'),
    ];
    const units = bigints(found, 'units');
    const cells = texts(found, 'group_key').map((key, i) => ({
      group: key,
      cohort: cohorts[i] ?? 0,
      period: periods[i] ?? 0,
      active: counts[i] ?? 0,
      lastActive: lasts[i] ?? 0,
      orders: orderCounts[i] ?? 0,
      units: units[i] ?? 0n,
    }));
    return { cells, scale: this.columns.amount.scale };
  }

  async customerDays(): Promise<CustomerDays> {
    const sales = await this.sales();
    const summaries = summariesIn(this.engine.query(summariesSql(sales)));
    const found = this.engine.query(daysSql(sales));
    const starts = new Int32Array(summaries.length + 1);
    summaries.forEach(({ orderDays }, i) => (starts[i + 1] = (starts[i] ?? 0) + orderDays));
    return {
      summaries,
      starts,
      days: Int32Array.from(integers(found, 'day')),
      units: sumsIn(found),
      scale: this.columns.amount.scale,
    };
  }

  async customerValues({ dimension, at }: ValuesQuery): Promise<CustomerValues> {
    const sales = await this.sales();
    const sql = at === 'first' ? firstValuesSql : lastValuesSql;
    const found = this.engine.query(sql(sales, columnOf(sales, dimension)));
    return { keys: texts(found, 'customer'), values: texts(found, 'entity_value') };
  }

  private sales(): Promise<LoadedSales> {
    this.loaded ??= loadSales(this.engine, this.name, {
      columns: this.columns,
      entities: this.entities,
      measures: this.measures,
    });
    return this.loaded;
  }
}

function columnOf({ entities }: LoadedSales, entity: Entity): string {
  return must(entities.get(entity), `the file has a ${entity} column`);
}

function summariesIn(found: Table): CustomerDays['summaries'] {
  const [labels, firsts, lasts, counts] = [
    texts(found, 'label'),
    integers(found, 'first_day'),
    integers(found, 'last_day'),
    integers(found, 'order_days'),
  ];
  return texts(found, 'customer').map((key, i) => ({
    key,
    label: labels[i] ?? key,
    first: firsts[i] ?? 0,
    last: lasts[i] ?? 0,
    orderDays: counts[i] ?? 0,
  }));
}

function sumsIn(found: Table): ExactSums {
  const [high, low] = [doubles(found, 'high'), doubles(found, 'low')];
  const sums = new ExactSums(found.numRows);
  for (let place = 0; place < found.numRows; place++) sums.addParts(place, floatAt(high, place), floatAt(low, place));
  return sums;
}
