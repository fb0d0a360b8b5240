import type { ResultTable, Value } from '@/src/domain/analysis/result';

/** Something that can be done with ticked rows of a result. */
export interface TableAction {
  readonly id: string;
  /** On its button, in the language of the interface. */
  readonly label: string;
  /** Whether a table has what it needs, such as a column of customers. */
  readonly takes: (table: ResultTable) => boolean;
  /** Is given the whole table and the ticked rows of it, in their order. */
  readonly run: (rows: readonly (readonly Value[])[], table: ResultTable) => Promise<void> | void;
}
