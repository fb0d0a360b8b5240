import type { Entity } from '@/src/domain/analysis/aggregate-source';
import type { ResultTable, Value } from '@/src/domain/analysis/result';

/** Something that can be done with ticked rows of a result. */
export interface TableAction {
  readonly id: string;
  /** On its button, in the language of the interface. */
  readonly label: string;
  /** Whether a table has what it needs, such as a column of customers. `entity`: what its keys are keys of. */
  readonly takes: (table: ResultTable, entity: Entity) => boolean;
  /** Is given the whole table and the ticked rows of it, in their order. */
  readonly run: (rows: readonly (readonly Value[])[], table: ResultTable, entity: Entity) => Promise<void> | void;
}
