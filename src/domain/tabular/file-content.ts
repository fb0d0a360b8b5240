import type { ScannedPiece } from './scan-rows';
import type { Dialect } from './text/dialect';
import type { Encoding } from './text/encoding';

/** A file as the readers see it, wherever it is. Gzip is unpacked already. */
export interface FileContent {
  readonly name: string;
  /** Bytes of the file as it lies there: of a packed one fewer than there are to read. */
  readonly size: number;
  /** The first `count` bytes, fewer where the file is shorter. `whole`: they are all there are. */
  first(count: number): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }>;
  /** All bytes in order, from the beginning each time it is called. Pieces are given away: the reader may change them. */
  pieces(): AsyncIterable<Uint8Array>;
  /** What `scanRows` gives, found beside the reader. Missing where that would not be sooner. */
  readonly scan?: (encoding: Encoding, dialect: Dialect) => AsyncIterable<ScannedPiece>;
}

/** All bytes at once. For files that are read as a whole: workbooks. */
export async function wholeOf(content: FileContent): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content.pieces()) pieces.push(piece);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
