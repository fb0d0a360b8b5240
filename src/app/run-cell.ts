import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { ResultTable } from '@/src/domain/analysis/result';
import { presetSpec } from '@/src/domain/notebook/chart-preset';
import { sourcesOf } from '@/src/domain/notebook/frame-steps';
import { DATASET, ownerOf } from '@/src/domain/notebook/graph';
import { jsNames } from '@/src/domain/notebook/js-names';
import type { AnalysisCell, Cell, ChartCell, FrameCell, JsCell, SqlCell } from '@/src/domain/notebook/notebook';
import { fillSql } from '@/src/domain/notebook/sql-text';
import type { CellError, CellResult } from './cell-result';
import type { Cells, CellTables } from './ports/cells';
import type { Datasets } from './ports/datasets';

export interface CellPorts {
  readonly datasets: Pick<Datasets, 'analyse' | 'frame'>;
  readonly cells: Cells | undefined;
}

/** What a cell can see while it runs. */
export interface CellScope {
  readonly dataset: RecordId | undefined;
  readonly values: ReadonlyMap<string, string | number>;
  /** Sources of the cell, as in its graph. */
  readonly sources: readonly string[];
  /** What a cell gave, by its key. */
  readonly resultOf: (key: string) => CellResult | undefined;
  readonly signal: AbortSignal;
}

/** Runs one cell. Whoever calls has seen to it that its sources are there. */
export async function runCell(ports: CellPorts, cell: Cell, scope: CellScope): Promise<CellResult> {
  switch (cell.kind) {
    case 'analysis':
      return runAnalysisCell(ports, cell, scope);
    case 'frame':
      return runFrameCell(ports, cell, scope);
    case 'chart':
      return runChartCell(cell, scope);
    case 'sql':
      return runSqlCell(ports, cell, scope);
    case 'js':
      return runJsCell(ports, cell, scope);
    default:
      return failed({ code: 'not-runnable' });
  }
}

export function failed(error: CellError): CellResult {
  return { kind: 'failed', error };
}

async function runAnalysisCell(
  { datasets }: CellPorts,
  { analysis, params }: AnalysisCell,
  { dataset, values, signal }: CellScope,
): Promise<CellResult> {
  if (dataset === undefined) return failed({ code: 'no-dataset' });
  const given = Object.entries(params).map(([name, value]) => {
    const refers = typeof value === 'string' && value.startsWith('$');
    return [name, refers ? values.get(value.slice(1)) : value];
  });
  const run = await datasets.analyse(dataset, analysis, Object.fromEntries(given), signal);
  return run.ok ? { kind: 'analysis', run: run.value } : failed(run.error);
}

async function runFrameCell({ datasets }: CellPorts, { plan }: FrameCell, scope: CellScope): Promise<CellResult> {
  const tables: Record<string, ResultTable> = {};
  for (const name of sourcesOf(plan)) {
    const table = tableAt(name, scope.resultOf);
    if (!table) return failed({ code: 'no-source', name });
    tables[name] = table;
  }
  const run = await datasets.frame(plan, tables, scope.signal);
  if (!run.ok) return failed(run.error);
  return { kind: 'frame', table: must(run.value.table, 'a frame is a table'), notices: run.value.notices };
}

function runChartCell({ data, preset, spec }: ChartCell, { resultOf }: CellScope): CellResult {
  const table = tableAt(data, resultOf);
  if (!table) return failed({ code: 'no-source', name: data });
  const drawn = preset ? presetSpec(preset, table) : undefined;
  if (drawn && !drawn.ok) return failed({ code: 'no-source', name: drawn.error.column });
  return { kind: 'chart', spec: { ...drawn?.value, ...spec }, table };
}

async function runSqlCell({ cells }: CellPorts, { sql }: SqlCell, scope: CellScope): Promise<CellResult> {
  if (!cells) return failed({ code: 'not-runnable' });
  const tables = tablesFor(scope.sources, scope);
  const filled = fillSql(sql, scope.values);
  if (filled === undefined) return failed({ code: 'no-source', name: '$' });
  const dataset = scope.sources.includes(DATASET) ? scope.dataset : undefined;
  const run = await cells.sql({ dataset, sql: filled, tables }, scope.signal);
  return run.ok ? { kind: 'output', output: run.value } : failed(run.error);
}

async function runJsCell({ cells }: CellPorts, { source, reads }: JsCell, scope: CellScope): Promise<CellResult> {
  if (!cells) return failed({ code: 'not-runnable' });
  const tables = tablesFor(reads ?? jsNames(source), scope);
  const run = await cells.js({ source, tables, values: valuesFor(scope) }, scope.signal);
  return run.ok ? { kind: 'output', output: run.value } : failed(run.error);
}

/** The table under a name: `top`, or `pareto.entities` of an analysis. One that gave a single table needs no second half. */
function tableAt(name: string, resultOf: CellScope['resultOf']): ResultTable | undefined {
  const owner = ownerOf(name);
  const result = resultOf(owner);
  if (result?.kind !== 'analysis') return name === owner ? plainTable(result) : undefined;
  const { tables } = result.run.outcome;
  if (name === owner) return Object.keys(tables).length === 1 ? Object.values(tables)[0] : undefined;
  const part = name.slice(owner.length + 1);
  return Object.hasOwn(tables, part) ? tables[part] : undefined;
}

function plainTable(result: CellResult | undefined): ResultTable | undefined {
  if (result?.kind === 'frame') return result.table;
  return result?.kind === 'output' ? result.output.table : undefined;
}

/** The tables that names stand for, under these names; of an analysis named by itself every table, as `pareto.entities`. */
function tablesFor(names: readonly string[], { sources, resultOf }: CellScope): CellTables {
  const found = names.flatMap((name): [string, ResultTable][] => {
    if (!sources.includes(ownerOf(name))) return [];
    const result = resultOf(name);
    const all = result?.kind === 'analysis' ? Object.entries(result.run.outcome.tables) : [];
    const own = tableAt(name, resultOf);
    return [
      ...all.map(([part, table]): [string, ResultTable] => [`${name}.${part}`, table]),
      ...(own ? [[name, own] satisfies [string, ResultTable]] : []),
    ];
  });
  return Object.fromEntries(found);
}

/** Parameters by their names, facts as `pareto.k`, and what other programs gave where it is one value. */
function valuesFor({ sources, values, resultOf }: CellScope): Record<string, string | number | boolean | null> {
  const found = sources.flatMap((source): [string, string | number | boolean | null][] => {
    const value = source.startsWith('$') ? values.get(source.slice(1)) : undefined;
    if (value !== undefined) return [[source.slice(1), value]];
    const result = resultOf(source);
    if (result?.kind === 'analysis')
      return Object.entries(result.run.outcome.facts).map(([fact, of]) => [`${source}.${fact}`, of]);
    const plain = result?.kind === 'output' ? result.output.value : undefined;
    return isPlain(plain) ? [[source, plain]] : [];
  });
  return Object.fromEntries(found);
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
