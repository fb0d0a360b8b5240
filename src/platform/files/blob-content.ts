import type { FileContent } from '@/src/domain/tabular/file-content';
import { contentOf } from './read-pieces';

/** Bytes read at once; the next piece is asked for before the one at hand is worked on. */
const PIECE = 8 << 20;

const CHANGED = 'FileChanged';

/** Thrown where a file has other bytes than when it was chosen, and the browser does not notice. */
export class FileChanged extends Error {
  override readonly name = CHANGED;
}

/** By its name: what a worker threw comes as a plain error. */
export function isFileChanged(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === CHANGED;
}

/** A file of the user's as the readers see it. */
export function blobContent(file: Blob, name: string): FileContent {
  let packed: Promise<boolean> | undefined;
  /** Asked once: each look at a file takes as long as reading a good part of it. */
  const isPacked = (): Promise<boolean> => (packed ??= isGzip(file));
  return {
    name,
    first: async (count) => firstBytes(file, count, await isPacked()),
    async *pieces() {
      yield* (await isPacked()) ? await contentOf(file) : pieces(file);
    },
  };
}

async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  let next = read(file, 0);
  for (let at = PIECE; at - PIECE < file.size; at += PIECE) {
    const piece = await next;
    next = read(file, at);
    // A failure is met where the piece is waited for, or not at all when reading has ended.
    next.catch(() => undefined);
    yield piece;
  }
}

async function read(file: Blob, at: number): Promise<Uint8Array> {
  const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  if (piece.length < Math.min(PIECE, file.size - at)) throw new FileChanged('there is less in it');
  return piece;
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function firstBytes(
  file: Blob,
  count: number,
  isPacked: boolean,
): Promise<{ bytes: Uint8Array; whole: boolean }> {
  if (!isPacked) {
    const bytes = new Uint8Array(await file.slice(0, count).arrayBuffer());
    return { bytes, whole: file.size <= count };
  }
  const bytes = new Uint8Array(count);
  let filled = 0;
  for await (const piece of await contentOf(file)) {
    const part = piece.subarray(0, count - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (part.length < piece.length) return { bytes, whole: false };
  }
  return { bytes: bytes.subarray(0, filled), whole: true };
}
