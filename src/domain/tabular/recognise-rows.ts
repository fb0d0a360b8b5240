import { recogniseColumns, type Recognition } from './roles/recognise-columns';
import type { Layout } from './text/layout';

/** Rows from which the meaning of columns is guessed. */
export const GUESS_ROWS = 400;
/** Of them so many are shown. */
export const PREVIEW_ROWS = 50;

/**
 * The first data rows of a table, each with a cell for every column, and what they and the names say of the columns. A
 * header that is repeated on every page says nothing.
 */
export function recogniseRows(
  { names, headerRow }: Layout,
  data: readonly (readonly string[])[],
): { readonly rows: readonly (readonly string[])[]; readonly recognition: Recognition } {
  const rows = data.map((cells) => names.map((_, i) => cells[i] ?? ''));
  const sample = rows.filter((row) => !row.every((cell, i) => isHeadOf(cell, names[i] ?? '')));
  const columns = names.map((name, i) => ({
    name: headerRow === 0 ? '' : name,
    values: sample.map((row) => row[i] ?? ''),
  }));
  return { rows, recognition: recogniseColumns(columns) };
}

/** Whether a cell is the name of its column; that of a column without a name is blank. */
function isHeadOf(cell: string, name: string): boolean {
  const text = cell.trim();
  return text === name || (text === '' && name.startsWith('#'));
}
