import type { ResultTable } from '@/src/domain/analysis/result';

/** A sheet of a workbook. Names are cut and told apart as workbooks need it. */
export interface Sheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly table: ResultTable;
}

/** What is needed to hand results over as files. */
export interface Reports {
  /** The program that a page saved to disk has inside. */
  program(): Promise<string>;
  /** An XLSX file in which numbers are numbers and days are days. */
  workbook(sheets: readonly Sheet[]): Promise<Blob>;
}
