import { cleanLine } from '@/src/kernel/text';
import type { Column, Preset } from './formats/column';
import { PRESETS, type TableFormat } from './formats/presets';
import { guessColumns, type GuessedColumn } from './guess-columns';

/** A column of the file whose meaning is known. */
export interface BoundColumn {
  readonly column: Column;
  readonly position: number;
  /** Where the word stands that says what the value is for. */
  readonly labelPosition?: number;
  /** Parts of one address have the same. */
  readonly group: string;
}

/** How a table is to be read. */
export interface TableLayout {
  readonly format: TableFormat;
  /** Index of the row with the headings. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** In the order in which values are taken. */
  readonly bound: readonly BoundColumn[];
  /** Positions that are passed over without a word. */
  readonly silent: ReadonlySet<number>;
}

/** Titles and notes may stand above the headings. */
const SEARCHED_ROWS = 30;
const NUMBERED = /\b\d{1,3}\b/;

/** Finds the headings and what they mean. @returns undefined for a table that is not of companies or people. */
export function findLayout(rows: readonly (readonly string[])[]): TableLayout | undefined {
  const searched = rows.slice(0, SEARCHED_ROWS);
  for (const [headingRow, row] of searched.entries()) {
    const folded = new Set(row.map(foldHeading));
    const preset = PRESETS.find(({ tells }) => tells.some((tell) => tell.every((either) => holds(folded, either))));
    if (preset) return { ...presetLayout(preset, row), headingRow };
  }
  const guesses = searched.map((row, headingRow) => ({
    headingRow,
    headings: row.map((heading) => cleanLine(heading, 200)),
    guess: guessColumns(row, rows.slice(headingRow + 1, headingRow + 1 + SEARCHED_ROWS)),
  }));
  const known = guesses.filter(({ guess }) => guess.length > 0);
  const best = known.sort((a, b) => b.guess.length - a.guess.length || a.headingRow - b.headingRow)[0];
  if (!best) return undefined;
  const { headingRow, headings, guess } = best;
  return { format: 'sheet', headingRow, headings, bound: groupedAddresses(guess), silent: new Set() };
}

/** City, postcode and the like belong to the first column of addresses; each further one is an address of its own. */
function groupedAddresses(guess: readonly GuessedColumn[]): BoundColumn[] {
  const first = guess.find(({ column }) => isWholeAddress(column));
  return guess.map((one) => ({
    ...one,
    group: one === first || !isWholeAddress(one.column) ? 'first' : String(one.position),
  }));
}

function isWholeAddress({ meaning, part }: Column): boolean {
  return meaning === 'company.addresses' && part === undefined;
}

function holds(folded: ReadonlySet<string>, either: string): boolean {
  return either.split('|').some((heading) => folded.has(foldHeading(heading)));
}

/** Case, blanks, full width and byte order marks do not count. */
function foldHeading(heading: string): string {
  return cleanLine(heading, 200).normalize('NFKC').toLowerCase().replaceAll(' ', '');
}

function presetLayout(
  { format, columns, silent }: Preset<TableFormat>,
  row: readonly string[],
): Omit<TableLayout, 'headingRow'> {
  const positions = new Map<string, number[]>();
  for (const [position, heading] of row.entries()) {
    const folded = foldHeading(heading);
    positions.set(folded, [...(positions.get(folded) ?? []), position]);
  }
  const bound = numbersIn(row).flatMap((number) =>
    columns.filter((column) => isNumbered(column) === (number !== '')).map((column) => bind(column, number, positions)),
  );
  const order = new Map(columns.map((column, i) => [column, i]));
  const companions = columns.flatMap(({ labelled }) => labelled ?? []);
  return {
    format,
    headings: row.map((heading) => cleanLine(heading, 200)),
    // Numbered columns stay in the order of their numbers.
    bound: bound.flat().sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0)),
    silent: new Set(
      [...silent, ...companions].flatMap((heading) =>
        numbersIn(row).flatMap((number) => positions.get(foldHeading(heading.replace('#', number))) ?? []),
      ),
    ),
  };
}

/** None, and every number that stands in a heading: Google numbers as many columns as the fullest contact needs. */
function numbersIn(row: readonly string[]): string[] {
  const numbers = row.flatMap((heading) => NUMBERED.exec(heading)?.[0] ?? []);
  return ['', ...[...new Set(numbers)].sort((a, b) => Number(a) - Number(b))];
}

function isNumbered({ headings }: Column): boolean {
  return headings.some((heading) => heading.includes('#'));
}

function bind(column: Column, number: string, positions: ReadonlyMap<string, readonly number[]>): BoundColumn[] {
  const at = (heading: string): readonly number[] => positions.get(foldHeading(heading.replace('#', number))) ?? [];
  const labelPosition = column.labelled === undefined ? undefined : at(column.labelled)[0];
  return [...new Set(column.headings.flatMap(at))].map((position) => ({
    column,
    position,
    ...(labelPosition === undefined ? {} : { labelPosition }),
    group: `${column.label ?? ''} ${number}`,
  }));
}
