import { at } from '@/src/kernel/assert';

/**
 * Likeness of two texts, 0 to 1: one less the edits that turn one into the other (insertion, deletion, replacement, exchange
 * of neighbours) over the longer length.
 * @source optimal string alignment distance (Damerau 1964, restricted)
 * @example similarity('northwick', 'nortwhick') // 1 - 1/9
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [Array.from(a), Array.from(b)];
  const longest = Math.max(x.length, y.length);
  return longest === 0 ? 1 : 1 - editDistance(x, y) / longest;
}

function editDistance(x: readonly string[], y: readonly string[]): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const replaced = at(last, j - 1) + (x[i - 1] === y[j - 1] ? 0 : 1);
      const edited = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      row.push(areSwapped(x, i, y, j) ? Math.min(edited, at(beforeLast, j - 2) + 1) : edited);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, y.length);
}

/** Whether the two characters before i and j are the same two the other way round. */
function areSwapped(x: readonly string[], i: number, y: readonly string[], j: number): boolean {
  return i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1];
}
