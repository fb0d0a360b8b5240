/** Rows and columns count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The column of `AB12` or `AB`: 27. -1 when it does not begin with letters, or with more than a sheet has. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    // Letters in lower case too.
    const letter = (reference.charCodeAt(i) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (i > 3) return -1;
  }
  return column - 1;
}

/** Where `$AB$12` is; undefined when it is no such place. */
export function cellPlace(reference: string): CellPlace | undefined {
  const [, letters = '', figures = ''] = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i.exec(reference.trim()) ?? [];
  const place = { row: Number(figures) - 1, column: columnOf(letters) };
  return place.row >= 0 && place.column >= 0 ? place : undefined;
}

/** The corners of `A1:C5`, or of `A1` alone; undefined when it is no such range. */
export function cellRange(reference: string): { top: number; left: number; bottom: number; right: number } | undefined {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [cellPlace(first), cellPlace(last)];
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
