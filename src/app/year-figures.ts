import type { RecordId } from '@/src/kernel/ids';
import { parseDecimal, type Decimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Flag } from '@/src/domain/accounts/flag-override.kind';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import { customerMatch, type CustomerMatchRow } from '@/src/domain/enrich/own-data/customer-match.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { DatasetError, Datasets } from './ports/datasets';
import type { Store } from './ports/store';

/** What the last twelve months of a sales file say of one customer, net of refunds. */
export interface YearFigures {
  readonly value: Decimal;
  readonly orders: number;
  /** Of its orders' value what the largest is; null where they come to nothing. */
  readonly largestShare: number | null;
  readonly activeMonths: number;
  /** A decimal; null where the file has no profit. */
  readonly profit: string | null;
  /** Whether each misconception holds; null is "cannot be tested", which is not "passed". */
  readonly flags: Readonly<Record<Flag, boolean | null>>;
}

/** The figures of all customers above zero, by key, and the days they are of. */
export interface FileFigures {
  readonly first: string;
  readonly last: string;
  /** Whether the file reaches back to the first of these days; else a twelfth of them is no monthly spend. */
  readonly isCovered: boolean;
  readonly customers: ReadonlyMap<string, YearFigures>;
}

/** `no-days`: the file is empty. */
export type FiguresError = DatasetError | { readonly code: 'no-days' };

/** The very figures that the analysis `pareto` of a year gives. */
export async function yearFigures(
  datasets: Pick<Datasets, 'analyse'>,
  dataset: RecordId,
): Promise<Result<FileFigures, FiguresError>> {
  const run = await datasets.analyse(dataset, 'pareto', { share: 1, cycle: 'year' });
  if (!run.ok) return run;
  const { facts, tables } = run.value.outcome;
  const { cycleFirst, cycleLast, cycleCovered } = facts;
  if (typeof cycleFirst !== 'string' || typeof cycleLast !== 'string') return err({ code: 'no-days' });
  const rows = rowsIn(tables['keySet']);
  const customers = new Map(rows.map((row) => [textIn(row, 'key'), figuresIn(row)]));
  return ok({ first: cycleFirst, last: cycleLast, isCovered: cycleCovered === true, customers });
}

type Named = ReadonlyMap<string, Value>;

/** The rows of a table, each value under its column. */
export function rowsIn(table: ResultTable | undefined): readonly Named[] {
  return (table?.rows ?? []).map((row) => new Map(table?.columns.map((name, i) => [name, row[i] ?? null])));
}

export function textIn(row: Named, column: string): string {
  return String(row.get(column) ?? '');
}

function figuresIn(row: Named): YearFigures {
  const flag = (column: string): boolean | null => {
    const value = row.get(column);
    return typeof value === 'boolean' ? value : null;
  };
  const largest = row.get('largestShare');
  const profit = row.get('profit');
  return {
    value: parseDecimal(textIn(row, 'value')) ?? { units: 0n, scale: 0 },
    orders: Number(row.get('orders') ?? 0),
    largestShare: typeof largest === 'number' ? largest : null,
    activeMonths: Number(row.get('activeMonths') ?? 0),
    profit: typeof profit === 'string' ? profit : null,
    flags: { 'big-ticket': flag('bigTicket'), 'one-off': flag('oneOff'), unprofitable: flag('unprofitable') },
  };
}

/** The customers of a sales file that are companies on file, by the user's word: key → company. */
export async function companiesOf(store: Store, dataset: RecordId): Promise<ReadonlyMap<string, RecordId>> {
  // Safe: rows of this kind hold its fields.
  const matches = (await store.rows(customerMatch.name)) as readonly CustomerMatchRow[];
  const own = matches.filter(({ fields }) => fields.dataset === dataset && fields.answer === 'same');
  return new Map(own.map(({ fields }) => [fields.customer, fields.company]));
}

/** What the amounts of a file are in; null where it does not say. */
export function currencyOf({ fields }: Row<DatasetFields>): string | null {
  return fields.facts.currency ?? null;
}
