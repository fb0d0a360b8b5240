import { at } from '@/src/kernel/assert';
import { intAt } from '@/src/kernel/typed';
import { cleanLine, foldKey } from '@/src/kernel/text';
import { cellText, TextColumn } from '../columns/column';
import { DictionaryBuilder } from '../columns/dictionary';
import { foldHeader } from '../roles/fold-header';
import type { Quirks } from '../roles/systems/system';
import { isMissing } from '../values/missing-values';
import { unwrapId } from '../values/unwrap-id';
import type { Documents } from './documents';
import type { CustomersBy } from './orders';
import type { SalesTable } from './sales-table';

/** The column that tells customers apart, and the one that has their names. */
export interface CustomerColumns {
  readonly key: TextColumn | undefined;
  readonly name: TextColumn | undefined;
}

/**
 * By id where the file has ids, by name otherwise, and also where ids are often left out. Where a system is known to leave
 * its customer column blank, the first of its columns that is filled on the row or the first line of its order, unless a
 * user chose another column.
 * @param rule.by says it, where the file has both.
 */
export function customerColumns(
  sales: SalesTable,
  { quirks, by }: { readonly quirks: Quirks; readonly by?: CustomersBy | undefined },
  { first }: Documents,
): CustomerColumns {
  const name = sales.text('customer');
  const id = sales.text('customerId');
  const fallback = (quirks.customerFallback ?? []).map((header) => columnNamed(sales, header));
  const columns = fallback.filter((column) => column !== undefined);
  const isUsual = columns.length > 1 && (!name || columns.includes(name));
  if (isUsual && (!id || missingRows(sales, id) > 0))
    return { key: firstFilled(sales, columns, first), name: undefined };
  if (!id || !name) return { key: id ?? name, name };
  return { key: (by ?? usualKey(sales, id, name)) === 'id' ? id : name, name };
}

function usualKey(sales: SalesTable, id: TextColumn, name: TextColumn): CustomersBy {
  return missingRows(sales, id) > missingRows(sales, name) ? 'name' : 'id';
}

function columnNamed({ table }: SalesTable, header: string): TextColumn | undefined {
  const column = table.columns[table.names.findIndex((name) => foldHeader(name) === foldHeader(header))];
  return column instanceof TextColumn ? column : undefined;
}

function firstFilled(sales: SalesTable, columns: readonly TextColumn[], first: Int32Array): TextColumn {
  const builder = new DictionaryBuilder();
  for (let row = 0; row < sales.rows; row++) {
    const places = [row, intAt(first, row)];
    const filled = (column: TextColumn): number | undefined => places.find((place) => !sales.isMissing(column, place));
    const column = columns.find((one) => filled(one) !== undefined);
    builder.add(column ? cellText(column, filled(column) ?? row) : '');
  }
  return builder.finish();
}

function missingRows(sales: SalesTable, column: TextColumn): number {
  const missing = sales.missingCodes(column);
  return column.codes.reduce((count, code) => count + (missing[code] ?? 0), 0);
}

export interface CustomerKeys {
  /** The key of each value of the column, by its code; empty when there is none. */
  readonly ofCode: readonly string[];
  /** The file held ids as 17850.0, as a spreadsheet or a data tool leaves them; they were made whole. */
  readonly wereFloats: boolean;
}

/** The keys under which a column's values are one customer: trimmed, NFKC, case kept, at most 200 characters. */
export function customerKeys({ values }: TextColumn): CustomerKeys {
  const folded = values.map((value) => (isMissing(value) ? '' : foldKey(cleanLine(unwrapId(value), 200))));
  const named = folded.filter((key) => key !== '');
  const wereFloats = named.length > 0 && named.every((key) => /^\d+\.0$/.test(key));
  return { ofCode: wereFloats ? folded.map((key) => key.replace(/\.0$/, '')) : folded, wereFloats };
}

/** For each customer key the first name that stands beside it; the key itself where there is none. */
export function customerLabels(customer: TextColumn, names: TextColumn | undefined, rows: Int32Array): string[] {
  const labels: (string | undefined)[] = customer.values.map(() => undefined);
  if (names) {
    for (let i = 0; i < rows.length; i++) {
      const code = intAt(customer.codes, i);
      labels[code] ??= cleanLine(at(names.values, intAt(names.codes, intAt(rows, i))), 200) || undefined;
    }
  }
  return labels.map((label, code) => label ?? at(customer.values, code));
}
