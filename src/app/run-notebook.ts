import type { RecordId } from '@/src/kernel/ids';
import { cellBlocks, type Notebook } from '@/src/domain/notebook/notebook';
import type { CellResult, NotebookResults, NotebookRun } from './cell-result';
import { createNotebookRun } from './notebook-run';
import { failed, type CellPorts } from './run-cell';

/**
 * Runs a notebook that is trusted once, from nothing, over one dataset. A cell that fails says why; those that do not need
 * it run all the same. Heavy cells run too.
 * @param given values of the notebook's parameters; the others have their defaults. @param onResult called as each is done.
 */
export async function runNotebook(
  ports: CellPorts,
  notebook: Notebook,
  request: { readonly dataset: RecordId; readonly given: Readonly<Record<string, unknown>> },
  onResult: (results: NotebookResults) => void = () => undefined,
): Promise<NotebookResults> {
  const run = createNotebookRun({ ...ports, trusted: true });
  let done = 0;
  run.watch(() => {
    const results = resultsOf(run);
    if (results.size > done) onResult(results);
    done = results.size;
  });
  await run.update({ notebook, ...request, datasetHash: '' });
  for (const { key, heavy } of cellBlocks(notebook)) if (heavy) await run.run(key);
  return resultsOf(run);
}

function resultsOf({ standings }: NotebookRun): NotebookResults {
  return new Map(
    [...standings].flatMap(([key, { state, result, error }]): [string, CellResult][] => {
      if (error) return [[key, failed(error)]];
      return state === 'fresh' && result ? [[key, result]] : [];
    }),
  );
}
