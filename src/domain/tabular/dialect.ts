import Papa from 'papaparse';

/** What stands between the cells of a row. `blanks`: any run of blanks, as in fixed-width text. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'blanks';

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Rows before the header (or the first data row): titles and notes. */
  readonly skip: number;
  /** Whether the first row after those names the columns. */
  readonly hasHeader: boolean;
}

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';', '|', 'blanks'];
const SAMPLE_ROWS = 200;

/**
 * The dialect under which most rows of the sample have the same number of cells, more than one.
 *
 * @param sample decoded text from the beginning of the file. @param whole whether it is all of the file: otherwise the
 *   last row may be cut and is not looked at.
 * @returns one column of commas when no delimiter gives columns.
 * @example detectDialect('客户;金额\n甲;1,5\n', true) // { delimiter: ';', skip: 0, hasHeader: true }
 */
export function detectDialect(sample: string, whole: boolean): Dialect {
  const scored = CANDIDATES.map((delimiter) => {
    const rows = sampleRows(sample, delimiter, whole);
    const width = commonWidth(rows);
    const fitting = rows.filter((row) => row.length === width).length;
    // Blanks stand in ordinary text too: they have to fit better than anything else.
    const doubt = delimiter === 'blanks' ? 0.5 : 1;
    return { delimiter, rows, width, score: width > 1 ? (fitting / Math.max(1, rows.length)) * doubt : 0 };
  });
  const best = scored.reduce((a, b) => (b.score > a.score || (b.score === a.score && b.width > a.width) ? b : a));
  if (best.score === 0) return { delimiter: ',', skip: 0, hasHeader: true };
  const skip = best.rows.findIndex((row) => row.length === best.width);
  const table = best.rows.slice(skip).filter((row) => row.length === best.width);
  return { delimiter: best.delimiter, skip, hasHeader: startsWithHeader(table) };
}

function sampleRows(sample: string, delimiter: Delimiter, whole: boolean): string[][] {
  const rows = parseRows(sample, delimiter, SAMPLE_ROWS);
  const cut = !whole && rows.length < SAMPLE_ROWS;
  return (cut ? rows.slice(0, -1) : rows).filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** The rows of a text that is at hand whole. Larger files go through createScanner. */
export function parseRows(text: string, delimiter: Delimiter, limit: number): string[][] {
  if (delimiter === 'blanks') return text.split(/\r?\n/, limit).map(splitBlanks);
  return Papa.parse<string[]>(text, { delimiter, preview: limit }).data;
}

export function splitBlanks(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/[ \t]+/);
}

function commonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0];
}

/** A header has no figures where the rows below it have them. Without figures anywhere the first row is taken for one. */
function startsWithHeader(rows: readonly string[][]): boolean {
  const [first, ...below] = rows;
  if (!first || below.length === 0) return true;
  const figures = first.map(
    (_, column) => below.filter((row) => isFigure(row[column] ?? '')).length > below.length / 2,
  );
  if (!figures.includes(true)) return true;
  return first.every((cell, column) => !figures[column] || !isFigure(cell));
}

function isFigure(cell: string): boolean {
  return /^[\s¥￥$€£(+-]{0,4}\d[\d\s.,:/年月日T-]{0,30}[)%元]?\s*$/.test(cell.normalize('NFKC'));
}
