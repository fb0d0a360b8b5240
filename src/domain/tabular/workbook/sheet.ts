/** Cells shown as one. Rows and columns count from 0; both ends belong to it. The text stands in its first cell. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook, or the table of a document, as text. */
export interface Sheet {
  /** Empty where the document gives none. */
  readonly name: string;
  readonly hidden: boolean;
  /** Whether a pivot table stands on it: its rows are summed already. */
  readonly isPivot: boolean;
  /** `rows[i]` is row i + 1 of the sheet; missing ones are `[]`. Blank cells at the end of a row, blank rows at the end cut. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** Rows with content that were hidden by hand. */
  readonly hiddenRows: number;
  /** Rows with content that a filter does not show. They are data. */
  readonly filteredRows: number;
}

/** Beyond these a workbook is refused. A cell counts when it holds a text or stands left of one. */
export interface WorkbookLimits {
  /** Bytes that may come out of all parts together. */
  readonly inflated: number;
  /** How many times larger than packed a part may be; parts below 1 MB may be more. */
  readonly ratio: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  /** Of all sheets together, blank rows included. */
  readonly cells: number;
  readonly sharedStrings: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  inflated: 512 * 1024 * 1024,
  ratio: 200,
  entries: 2000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 1 << 25,
  sharedStrings: 4_000_000,
};
