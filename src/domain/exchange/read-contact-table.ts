import { err, ok, type Result } from '@/src/kernel/result';
import { CardsOfFile, type PlacedRow } from './cards-of-file';
import { LINE_CHARACTERS } from './cell-values';
import type { ContactFault, ReadContacts } from './read-contacts';
import { readRow } from './read-row';
import { findLayout, type TableLayout } from './table-layout';

/** What a table may hold. */
export const TABLE_LIMITS = { rows: 200_000, columns: 500, cellCharacters: 32_000 } as const;

/**
 * `empty`: no row under the headings. `unknown-format`: no row of headings that names companies or people and says how to
 * reach them. `too-large`: more rows or columns than the limits.
 */
export interface ContactTableError {
  readonly code: 'empty' | 'unknown-format' | 'too-large';
}

/**
 * Companies and people from the cells of a table: an export of a known program, or a sheet with Chinese or English headings,
 * titles above them allowed. Phones, mail, web sites and ids come in the form in which they are filed; values of one field
 * in the order of their labels. A company that people of the file work for is one card, by its id in the file or by its name.
 *
 * @param home the user's own country, ISO 3166-1 alpha-2, for phone numbers without a country code.
 */
export function readContactTable(
  rows: readonly (readonly string[])[],
  { home }: { readonly home: string },
): Result<ReadContacts, ContactTableError> {
  if (!rows.some(hasContent)) return err({ code: 'empty' });
  if (rows.length > TABLE_LIMITS.rows + 100 || rows.some(({ length }) => length > TABLE_LIMITS.columns))
    return err({ code: 'too-large' });
  const layout = findLayout(rows);
  if (!layout) return err({ code: 'unknown-format' });
  const below = rows.slice(layout.headingRow + 1);
  if (!below.some(hasContent)) return err({ code: 'empty' });
  return ok(gather(below, layout, home));
}

function hasContent(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '');
}

function gather(rows: readonly (readonly string[])[], layout: TableLayout, home: string): ReadContacts {
  const faults: ContactFault[] = [];
  const read: PlacedRow[] = [];
  for (const [i, row] of rows.entries()) {
    if (!hasContent(row)) continue;
    const fault = faultOf(row, layout);
    const draft = fault ? undefined : readRow(row, layout, home);
    if (draft?.person || draft?.company) read.push({ ...draft, place: i + 1 });
    else faults.push({ place: i + 1, reason: fault ?? 'no-name', row });
  }
  const cards = new CardsOfFile(read);
  const lost = counted([...read.flatMap(({ unused }) => [...unused]), ...cards.crowded]);
  return {
    format: layout.format,
    cards: cards.all,
    faults,
    headings: layout.headings,
    lost: lost.map(([at, rows]) => ({ name: layout.headings[at] || `#${at + 1}`, rows })),
  };
}

/** How often each number is there, by number. */
function counted(positions: readonly number[]): (readonly [position: number, count: number])[] {
  const counts = new Map<number, number>();
  for (const at of positions) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

function faultOf(row: readonly string[], { headings, bound }: TableLayout): ContactFault['reason'] | undefined {
  if (row.some((cell) => cell.length > TABLE_LIMITS.cellCharacters)) return 'too-long';
  // A name of a page's length is no name: a quote is missing somewhere above.
  const isTooLong = ({ column: { meaning }, position }: TableLayout['bound'][number]): boolean =>
    /\.(name|legalName|family|given|title|department)$/.test(meaning) && (row[position] ?? '').length > LINE_CHARACTERS;
  if (bound.some(isTooLong)) return 'too-long';
  return row.slice(headings.length).some((cell) => cell.trim() !== '') ? 'unreadable' : undefined;
}
