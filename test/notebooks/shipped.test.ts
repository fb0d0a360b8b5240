import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedNotebooks } from '@/entrypoints/workspace/shipped-notebooks';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { rowsAsData } from '@/src/domain/analysis/charts/table-data';
import { readParameters, type ParameterSpec } from '@/src/domain/analysis/parameter';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { factsIn } from '@/src/domain/notebook/facts';
import { graphOf } from '@/src/domain/notebook/graph';
import { cellBlocks, writeNotebook, type AnalysisCell } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { must } from '@/src/kernel/assert';
import {
  createBench,
  outcomeIn,
  runOn,
  SHIPPED_FILES as FILES,
  shippedText as textOf,
  type NotebookBench,
  type SalesName,
} from '@/test/support/shipped-notebooks';

let bench: NotebookBench;
beforeAll(async () => {
  bench = await createBench();
}, 120_000);

const cellsOf = (file: string) => cellBlocks(parseNotebook(textOf(file)));
const analysisCells = (file: string): AnalysisCell[] =>
  cellsOf(file).flatMap(({ cell }) => (cell.kind === 'analysis' ? [cell] : []));

/** Parameters of the head with those of the analysis that they are given to. */
function offeredParameters(file: string): { name: string; offered: ParameterSpec; taken: ParameterSpec }[] {
  const { parameters } = parseNotebook(textOf(file)).frontMatter;
  return analysisCells(file).flatMap(({ analysis, params }) =>
    Object.entries(params).flatMap(([name, value]) => {
      const offered = parameters[String(value).replace(/^\$/, '')];
      const taken = must(ANALYSES.get(analysis)?.parameters[name], `${analysis} takes ${name}`);
      return offered ? [{ name, offered, taken }] : [];
    }),
  );
}

it('they are offered in the order in which they are read, with nothing left out', () => {
  expect(Object.keys(shippedNotebooks)).toEqual([
    'pareto',
    'key-list-of-the-year',
    'concentration',
    'cohort',
    'churn',
    'slipping-now',
    'retention-revenue',
    'churn-by-reason',
    'rfm',
    'tutorial',
    'blank',
  ]);
  expect(FILES.toSorted()).toEqual(Object.keys(shippedNotebooks).map((name) => `${name}.md`).toSorted());
});

it('the tutorial has every kind of cell, a preset and a specification of its own', () => {
  const cells = cellsOf('tutorial.md').map(({ cell }) => cell);
  const charts = cells.flatMap((cell) => (cell.kind === 'chart' ? [cell] : []));

  expect([...new Set(cells.map(({ kind }) => kind))].toSorted()).toEqual(
    ['analysis', 'chart', 'frame', 'input', 'js', 'sql'],
  );
  expect(charts.map(({ preset }) => preset !== undefined).toSorted()).toEqual([false, true]);
});

it('frames are used by more than the tutorial', () => {
  const users = FILES.filter((file) => cellsOf(file).some(({ cell }) => cell.kind === 'frame'));

  expect(users.length).toBeGreaterThan(2);
});

