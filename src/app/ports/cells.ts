import type { Result } from '@/src/kernel/result';
import type { RecordId } from '@/src/kernel/ids';
import type { ResultTable } from '@/src/domain/analysis/result';

/** Tables that a cell may read: results of cells before it, by the name under which it reads them. */
export type CellTables = Readonly<Record<string, ResultTable>>;

/** What was done to a result before it was handed over, for the reader of the cell. */
export type CellNotice =
  /** Only the first `kept` rows came back. */
  | { readonly code: 'rows-cut'; readonly kept: number }
  /** The input had more rows than a frame works on well; `rows` were used. */
  | { readonly code: 'frame-large'; readonly rows: number }
  /** Without `dfd`: the browser has no sandboxed pages. */
  | { readonly code: 'no-danfojs' };

/** What a program wrote to its console, the first of it. Any text at all. */
export interface CellSaid {
  readonly lines: readonly string[];
  /** There was more. */
  readonly isCut: boolean;
}

/** What a cell gave: a table, or (from `js`) a plain value. */
export interface CellOutput {
  readonly table?: ResultTable;
  /** A text, a number, or JSON data; undefined where there is a table. */
  readonly value?: unknown;
  readonly notices: readonly CellNotice[];
  /** Not there where nothing was said. */
  readonly said?: CellSaid;
}

/** Why a cell gave nothing. `detail` is the engine's own sentence, to be shown as text. */
export type CellFault =
  | { readonly code: 'cancelled' | 'out-of-memory' | 'no-dataset' }
  | { readonly code: 'too-long'; readonly seconds: number }
  | { readonly code: 'result-too-large'; readonly limit: number }
  /** A SQL function that lives in an extension, which is never loaded. */
  | { readonly code: 'needs-extension'; readonly name: string }
  /** Files, addresses, settings: what a cell may not reach. */
  | { readonly code: 'not-permitted'; readonly detail: string }
  | { readonly code: 'cell-failed'; readonly detail: string; readonly line?: number; readonly said?: CellSaid };

export interface SqlRequest {
  /** Its columns are the table `orders`; without one there are only `tables`. */
  readonly dataset: RecordId | undefined;
  readonly sql: string;
  readonly tables: CellTables;
}

export interface JsRequest {
  readonly source: string;
  readonly tables: CellTables;
  /** Values of parameters and facts, by name. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/** Runs the cells of a notebook whose text the user wrote or let run. Each ends with the signal, within half a second. */
export interface Cells {
  sql(request: SqlRequest, signal: AbortSignal): Promise<Result<CellOutput, CellFault>>;
  js(request: JsRequest, signal: AbortSignal): Promise<Result<CellOutput, CellFault>>;
  /** The columns of the table `orders`, for the editor; none where there is no such dataset. */
  columns?(dataset: RecordId): Promise<readonly string[]>;
}
