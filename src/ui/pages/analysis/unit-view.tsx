import type { CellBlock, Notebook } from '@/src/domain/notebook/notebook';
import type { Unit } from '@/src/domain/notebook/units';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { TableAction } from '../../components/table-actions';
import { CellFrame } from './cell-frame';
import type { Editing } from './editing';
import { ProseUnit } from './prose-unit';
import type { OpenRun } from './use-notebook-run';

/** What every part of an open notebook may need. */
export interface NotebookScope {
  readonly notebook: Notebook;
  readonly dataset: Row<DatasetFields>;
  /** Values of parameters and inputs that the address gives. */
  readonly given: Readonly<Record<string, string>>;
  readonly run: OpenRun;
  /** A fact as text. */
  readonly fact: (name: string) => string | undefined;
  readonly editing: Editing | undefined;
  readonly actions: readonly TableAction[] | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** A cell, or a passage of prose, with what can be done to it. */
export function UnitView({ unit, at, scope }: { unit: Unit; at: number; scope: NotebookScope }) {
  const block = scope.notebook.blocks[unit.block];
  if (block?.type === 'cell') return <CellFrame block={block satisfies CellBlock} at={at} scope={scope} />;
  return <ProseUnit unit={unit} at={at} scope={scope} />;
}
