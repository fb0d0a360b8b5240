import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import { must } from '@/src/kernel/assert';
import { ordersFrom, type Sale } from './orders';
import { ordersOf } from './tabular';

type Params = Readonly<Record<string, unknown>>;

/** What an analysis finds in these sales. @throws where it refuses them. */
export async function outcomeOfSales(name: string, sales: readonly Sale[], params: Params = {}): Promise<Outcome> {
  return outcomeOf(name, LocalSource.of(ordersFrom(sales)), params);
}

/** The same for the text of a file. */
export async function outcomeOfText(
  name: string,
  text: string,
  roles: ColumnRoles,
  params: Params = {},
): Promise<Outcome> {
  return outcomeOf(name, LocalSource.of((await ordersOf(text, roles)).orders), params);
}

async function outcomeOf(name: string, source: LocalSource, params: Params): Promise<Outcome> {
  const result = await runAnalysis(source, name, params);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.name}`);
  return result.value.outcome;
}

/** The named columns of a table, row by row. */
export function columnsOf(outcome: Outcome, name: string, ...of: readonly string[]): unknown[][] {
  const table = must(outcome.tables[name], name);
  return table.rows.map((row) => of.map((column) => row[table.columns.indexOf(column)]));
}
