import type { Column, TextColumn } from '../../tabular/columns/column';
import type { AmountColumn, Orders } from '../../tabular/orders/orders';
import type { Role } from '../../tabular/roles/roles';

/** The columns of a sales file as aggregates need them: some are there, the others come when they are asked for. */
export interface SaleColumns {
  readonly rows: number;
  readonly customer: TextColumn;
  readonly customerLabels: readonly string[];
  readonly day: Int32Array<ArrayBuffer>;
  readonly amount: AmountColumn;
  readonly others: readonly OtherColumn[];
  /** Undefined where the file has no order ids. */
  order(): Promise<TextColumn | undefined>;
  other(position: number): Promise<Column>;
}

export interface OtherColumn {
  readonly name: string;
  readonly role: Role | undefined;
  readonly isText: boolean;
}

/** Columns that are all in memory. */
export function saleColumnsOf(orders: Orders): SaleColumns {
  return {
    ...orders,
    others: orders.others.map(({ name, role, column }) => ({ name, role, isText: 'codes' in column })),
    order: async () => orders.order,
    other: async (position) => {
      const other = orders.others[position];
      if (!other) throw new Error(`column ${position} of ${orders.others.length}`);
      return other.column;
    },
  };
}
