import { ARCHIVE_FORMAT, FOLDER, readSeal, SEAL_LENGTH, type BlobLine } from './archive-format';
import { BackupFault, damaged, FORMAT, type Frame, type StartHeader } from './backup-format';
import { digestOfFile } from '../files/digest';
import { readZip, unpackedEntry, type ZipEntry } from './read-zip';
import { rowFrames } from './row-frames';

const EMPTY = new Uint8Array(0);
const MAX_SCHEMA = 16 << 20;
const MAX_LINE = 128 << 20;
const MAX_BLOB = 2 ** 30;
/** Every other path in the file is passed over, so that none can lead anywhere. */
const ROWS_PATH = /^vital-few\/data\/([a-z]{1,40})(?:\/[^/\\]{1,200})?\.jsonl$/;
const BLOB_PATH = /^blobs\/\d{1,9}\.bin$/;
const BLOBS = `${FOLDER}data/blobs.jsonl`;

/** Whether a file is a ZIP, by its first bytes. */
export async function isZip(file: Blob): Promise<boolean> {
  return (await file.slice(0, 4).text()) === 'PK\u0003\u0004';
}

/**
 * An archive as the frames of a backup, its seal checked before anything is unpacked. Throws `BackupFault` at the first thing
 * that is not as it was written.
 */
export async function* archiveFrames(file: Blob): AsyncGenerator<Frame> {
  await checkSeal(file);
  const entries = await readZip(file, SEAL_LENGTH);
  yield { header: await startOf(file, entries), payload: EMPTY };
  for (const entry of entries.values()) {
    const table = ROWS_PATH.exec(entry.name)?.[1];
    if (table !== undefined && entry.name !== BLOBS) yield* rowFrames(table, linesOf(file, entry), (line) => line);
  }
  yield* blobFrames(file, entries);
  yield { header: { type: 'end' }, payload: EMPTY };
}

async function checkSeal(file: Blob): Promise<void> {
  const sealed = file.slice(0, Math.max(0, file.size - SEAL_LENGTH));
  const seal = readSeal(await file.slice(sealed.size).text());
  if (!seal) {
    // The name of the first file stands behind thirty bytes.
    const isOurs = (await file.slice(30, 30 + FOLDER.length).text()) === FOLDER;
    throw new BackupFault({ code: isOurs ? 'damaged' : 'not-a-backup', detail: 'the seal is missing' });
  }
  if (seal.format > ARCHIVE_FORMAT) throw new BackupFault({ code: 'newer-format' });
  if ((await digestOfFile(sealed)) !== seal.digest) throw damaged('the file is not as it was written');
}

async function startOf(file: Blob, entries: ReadonlyMap<string, ZipEntry>): Promise<StartHeader> {
  const entry = entries.get(`${FOLDER}schema.json`);
  if (!entry || entry.size > MAX_SCHEMA) throw damaged('schema.json is missing');
  const text = new TextDecoder().decode(await wholeOf(file, entry));
  // Safe as far as it is used: every member is checked here, and the counts against the rows by the caller.
  const { format, schema, createdAt, rows } = (JSON.parse(text) ?? {}) as Record<string, unknown>;
  if (typeof format !== 'number' || typeof schema !== 'number') throw damaged('schema.json says no version');
  if (format > ARCHIVE_FORMAT) throw new BackupFault({ code: 'newer-format' });
  if (typeof createdAt !== 'string' || typeof rows !== 'object' || rows === null)
    throw damaged('schema.json lacks facts');
  return { type: 'start', format: FORMAT, schema, createdAt, rows: { ...rows } };
}

async function* blobFrames(file: Blob, entries: ReadonlyMap<string, ZipEntry>): AsyncGenerator<Frame> {
  const list = entries.get(BLOBS);
  if (!list) return;
  for await (const line of linesOf(file, list)) {
    const { id, about, media, file: path } = (JSON.parse(line) ?? {}) as Partial<BlobLine>; // Safe: each is checked below.
    const entry = typeof path === 'string' && BLOB_PATH.test(path) ? entries.get(FOLDER + path) : undefined;
    if (!entry || entry.size > MAX_BLOB) throw damaged('a file of blobs is missing');
    if (typeof id !== 'string' || typeof media !== 'string' || !Array.isArray(about)) throw damaged('blobs.jsonl');
    yield { header: { type: 'blob', id, about, media }, payload: await wholeOf(file, entry) };
  }
}

async function wholeOf(file: Blob, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of unpackedEntry(file, entry)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function* linesOf(file: Blob, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held: string[] = [];
  let size = 0;
  for await (const piece of unpackedEntry(file, entry)) {
    const [first = '', ...rest] = decodedPiece(decoder, piece).split('\n');
    held.push(first);
    size += first.length;
    if (size > MAX_LINE) throw damaged(`${entry.name} has a line without an end`);
    for (const next of rest) {
      yield held.join('');
      held = [next];
      size = next.length;
    }
  }
  if (held.join('') !== '') throw damaged(`${entry.name} ends in the middle of a row`);
}

function decodedPiece(decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    // Bytes that are no UTF-8 were never written.
    throw damaged('a row is not UTF-8');
  }
}
