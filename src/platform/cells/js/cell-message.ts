import type { ValueType } from '@/src/domain/analysis/result';
import type { JsRequest } from '@/src/app/ports/cells';

/** Bytes that a cell may give, as JSON. */
export const MOST_BYTES = 5_000_000;
/** Rows of a table that a cell may give; more are cut. */
export const MOST_ROWS = 10_000;
/** Of what a cell writes to the console: lines, and characters of all of them together. */
export const MOST_LINES = 100;
export const MOST_SAID = 10_000;
/** How often a worker that is not busy says so, and how often the frame is asked. */
export const BEAT_MS = 500;

/** A table on its way into the worker, by columns: numbers travel without a copy. A missing number is NaN. */
export interface PackedTable {
  readonly columns: readonly string[];
  readonly types: readonly ValueType[];
  readonly values: readonly (Float64Array | readonly (string | number | boolean | null)[])[];
}

/** What the worker is told, once. */
export interface CellRun {
  readonly source: string;
  readonly tables: Readonly<Record<string, PackedTable>>;
  readonly values: JsRequest['values'];
  /** Where danfojs lies; asked for by cells that speak of it. */
  readonly danfo: string | undefined;
}

/**
 * What the frame says over the channel of a run. `pong` answers a ping: how long the worker has been silent. `result`: JSON
 * as UTF-8, of a size that was checked; what is in it may be anything.
 */
export type FrameMessage =
  | { readonly type: 'pong'; readonly silentMs: number }
  | { readonly type: 'result'; readonly bytes: ArrayBuffer }
  | {
      readonly type: 'fault';
      readonly code: 'out-of-memory' | 'result-too-large' | 'broken';
      readonly detail?: string;
    };

/** What the worker writes as JSON, with what the cell said meanwhile. Whoever reads it looks at every piece. */
export type CellAnswer = { readonly said?: unknown } & (
  | {
      readonly type: 'table';
      readonly columns: unknown;
      readonly types: unknown;
      readonly rows: unknown;
      readonly cut: unknown;
    }
  | { readonly type: 'value'; readonly value?: unknown }
  | { readonly type: 'failed'; readonly detail: unknown; readonly line?: unknown }
);
