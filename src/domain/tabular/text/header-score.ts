const FIGURE = /^[\s¥￥$€£(+-]{0,4}\d[\d\s.,:/年月日T-]{0,30}[)%元]?\s*$/;
/** A note or a title runs on; a name of a column does not. */
const LONGEST_NAME = 60;

/** Whether a cell is a number, an amount, a day or a time: what a header never says where such stand below. */
export function isFigure(cell: string): boolean {
  return FIGURE.test(cell.slice(0, 60).normalize('NFKC'));
}

/**
 * How much a row looks like the names of the columns below it. 0 and less: it is none.
 * @param isHeaderWord whether a cell is one of the words that name columns of sales files.
 */
export function headerScore(
  row: readonly string[],
  below: readonly (readonly string[])[],
  isHeaderWord: (text: string) => boolean,
): number {
  const names = row.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  const widest = Math.max(1, ...below.slice(0, 10).map((cells) => cells.filter((cell) => cell.trim() !== '').length));
  if (filled.length === 0 || (filled.length === 1 && widest > 1)) return 0;
  let score = 1;
  names.forEach((name, i) => {
    const cells = below.flatMap((one) => ((one[i] ?? '').trim() === '' ? [] : [one[i] ?? '']));
    const figures = cells.length > 0 && cells.filter(isFigure).length > cells.length / 2;
    if (name === '') score -= cells.length > 0 ? 0.5 : 0;
    else if (isFigure(name)) score -= figures ? 3 : 0.5;
    else score += (figures ? 1 : 0) + (isHeaderWord(name) ? 2 : 0) - (name.length > LONGEST_NAME ? 1 : 0);
    // The same text again below: an ordinary value, or a header that is repeated, which other columns show.
    if (name !== '' && !isHeaderWord(name) && cells.includes(name)) score -= 0.5;
  });
  const repeated = filled.length - new Set(filled).size;
  return (score - repeated * 0.5) * Math.min(1, filled.length / widest);
}
