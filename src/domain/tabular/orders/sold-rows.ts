import { intAt } from '@/src/kernel/typed';
import { TextColumn } from '../columns/column';
import { afterSaleColumns, calledOffColumns, isCalledOff, isStageHeader, saleStateOf } from '../roles/sale-state';
import type { Quirks } from '../roles/systems/system';
import { foldHeader } from '../roles/fold-header';
import type { Documents } from './documents';
import type { SalesTable } from './sales-table';

/** By row 1 where a status, its own or its order's, says that nothing was sold: cancelled, unpaid, not won, called off. */
export function unsoldRows(sales: SalesTable, { first }: Documents, quirks: Quirks): Uint8Array {
  const unsold = new Uint8Array(sales.rows);
  for (const { column, says } of statusColumns(sales, quirks)) {
    for (let row = 0; row < unsold.length; row++) {
      const from = sales.isMissing(column, row) ? intAt(first, row) : row;
      if (says[intAt(column.codes, from)] === 1) unsold[row] = 1;
    }
  }
  return unsold;
}

/** Columns that speak of the sale, and by code 1 where they say that there was none. */
function statusColumns(sales: SalesTable, quirks: Quirks): { column: TextColumn; says: Uint8Array }[] {
  const { table, roles } = sales;
  const hasRefund = sales.column('refund') !== undefined;
  const status = roles.indexOf('status');
  const rules = { ...quirks, hasRefund, stages: quirks.stages ?? isStageHeader(sales.name('status')) };
  const found = (place: number, isUnsold: (value: string) => boolean): { column: TextColumn; says: Uint8Array }[] => {
    const column = table.columns[place];
    if (!(column instanceof TextColumn)) return [];
    return [{ column, says: Uint8Array.from(column.values, (value) => (isUnsold(value) ? 1 : 0)) }];
  };
  const after = afterSaleColumns(table.names).filter((place) => place !== status);
  const called = table.names.findIndex(
    (name) => quirks.cancelledAt && foldHeader(name) === foldHeader(quirks.cancelledAt),
  );
  return [
    ...found(status, (value) => saleStateOf(value, rules) === 'unsold'),
    ...after.flatMap((place) => found(place, (value) => saleStateOf(value, { hasRefund }) === 'unsold')),
    ...calledOffColumns(table.names).flatMap((place) => found(place, isCalledOff)),
    ...found(called, (value) => value.trim() !== ''),
  ];
}
