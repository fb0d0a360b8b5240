import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome, Value } from '@/src/domain/analysis/result';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import type { Role } from '@/src/domain/tabular/roles/roles';
import { ordersFrom, textColumn, type Sale } from './orders';

/** Columns of text beside those of the sales, by role. */
export type MoreColumns = Readonly<Partial<Record<Role, readonly string[]>>>;

/** What an analysis makes of these sales. `without` takes away columns that they would have. */
export async function outcomeFrom(
  name: string,
  sales: readonly Sale[],
  given: {
    readonly params?: Record<string, unknown>;
    readonly more?: MoreColumns;
    readonly without?: readonly Role[];
  } = {},
): Promise<Outcome> {
  const orders = ordersFrom(sales);
  const kept = orders.others.filter(({ role }) => role === undefined || !given.without?.includes(role));
  // Safe: the keys of `more` are roles.
  const more = (Object.entries(given.more ?? {}) as [Role, readonly string[]][]).map(([role, texts]) => ({
    name: role,
    role,
    column: textColumn(texts),
  }));
  const result = await runAnalysis(LocalSource.of({ ...orders, others: [...kept, ...more] }), name, given.params ?? {});
  return result.ok ? result.value.outcome : expect.fail(JSON.stringify(result.error));
}

/** The rows of a table, only some of its columns. */
export function columnsOf({ tables }: Outcome, name: string, ...of: readonly string[]): Value[][] {
  const { columns, rows } = must(tables[name], name);
  return rows.map((row) => of.map((column) => row[columns.indexOf(column)] ?? null));
}
