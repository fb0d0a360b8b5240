/** Letters of a word that can matter. */
const LONGEST = 72;
const NO_ROW = new Uint8Array(0);

/**
 * A measure from what was typed to words: the fewest edits (insertion, deletion, replacement, exchange of neighbours) that
 * turn `typed`, at most 64 signs, into the beginning of a word; `most + 1` when it takes more than `most`.
 * @source optimal string alignment distance (Damerau 1964, restricted), the least of its last row
 * @example prefixDistance('nortwhi', 2)('northwick') // 1
 */
export function prefixDistance(typed: string, most: number): (word: string) => number {
  // One table for all words: this is asked many thousand times a query.
  const table = Array.from({ length: typed.length + 1 }, () => Uint8Array.from({ length: LONGEST }, (_, j) => j));
  return (word) => {
    const width = Math.min(word.length, typed.length + most, LONGEST - 1);
    if (width < typed.length - most) return most + 1;
    const begun = word.slice(0, width);
    for (let i = 1; i <= typed.length; i++) if (fillRow(table, i, typed, begun) > most) return most + 1;
    return leastOf(table[typed.length] ?? NO_ROW, width);
  };
}

/** Fills the row of the first `i` signs and gives its least number. */
function fillRow(table: readonly Uint8Array[], i: number, typed: string, word: string): number {
  const row = table[i] ?? NO_ROW;
  const above = table[i - 1] ?? NO_ROW;
  const aboveThat = table[i - 2] ?? NO_ROW;
  const sign = typed.charCodeAt(i - 1);
  const before = i > 1 ? typed.charCodeAt(i - 2) : -1;
  let least = (row[0] = i);
  for (let j = 1; j <= word.length; j++) {
    const other = word.charCodeAt(j - 1);
    let edits = leastBefore(above, row, j, sign === other);
    const areSwapped = before === other && j > 1 && sign === word.charCodeAt(j - 2);
    if (areSwapped) edits = Math.min(edits, (aboveThat[j - 2] ?? 0) + 1);
    row[j] = edits;
    if (edits < least) least = edits;
  }
  return least;
}

/** By replacement or none, by deletion, by insertion. */
function leastBefore(above: Uint8Array, row: Uint8Array, j: number, same: boolean): number {
  return Math.min((above[j - 1] ?? 0) + (same ? 0 : 1), (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
}

function leastOf(row: Uint8Array, width: number): number {
  let least = row[0] ?? 0;
  for (let j = 1; j <= width; j++) least = Math.min(least, row[j] ?? 0);
  return least;
}
