import { Zip, ZipDeflate } from 'fflate';

/** A file to be packed, its bytes made only when it is its turn. */
export interface ZipFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 20;

/**
 * Files → ZIP, piece by piece, without its comment: whoever calls appends one of exactly `commentLength` bytes.
 * @param at what the files' date will be, in milliseconds.
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile>,
  at: number,
  commentLength: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece, isLast) => {
    failure ??= error;
    if (isLast) new DataView(piece.buffer, piece.byteOffset).setUint16(piece.length - 2, commentLength, true);
    ready.push(piece);
  });
  for await (const { name, content } of files) {
    const packed = new ZipDeflate(name, { level: 6 });
    packed.mtime = at;
    zip.add(packed);
    for await (const bytes of content) {
      for (let start = 0; start < bytes.length; start += CHUNK) {
        packed.push(bytes.subarray(start, start + CHUNK));
        yield* ready.splice(0);
      }
    }
    packed.push(new Uint8Array(0), true);
    yield* ready.splice(0);
    if (failure) throw failure;
  }
  zip.end();
  yield* ready.splice(0);
}
