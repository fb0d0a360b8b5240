import Papa from 'papaparse';
import { cellShapes } from './cell-shape';

/**
 * What stands between the cells of a row. In fixed-width text `blanks`: any run of blanks, or `gaps`: two blanks or more, where
 * cells have blanks of their own; '' where there is one column.
 */
export type Delimiter =
  ',' | ';' | '\t' | '|' | ':' | '^' | '~' | '\u0001' | '||' | '::' | ';;' | 'blanks' | 'gaps' | '';

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: '"' | "'";
  /** What makes a quote inside of a quoted cell: it stands twice, or a backslash before it. */
  readonly escape: 'doubled' | 'backslash';
}

/** A row and the line of the file in which it begins, from 1. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

export const DELIMITERS: readonly Delimiter[] = [
  ',',
  '\t',
  ';',
  '|',
  '||',
  '::',
  ';;',
  '^',
  '~',
  '\u0001',
  ':',
  'blanks',
  'gaps',
];
const PLAIN: Dialect = { delimiter: '', quote: '"', escape: 'doubled' };
const SAMPLE_ROWS = 200;
/** Signs that stand in ordinary text too have to fit better than the others. */
const DOUBT: Partial<Record<Delimiter, number>> = { blanks: 0.5, gaps: 0.5, ':': 0.4, '~': 0.8, '^': 0.8 };
/** Blanks stand between the words of any text: only rows of one length make columns of them. */
const REGULAR = 0.35;
/** How much better a rarer sign must fit than one before it. */
const CLEARLY = 1.05;

/**
 * The dialect under which the sample looks most like a table: rows of one length, the more cells the better, and cells
 * that look like numbers, days or words (the measure of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
 * detecting row and type patterns", 2019, in a short form). A first line `sep=;` decides the delimiter.
 *
 * @param sample decoded text from the beginning of the file. @param whole whether it is all of the file: otherwise the
 *   last row may be cut and is not looked at.
 * @returns one column where no delimiter gives more.
 * @example detectDialect('客户;金额\n甲;1,5\n', true) // { delimiter: ';', quote: '"', escape: 'doubled' }
 */
export function detectDialect(sample: string, whole: boolean): Dialect {
  const quote = quoteOf(sample);
  const escape = sample.includes(`\\${quote}`) && !hasDoubled(sample, quote) ? 'backslash' : 'doubled';
  const named = separatorLine(sample);
  if (named !== undefined) return { delimiter: named, quote, escape };
  let best = { dialect: { ...PLAIN, quote, escape } as Dialect, score: 0 };
  for (const delimiter of DELIMITERS) {
    const dialect: Dialect = { delimiter, quote, escape };
    const rows = sampleRows(sample, dialect, whole);
    const pattern = patternScore(rows);
    if (isOfBlanks(delimiter) && pattern < REGULAR) continue;
    if (delimiter.length === 1 && isAlwaysDouble(sample, delimiter)) continue;
    const score = pattern * cellShapes(rows) * (DOUBT[delimiter] ?? 1);
    if (score > best.score * (best.score > 0 ? CLEARLY : 1)) best = { dialect, score };
  }
  return best.dialect;
}

/** a||b||c: the sign never stands alone. */
function isAlwaysDouble(sample: string, sign: string): boolean {
  const twice = sample.split(sign + sign).length - 1;
  return twice > 1 && DELIMITERS.some((one) => one === sign + sign) && sample.split(sign).length - 1 === twice * 2;
}

/** Excel's first line that names the delimiter. */
function separatorLine(text: string): Delimiter | undefined {
  const sign = /^\uFEFF?"?sep=(.)"?\r?(?:\n|$)/i.exec(text.slice(0, 20))?.[1];
  return DELIMITERS.find((one) => one === sign);
}

function sampleRows(sample: string, dialect: Dialect, whole: boolean): (readonly string[])[] {
  const rows = rowsOf(sample, dialect, SAMPLE_ROWS);
  const cut = !whole && rows.length < SAMPLE_ROWS;
  return (cut ? rows.slice(0, -1) : rows)
    .map(({ cells }) => cells)
    .filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** Rows of one length speak for a delimiter, the more so the longer they are; every other length against it. */
function patternScore(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const sum = [...counts].reduce((total, [length, count]) => total + (count * (length - 1)) / length, 0);
  return sum / Math.max(1, counts.size) / Math.max(1, rows.length);
}

/** An apostrophe quotes only where it opens and closes cells and the other sign does neither. */
function quoteOf(sample: string): '"' | "'" {
  const around = (quote: string): number => {
    const opens = sample.match(new RegExp(`(?:^|[,;\\t|\\n])${quote}`, 'g'))?.length ?? 0;
    const closes = sample.match(new RegExp(`${quote}(?:$|[,;\\t|\\r\\n])`, 'g'))?.length ?? 0;
    return Math.min(opens, closes);
  };
  return around("'") > 1 && around('"') === 0 ? "'" : '"';
}

function hasDoubled(sample: string, quote: string): boolean {
  return new RegExp(`[^,;\\t|\\n\\\\]${quote}${quote}[^,;\\t|\\r\\n]`).test(sample);
}

/** The rows of a text that is at hand whole, blank ones and a line `sep=` included. Larger files go through a scanner. */
export function rowsOf(text: string, { delimiter, quote, escape }: Dialect, limit: number): Row[] {
  const lines = text.replace(/\r\n?/g, '\n');
  if (isOfBlanks(delimiter) || delimiter === '')
    return lines
      .split('\n', limit)
      .map((one, i) => ({ cells: delimiter === '' ? [one] : splitBlanks(one, delimiter), line: i + 1 }));
  const { data } = Papa.parse<string[]>(lines, {
    delimiter,
    newline: '\n',
    quoteChar: quote,
    escapeChar: escape === 'backslash' ? '\\' : quote,
    preview: limit,
  });
  let line = 1;
  return data.map((cells) => {
    const row = { cells, line };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return row;
  });
}

export type OfBlanks = Extract<Delimiter, 'blanks' | 'gaps'>;

export function isOfBlanks(delimiter: Delimiter): delimiter is OfBlanks {
  return delimiter === 'blanks' || delimiter === 'gaps';
}

export function splitBlanks(line: string, delimiter: OfBlanks): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(delimiter === 'blanks' ? /[ \t]+/ : /[ \t]{2,}/);
}
