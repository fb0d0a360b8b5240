import { createHash } from 'node:crypto';
import { must } from '@/src/kernel/assert';
import type { Outcome, ResultTable, Value } from '@/src/domain/analysis/result';

export type Json = Value | readonly Json[] | { readonly [key: string]: Json };

/** Our outcomes in the shape of the reference files, so that every leaf there can be looked up here. */

function rowsOf(outcome: Outcome, name: string): Record<string, Value>[] {
  const { columns, rows }: ResultTable = must(outcome.tables[name], `the outcome has a table ${name}`);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
}

function fact(outcome: Outcome, name: string): Value {
  return outcome.facts[name] ?? null;
}

/** Our columns under the names of the reference. */
function renamed(row: Readonly<Record<string, Value>>, names: Readonly<Record<string, string>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(names).map(([theirs, ours]) => [theirs, row[ours] ?? null]));
}

export function paretoReference(outcome: Outcome): Json {
  const entries: [string, Json][] = [];
  for (const row of rowsOf(outcome, 'thresholds')) {
    const names = { k: 'k', k_ties: 'kTies', k_pct: 'kShare', value_at_k: 'valueAtK', key_at_k: 'keyAtK' };
    for (const [name, value] of Object.entries(renamed(row, names))) entries.push([`${name}_${row['share']}`, value]);
  }
  for (const row of rowsOf(outcome, 'tops')) {
    const names = { top_share: 'share', top_count: 'count', lorenz_top: 'lorenz' };
    for (const [name, value] of Object.entries(renamed(row, names))) entries.push([`${name}_${row['top']}`, value]);
  }
  for (const { count, share } of rowsOf(outcome, 'ratios')) entries.push([`CR${count}`, share ?? null]);
  const classes = rowsOf(outcome, 'classes').map((row): [string, Json] => [
    String(row['class']),
    renamed(row, { count: 'count', sum: 'sum', share: 'share', count_share: 'countShare' }),
  ]);
  return {
    ...renamed(outcome.facts, {
      entities: 'entities',
      positive: 'positive',
      base_sum: 'base',
      net_total: 'total',
      gini: 'gini',
      gini_unbiased: 'giniUnbiased',
      hhi: 'hhi',
      n_eff: 'effectiveNumber',
      theil: 'theil',
    }),
    hhi_10000: Number(fact(outcome, 'hhi')) * 10_000,
    nonpositive: renamed(outcome.facts, { count: 'nonPositiveCount', zero: 'nonPositiveZero', sum: 'nonPositiveSum' }),
    ...Object.fromEntries(entries),
    abc: Object.fromEntries(classes),
    top10: rowsOf(outcome, 'entities')
      .slice(0, 10)
      .map((row) => renamed(row, { key: 'key', value: 'value', cum_share: 'cumulativeShare' })),
  };
}

export function cohortReference(outcome: Outcome): Json {
  const cells = rowsOf(outcome, 'cells');
  const months = [...new Set(cells.map((cell) => cell['cohort']))];
  const rows = months.map((cohort) => {
    const own = cells.filter((cell) => cell['cohort'] === cohort);
    const line = (column: string): Json[] => own.map((cell) => cell[column] ?? null);
    return {
      cohort: cohort ?? null,
      size: own[0]?.['size'] ?? null,
      active: line('active'),
      unbounded: line('unbounded'),
      revenue: line('revenue'),
      retention: line('retention'),
      wilson: own.map((cell) => [cell['low'] ?? null, cell['high'] ?? null]),
    };
  });
  return {
    first: fact(outcome, 'firstPeriod'),
    last: fact(outcome, 'lastPeriod'),
    data_end: fact(outcome, 'dataEnd'),
    last_month_incomplete: fact(outcome, 'lastIncomplete'),
    cohorts: fact(outcome, 'cohorts'),
    customers: fact(outcome, 'customers'),
    active_cells_sha256: createHash('sha256')
      .update(rows.map(({ active }) => active.join(',')).join(';'))
      .digest('hex'),
    weighted_average: rowsOf(outcome, 'means').map((row) => ({
      k: row['age'] ?? null,
      cohorts: row['cohorts'] ?? null,
      n: row['size'] ?? null,
      active: row['active'] ?? null,
      rate: row['retention'] ?? null,
      wilson: [row['low'] ?? null, row['high'] ?? null],
    })),
    rows,
  };
}

const MONTH_COLUMNS: Readonly<Record<string, string>> = {
  month: 'month',
  warmup: 'warmUp',
  incomplete: 'incomplete',
  opening: 'opening',
  churned: 'churned',
  new: 'new',
  reactivated: 'reactivated',
  closing: 'closing',
  logo_churn: 'churnRate',
  open_rev: 'openRevenue',
  churned_rev: 'churnedRevenue',
  contraction: 'contraction',
  expansion: 'expansion',
  new_rev: 'newRevenue',
  react_rev: 'reactivatedRevenue',
  close_rev: 'closeRevenue',
  revenue_churn: 'revenueChurn',
  grr: 'grossRetention',
  nrr: 'netRetention',
  quick_ratio: 'quickRatio',
};

export function churnReference(outcome: Outcome): Json {
  return rowsOf(outcome, 'months').map((row) => ({
    ...renamed(row, MONTH_COLUMNS),
    logo_churn_wilson: [row['low'] ?? null, row['high'] ?? null],
  }));
}

export function gapReference(outcome: Outcome): Json {
  return {
    order_days: fact(outcome, 'orderDays'),
    customers: fact(outcome, 'customers'),
    repeat_customers: fact(outcome, 'repeatCustomers'),
    gaps: fact(outcome, 'gaps'),
    mean: fact(outcome, 'gapMean'),
    km_all_gaps: survivalReference(outcome, 'reorder', fact(outcome, 'orderDays')),
    km_first_to_second: survivalReference(outcome, 'second', fact(outcome, 'customers')),
    quantiles: Object.fromEntries(rowsOf(outcome, 'gaps').map((row) => [String(row['share']), row['days'] ?? null])),
  };
}

/** A survival curve, its steps by time. */
function survivalReference(outcome: Outcome, name: 'reorder' | 'second', n: Value): Json {
  const steps = rowsOf(outcome, name).map((row): [string, Json] => [
    String(row['days']),
    ['atRisk', 'reordered', 'waiting', 'standardError', 'low', 'high'].map((column) => row[column] ?? null),
  ]);
  return {
    n,
    events: fact(outcome, `${name}Events`),
    median: fact(outcome, `${name}Median`),
    q25_time: fact(outcome, `${name}Quarter`),
    q75_time: fact(outcome, `${name}ThreeQuarters`),
    restricted_mean: { tau: fact(outcome, `${name}Longest`), value: fact(outcome, `${name}Mean`) },
    table: Object.fromEntries(steps),
  };
}
