import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NotebookResults } from '@/src/app/cell-result';
import { runNotebook } from '@/src/app/run-notebook';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Outcome } from '@/src/domain/analysis/result';
import { writeNotebook, type Notebook } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import type { RecordId } from '@/src/kernel/ids';
import { day } from '@/test/support/orders';
import { importOrders } from '@/test/support/import-orders';
import { createWorld, salesFile, type World } from '@/test/support/world';

const FOLDER = path.resolve(import.meta.dirname, '../../notebooks');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
const CSV = sampleOrders({ seed: 1, lines: 12_000, lastDay: day('2026-10-18'), language: 'zh' });

let world: World;
let dataset: RecordId;
beforeAll(async () => {
  world = await createWorld();
  const file = salesFile(CSV);
  const imported = await importOrders(world.app, file);
  dataset = imported.ok ? imported.value.datasetId : expect.fail(imported.error.code);
});

const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
const run = (file: string, given: Record<string, unknown> = {}): Promise<NotebookResults> =>
  runNotebook({ datasets: world.ports.datasets, cells: undefined }, parseNotebook(textOf(file)), { dataset, given });
const outcomeOf = async (name: string, given: Record<string, unknown> = {}): Promise<Outcome> => {
  const result = (await run(`${name}.md`, given)).get(name);
  return result?.kind === 'analysis' ? result.run.outcome : expect.fail(`${name} gave no result`);
};

const rows = Papa.parse<Record<string, string>>(CSV, { header: true, skipEmptyLines: true }).data;
/** By order the customer of its first line, whom a line without one belongs to. */
const customerOf = new Map(rows.toReversed().map((row) => [row['订单编号'], row['客户名称']]));
/** The same file read without any of our code: customer, day, cents. */
const sales = rows.flatMap((row) => {
  const customer = row['客户名称'] || (customerOf.get(row['订单编号']) ?? '');
  return customer === '' ? [] : [{ customer, date: row['订单日期'] ?? '', cents: Math.round(Number(row['金额']) * 100) }];
});

describe('every shipped notebook', () => {
  it('is there', () => {
    expect(FILES.toSorted()).toEqual(['churn.md', 'cohort.md', 'pareto.md']);
  });

  it.each(FILES)('%s is read without a fault and written back byte for byte', (file) => {
    const notebook: Notebook = parseNotebook(textOf(file));
    const faults = notebook.blocks.flatMap((block) => (block.type === 'cell' && block.cell.kind === 'kept' ? [block] : []));

    expect(notebook.faults).toEqual([]);
    expect(faults).toEqual([]);
    expect(writeNotebook(notebook)).toBe(textOf(file));
  });

  it.each(FILES)('%s has a title and prose in every language', (file) => {
    const { frontMatter } = parseNotebook(textOf(file));

    expect(Object.keys(frontMatter.title).toSorted()).toEqual(['en', 'zh-CN', 'zh-TW']);
    for (const language of ['en', 'zh-CN', 'zh-TW']) expect(textOf(file)).toContain(`<!-- lang:${language} -->`);
  });

  it.each(FILES)('%s runs whole on the sample export', async (file) => {
    const results = [...(await run(file)).entries()];

    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(([, { kind }]) => kind === 'failed')).toEqual([]);
  });

  it.each(FILES)('%s shows only what its analysis gives', async (file) => {
    const { blocks } = parseNotebook(textOf(file));
    const cells = blocks.flatMap((block) => (block.type === 'cell' && block.cell.kind === 'analysis' ? [block.cell] : []));
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      const outcome = await outcomeOf(cell.analysis);
      const charts = ANALYSES.get(cell.analysis)?.charts(outcome, (key) => key) ?? {};
      const given = [
        'headline',
        ...Object.keys(charts).map((name) => `chart.${name}`),
        ...Object.keys(outcome.tables).map((name) => `table.${name}`),
      ];
      expect(given).toEqual(expect.arrayContaining([...cell.show]));
    }
  });
});

