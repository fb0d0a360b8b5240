import type { BackupError } from '@/src/app/ports/backups';

/**
 * The backup file: a first line in clear, a gzip stream of frames, and a last line with the SHA-256 of everything before
 * it. A frame is the length of its header (4 bytes, little endian), the header as JSON, and the payload whose length and
 * SHA-256 the header gives. The first frame names the counts, the last one is the end marker. A file that was cut,
 * reordered, patched together or altered by a bit anywhere is refused as a whole.
 */
export const FIRST_LINE = 'VITAL-FEW-BACKUP 1\n';
export const FORMAT = 1;
/** A line feed and 64 hexadecimal digits. */
export const LAST_LINE_LENGTH = 65;

export interface StartHeader {
  readonly type: 'start';
  readonly format: number;
  readonly schema: number;
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** `count` rows of a table as one JSON array. */
export interface RowsHeader {
  readonly type: 'rows';
  readonly table: string;
  readonly count: number;
}

/** One blob, its bytes as the payload. */
export interface BlobHeader {
  readonly type: 'blob';
  readonly id: string;
  readonly about: readonly string[];
  readonly media: string;
}

export interface EndHeader {
  readonly type: 'end';
}

/** What every header says beside its own facts. `index` counts frames from 0. */
export interface Seal {
  readonly index: number;
  readonly bytes: number;
  readonly sha256: string;
}

export type Header = StartHeader | RowsHeader | BlobHeader | EndHeader;

export interface Frame {
  readonly header: Header;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** A file that may not be restored, and why. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  readonly reason: BackupError;

  constructor(reason: BackupError) {
    super(`${reason.code}: ${reason.detail ?? ''}`);
    this.reason = reason;
  }
}

const encoder = new TextEncoder();
const MAX_HEADER = 1 << 20;
const MAX_PAYLOAD = 1 << 30;

/** Frames → file, piece by piece. */
export async function* writeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let index = 0;
  for await (const { header, payload } of frames) {
    const seal: Seal = { index, bytes: payload.length, sha256: await sha256(payload) };
    const head = encoder.encode(JSON.stringify({ ...header, ...seal }));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, head.length, true);
    yield length;
    yield head;
    if (payload.length > 0) yield payload;
    index++;
  }
}

/** Bytes → verified frames. Throws {@link BackupFault} at the first thing that is not as it was written. */
export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const reader = new ByteReader(bytes);
  let last: Header['type'] | undefined;
  for (let index = 0; ; index++) {
    const length = await reader.take(4);
    if (length === null) break;
    if (last === 'end') throw damaged('there is more after the end');
    const headerLength = new DataView(length.buffer).getUint32(0, true);
    if (headerLength > MAX_HEADER) throw damaged(`frame ${index} has no header`);
    const head = await reader.need(headerLength, index);
    const header = parseHeader(head, index);
    if (header.index !== index) throw damaged(`frame ${index} is out of place`);
    if (!(header.bytes >= 0 && header.bytes <= MAX_PAYLOAD)) throw damaged(`frame ${index} has no size`);
    const payload = await reader.need(header.bytes, index);
    if ((await sha256(payload)) !== header.sha256) throw damaged(`frame ${index} was altered`);
    last = header.type;
    yield { header, payload };
  }
  if (last !== 'end') throw damaged('the end is missing');
}

function parseHeader(head: Uint8Array, index: number): Header & Seal {
  try {
    // Safe as far as the callers use it: every field is compared or checked by them before use.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(head)) as Header & Seal;
  } catch {
    // Not JSON, or not UTF-8: the file is damaged, which is all there is to say.
    throw damaged(`frame ${index} cannot be read`);
  }
}

export function damaged(detail: string): BackupFault {
  return new BackupFault({ code: 'damaged', detail });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Exact numbers of bytes out of a stream of pieces of any size. */
class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private pieces: Uint8Array[] = [];
  private held = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.source = bytes[Symbol.asyncIterator]();
  }

  /** The next `count` bytes, or null when the stream ended before the first of them. */
  async take(count: number): Promise<Uint8Array<ArrayBuffer> | null> {
    while (this.held < count) {
      const { done, value } = await this.source.next();
      if (done) break;
      this.pieces.push(value);
      this.held += value.length;
    }
    if (this.held === 0 && count > 0) return null;
    if (this.held < count) throw damaged('the file ends in the middle of a frame');
    return this.cut(count);
  }

  async need(count: number, frame: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.take(count);
    if (bytes === null) throw damaged(`the file ends in frame ${frame}`);
    return bytes;
  }

  private cut(count: number): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const [first] = this.pieces;
      if (!first) break;
      const part = first.subarray(0, count - filled);
      out.set(part, filled);
      filled += part.length;
      if (part.length === first.length) this.pieces.shift();
      else this.pieces[0] = first.subarray(part.length);
    }
    this.held -= count;
    return out;
  }
}
