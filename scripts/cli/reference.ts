import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDay } from '@/src/kernel/calendar';
import { compareDecimals, formatDecimal, parseDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { runProgram } from './arguments';
import { churnReference, cohortReference, gapReference, paretoReference, type Json } from './reference-shape';
import { readSalesFile, UsageError, type SalesFileRun } from './sales-file';
import { telcoReference } from './telco-reference';

interface DataSet {
  readonly name: string;
  readonly file: string;
  readonly roles: Readonly<Record<string, string>>;
}

const SETS: readonly DataSet[] = [
  {
    name: 'cdnow_master',
    file: 'CDNOW_master.txt.gz',
    roles: { customer_id: 'customerId', date: 'date', dollar_value: 'amount' },
  },
  { name: 'cdnow_sample', file: 'CDNOW_sample.txt', roles: { '#2': 'customerId', '#3': 'date', '#5': 'amount' } },
  {
    name: 'online_retail',
    file: 'online_retail.csv.gz',
    roles: {
      CustomerID: 'customerId',
      InvoiceDate: 'date',
      InvoiceNo: 'orderId',
      Quantity: 'quantity',
      UnitPrice: 'unitPrice',
    },
  },
];

/** Keys of the references that nothing here computes, with the reason. Everything else must be visited. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  definitions: 'text',
  meta: 'text about the file',
  orders: 'no analysis counts orders',
  amount_negative_rows: 'no analysis counts rows by sign',
  amount_zero_rows: 'no analysis counts rows by sign',
  'interpurchase.km_first_to_second.columns': 'names of columns',
  'interpurchase.km_all_gaps.columns': 'names of columns',
  'km_overall.columns': 'names of columns',
  'km_by_contract.Month-to-month.columns': 'names of columns',
  'km_by_contract.One year.columns': 'names of columns',
  'km_by_contract.Two year.columns': 'names of columns',
  table_thinned: 'whether the reference leaves out steps of a curve',
};

const FLOOR = 8000;
const RELATIVE = 1e-12;
const ABSOLUTE = 1e-15;

/** `npm run -s reference -- DIR`: every figure of the reference results against ours, on the same files. */
await runProgram(async (given) => {
  const folder = given.get('') ?? '';
  if (!existsSync(path.join(folder, 'reference')))
    throw new UsageError(`No reference results in ${folder || '(no folder named)'}`);
  const figures: Record<string, { compared: number; differ: number }> = {};
  const differences: string[] = [];
  const visit = (name: string, ours: Record<string, Json>): void => {
    for (const [key, value] of Object.entries(referenceOf(folder, name))) {
      const found = compare(byTime(value), ours[key], key);
      if (found.compared === 0) continue;
      figures[`${name} ${key}`] = { compared: found.compared, differ: found.differences.length };
      differences.push(...found.differences.map((difference) => `${name}: ${difference}`));
    }
  };
  for (const set of SETS) visit(set.name, await computed(await readSalesFile(path.join(folder, set.file), set.roles)));
  const pareto = async (source: LocalSource): Promise<Json> => {
    const run = await runAnalysis(source, 'pareto', { basis: 'net' });
    if (!run.ok) throw new Error(`pareto: ${run.error.code}`);
    return paretoReference(run.value.outcome);
  };
  visit('telco', await telcoReference(path.join(folder, 'telco.csv'), pareto));
  return report(figures, differences);
});

function referenceOf(folder: string, name: string): Record<string, Json> {
  const text = readFileSync(path.join(folder, 'reference', `${name}.json`), 'utf8');
  // Safe: a wrong shape shows as differences.
  return JSON.parse(text) as Record<string, Json>;
}

async function computed(file: SalesFileRun): Promise<Record<string, Json>> {
  const { orders, facts } = file.built;
  const source = LocalSource.of(orders);
  const outcome = async (name: string, params: object): Promise<Outcome> => {
    const run = await runAnalysis(source, name, params as Record<string, unknown>);
    if (!run.ok) throw new Error(`${name}: ${run.error.code}`);
    return run.value.outcome;
  };
  const net = await outcome('pareto', { basis: 'net', cycle: 'all' });
  const gross = await outcome('pareto', { basis: 'gross', cycle: 'all' });
  const churn = await outcome('churn', { threshold: '90' });
  return {
    rows_used: facts.used,
    customers: facts.customers,
    date_min: formatDay(must(facts.firstDay, 'the files have rows')),
    date_max: formatDay(must(facts.lastDay, 'the files have rows')),
    amount_sum: formatDecimal(facts.amount),
    amount_sum_positive: gross.facts['total'] as Json,
    pareto_customer: { net: paretoReference(net), gross: paretoReference(gross) },
    cohort_monthly: cohortReference(await outcome('cohort', {})),
    churn_inactivity_90d: churnReference(churn),
    interpurchase: gapReference(churn),
  };
}

interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Steps of survival curves by their time: the reference leaves some out. */
function byTime(theirs: Json): Json {
  if (typeof theirs !== 'object' || theirs === null || Array.isArray(theirs)) return theirs;
  const entries = Object.entries(theirs).flatMap(([key, value]): [string, Json][] => {
    if (key === 'table_thinned') return [];
    if (key !== 'table' || !Array.isArray(value)) return [[key, byTime(value)]];
    // Safe: each row of such a table is a list that begins with the time.
    return [[key, Object.fromEntries((value as Json[][]).map(([time, ...step]) => [String(time), step]))]];
  });
  return Object.fromEntries(entries);
}

/** Visits every leaf of `theirs`; one that `ours` lacks is a difference. */
function compare(theirs: Json, ours: Json | undefined, at: string): Comparison {
  if (LEFT_OUT[at] !== undefined) return { compared: 0, differences: [] };
  if (typeof theirs === 'object' && theirs !== null) {
    const parts = Object.entries(theirs).map(([key, value]) => {
      const inner = typeof ours === 'object' && ours !== null ? (ours as Record<string, Json>)[key] : undefined;
      return compare(value, inner, `${at}.${key}`);
    });
    return {
      compared: sum(parts.map((part) => part.compared)),
      differences: parts.flatMap((part) => part.differences),
    };
  }
  const same = ours !== undefined && isSame(theirs, ours);
  return {
    compared: 1,
    differences: same ? [] : [`${at}: reference ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`],
  };
}

/** Whole numbers, text and money equal; other numbers to 1e-12. */
function isSame(theirs: Json, ours: Json): boolean {
  if (typeof theirs === 'number' && typeof ours === 'number') {
    if (Number.isInteger(theirs) && Number.isInteger(ours)) return theirs === ours;
    return Math.abs(theirs - ours) <= Math.max(RELATIVE * Math.abs(theirs), ABSOLUTE);
  }
  if (typeof theirs === 'string' && typeof ours === 'string') {
    const [a, b] = [parseDecimal(theirs), parseDecimal(ours)];
    return a && b ? compareDecimals(a, b) === 0 : theirs === ours;
  }
  return theirs === ours;
}

function report(figures: Record<string, { compared: number; differ: number }>, differences: readonly string[]): number {
  for (const [name, { compared, differ }] of Object.entries(figures)) {
    console.log(`${name.padEnd(40)} ${String(compared).padStart(6)} compared ${String(differ).padStart(4)} differ`);
  }
  console.log(
    `left out: ${Object.entries(LEFT_OUT)
      .map(([key, reason]) => `${key} (${reason})`)
      .join('; ')}`,
  );
  for (const difference of differences.slice(0, 20)) console.log(`  ${difference}`);
  const compared = sum(Object.values(figures).map((figure) => figure.compared));
  console.log(JSON.stringify({ compared, differ: differences.length, floor: FLOOR, figures }));
  return differences.length === 0 && compared >= FLOOR ? 0 : 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
