import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { formatDecimal, parseDecimal, share } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { churnByCategory, independence, stayOf, type CustomerTable } from '@/src/domain/analysis/contingency';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { wilson } from '@/src/domain/analysis/statistics';
import { restrictedMean, timeOf, type SurvivalCurve } from '@/src/domain/analysis/survival';
import { DictionaryBuilder } from '@/src/domain/tabular/columns/dictionary';
import type { Json } from './reference-shape';

type Line = Readonly<Record<string, string>>;

const COLUMNS = [
  'Contract',
  'InternetService',
  'PaymentMethod',
  'SeniorCitizen',
  'PaperlessBilling',
  'gender',
  'Partner',
  'Dependents',
];

const SCALE = 2;

/**
 * Our figures of the subscription file, one line for each customer, in the shape of its reference.
 * @param pareto gives the Pareto figures of a source.
 */
export async function telcoReference(
  file: string,
  pareto: (source: LocalSource) => Promise<Json>,
): Promise<Record<string, Json>> {
  const lines = Papa.parse<Line>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
  const all = customersBy(lines, 'Contract');
  const churned = all.churned.filter(Boolean).length;
  const total = sumOf(all.amount);
  const lost = sumOf(all.amount.filter((_, i) => all.churned[i]));
  return {
    rows: lines.length,
    churned,
    blank_total_charges: lines.filter((line) => cell(line, 'TotalCharges').trim() === '').length,
    tenure_zero: all.tenure.filter((months) => months === 0).length,
    churn_rate: churned / lines.length,
    wilson: wilson(churned, lines.length),
    km_overall: curveOf(stayOf(all)),
    km_by_contract: Object.fromEntries(
      churnByCategory(all).map(({ value }): [string, Json] => [value, curveOf(stayOf(all, value))]),
    ),
    breakdowns: Object.fromEntries(
      COLUMNS.map((column): [string, Json] => [column, breakdownOf(customersBy(lines, column))]),
    ),
    mrr: { total: money(total), churned: money(lost), revenue_churn: share(lost, total) },
    pareto_monthly_charges: await pareto(sourceOf(lines, 'MonthlyCharges')),
    pareto_total_charges: await pareto(sourceOf(lines, 'TotalCharges')),
  };
}

function customersBy(lines: readonly Line[], column: string): CustomerTable {
  return {
    keys: lines.map((line) => cell(line, 'customerID')),
    category: lines.map((line) => cell(line, column)),
    churned: lines.map((line) => cell(line, 'Churn') === 'Yes'),
    amount: lines.map((line) => units(cell(line, 'MonthlyCharges'))),
    tenure: Int32Array.from(lines, (line) => Number(cell(line, 'tenure'))),
    scale: SCALE,
  };
}

function breakdownOf(customers: CustomerTable): Json {
  const groups = churnByCategory(customers);
  const test = independence(groups);
  return {
    rows: groups.map(({ value, n, churned, amount, lost }) => ({
      value,
      n,
      churned,
      rate: churned / n,
      wilson: wilson(churned, n),
      monthly_charges: money(amount),
      lost_monthly_charges: money(lost),
    })),
    chi2: test?.statistic ?? null,
    df: test?.df ?? null,
    p: test?.p ?? null,
    cramers_v: test?.cramersV ?? null,
  };
}

function curveOf(curve: SurvivalCurve): Json {
  const steps = curve.steps.map(({ time, atRisk, events, survival, standardError, low, high }): [string, Json] => [
    String(time),
    [atRisk, events, survival, standardError, low, high],
  ]);
  return {
    n: curve.n,
    events: curve.events,
    median: timeOf(curve, 0.5),
    q25_time: timeOf(curve, 0.25),
    q75_time: timeOf(curve, 0.75),
    restricted_mean: { tau: curve.longest, value: restrictedMean(curve) },
    table: Object.fromEntries(steps),
  };
}

/** Customers with one amount each; the file has no days, so all lie on one. */
function sourceOf(lines: readonly Line[], column: string): LocalSource {
  const keys = new DictionaryBuilder();
  for (const line of lines) keys.add(cell(line, 'customerID'));
  const customer = keys.finish();
  return LocalSource.of({
    rows: lines.length,
    customer,
    customerLabels: customer.values,
    day: new Int32Array(lines.length),
    amount: { units: Float64Array.from(lines, (line) => Number(units(cell(line, column)))), scale: SCALE },
    order: undefined,
    others: [],
  });
}

function cell(line: Line, column: string): string {
  return must(line[column], `the file has a column ${column}`);
}

/** Blank is nothing. */
function units(text: string): bigint {
  const value = must(parseDecimal(text.trim() || '0'), `${text} is an amount`);
  return value.units * 10n ** BigInt(SCALE - value.scale);
}

function money(sum: bigint): string {
  return formatDecimal({ units: sum, scale: SCALE });
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