describe('every shipped notebook', () => {
  it.each(FILES)('%s is read without a fault and written back byte for byte', (file) => {
    const notebook = parseNotebook(textOf(file));
    const { nodes, cycles } = graphOf(notebook);

    expect(notebook.faults).toEqual([]);
    expect(cycles).toEqual([]);
    expect([...nodes.values()].flatMap(({ missing }) => missing)).toEqual([]);
    expect(writeNotebook(notebook)).toBe(textOf(file));
  });

  it.each(FILES)('%s has a title and prose in every language', (file) => {
    const { frontMatter, blocks } = parseNotebook(textOf(file));
    const passages = blocks.flatMap((block) => (block.type === 'prose' && block.text !== '' ? [block] : []));
    const inLanguage = (language: string): number => passages.filter((block) => block.language === language).length;

    expect(Object.keys(frontMatter.title).toSorted()).toEqual(['en', 'zh-CN', 'zh-TW']);
    expect(inLanguage('en')).toBeGreaterThan(0);
    expect([inLanguage('zh-CN'), inLanguage('zh-TW')]).toEqual([inLanguage('en'), inLanguage('en')]);
    expect(passages).toHaveLength(3 * inLanguage('en'));
  });

  it.each(FILES)('%s offers the parameters of its analyses as they take them', (file) => {
    for (const { name, offered, taken } of offeredParameters(file)) {
      const values = offered.type === 'number' ? [offered.min, offered.max] : [offered.default];
      for (const value of values) expect(readParameters({ [name]: taken }, { [name]: value })).toMatchObject({ ok: true });
      expect(offered).toMatchObject({ type: taken.type, default: taken.default });
      if (offered.type === 'choice') expect(offered).toEqual(taken);
    }
  });

  it.each(FILES.filter((file) => !['tutorial.md', 'blank.md'].includes(file)))(
    '%s leaves no parameter of its analysis out',
    (file) => {
      const { analysis, params } = analysisCells(file)[0] ?? expect.fail('it has no analysis');

      expect(Object.keys(params)).toEqual(Object.keys(ANALYSES.get(analysis)?.parameters ?? {}));
    },
  );

  const onFiles = FILES.flatMap((file) => (['zh', 'en', 'reasons'] as const).map((sales) => [file, sales] as const));
  it.each(onFiles)('%s runs whole on the file %s', async (file, sales: SalesName) => {
    const results = await runOn(bench, textOf(file), { sales });
    const run = cellsOf(file).filter(({ cell }) => cell.kind !== 'input');

    expect([...results].filter(([, { kind }]) => kind === 'failed')).toEqual([]);
    expect([...results.keys()].toSorted()).toEqual(run.map(({ key }) => key).toSorted());
  });

  it.each(FILES)('%s shows only what its analyses give, and states only facts', async (file) => {
    const results = await runOn(bench, textOf(file));
    for (const cell of analysisCells(file)) {
      const outcome = outcomeIn(results, cell.name);
      const charts = ANALYSES.get(cell.analysis)?.charts(outcome, (key) => key) ?? {};
      const given = [
        'headline',
        ...Object.keys(charts).map((name) => `chart.${name}`),
        ...Object.keys(outcome.tables).map((name) => `table.${name}`),
      ];
      expect(given).toEqual(expect.arrayContaining([...cell.show]));
      expect(cell.show[0]).toBe('headline');
    }
    const { blocks, frontMatter } = parseNotebook(textOf(file));
    for (const fact of blocks.flatMap((block) => (block.type === 'prose' ? factsIn(block.text) : []))) {
      const [cell = '', name = ''] = fact.split('.');
      const value = name === '' ? frontMatter.parameters[cell]?.default : outcomeIn(results, cell).facts[name];
      expect(value ?? null).not.toBeNull();
    }
  });
});

/** What the compiler of charts had to complain of, and the picture. */
async function drawn(spec: ChartSpec): Promise<{ readonly svg: string; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const say = (...said: unknown[]): unknown => (warnings.push(said.join(' ')), logger);
  const logger = { level: () => logger, info: () => logger, debug: () => logger, warn: say, error: say };
  // Safe: what the type leaves open, the compiler says in its warnings, which are asserted on.
  const { spec: vega } = compile({ ...spec, width: 600 } as unknown as TopLevelSpec, { logger: logger as never });
  const view = new View(parse(vega, {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter } as never);
  await view.runAsync();
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

describe('their charts', () => {
  it.each([
    ...[...ANALYSES.keys()].map((name) => [name, {}] as const),
    ['cohort', { unit: 'week', measure: 'cumulative' }] as const,
    ['cohort', { unit: 'quarter', measure: 'orders', retention: 'unbounded' }] as const,
    ['cohort', { by: 'region', measure: 'revenue' }] as const,
  ])('of %s %j compile and draw without a warning', async (name, params) => {
    const run = await bench.ports.datasets.analyse(bench.datasets.zh, name, params);
    const { outcome } = run.ok ? run.value : expect.fail(run.error.code);
    const charts = Object.entries(ANALYSES.get(name)?.charts(outcome, (key) => key) ?? {});

    expect(charts.length).toBeGreaterThan(0);
    for (const [, spec] of charts) {
      const { svg, warnings } = await drawn(spec);
      expect(svg).toContain('<path');
      expect(warnings).toEqual([]);
    }
  });

  it.each(FILES.filter((file) => cellsOf(file).some(({ cell }) => cell.kind === 'chart')))(
    'that %s draws itself have marks for their rows',
    async (file) => {
      const charts = [...(await runOn(bench, textOf(file))).values()].flatMap((result) =>
        result.kind === 'chart' ? [result] : [],
      );

      expect(charts.length).toBeGreaterThan(0);
      for (const { spec, table } of charts) {
        const isMoney = (column: string): boolean => table.types[table.columns.indexOf(column)] === 'money';
        const values = rowsAsData(table).map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, value]) => [column, isMoney(column) ? Number(value) : value]),
          ),
        );
        const { svg, warnings } = await drawn({ ...spec, data: { values } });
        expect(warnings).toEqual([]);
        expect(svg.match(/<path/g)?.length ?? 0).toBeGreaterThan(table.rows.length);
        expect(svg).not.toContain('NaN');
      }
    },
  );
});
