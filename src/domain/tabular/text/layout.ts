import { at } from '@/src/kernel/assert';
import { columnNames } from '../table';
import type { Row } from './dialect';
import { headerScore, isFigure } from './header-score';

/** Where the table stands among the rows of a file. */
export interface Layout {
  /** Rows that are not blank before the first row of data: titles, notes, the header. */
  readonly skip: number;
  /** The line of the file that names the columns, from 1: the last one where several do; 0 where none does. */
  readonly headerRow: number;
  /** Column names; `#n` (from 1) where the file gives none. */
  readonly names: readonly string[];
  /** The writer leaves blank cells at the end of a row out. */
  readonly trims: boolean;
  /** The writer ends rows with blank cells that no column has. */
  readonly trails: boolean;
}

/** Rows among which the header is looked for. */
const HEAD = 40;
const BELOW = 60;
/** Of the rows below the header. */
const OFTEN = 0.1;
/** Names that make a second row of names one. */
const SAID_AGAIN = 3;

/**
 * The header among the first rows of a table and what stands before it.
 *
 * A header names columns: texts, distinct, no figures where figures stand below, known words; the rows below have as many
 * cells. Without figures anywhere the first full row is taken for it. Two rows are one header where the second names what
 * the first leaves blank, or says the same names in another language. A row above that only groups columns gives its name where the header has none.
 *
 * @param rows blank ones included. @param isHeaderWord whether a cell is one of the words that name columns of sales files.
 * @param givenLine the line that the user says holds the header; 0 for none.
 */
export function findLayout(rows: readonly Row[], isHeaderWord: (text: string) => boolean, givenLine?: number): Layout {
  const all = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const before = /^"?sep=/i.test(all[0]?.cells[0] ?? '') ? 1 : 0;
  const { skip, ...rest } = layoutOf(all.slice(before), isHeaderWord, givenLine);
  return { skip: skip + before, ...rest };
}

function layoutOf(filled: readonly Row[], isHeaderWord: (text: string) => boolean, givenLine?: number): Layout {
  if (filled.length === 0) return { skip: 0, headerRow: 0, names: [], trims: false, trails: false };
  const head =
    givenLine === undefined ? likeliest(filled, isHeaderWord) : filled.findIndex(({ line }) => line === givenLine);
  if (head < 0) return withoutHeader(filled);
  const last = isSecondOfTwo(filled, head) || isSaidAgain(filled, head, isHeaderWord) ? head + 1 : head;
  const below = filled.slice(last + 1, last + 1 + BELOW).map(({ cells }) => cells);
  const width = Math.max(filledWidth(at(filled, head).cells), filledWidth(at(filled, last).cells), filledMostly(below));
  const names = columnNames(mergedNames(filled, head, last), width);
  return {
    skip: last + 1,
    headerRow: at(filled, last).line,
    names,
    trims: doesTrim(below, width),
    trails: doesTrail(below, width),
  };
}

function likeliest(rows: readonly Row[], isHeaderWord: (text: string) => boolean): number {
  const isWord = remembered(isHeaderWord);
  const cells = rows.map((row) => row.cells);
  let best = { place: -1, score: 0 };
  for (let place = 0; place < Math.min(HEAD, rows.length); place++) {
    const row = at(cells, place);
    // A header that is repeated on every page is not what stands below a header.
    const below = cells.slice(place + 1, place + 1 + BELOW).filter((one) => one.join('\n') !== row.join('\n'));
    const score = headerScore(row, below, isWord);
    if (score > best.score) best = { place, score };
  }
  return best.place;
}

/** The same cells are asked about with every row that could be the header. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}

function withoutHeader(rows: readonly Row[]): Layout {
  const cells = rows.slice(0, BELOW + HEAD).map((row) => row.cells);
  const width = widthOf(cells);
  const first = Math.max(
    0,
    cells.findIndex((row) => row.length === width),
  );
  return {
    skip: first,
    headerRow: 0,
    names: columnNames(undefined, width),
    trims: doesTrim(cells.slice(first), width),
    trails: doesTrail(cells.slice(first), width),
  };
}

/** The second row names columns that the first leaves blank, has no figures, and figures follow below it. */
function isSecondOfTwo(rows: readonly Row[], head: number): boolean {
  const upper = at(rows, head).cells;
  const lower = rows[head + 1]?.cells;
  const below = rows.slice(head + 2, head + 2 + BELOW).map(({ cells }) => cells);
  if (!lower || below.length === 0 || lower.some(isFigure)) return false;
  const fills = lower.some((cell, i) => cell.trim() !== '' && (upper[i] ?? '').trim() === '');
  const leaves = lower.some((cell, i) => cell.trim() === '' && (upper[i] ?? '').trim() !== '');
  const named = lower.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]));
  const overFigures = named.some((i) => below.filter((row) => isFigure(row[i] ?? '')).length > below.length / 2);
  return fills && leaves && overFigures;
}

/** The second row says the names of the first in another language. */
function isSaidAgain(rows: readonly Row[], head: number, isHeaderWord: (text: string) => boolean): boolean {
  const [upper, lower] = [at(rows, head).cells, rows[head + 1]?.cells ?? []];
  const named = upper.flatMap((cell, i) => (isHeaderWord(cell) ? [i] : []));
  if (named.length < SAID_AGAIN || lower.some(isFigure)) return false;
  return named.every((i) => isHeaderWord(lower[i] ?? '') && lower[i] !== upper[i]);
}

/** Names of the lower row, of the upper one where that is blank; both where two columns would have one name. */
function mergedNames(rows: readonly Row[], head: number, last: number): string[] {
  const lower = at(rows, last).cells;
  const upper = carried(last > head ? at(rows, head).cells : (rows[head - 1]?.cells ?? []), lower.length);
  const names = lower.map((cell, i) => cell.trim() || (last > head ? (upper[i] ?? '') : ''));
  if (upper.filter((cell) => cell !== '').length < 2) return names;
  return names.map((name, i) =>
    names.indexOf(name) !== names.lastIndexOf(name) && upper[i] ? `${upper[i]} ${name}` : name,
  );
}

/** Each name carried to the right over blanks: a merged cell has its text in its first column. */
function carried(cells: readonly string[], width: number): string[] {
  let name = '';
  return Array.from({ length: width }, (_, i) => (name = (cells[i] ?? '').trim() || name));
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** The width that more than half of the rows fill: blank cells at their ends are no columns. */
function filledMostly(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(filledWidth).toSorted((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) / 2)] ?? 0;
}

/** The length that most rows have, the larger of two as frequent. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0];
}

/** Longer rows that are many, blank where no column is: a few are damage. */
function doesTrail(rows: readonly (readonly string[])[], width: number): boolean {
  const long = rows.filter((row) => row.length > width && filledWidth(row) <= width).length;
  return long >= Math.max(2, rows.length * OFTEN);
}

/** Short rows that are many, and no full row that ends with a blank cell: a few short ones are damage. */
function doesTrim(rows: readonly (readonly string[])[], width: number): boolean {
  const short = rows.filter((row) => row.length < width && row.length > 1).length;
  const blankEnds = rows.some((row) => row.length === width && (row.at(-1) ?? '').trim() === '');
  return short >= Math.max(2, rows.length * OFTEN) && !blankEnds;
}
