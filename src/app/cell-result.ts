import type { RecordId } from '@/src/kernel/ids';
import type { ParameterError } from '@/src/domain/analysis/parameter';
import type { ChartSpec, ResultTable } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { Notebook } from '@/src/domain/notebook/notebook';
import type { CellFault, CellNotice, CellOutput } from './ports/cells';
import type { DatasetError } from './ports/datasets';

/**
 * Why a cell gave nothing. `no-source`: it reads `name`, which nothing gives. `source-failed`: `name` has failed, or was not
 * run. `cycle`: it waits for itself, by way of `name` (a → b → a). `not-runnable`: no engine for it here.
 */
export type CellError =
  | DatasetError
  | ParameterError
  | CellFault
  | { readonly code: 'no-source' | 'source-failed' | 'cycle'; readonly name: string }
  | { readonly code: 'not-runnable' };

/** What a cell gave. */
export type CellResult =
  | { readonly kind: 'analysis'; readonly run: AnalysisRun }
  | { readonly kind: 'frame'; readonly table: ResultTable; readonly notices: readonly CellNotice[] }
  | { readonly kind: 'output'; readonly output: CellOutput }
  | { readonly kind: 'chart'; readonly spec: ChartSpec; readonly table: ResultTable }
  | { readonly kind: 'failed'; readonly error: CellError };

/** By the key of the cell. */
export type NotebookResults = ReadonlyMap<string, CellResult>;

/**
 * `new`: never ran. `fresh`: what it gave is of its present text and sources. `stale`: it is of earlier ones, and what it
 * gave then is still there. `waiting`: it is heavy and waits for a click. `untrusted`: the notebook waits for `trust`.
 */
export type CellState = 'new' | 'fresh' | 'stale' | 'failed' | 'running' | 'waiting' | 'untrusted';

/** Where a cell stands. */
export interface CellStanding {
  readonly state: CellState;
  /** What it gave last, whatever has changed since. */
  readonly result?: Exclude<CellResult, { readonly kind: 'failed' }>;
  /** Where it has failed. */
  readonly error?: CellError;
}

/** What a run is about. */
export interface RunRequest {
  readonly notebook: Notebook;
  readonly dataset: RecordId | undefined;
  /** Changes when the dataset holds other rows: the digest of its files. */
  readonly datasetHash: string;
  /** Values of parameters and inputs; the others have their defaults. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A notebook while it is open: what every cell gave, and what is to run next. */
export interface NotebookRun {
  /** By key; every cell that can run is in it, in the order of the file. Another object after every change. */
  readonly standings: ReadonlyMap<string, CellStanding>;
  /** Takes the present text, file and values, and runs what changed by them. Resolves when nothing is left to run. */
  update(request: RunRequest): Promise<void>;
  /** Runs a cell that waits for it, has failed or is fresh, and what needs it. */
  run(key: string): Promise<void>;
  /** Ends the cell that is running; without a key, everything: what has not run stays as it is until the next click. */
  stop(key?: string): void;
  /** The user has said that this notebook may run. */
  trust(): Promise<void>;
  readonly trusted: boolean;
  /** Calls back after every change of `standings`. Gives how to end it. */
  watch(listener: () => void): () => void;
}
