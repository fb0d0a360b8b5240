import { piecesOf } from '../files/read-pieces';
import { damaged } from './backup-format';

/** A packed file, and where it lies. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** The end of the directory without the comment. */
const DIRECTORY_END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_ENTRIES = 50_000;
const MAX_DIRECTORY = 16 << 20;
/** No file of ours unpacks to more than a hundred times its size, once it is larger than this. */
const FREE = 2 ** 30;
const MAX_RATIO = 100;

/**
 * The directory of a ZIP whose comment has `commentLength` bytes. Nothing is unpacked yet. Throws `BackupFault`: `damaged` for
 * whatever does not add up, has too many files or would unpack to too much.
 */
export async function readZip(file: Blob, commentLength: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const endAt = file.size - commentLength - DIRECTORY_END_SIZE;
  const end = new DataView(await file.slice(Math.max(0, endAt), endAt + DIRECTORY_END_SIZE).arrayBuffer());
  if (endAt < 0 || end.getUint32(0, true) !== DIRECTORY_END) throw damaged('the directory is missing');
  const [count, size, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY || start + size > endAt) throw damaged('the directory is too large');
  const entries = entriesIn(new DataView(await file.slice(start, start + size).arrayBuffer()), count);
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > FREE + MAX_RATIO * file.size) throw damaged('it would unpack to too much');
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) throw damaged('a file is there twice');
  return byName;
}

function entriesIn(directory: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new TextDecoder('utf-8');
  for (let at = 0; entries.length < count;) {
    if (at + ENTRY_SIZE > directory.byteLength || directory.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged('the directory ends too soon');
    const nameLength = directory.getUint16(at + 28, true);
    const next = at + ENTRY_SIZE + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw damaged('the directory ends too soon');
    entries.push({
      name: names.decode(new Uint8Array(directory.buffer, at + ENTRY_SIZE, nameLength)),
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The content of a packed file, never more of it than its entry says. Throws `BackupFault`. */
export async function* unpackedEntry(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const local = new DataView(await file.slice(entry.offset, entry.offset + LOCAL_SIZE).arrayBuffer());
  if (local.byteLength < LOCAL_SIZE || local.getUint32(0, true) !== LOCAL_ENTRY)
    throw damaged(`${entry.name} is not where it should be`);
  const start = entry.offset + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged(`${entry.name} is packed in an unknown way`);
  let size = 0;
  for await (const piece of inflated(packed, entry.method === STORED)) {
    size += piece.length;
    if (size > entry.size) break;
    yield piece;
  }
  if (size !== entry.size) throw damaged(`${entry.name} has another size`);
}

async function* inflated(packed: Blob, isPlain: boolean): AsyncGenerator<Uint8Array> {
  const bytes = packed.stream();
  try {
    yield* piecesOf(isPlain ? bytes : bytes.pipeThrough(new DecompressionStream('deflate-raw')));
  } catch {
    // What cannot be unpacked was altered or cut: that is the answer.
    throw damaged('the packed data are broken');
  }
}
