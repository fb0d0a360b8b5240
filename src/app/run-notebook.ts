import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { readParameters } from '@/src/domain/analysis/parameter';
import type { ResultTable } from '@/src/domain/analysis/result';
import { sourcesOf } from '@/src/domain/notebook/frame-steps';
import type { AnalysisCell, Cell, FrameCell, Notebook } from '@/src/domain/notebook/notebook';
import type { CellResult, NotebookResults } from './cell-result';
import type { Datasets } from './ports/datasets';

/**
 * Runs the cells of a notebook from top to bottom over one dataset. A cell that fails says why; those that do not need
 * it run all the same.
 * @param given values of the notebook's parameters; the others have their defaults. @param onResult called as each is done.
 */
export async function runNotebook(
  datasets: Datasets,
  notebook: Notebook,
  request: { readonly dataset: RecordId; readonly given: Readonly<Record<string, unknown>> },
  onResult: (results: NotebookResults) => void = () => undefined,
): Promise<NotebookResults> {
  const results = new Map<string, CellResult>();
  const parameters = readParameters(notebook.frontMatter.parameters, request.given);
  for (const cell of cellsOf(notebook)) {
    const result: CellResult | undefined = parameters.ok
      ? await runCell(datasets, cell, request.dataset, { parameters: parameters.value, results })
      : { kind: 'failed', error: parameters.error };
    if (result) results.set(cell.name, result);
    onResult(new Map(results));
  }
  return results;
}

export function cellsOf({ blocks }: Notebook): Cell[] {
  return blocks.flatMap((block) => (block.type === 'cell' ? [block.cell] : []));
}

interface Scope {
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly results: NotebookResults;
}

async function runCell(
  datasets: Datasets,
  cell: Cell,
  dataset: RecordId,
  scope: Scope,
): Promise<CellResult | undefined> {
  if (cell.kind === 'analysis') return runAnalysisCell(datasets, cell, dataset, scope);
  return cell.kind === 'frame' ? runFrameCell(datasets, cell, scope) : undefined;
}

async function runAnalysisCell(
  datasets: Datasets,
  { analysis, params }: AnalysisCell,
  dataset: RecordId,
  { parameters }: Scope,
): Promise<CellResult> {
  const given = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const refers = typeof value === 'string' && value.startsWith('$');
      return [name, refers ? parameters[value.slice(1)] : value];
    }),
  );
  const run = await datasets.analyse(dataset, analysis, given);
  return run.ok ? { kind: 'analysis', run: run.value } : { kind: 'failed', error: run.error };
}

async function runFrameCell(datasets: Datasets, { plan }: FrameCell, { results }: Scope): Promise<CellResult> {
  const tables: Record<string, ResultTable> = {};
  for (const name of sourcesOf(plan)) {
    const table = tableNamed(results, name);
    if (!table) return { kind: 'failed', error: { code: 'no-source', name } };
    tables[name] = table;
  }
  const output = await datasets.frame(plan, tables);
  if (!output.ok) {
    const { error } = output;
    return {
      kind: 'failed',
      error: error.code === 'cell-failed' ? error : { code: 'cell-failed', detail: error.code },
    };
  }
  return { kind: 'frame', table: must(output.value.table, 'a frame is a table') };
}

/** `<cell>.<table>` of an analysis, or the table of another cell by its name. */
function tableNamed(results: NotebookResults, name: string): ResultTable | undefined {
  const dot = name.indexOf('.');
  const source = results.get(dot < 0 ? name : name.slice(0, dot));
  if (source?.kind === 'frame') return dot < 0 ? source.table : undefined;
  return source?.kind === 'analysis' ? source.run.outcome.tables[name.slice(dot + 1)] : undefined;
}
