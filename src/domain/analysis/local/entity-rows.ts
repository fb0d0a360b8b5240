import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { floatAt, intAt } from '@/src/kernel/typed';
import { cellText } from '../../tabular/columns/column';
import type { Entity, Span } from '../aggregate-source';
import type { ResultTable, Value, ValueType } from '../result';
import { entityColumn } from './entity-column';
import type { SaleColumns } from './sale-columns';

/** Which rows of a file are wanted. */
export interface RowsQuery {
  readonly entity: Entity;
  readonly keys: readonly string[];
  /** All days where nothing is said. */
  readonly span?: Span;
  readonly limit: number;
}

/** Rows as they stand in the file, and how many there are in all. */
export interface EntityRows {
  readonly table: ResultTable;
  readonly total: number;
}

/**
 * The rows behind a figure, in the order of the file: day, order, customer, amount as they were understood, then every other column
 * as it stands in the file, under its own name. None for an entity or a key that the file does not have.
 */
export async function rowsOfEntity(
  columns: SaleColumns,
  { entity, keys, span, limit }: RowsQuery,
): Promise<EntityRows> {
  const { codes, values } = await entityColumn(columns, entity);
  const wanted = new Set(keys);
  const isWanted = values.map((value) => wanted.has(value));
  const rows: number[] = [];
  let total = 0;
  for (let row = 0; row < columns.rows; row++) {
    if (!isWanted[intAt(codes, row)] || !isWithin(intAt(columns.day, row), span)) continue;
    if (total++ < limit) rows.push(row);
  }
  return { table: await tableOf(columns, rows), total };
}

async function tableOf(columns: SaleColumns, rows: readonly number[]): Promise<ResultTable> {
  const order = await columns.order();
  const others = await Promise.all(columns.others.map((_, position) => columns.other(position)));
  const { customer, customerLabels, amount, day } = columns;
  const named = (name: string): string => (['day', 'order', 'customer', 'amount'].includes(name) ? `${name} ` : name);
  return {
    columns: [
      'day',
      ...(order ? ['order'] : []),
      'customer',
      'amount',
      ...columns.others.map(({ name }) => named(name)),
    ],
    types: [
      'day',
      ...(order ? (['text'] as const) : []),
      'text',
      'money',
      ...columns.others.map((): ValueType => 'text'),
    ],
    rows: rows.map((row): Value[] => [
      formatDay(intAt(day, row)),
      ...(order ? [at(order.values, intAt(order.codes, row))] : []),
      at(customerLabels, intAt(customer.codes, row)),
      formatDecimal({ units: BigInt(floatAt(amount.units, row)), scale: amount.scale }),
      ...others.map((column) => cellText(column, row)),
    ]),
  };
}

function isWithin(day: number, span: Span | undefined): boolean {
  return !span || (day >= span.first && day <= span.last);
}
