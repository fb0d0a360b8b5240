import type { Merge, Sheet } from './sheet';

/**
 * The rows of a sheet below its header, where cells are merged each with the text of the first of them. Only down: a cell
 * merged to the right is a title or a total.
 * @param header the row of the header, from 1; 0 when there is none. @param carried by column whether its text is meant
 *   for every row of a merged cell; where it is not, the text stays in the first.
 */
export function filledDown({ rows, merges }: Sheet, header: number, carried: readonly boolean[]): FilledDown {
  const filled = new Map<number, string[]>();
  for (const merge of merges) {
    const text = rows[merge.top]?.[merge.left] ?? '';
    if (merge.top < header || text === '') continue;
    for (const [row, column] of placesIn(merge, rows.length, carried)) {
      const cells = filled.get(row) ?? [...(rows[row] ?? [])];
      while (cells.length <= column) cells.push('');
      cells[column] = text;
      filled.set(row, cells);
    }
  }
  return { rows: rows.slice(header).map((row, i) => filled.get(header + i) ?? row), filled: filled.size };
}

/** Rows below a header. */
export interface FilledDown {
  readonly rows: readonly (readonly string[])[];
  /** How many of them have a text from a merged cell that begins above. */
  readonly filled: number;
}

/** The cells below the first of a merge that have its text, by row and column. */
function* placesIn(
  { top, left, bottom }: Merge,
  rows: number,
  carried: readonly boolean[],
): Generator<[number, number]> {
  if (!carried[left]) return;
  for (let row = top + 1; row <= Math.min(bottom, rows - 1); row++) yield [row, left];
}
