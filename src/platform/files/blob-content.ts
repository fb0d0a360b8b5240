import type { FileContent } from '@/src/domain/tabular/file-content';
import { contentOf } from './read-pieces';

/** Bytes read at once; the next piece is asked for before the one at hand is worked on. Until the first is there nobody works. */
const PIECE = 8 << 20;
const FIRST_PIECE = 1 << 20;
/** Read when a file is first looked at, and kept: each look takes as long as reading a good part of it. */
const HEAD = 256 << 10;

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
  let head: Promise<Uint8Array> | undefined;
  return {
    name,
    size: file.size,
    first: async (count) => {
      head ??= read(file, 0, HEAD);
      return firstBytes(file, count, await head);
    },
    pieces: () => pieces(file),
  };
}

async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  let next = read(file, 0, FIRST_PIECE);
  if (isGzip(await next)) return yield* await contentOf(file);
  for (let at = FIRST_PIECE; at < file.size; at += PIECE) {
    const piece = await next;
    next = read(file, at, PIECE);
    // A failure is met where the piece is waited for, or not at all when reading has ended.
    next.catch(() => undefined);
    yield piece;
  }
  yield await next;
}

async function read(file: Blob, at: number, size: number): Promise<Uint8Array> {
  const piece = new Uint8Array(await file.slice(at, at + size).arrayBuffer());
  if (piece.length < Math.min(size, file.size - at)) throw new FileChanged('there is less in it');
  return piece;
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function firstBytes(file: Blob, count: number, head: Uint8Array): Promise<{ bytes: Uint8Array; whole: boolean }> {
  if (!isGzip(head)) {
    const bytes = count <= head.length ? head.slice(0, count) : await read(file, 0, count);
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
