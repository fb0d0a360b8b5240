import type { AggregateSource, Entity, Measure } from '@/src/domain/analysis/aggregate-source';
import { entityColumn } from '@/src/domain/analysis/local/entity-column';
import { measureColumn, type MeasureColumn } from '@/src/domain/analysis/local/measures';
import type { SaleColumns } from '@/src/domain/analysis/local/sale-columns';
import { bytesOf } from '@/src/domain/tabular/columns/byte-texts';
import { floatAt } from '@/src/kernel/typed';
import { codedTexts, days, integers, type ArrowColumn } from './arrow-columns';
import type { SalesTable } from './sql-aggregates';
import type { SqlEngine } from './sql-engine';

/** A table of sales in the engine, and which of its columns is what. */
export interface LoadedSales extends SalesTable {
  readonly entities: ReadonlyMap<Entity, string>;
  readonly measures: ReadonlyMap<Measure, { readonly column: string; readonly scale: number }>;
}

interface Sales extends Pick<AggregateSource, 'entities' | 'measures'> {
  readonly columns: SaleColumns;
}

/** Puts the sales into the engine: texts with their codes, and everything that can be added up in whole units. */
export async function loadSales(engine: SqlEngine, name: string, sales: Sales): Promise<LoadedSales> {
  const { columns, entities, measures } = sales;
  const { customer, customerLabels, day, rows } = columns;
  const table = new Map<string, ArrowColumn>([
    ['label', codedTexts(customer.codes, bytesOf(customerLabels))],
    ['day', days(day)],
  ]);
  const order = await columns.order();
  if (order) table.set('order_id', codedTexts(order.codes, bytesOf(order.values)));
  const entityNames = new Map<Entity, string>();
  for (const [i, entity] of entities.entries()) {
    const column = entity === 'customer' ? entity : `entity_${i}`;
    const { codes, values } = await entityColumn(columns, entity);
    table.set(column, codedTexts(codes, bytesOf(values)));
    entityNames.set(entity, column);
  }
  const measureNames = new Map<Measure, { column: string; scale: number }>();
  for (const measure of measures) {
    const own = await measureColumn(columns, measure);
    table.set(measure, unitsColumn(own));
    measureNames.set(measure, { column: measure, scale: own.scale });
  }
  engine.insert(name, { columns: table, rows });
  return { name, hasOrderIds: order !== undefined, entities: entityNames, measures: measureNames };
}

function unitsColumn({ units }: MeasureColumn): ArrowColumn {
  const whole = BigInt64Array.from(units, (own) => (Number.isNaN(own) ? 0n : BigInt(own)));
  return integers(whole, (row) => Number.isNaN(floatAt(units, row)));
}