describe('what they say of the sample export', () => {
  it.each([
    ['all', ''],
    ['year', '2025-10-19'],
  ])('Pareto: the fewest customers whose net revenue reaches 80 %, of %s', async (cycle, first) => {
    const sums = new Map<string, number>();
    for (const { customer, cents, date } of sales) if (date >= first) sums.set(customer, (sums.get(customer) ?? 0) + cents);
    const positive = [...sums.values()].filter((cents) => cents > 0).toSorted((a, b) => b - a);
    const base = positive.reduce((sum, cents) => sum + cents, 0);
    let reached = 0;
    const k = positive.findIndex((cents) => (reached += cents) * 10 >= base * 8) + 1;
    const { facts } = await outcomeOf('pareto', { cycle });

    expect(sales.some(({ date }) => date === '2026-10-18')).toBe(true);
    expect(facts['k']).toBe(k);
    expect(facts['base']).toBe((base / 100).toFixed(2));
    expect(facts['entities']).toBe(sums.size);
    expect(k).toBeGreaterThan(5);
    expect(k).toBeLessThan(sums.size / 2);
  });

  it('cohorts: who ordered first in a month, and how many of them in the next', async () => {
    const months = new Map<string, Set<string>>();
    for (const { customer, date, cents } of sales)
      if (cents > 0) months.set(customer, (months.get(customer) ?? new Set()).add(date.slice(0, 7)));
    const first = [...months.values()].map((own) => [...own].toSorted()[0]).toSorted()[0];
    const size = [...months.values()].filter((own) => [...own].toSorted()[0] === first).length;
    const { facts } = await outcomeOf('cohort');

    expect(facts['firstPeriod']).toBe(first);
    expect(facts['firstCohortSize']).toBe(size);
    expect(facts['customers']).toBe(months.size);
  });

  it('churn: movements that add up, and the threshold that was asked for', async () => {
    const { facts, tables } = await outcomeOf('churn', { threshold: '90' });
    const months = tables['months'];
    const at = (name: string): number => months?.columns.indexOf(name) ?? -1;
    const rows = (months?.rows ?? []).filter((row) => row[at('warmUp')] === false);

    expect(facts['threshold']).toBe(90);
    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) {
      const number = (name: string): number => Number(row[at(name)]);
      expect(number('closing')).toBe(
        number('opening') + number('new') + number('reactivated') - number('churned'),
      );
    }
  });
});

describe('their charts', () => {
  it.each([
    ...[...ANALYSES.keys()].map((name) => [name, {}] as const),
    ['cohort', { unit: 'week', measure: 'cumulative' }] as const,
    ['cohort', { unit: 'quarter', measure: 'orders', retention: 'unbounded' }] as const,
    ['cohort', { by: 'region', measure: 'revenue' }] as const,
  ])('of %s %j compile and draw without a warning', async (name, params) => {
    const run = await world.ports.datasets.analyse(dataset, name, params);
    const { outcome } = run.ok ? run.value : expect.fail(run.error.code);
    const charts = Object.entries(ANALYSES.get(name)?.charts(outcome, (key) => key) ?? {});
    const warnings: string[] = [];
    const logger = {
      level: () => logger,
      info: () => logger,
      debug: () => logger,
      warn: (...said: unknown[]) => (warnings.push(said.join(' ')), logger),
      error: (...said: unknown[]) => (warnings.push(said.join(' ')), logger),
    };

    expect(charts.length).toBeGreaterThan(0);
    for (const [, spec] of charts) {
      // Safe: what the type leaves open, the compiler says in its warnings, which are asserted on.
      const { spec: vega } = compile({ ...spec, width: 600 } as unknown as TopLevelSpec, { logger: logger as never });
      const view = new View(parse(vega, {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter } as never);
      await view.runAsync();
      expect(await view.toSVG()).toContain('<path');
      view.finalize();
    }
    expect(warnings).toEqual([]);
  });
});
