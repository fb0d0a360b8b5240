import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { saleColumnsOf } from '@/src/domain/analysis/local/sale-columns';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { Outcome } from '@/src/domain/analysis/result';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlSource } from '@/src/platform/cells/sql-source';
import { runProgram } from './arguments';
import { compareFigure, LEFT_OUT } from './compare-figures';
import { openBindings } from './open-bindings';
import { churnReference, cohortReference, gapReference, paretoReference, type Json } from './reference-shape';
import { readSalesFile, UsageError, type SalesFileRun } from './sales-file';
import { sqlSubscriptions } from './sql-subscriptions';
import { localSubscriptions, readLines } from './subscriptions';
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

/** Fewer figures than this, from either source, are a failure too. */
const FLOOR = 8000;

type Figure = Record<string, Json>;

interface Figures {
  readonly figures: Record<string, { compared: number; differ: number }>;
  readonly differences: string[];
}

/**
 * `npm run -s reference -- DIR`: every figure of the reference results against ours on the same files, from the kernels and a
 * second time from SQL.
 */
await runProgram(async (given) => {
  const folder = given.get('') ?? '';
  if (!existsSync(path.join(folder, 'reference')))
    throw new UsageError(`No reference results in ${folder || '(no folder named)'}`);
  const [kernels, sql] = [newFigures(), newFigures()];
  const engine = new SqlEngine(await openBindings());
  for (const { name, file, roles } of SETS) {
    const reference = referenceOf(folder, name);
    const { built } = await readSalesFile(path.join(folder, file), roles);
    const local = LocalSource.of(built.orders);
    visit(kernels, name, reference, { ...factsOf(built), ...(await computed(local)) });
    engine.load('', undefined);
    const source = new SqlSource(engine, saleColumnsOf(built.orders));
    visit(sql, name, reference, { ...(await factsFrom(source)), ...(await computed(source)) });
  }
  const [telco, lines] = [referenceOf(folder, 'telco'), readLines(path.join(folder, 'telco.csv'))];
  visit(kernels, 'telco', telco, await telcoReference(localSubscriptions(lines), paretoOf));
  engine.load('', undefined);
  visit(sql, 'telco', telco, await telcoReference(sqlSubscriptions(engine, lines), paretoOf));
  return report(kernels, sql);
});

function newFigures(): Figures {
  return { figures: {}, differences: [] };
}

function visit({ figures, differences }: Figures, name: string, theirs: Figure, ours: Figure): void {
  for (const [key, value] of Object.entries(theirs)) {
    const found = compareFigure(value, ours[key], key);
    if (found.compared === 0) continue;
    figures[`${name} ${key}`] = { compared: found.compared, differ: found.differences.length };
    differences.push(...found.differences.map((difference) => `${name}: ${difference}`));
  }
}

function referenceOf(folder: string, name: string): Figure {
  const text = readFileSync(path.join(folder, 'reference', `${name}.json`), 'utf8');
  // Safe: a wrong shape shows as differences.
  return JSON.parse(text) as Figure;
}

/** As the import counted them. */
function factsOf({ facts }: SalesFileRun['built']): Figure {
  return {
    rows_used: facts.used,
    customers: facts.customers,
    date_min: formatDay(must(facts.firstDay, 'the files have rows')),
    date_max: formatDay(must(facts.lastDay, 'the files have rows')),
    amount_sum: formatDecimal(facts.amount),
  };
}

/** The same from sums by customer. */
async function factsFrom(source: AggregateSource): Promise<Figure> {
  const { keys, rows, net, scale } = await source.entitySums({ entity: 'customer' });
  const span = must(source.span, 'the files have rows');
  return {
    rows_used: rows.reduce((total, own) => total + own, 0),
    customers: keys.length,
    date_min: formatDay(span.first),
    date_max: formatDay(span.last),
    amount_sum: formatDecimal({ units: net.reduce((total, own) => total + own, 0n), scale }),
  };
}

async function computed(source: AggregateSource): Promise<Figure> {
  const net = await outcomeOf(source, 'pareto', { basis: 'net', cycle: 'all' });
  const gross = await outcomeOf(source, 'pareto', { basis: 'gross', cycle: 'all' });
  const churn = await outcomeOf(source, 'churn', { threshold: '90' });
  return {
    // Safe: a fact that is missing shows as a difference.
    amount_sum_positive: gross.facts['total'] as Json,
    pareto_customer: { net: paretoReference(net), gross: paretoReference(gross) },
    cohort_monthly: cohortReference(await outcomeOf(source, 'cohort', {})),
    churn_inactivity_90d: churnReference(churn),
    interpurchase: gapReference(churn),
  };
}

async function paretoOf(source: AggregateSource): Promise<Json> {
  return paretoReference(await outcomeOf(source, 'pareto', { basis: 'net' }));
}

async function outcomeOf(source: AggregateSource, name: string, params: Record<string, unknown>): Promise<Outcome> {
  const run = await runAnalysis(source, name, params);
  if (!run.ok) throw new Error(`${name}: ${run.error.code}`);
  return run.value.outcome;
}

function report(kernels: Figures, sql: Figures): number {
  for (const [name, own] of Object.entries(kernels.figures))
    console.log(`${name.padEnd(40)} ${said(own)}   SQL ${said(must(sql.figures[name], `SQL visits ${name}`))}`);
  const reasons = Object.entries(LEFT_OUT).map(([key, reason]) => `${key} (${reason})`);
  console.log(`left out: ${reasons.join('; ')}`);
  for (const difference of kernels.differences.slice(0, 20)) console.log(`  ${difference}`);
  for (const difference of sql.differences.slice(0, 20)) console.log(`  SQL ${difference}`);
  const [own, second] = [totalOf(kernels), totalOf(sql)];
  console.log(JSON.stringify({ ...own, sql: second, floor: FLOOR, figures: kernels.figures }));
  return [own, second].every(({ compared, differ }) => differ === 0 && compared >= FLOOR) ? 0 : 1;
}

function said({ compared, differ }: { compared: number; differ: number }): string {
  return `${String(compared).padStart(6)} compared ${String(differ).padStart(4)} differ`;
}

function totalOf({ figures, differences }: Figures): { compared: number; differ: number } {
  const compared = Object.values(figures).reduce((total, figure) => total + figure.compared, 0);
  return { compared, differ: differences.length };
}
