import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileLine } from '@/scripts/cli/file-line';
import { encoded, utf16 } from './encoded';
import { craftedRow, craftedXlsx, type CraftedSheet } from './workbooks';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/sales');

/** A kind of export: a file in the exact form of a program or a habit, and what has to come out of it. */
export interface SalesFixture {
  /** What is special about the kind. */
  readonly about: string;
  /** The name under which it is dropped. */
  readonly name: string;
  /** How its text becomes bytes; UTF-8 with plain line ends where nothing is said. */
  readonly write?: WrittenAs;
  /** The sheets of a workbook, which has no text. */
  readonly book?: { readonly sheets: readonly FixtureSheet[] };
  readonly expected: Omit<FileLine, 'file'>;
}

interface WrittenAs {
  readonly encoding?: 'gb18030' | 'big5' | 'shift_jis' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly bom?: boolean;
  /** `mixed`: the three in turn. */
  readonly ends?: '\r\n' | '\r' | 'mixed';
  /** This sign stands for a byte that no text in UTF-8 has. */
  readonly broken?: string;
}

type FixtureCell = string | { readonly number: string } | { readonly date: number };

interface FixtureSheet {
  readonly name: string;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly state?: string;
  /** References of merged cells: A2:A4. */
  readonly merges?: readonly string[];
  /** Numbers of rows that a filter hides. */
  readonly filtered?: readonly number[];
  readonly pivot?: boolean;
}

/** The kinds by their names, sorted. */
export function salesFixtureNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted();
}

export function salesFixture(kind: string): SalesFixture {
  // Safe: the fixtures are written by hand in this shape, and a test compares every figure of them.
  return JSON.parse(readFileSync(path.join(FOLDER, `${kind}.json`), 'utf8')) as SalesFixture;
}

/** The file itself. */
export function salesFixtureBytes(kind: string, { write = {}, book }: SalesFixture): Uint8Array<ArrayBuffer> {
  if (book) return new Uint8Array(craftedXlsx({ sheets: book.sheets.map(sheetOf), formats: [14] }));
  const file = path.join(FOLDER, `${kind}.txt`);
  if (!existsSync(file)) throw new Error(`no text for ${kind}`);
  return bytesOf(withEnds(readFileSync(file, 'utf8'), write.ends), write);
}

function withEnds(text: string, ends: WrittenAs['ends']): string {
  if (ends === undefined) return text;
  const turns = ends === 'mixed' ? ['\n', '\r\n', '\r'] : [ends];
  let line = 0;
  return text.replaceAll('\n', () => turns[line++ % turns.length] ?? '\n');
}

function bytesOf(text: string, { encoding, bom = false, broken }: WrittenAs): Uint8Array<ArrayBuffer> {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-16le') return utf16(marked, 'le');
  if (encoding === 'utf-16be') return utf16(marked, 'be');
  if (encoding) return encoded(text, encoding);
  const bytes = new TextEncoder().encode(marked);
  if (broken === undefined) return bytes;
  const parts = marked.split(broken).map((part) => new TextEncoder().encode(part));
  return new Uint8Array(parts.flatMap((part, i) => (i === 0 ? [...part] : [0xff, ...part])));
}

function sheetOf({ name, rows, state, merges = [], filtered = [], pivot = false }: FixtureSheet): CraftedSheet {
  const xml = rows.map((cells, i) => {
    const row = craftedRow(
      i + 1,
      cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${i + 1}`)),
    );
    return filtered.includes(i + 1) ? row.replace('<row', '<row hidden="1"') : row;
  });
  const filter =
    filtered.length > 0 ? `<autoFilter ref="A1:G${rows.length}"><filterColumn colId="0"/></autoFilter>` : '';
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return {
    name,
    data: xml.join(''),
    after: filter + (merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`),
    ...(state === undefined ? {} : { state }),
    ...(pivot ? { relations: [['pivotTable', '../pivotTables/pivotTable1.xml']] } : {}),
  };
}

/** A number with style 1, a day, or style 0. */
function cellXml(cell: FixtureCell, ref: string): string {
  if (typeof cell === 'string') return cell;
  if ('date' in cell) return `<c r="${ref}" s="1"><v>${cell.date}</v></c>`;
  return `<c r="${ref}"><v>${cell.number}</v></c>`;
}
