import type { Entity } from '@/src/domain/analysis/aggregate-source';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';

/** What a table is about. */
export interface TableSubject {
  /** What its column `key` names. */
  readonly entity: Entity;
  /** What the analysis that gave it was asked with; nothing for other tables. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** What the tables of a run are about. */
export function subjectOf({ params }: AnalysisRun): TableSubject {
  const { entity } = params;
  // Safe: checked against the entities of the file before the run.
  return { entity: entity === '' || entity === undefined ? 'customer' : (entity as Entity), params };
}

export const OF_CUSTOMERS: TableSubject = { entity: 'customer', params: {} };

/** Something that can be done with ticked rows of a result. */
export interface TableAction {
  readonly id: string;
  /** On its button, in the language of the interface. */
  readonly label: string;
  /** Whether a table has what it needs, such as a column of customers. */
  readonly takes: (table: ResultTable, subject: TableSubject) => boolean;
  /** Is given the whole table and the ticked rows of it, in their order. */
  readonly run: (
    rows: readonly (readonly Value[])[],
    table: ResultTable,
    subject: TableSubject,
  ) => Promise<void> | void;
}
