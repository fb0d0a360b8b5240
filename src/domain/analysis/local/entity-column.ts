import { assert } from '@/src/kernel/assert';
import { TextColumn } from '../../tabular/columns/column';
import type { Role } from '../../tabular/roles/roles';
import { isEntity, type Entity } from '../aggregate-source';
import type { SaleColumns } from './sale-columns';

/** For each row the position of its entity. */
export interface EntityColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
  readonly labels: readonly string[];
}

const BY_NAME = 'column:';

/** Columns of these are numbers and dates, even where their cells could not be kept as such. */
const NO_CATEGORY: ReadonlySet<Role | undefined> = new Set<Role>([
  'amount',
  'quantity',
  'unitPrice',
  'refund',
  'cost',
  'profit',
  'date',
  'paidDate',
  'dueDate',
]);

/** Customers first, then what the product knows, then the other columns of text by their names. */
export function entitiesOf({ others }: SaleColumns): Entity[] {
  const known = others.flatMap(({ role, isText }) => (isText && isEntity(role) ? [role] : []));
  const named = others.flatMap(({ role, isText, name }): Entity[] =>
    isText && !isEntity(role) && !NO_CATEGORY.has(role) ? [`${BY_NAME}${name}`] : [],
  );
  return ['customer', ...new Set([...known, ...named])];
}

/** @param entity one of `entitiesOf(columns)`. */
export async function entityColumn(columns: SaleColumns, entity: Entity): Promise<EntityColumn> {
  const { customer, customerLabels: labels, others } = columns;
  if (entity === 'customer') return { codes: customer.codes, values: customer.values, labels };
  const isWanted = entity.startsWith(BY_NAME)
    ? (one: (typeof others)[number]) => one.name === entity.slice(BY_NAME.length)
    : (one: (typeof others)[number]) => one.role === entity;
  const column = await columns.other(others.findIndex((one) => one.isText && isWanted(one)));
  assert(column instanceof TextColumn, `the ${entity} column is text`);
  const { codes, values } = column;
  return { codes, values, labels: values };
}
