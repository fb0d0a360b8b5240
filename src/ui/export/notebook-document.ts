import type { ChartSpec, ResultTable } from '@/src/domain/analysis/result';

/** A table as it is shown, beside the table that it shows. */
export interface DocumentTable {
  readonly kind: 'table';
  /** Unique in the document; also names its file and its sheet. */
  readonly id: string;
  readonly caption: string;
  readonly headers: readonly string[];
  readonly table: ResultTable;
  /** The text of each cell. */
  readonly shown: readonly (readonly string[])[];
  /** Whether it may hold rows of the file itself, and not only what was made of them. */
  readonly isRaw: boolean;
}

/** Vega-Lite with its data inside. */
export interface DocumentChart {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  readonly spec: ChartSpec;
  /** As of a table. */
  readonly isRaw: boolean;
}

/** A piece of a notebook in one language, with nothing left to look up. */
export type DocumentPart =
  | { readonly kind: 'prose'; readonly markdown: string }
  | { readonly kind: 'sentences'; readonly lines: readonly string[] }
  | DocumentChart
  | DocumentTable
  | { readonly kind: 'value'; readonly text: string }
  /** What the figures before it mean, and what they were computed with. */
  | { readonly kind: 'definition'; readonly title: string; readonly lines: readonly string[] };

/** A notebook with its results as somebody reads it. The same results and language give the same document. */
export interface NotebookDocument {
  readonly language: string;
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  /** What the figures were computed from, a sentence each. */
  readonly provenance: readonly string[];
  readonly labels: DocumentLabels;
}

/** Words of the document itself. */
export interface DocumentLabels {
  readonly provenance: string;
  readonly definitions: string;
  readonly filter: string;
  /** Heading and text of a table of definitions. */
  readonly what: string;
  readonly text: string;
  /** `Only the first 5,000 of 12,345 rows are in this file.` */
  readonly cut: (kept: number, all: number) => string;
}

/** Longer tables are cut in a page to read, and said to be. */
export const MOST_ROWS = 5_000;

/** Without what may hold rows of the file. */
export function withoutRawRows(document: NotebookDocument): NotebookDocument {
  return { ...document, parts: document.parts.filter((part) => !isRaw(part)) };
}

function isRaw(part: DocumentPart): boolean {
  return part.kind === 'value' || ((part.kind === 'table' || part.kind === 'chart') && part.isRaw);
}

export function chartsOf({ parts }: NotebookDocument): DocumentChart[] {
  return parts.filter((part) => part.kind === 'chart');
}

export function tablesOf({ parts }: NotebookDocument): DocumentTable[] {
  return parts.filter((part) => part.kind === 'table');
}
