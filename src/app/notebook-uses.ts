import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Language, Notebook } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import type { NotebookResults, NotebookRun } from './cell-result';
import { createNotebookRun, type RunDeps } from './notebook-run';
import {
  exportNotebook,
  importNotebook,
  keepDraft,
  listNotebooks,
  makeNotebook,
  notebookVersions,
  openNotebook,
  removeNotebook,
  renameNotebook,
  revertNotebook,
  saveNotebook,
  trustNotebook,
  type NewNotebook,
  type NotebookPorts,
} from './notebooks';
import type { Cells } from './ports/cells';
import type { Datasets } from './ports/datasets';
import type { Host } from './ports/world';
import { runNotebook } from './run-notebook';
import { FigureWatch } from './figure-watch';
import { figureMemory } from './shown-figures';

/** A notebook that comes with the product. */
export interface ShippedNotebook {
  readonly name: string;
  readonly text: string;
  readonly notebook: Notebook;
}

interface UsePorts extends NotebookPorts {
  readonly datasets: Datasets;
  readonly cells?: Cells;
  readonly host: Host;
  readonly notebooks: Readonly<Record<string, string>>;
}

/** What can be done with notebooks. Whoever makes one names its record. */
export function notebookUses(ports: UsePorts, newBatch: () => BatchId) {
  const { store, datasets, cells, notebooks } = ports;
  const shipped = Object.entries(notebooks).map(([name, text]): ShippedNotebook => ({
    name,
    text,
    notebook: parseNotebook(text),
  }));
  return {
    shipped,
    run: (
      notebook: Notebook,
      request: { readonly dataset: RecordId; readonly given: Readonly<Record<string, unknown>> },
      onResult: (results: NotebookResults) => void,
    ) => runNotebook({ datasets, cells }, notebook, request, onResult),
    /** For a notebook that stays open: runs what changes make stale. */
    start: (how: Pick<RunDeps, 'trusted' | 'beforeJs'>): NotebookRun => createNotebookRun({ datasets, cells, ...how }),
    /** Which figures a changed file moved. @param notebook the name of a shipped one, or the id of one's own. */
    watchFigures: (notebook: string) => new FigureWatch(figureMemory(ports, newBatch, notebook)),
    /** The columns that SQL cells find in a dataset. */
    columnsOf: async (dataset: RecordId) => (await cells?.columns?.(dataset)) ?? [],
    list: () => listNotebooks(store),
    open: (id: string) => openNotebook(store, id),
    make: (notebook: NewNotebook) => makeNotebook(ports, newBatch(), notebook),
    import: (file: File, record: RecordId, language: Language) =>
      importNotebook(ports, newBatch(), { file, record, language }),
    save: (record: RecordId, text: string) => saveNotebook(ports, newBatch(), record, text),
    keepDraft: (record: RecordId, text: string) => keepDraft(ports, newBatch(), record, text),
    rename: (record: RecordId, title: string) => renameNotebook(ports, newBatch(), record, title),
    trust: (record: RecordId) => trustNotebook(ports, newBatch(), record),
    remove: (record: RecordId) => removeNotebook(ports, newBatch(), record),
    versions: (record: RecordId) => notebookVersions(ports, record),
    revert: (record: RecordId, version: BatchId) => revertNotebook(ports, newBatch(), record, version),
    export: (title: string, text: string) => exportNotebook(ports, title, text),
  };
}
