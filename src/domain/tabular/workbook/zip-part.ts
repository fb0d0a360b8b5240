import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import type { WorkbookLimits } from './sheet';
import { WorkbookFault } from './workbook-fault';
import type { ZipEntry } from './zip-entries';

/** Packed bytes a step; at the worst a thousand times as many come out. */
const STEP = 32 * 1024;
const STORED_STEP = 256 * 1024;
/** Parts smaller than this may be packed as tightly as they like. */
const SMALL = 1024 * 1024;

/**
 * Unpacks gzip by what the platform has for it, which is several times faster than a library. It is given the packed bytes a
 * step at a time and asks for the next when those before have come out. Rejects what is damaged or fails its check sum.
 */
export type Gunzip = (packed: Iterable<Uint8Array<ArrayBuffer>>) => AsyncIterable<Uint8Array>;

/** Bytes that came out of all parts so far. */
export interface InflateLedger {
  readonly limits: Pick<WorkbookLimits, 'inflated' | 'ratio'>;
  inflated: number;
}

/**
 * The content of one part, piece by piece, so that it never stands in memory as a whole.
 * @param gunzip unpacks instead of the library. @throws WorkbookFault when it claims to be, or is, larger than the limits; when its size or check sum is not what the
 *   directory says; when it is not packed by deflate. Pieces may have been given by then.
 */
export async function* zipPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  ledger: InflateLedger,
  gunzip?: Gunzip,
): AsyncGenerator<Uint8Array> {
  admit(entry, entry.size, ledger);
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  const isNative = gunzip !== undefined && entry.method === 8;
  let size = 0;
  let crc = 0;
  for await (const piece of isNative ? gunzipped(packed, entry, gunzip) : piecesOf(packed, entry)) {
    size += piece.length;
    ledger.inflated += piece.length;
    if (size > entry.size) throw new WorkbookFault('damaged', `${entry.name} is larger than it says`);
    admit(entry, size, { ...ledger, inflated: ledger.inflated - size });
    if (!isNative) crc = crc32(crc, piece);
    yield piece;
  }
  if (size !== entry.size) throw new WorkbookFault('damaged', `${entry.name} is smaller than it says`);
  if (!isNative && crc !== entry.crc) throw new WorkbookFault('damaged', `${entry.name} is not what was written`);
}

function admit({ name, packed }: ZipEntry, size: number, { limits, inflated }: InflateLedger): void {
  if (inflated + size > limits.inflated) throw new WorkbookFault('too-large', `${name} unpacks to too much`);
  if (size > SMALL && size > packed * limits.ratio)
    throw new WorkbookFault('too-large', `${name} is packed too tightly`);
}

function piecesOf(packed: Uint8Array, { name, method }: ZipEntry): Generator<Uint8Array> {
  if (method === 0) return slicesOf(packed, STORED_STEP);
  if (method === 8) return unpackedOf(packed, name);
  throw new WorkbookFault('damaged', `${name} is packed in an unknown way`);
}

function* slicesOf(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

function* unpackedOf(packed: Uint8Array, name: string): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    if (piece.length > 0) pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += STEP) {
    try {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (thrown) {
      // Whatever an unpacker trips over, it is the file's fault.
      throw new WorkbookFault('damaged', `${name}: ${String(thrown)}`);
    }
    yield* pieces.splice(0);
  }
}

/** Through gzip, which holds the check sum and the size that the directory gives against what comes out. */
async function* gunzipped(packed: Uint8Array, entry: ZipEntry, gunzip: Gunzip): AsyncGenerator<Uint8Array> {
  try {
    yield* gunzip(framed(packed, entry));
  } catch (thrown) {
    throw new WorkbookFault('damaged', `${entry.name}: ${String(thrown)}`);
  }
}

/** @source RFC 1952, 2.3: a head that says nothing but deflate, and the check sum and size behind it. */
function* framed(packed: Uint8Array, { crc, size }: ZipEntry): Generator<Uint8Array<ArrayBuffer>> {
  yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  for (const step of slicesOf(packed, STEP)) yield new Uint8Array(step);
  const foot = new DataView(new ArrayBuffer(8));
  foot.setUint32(0, crc, true);
  foot.setUint32(4, size, true);
  yield new Uint8Array(foot.buffer);
}
