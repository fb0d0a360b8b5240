import type { ColumnSample } from './column-sample';
import { contentOf, UNKNOWN, type Content } from './content';
import { foldedHeader, type FoldedHeader } from './fold-header';

/** A column with everything that is seen of it. */
export interface ColumnLook {
  readonly position: number;
  readonly name: string;
  readonly values: readonly string[];
  readonly header: FoldedHeader;
  readonly content: Content;
  /** The file shows no cell at all: only headers can tell. */
  readonly blind: boolean;
}

export function lookAt(columns: readonly ColumnSample[]): readonly ColumnLook[] {
  const blind = columns.every(({ values }) => values.every((value) => value.trim() === ''));
  return columns.map(({ name, values }, position) => ({
    position,
    name,
    values,
    header: foldedHeader(name),
    content: blind ? UNKNOWN : contentOf(values),
    blind,
  }));
}

/** Whether the file gives the column no name. */
export function isNameless({ name }: ColumnLook): boolean {
  return /^(?:#\d{1,5})?$/.test(name.trim());
}
