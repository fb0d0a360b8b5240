import type { Result } from '@/src/kernel/result';
import type { BackupError } from '@/src/app/ports/backups';
import type { Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { streamOf } from '../files/read-pieces';
import { ARCHIVE_FORMAT, FOLDER, SEAL_LENGTH, sealOf, type ArchiveFacts, type BlobLine } from './archive-format';
import { csvHeadings, csvRow, nameOf } from './archive-table';
import type { Database } from './database';
import { digestOfFile } from '../files/digest';
import { readUnchanged, rowCounts, schemaVersion, type BackupFile } from './read-unchanged';
import { PAGE, pagesOf } from './table-pages';
import { writeZip, type ZipFile } from './write-zip';

interface ArchiveOptions {
  readonly kinds: Kinds;
  /** UTC time, ISO 8601. */
  readonly createdAt: string;
  /** For people, in their language. */
  readonly readme: string;
}

/** Offsets in a ZIP have 32 bits. */
const MAX_BYTES = 2 ** 32 - 1;

/** Writes everything as one ZIP (see archive-format.ts), for people and for `restoreDatabase`. */
export function writeArchive(db: Database, options: ArchiveOptions): Promise<Result<BackupFile, BackupError>> {
  return readUnchanged(db, () => writeOnce(db, options));
}

async function writeOnce(db: Database, options: ArchiveOptions): Promise<BackupFile> {
  const { createdAt } = options;
  const rows = await rowCounts(db);
  const pieces = writeZip(filesOf(db, options, rows), Date.parse(createdAt), SEAL_LENGTH);
  const packed = await new Response(streamOf(pieces)).blob();
  if (packed.size + SEAL_LENGTH > MAX_BYTES) throw new Error('more than 4 GB do not fit into a ZIP');
  const file = new Blob([packed, sealOf(await digestOfFile(packed))], { type: 'application/zip' });
  return { file, summary: { createdAt, rows, bytes: file.size } };
}

async function* filesOf(
  db: Database,
  { kinds, createdAt, readme }: ArchiveOptions,
  rows: Readonly<Record<string, number>>,
): AsyncGenerator<ZipFile> {
  const file = (name: string, texts: AsyncIterable<string>): ZipFile => ({
    name: FOLDER + name,
    content: encoded(texts),
  });
  const facts: ArchiveFacts = { format: ARCHIVE_FORMAT, schema: schemaVersion(), createdAt, rows };
  yield file('README.txt', once(`\uFEFF${readme.replace(/\r?\n/g, '\r\n')}\r\n`));
  yield file('schema.json', once(`${JSON.stringify({ ...facts, kinds: [...kinds.values()] }, null, 2)}\n`));
  const present = await kindsIn(db);
  for (const kind of present) yield file(`data/records/${fileName(kind)}.jsonl`, lines(recordsOf(db, kind)));
  for (const { name } of db.tables)
    if (name !== 'records' && name !== 'blobs') yield file(`data/${name}.jsonl`, lines(pagesOf(db, name)));
  yield* blobFiles(db, file);
  const names = await namesIn(db);
  for (const kind of present)
    yield file(`tables/${fileName(kind)}.csv`, table(recordsOf(db, kind), kind, kinds, names));
}

async function* blobFiles(
  db: Database,
  file: (name: string, texts: AsyncIterable<string>) => ZipFile,
): AsyncGenerator<ZipFile> {
  const ids = await db.blobs.toCollection().primaryKeys();
  const fileOf = (i: number): string => `blobs/${String(i + 1).padStart(6, '0')}.bin`;
  const about = async function* (): AsyncGenerator<BlobLine> {
    for (const [i, id] of ids.entries()) {
      const blob = await db.blobs.get(id);
      if (blob) yield { id, about: blob.about, media: blob.media, file: fileOf(i) };
    }
  };
  yield file('data/blobs.jsonl', lines(about()));
  for (const [i, id] of ids.entries()) {
    const blob = await db.blobs.get(id);
    if (blob) yield { name: FOLDER + fileOf(i), content: once(new Uint8Array(blob.data)) };
  }
}

/** The kinds that have records, known to this version or not. */
async function kindsIn(db: Database): Promise<string[]> {
  // Safe: the keys of this index are pairs of texts.
  const keys = (await db.records.orderBy('[kind+state]').uniqueKeys()) as unknown as [string, string][];
  return [...new Set(keys.map(([kind]) => kind))];
}

async function* recordsOf(db: Database, kind: string): AsyncGenerator<Row> {
  const ids = await db.records.where('[kind+state]').between([kind, ''], [kind, '\uffff'], true, true).primaryKeys();
  for (let start = 0; start < ids.length; start += PAGE)
    for (const row of await db.records.bulkGet(ids.slice(start, start + PAGE))) if (row) yield row;
}

/** What every record is called, for tables in which others point to it. */
async function namesIn(db: Database): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const row of pagesOf(db, 'records')) {
    const record = row as Row; // Safe: the table holds nothing else.
    const name = nameOf(record);
    if (name !== '') names.set(record.id, name);
  }
  return names;
}

async function* table(
  rows: AsyncIterable<Row>,
  kind: string,
  kinds: Kinds,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  const fields = kinds.get(kind)?.fields ?? {};
  yield writeCsv([csvHeadings(fields)]);
  let page: string[][] = [];
  // The byte order mark stands once, at the beginning.
  const text = (): string => writeCsv(page.splice(0)).slice(1);
  for await (const row of rows) {
    page.push(csvRow(row, fields, names));
    if (page.length === PAGE) yield text();
  }
  if (page.length > 0) yield text();
}

async function* lines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** Kinds are named by the code; what one of another version might have in its name makes no path. */
function fileName(kind: string): string {
  return encodeURIComponent(kind).replace(/[.*]/g, '_');
}
