import { err, ok, type Result } from '@/src/kernel/result';
import type { ContactFileError } from '@/src/app/ports/contact-files';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { readVcards } from '@/src/domain/exchange/read-vcard';
import { readContactTable, TABLE_LIMITS } from '@/src/domain/exchange/read-contact-table';
import { detectDialect, isOfBlanks, rowsOf, type Delimiter, type Dialect } from '@/src/domain/tabular/text/dialect';
import { detectEncoding, type Encoding } from '@/src/domain/tabular/text/encoding';
import { containerOf } from '@/src/domain/tabular/workbook/container-of';
import { readHtmlTable } from '@/src/domain/tabular/workbook/read-html-table';
import { readXlsx } from '@/src/domain/tabular/workbook/read-xlsx';
import { readXmlSpreadsheet } from '@/src/domain/tabular/workbook/read-xml-spreadsheet';
import { WORKBOOK_LIMITS, type Sheet } from '@/src/domain/tabular/workbook/sheet';
import type { WorkbookError } from '@/src/domain/tabular/workbook/workbook-fault';
import { TooLarge, unpacked } from '../files/bounded-zip';
import { gunzip } from '../files/gunzip';
import { contentOf } from '../files/read-pieces';
import { readWorkbook } from '../files/workbook';

/** Bytes of a file, and of what comes out of it when it is packed. */
export const CONTACT_FILE_LIMITS = { bytes: 64 * 1024 * 1024, unpacked: 256 * 1024 * 1024 } as const;

/** One more than allowed, so that the reader sees that there is too much. */
const LIMIT = { rows: TABLE_LIMITS.rows + 101, columns: TABLE_LIMITS.columns + 1 };
const SAMPLE = 64 * 1024;

type Read = Result<ReadContacts, ContactFileError>;

/** What the contact worker does: a file of any of the known sorts becomes cards. Knows no store. */
export async function readContactFile(file: File, home: string): Promise<Read> {
  try {
    const bytes = await bytesOf(file);
    if (bytes.length === 0) return err({ code: 'empty' });
    return await readBytes(bytes, home);
  } catch (thrown) {
    if (thrown instanceof TooLarge) return err({ code: 'too-large' });
    const detail = String(thrown);
    return err(/password|encrypt/i.test(detail) ? { code: 'encrypted' } : { code: 'damaged', detail });
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > CONTACT_FILE_LIMITS.bytes) throw new TooLarge(file.name);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for await (const piece of await contentOf(file)) {
    total += piece.length;
    if (total > CONTACT_FILE_LIMITS.bytes) throw new TooLarge(file.name);
    pieces.push(new Uint8Array(piece));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function readBytes(bytes: Uint8Array, home: string): Promise<Read> {
  const container = containerOf(bytes);
  if (container === 'xlsx') return readPacked(bytes, home);
  if (container === 'xls') return readSheets(await readWorkbook(bytes, LIMIT), home);
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes).trimStart();
  if (/^BEGIN:VCARD/i.test(text)) return readAddressBook(bytes, home);
  if (container === 'html') return readSheetsOf(readHtmlTable(text), home);
  if (container === 'xml-spreadsheet') return readSheetsOf(readXmlSpreadsheet(text), home);
  return readText(bytes, home);
}

/** OpenDocument and binary workbooks are left to SheetJS. */
async function readPacked(bytes: Uint8Array, home: string): Promise<Read> {
  const read = await readXlsx(bytes, { ...WORKBOOK_LIMITS, inflated: CONTACT_FILE_LIMITS.unpacked }, { gunzip });
  if (read.ok || read.error.code !== 'not-a-workbook') return readSheetsOf(read, home);
  return readSheets(await readWorkbook(unpacked(bytes, CONTACT_FILE_LIMITS.unpacked), LIMIT), home);
}

function readSheetsOf(read: Result<Sheet | readonly Sheet[], WorkbookError>, home: string): Read {
  if (read.ok)
    return readSheets(
      [read.value].flat().map(({ rows }) => rows),
      home,
    );
  const { code, detail } = read.error;
  if (code === 'not-a-workbook') return err({ code: 'empty' });
  return err(code === 'damaged' ? { code, detail } : { code });
}

function readAddressBook(bytes: Uint8Array, home: string): Read {
  const read = readVcards(bytes, { home });
  return read.cards.length + read.faults.length === 0 ? err({ code: 'empty' }) : ok(read);
}

/** The first sheet that looks like contacts. */
function readSheets(sheets: readonly (readonly (readonly string[])[])[], home: string): Read {
  const results = sheets.map((rows) => [rows, readContactTable(rows, { home })] as const);
  const [, read] = results.find(([, result]) => result.ok) ?? [];
  if (read?.ok) return read;
  const codes = new Set(results.map(([, result]) => (result.ok ? undefined : result.error.code)));
  if (codes.has('too-large')) return err({ code: 'too-large' });
  if (!codes.has('unknown-format')) return err({ code: 'empty' });
  return err({ code: 'not-contacts', found: firstRow(sheets.flat()) });
}

function firstRow(rows: readonly (readonly string[])[]): string[] {
  const row = rows.find((cells) => cells.some((cell) => cell.trim() !== ''));
  return (row ?? []).slice(0, 50).map((cell) => cell.slice(0, 100));
}

/** Few bytes speak for Big5 or GB18030 equally: the other is tried when the one makes no sense. */
function readText(bytes: Uint8Array, home: string): Read {
  const found = detectEncoding(bytes);
  const encodings: readonly Encoding[] = found.startsWith('utf') ? [found] : [found, 'gb18030', 'big5'];
  const results = encodings.map((encoding) => readDecoded(new TextDecoder(encoding).decode(bytes), home));
  const [first] = results;
  return results.find((result) => result.ok) ?? first ?? err({ code: 'empty' });
}

function readDecoded(text: string, home: string): Read {
  const sample = text.slice(0, SAMPLE);
  const found = detectDialect(sample, sample.length === text.length);
  const { delimiter } = found;
  // Blanks stand inside of names.
  const delimiters = new Set<Delimiter>([...(isOfBlanks(delimiter) ? [] : [delimiter]), ',', '\t', ';', '|']);
  const known = [...delimiters].find((one) => {
    const result = readContactTable(cellsOf(sample, { ...found, delimiter: one }, 100), { home });
    return result.ok || result.error.code !== 'unknown-format';
  });
  return readSheets([cellsOf(text, { ...found, delimiter: known ?? ',' }, LIMIT.rows)], home);
}

function cellsOf(text: string, dialect: Dialect, limit: number): (readonly string[])[] {
  return rowsOf(text, dialect, limit).map(({ cells }) => cells);
}
