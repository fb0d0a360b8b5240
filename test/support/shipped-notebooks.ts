import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { expect } from 'vitest';
import type { NotebookResults } from '@/src/app/cell-result';
import type { CellPorts } from '@/src/app/run-cell';
import { runNotebook } from '@/src/app/run-notebook';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import type { Outcome, ResultTable, Value } from '@/src/domain/analysis/result';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { day } from '@/test/support/orders';
import { importOrders } from '@/test/support/import-orders';
import { cellPorts } from '@/test/support/notebook-cells';
import { createWorld, salesFile } from '@/test/support/world';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'notebooks');

export const SHIPPED_FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
export const shippedText = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

export const SAMPLE_END = '2026-10-18';
const sample = (language: 'en' | 'zh'): string =>
  sampleOrders({ seed: 1, lines: 12_000, lastDay: day(SAMPLE_END), language });

/** The sales files that notebooks are run on: the sample in both languages, and one with reasons of loss. */
const SALES_TEXTS = {
  zh: sample('zh'),
  en: sample('en'),
  reasons: readFileSync(path.join(ROOT, 'test/fixtures/analyses/confirmed-churn.csv'), 'utf8'),
};
export type SalesName = keyof typeof SALES_TEXTS;

/** Everything that runs a notebook, over the three files. */
export interface NotebookBench {
  readonly ports: CellPorts;
  readonly datasets: Readonly<Record<SalesName, RecordId>>;
}

export async function createBench(): Promise<NotebookBench> {
  const world = await createWorld();
  const read = async (name: SalesName): Promise<RecordId> => {
    const imported = await importOrders(world.app, salesFile(SALES_TEXTS[name], `${name}.csv`));
    return imported.ok ? imported.value.datasetId : expect.fail(imported.error.code);
  };
  const datasets = { zh: await read('zh'), en: await read('en'), reasons: await read('reasons') };
  return { ports: await cellPorts(world), datasets };
}

/** Runs a notebook, a shipped one or a text. */
export function runOn(
  { ports, datasets }: NotebookBench,
  text: string,
  { sales = 'zh', given = {} }: { readonly sales?: SalesName; readonly given?: Record<string, unknown> } = {},
): Promise<NotebookResults> {
  return runNotebook(ports, parseNotebook(text), { dataset: datasets[sales], given });
}

export function outcomeIn(results: NotebookResults, key: string): Outcome {
  const result = results.get(key);
  return result?.kind === 'analysis' ? result.run.outcome : expect.fail(`${key}: ${JSON.stringify(result)}`);
}

/** The one table that a frame, SQL or a program gave. */
export function tableIn(results: NotebookResults, key: string): ResultTable {
  const result = results.get(key);
  if (result?.kind === 'frame') return result.table;
  const table = result?.kind === 'output' ? result.output.table : undefined;
  return table ?? expect.fail(`${key}: ${JSON.stringify(result)}`);
}

/** Rows as objects, to be read by the names of columns. */
export function objectsOf(table: ResultTable | undefined): Record<string, Value>[] {
  const { columns, rows } = must(table, 'a table');
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
}

const rows = Papa.parse<Record<string, string>>(SALES_TEXTS.zh, { header: true, skipEmptyLines: true }).data;
/** By order the customer of its first line, whom a line without one belongs to. */
const customerOf = new Map(rows.toReversed().map((row) => [row['订单编号'], row['客户名称']]));

/** The Chinese sample read without any of our code. */
export const SALES: readonly { customer: string; date: string; cents: number; region: string }[] = rows.flatMap(
  (row) => {
    const customer = row['客户名称'] || (customerOf.get(row['订单编号']) ?? '');
    const cents = Math.round(Number(row['金额']) * 100);
    return customer === '' ? [] : [{ customer, date: row['订单日期'] ?? '', cents, region: row['地区'] ?? '' }];
  },
);

export const REASONS = Papa.parse<Record<string, string>>(SALES_TEXTS.reasons, { header: true, skipEmptyLines: true });

/** Cents by whatever a sale is put under. */
export function centsBy<K>(
  sales: readonly (typeof SALES)[number][],
  keyOf: (sale: (typeof SALES)[number]) => K,
): Map<K, number> {
  const sums = new Map<K, number>();
  for (const sale of sales) sums.set(keyOf(sale), (sums.get(keyOf(sale)) ?? 0) + sale.cents);
  return sums;
}

export const money = (cents: number): string => (cents / 100).toFixed(2);

/** What a shipped notebook made of a file. */
export interface ShippedRun {
  readonly outcome: Outcome;
  readonly facts: Outcome['facts'];
  /** Rows of a table of its analysis. */
  readonly rows: (table: string) => Record<string, Value>[];
  /** Rows that another cell gave. */
  readonly cell: (name: string) => Record<string, Value>[];
}

/** @param more the name of the analysis cell, where it is not that of the notebook; the file; parameters and inputs. */
export async function runShipped(
  bench: NotebookBench,
  name: string,
  more: { readonly cell?: string; readonly sales?: SalesName; readonly given?: Record<string, unknown> } = {},
): Promise<ShippedRun> {
  const results = await runOn(bench, shippedText(`${name}.md`), more);
  const outcome = outcomeIn(results, more.cell ?? name);
  return {
    outcome,
    facts: outcome.facts,
    rows: (table) => objectsOf(outcome.tables[table]),
    cell: (own) => objectsOf(tableIn(results, own)),
  };
}
