import type { Merge, Sheet } from './sheet';

/**
 * The rows of a sheet below its header, where cells are merged each with the text of the first of them.
 * @param header the row of the header, from 1; 0 when there is none. @param carried by column whether its text is meant
 *   for every row of a merged cell; where it is not, the text stays in the first.
 */
export function filledDown(
  { rows, merges }: Sheet,
  header: number,
  carried: readonly boolean[],
): readonly (readonly string[])[] {
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
  return rows.slice(header).map((row, i) => filled.get(header + i) ?? row);
}

/** The cells of a merge that have its text, by row and column. */
function* placesIn(
  { top, left, bottom, right }: Merge,
  rows: number,
  carried: readonly boolean[],
): Generator<[number, number]> {
  for (let row = top; row <= Math.min(bottom, rows - 1); row++) {
    for (let column = left; column <= Math.min(right, carried.length - 1); column++)
      if (carried[column] || (row === top && column === left)) yield [row, column];
  }
}
