import type { ReadTable } from './build-orders';
import { detectDialect, parseRows, type Dialect } from './dialect';
import { detectEncoding, type Encoding } from './encoding';
import { guessRoles } from './guess-roles';
import type { ColumnRoles } from './roles';
import { createScanner } from './scanner';
import { TableBuilder } from './table';

/** How a file is to be read. Found by `previewFile`, changeable by the user. */
export interface FileFormat {
  readonly encoding: Encoding;
  readonly dialect: Dialect;
}

/** The beginning of a file, understood as far as it goes. */
export interface FilePreview {
  readonly format: FileFormat;
  readonly names: readonly string[];
  /** The first data rows, cells as they stand. */
  readonly rows: readonly (readonly string[])[];
  readonly roles: ColumnRoles;
}

/** Bytes that are enough to know a file by. */
export const SAMPLE_BYTES = 256 * 1024;
const PREVIEW_ROWS = 50;

/**
 * What the first bytes of a file tell: encoding, dialect, columns, the likely role of each.
 * @param whole whether the sample is all of the file. @param given overrides what would be found.
 */
export function previewFile(sample: Uint8Array, whole: boolean, given: Partial<FileFormat> = {}): FilePreview {
  const encoding = given.encoding ?? detectEncoding(sample);
  const text = new TextDecoder(encoding).decode(sample);
  const dialect = given.dialect ?? detectDialect(text, whole);
  const builder = new TableBuilder(dialect);
  const parsed = parseRows(text, dialect.delimiter, PREVIEW_ROWS + dialect.skip + 1);
  const complete = !whole && parsed.length <= PREVIEW_ROWS + dialect.skip ? parsed.slice(0, -1) : parsed;
  builder.add(complete.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== ''));
  const { names, columns, rowNumbers } = builder.finish();
  const cells = columns.map(({ codes, values }) => Array.from(codes, (code) => values[code] ?? ''));
  const rows = Array.from(rowNumbers, (_, row) => cells.map((column) => column[row] ?? ''));
  const roles = guessRoles(names.map((name, i) => ({ name, values: cells[i] ?? [] })));
  return { format: { encoding, dialect }, names, rows, roles };
}

/**
 * Reads a whole file into columns of text.
 * @param onProgress told the data rows so far, after each piece. @throws the signal's reason when it aborts.
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, dialect }: FileFormat,
  onProgress: (rows: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadTable> {
  const builder = new TableBuilder(dialect);
  const scanner = createScanner(encoding, dialect, (rows) => builder.add(rows));
  for await (const piece of bytes) {
    signal?.throwIfAborted();
    scanner.write(piece);
    onProgress(builder.rows);
  }
  scanner.end();
  signal?.throwIfAborted();
  return { table: builder.finish(), hasHeader: dialect.hasHeader, damaged: scanner.damaged };
}
