import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { parseDecimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import type { AggregateSource } from '@/src/domain/analysis/aggregate-source';
import { churnByCategory, stayOf, type CategoryChurn, type CustomerTable } from '@/src/domain/analysis/contingency';
import { saleColumnsOf, type SaleColumns } from '@/src/domain/analysis/local/sale-columns';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { SurvivalCurve } from '@/src/domain/analysis/survival';
import { DictionaryBuilder } from '@/src/domain/tabular/columns/dictionary';

export type Line = Readonly<Record<string, string>>;

/** Columns by which the reference breaks customers down. */
export const BREAKDOWNS = [
  'Contract',
  'InternetService',
  'PaymentMethod',
  'SeniorCitizen',
  'PaperlessBilling',
  'gender',
  'Partner',
  'Dependents',
] as const;

export type Breakdown = (typeof BREAKDOWNS)[number];

/** Decimals of all amounts of the file. */
export const SCALE = 2;

/** What an engine says of the subscription file, one line for each customer. */
export interface Subscriptions {
  /** Customers without total charges, and those of no whole month. */
  counts(): { readonly blankCharges: number; readonly zeroTenure: number };
  /** By value in code-point order. */
  groups(column: Breakdown): readonly CategoryChurn[];
  /** Of one contract, or of all customers. */
  stay(contract?: string): SurvivalCurve;
  /** Each customer with one amount. */
  source(amount: 'MonthlyCharges' | 'TotalCharges'): AggregateSource;
}

export function readLines(file: string): readonly Line[] {
  return Papa.parse<Line>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** From the kernels. */
export function localSubscriptions(lines: readonly Line[]): Subscriptions {
  const all = customersBy(lines, 'Contract');
  return {
    counts: () => ({
      blankCharges: lines.filter((line) => cell(line, 'TotalCharges').trim() === '').length,
      zeroTenure: all.tenure.filter((months) => months === 0).length,
    }),
    groups: (column) => churnByCategory(customersBy(lines, column)),
    stay: (contract) => stayOf(all, contract),
    source: (amount) => new LocalSource(amountsOf(lines, amount)),
  };
}

function customersBy(lines: readonly Line[], column: Breakdown): CustomerTable {
  return {
    keys: lines.map((line) => cell(line, 'customerID')),
    category: lines.map((line) => cell(line, column)),
    churned: lines.map((line) => cell(line, 'Churn') === 'Yes'),
    amount: lines.map((line) => unitsOf(cell(line, 'MonthlyCharges'))),
    tenure: Int32Array.from(lines, (line) => Number(cell(line, 'tenure'))),
    scale: SCALE,
  };
}

/** Sales of one amount for each customer; the file has no days, so all lie on one. */
export function amountsOf(lines: readonly Line[], column: string): SaleColumns {
  const keys = new DictionaryBuilder();
  for (const line of lines) keys.add(cell(line, 'customerID'));
  const customer = keys.finish();
  return saleColumnsOf({
    rows: lines.length,
    customer,
    customerLabels: customer.values,
    day: new Int32Array(lines.length),
    amount: { units: Float64Array.from(lines, (line) => Number(unitsOf(cell(line, column)))), scale: SCALE },
    order: undefined,
    others: [],
  });
}

export function cell(line: Line, column: string): string {
  return must(line[column], `the file has a column ${column}`);
}

/** In `SCALE` decimals; blank is nothing. */
export function unitsOf(text: string): bigint {
  const value = must(parseDecimal(text.trim() || '0'), `${text} is an amount`);
  return value.units * 10n ** BigInt(SCALE - value.scale);
}
