import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { Orders } from '@/src/domain/tabular/orders/orders';

/**
 * What every engine has to find. `cohort…` over the cells (month of the first row above zero, month with one): heads,
 * heads weighed, money. `churn…` over month ends: active is a row above zero in (t − 90, t]; churned is active at the month
 * end before and not at this one; the money is that of the 90 days before.
 */
export interface Figures {
  readonly rows: number;
  readonly total: number;
  readonly k80: number;
  readonly top20: number;
  readonly cohortHeads: number;
  readonly cohortCheck: number;
  readonly cohortMoney: number;
  readonly churnOpening: number;
  readonly churned: number;
  readonly churnCheck: number;
  readonly churnMoney: number;
}

/** The weight of a month (counted from year 0) in a check. */
export const weightOf = (month: number): number => (month % 97) + 1;

export interface Answered {
  readonly figures: Figures;
  readonly phases: { readonly pareto: number; readonly cohort: number; readonly churn: number };
}

/** The three answers by the product's own analyses, and what each took. */
export function answersOf(orders: Orders): Promise<Answered> {
  return answersFrom(() => LocalSource.of(orders), orders.rows);
}

export async function answersFrom(sourceOf: () => AggregateSource, rows: number): Promise<Answered> {
  const at = [performance.now()];
  const source = sourceOf();
  const run = async (name: string, params: Record<string, unknown> = {}): Promise<AnalysisRun['outcome']> => {
    const result = await runAnalysis(source, name, params);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    at.push(performance.now());
    return result.value.outcome;
  };
  const pareto = await run('pareto', { cycle: 'all' });
  const cohort = await run('cohort');
  const churn = await run('churn', { threshold: '90' });
  const [t0 = 0, t1 = 0, t2 = 0, t3 = 0] = at;
  const cells = cellsOf(cohort.tables['cells']);
  const months = cellsOf(churn.tables['months']);
  const sum = <T>(list: readonly T[], value: (one: T) => number): number =>
    list.reduce((all, one) => all + value(one), 0);
  const number = (value: Value | undefined): number => Number(value ?? 0);
  return {
    phases: { pareto: t1 - t0, cohort: t2 - t1, churn: t3 - t2 },
    figures: {
      rows,
      total: number(pareto.facts['total']),
      k80: number(pareto.facts['k']),
      top20: number(pareto.facts['topFifthShare']),
      cohortHeads: sum(cells, (cell) => number(cell['active'])),
      cohortCheck: sum(
        cells,
        (cell) => number(cell['active']) * weightOf(monthOf(cell['cohort'])) * (number(cell['age']) + 1),
      ),
      cohortMoney: sum(cells, (cell) => number(cell['revenue']) * (number(cell['age']) + 1)),
      churnOpening: sum(months, (month) => number(month['opening'])),
      churned: sum(months, (month) => number(month['churned'])),
      churnCheck: sum(months, (month) => number(month['churned']) * weightOf(monthOf(month['month']))),
      churnMoney: sum(months, (month) => number(month['churnedRevenue'])),
    },
  };
}

function cellsOf(table: ResultTable | undefined): Record<string, Value>[] {
  if (!table) throw new Error('The table is missing.');
  return table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i] ?? null])));
}

/** Months from year 0 of `2024-03`. */
function monthOf(text: Value | undefined): number {
  const [year = 0, month = 0] = String(text).split('-').map(Number);
  return year * 12 + month - 1;
}
