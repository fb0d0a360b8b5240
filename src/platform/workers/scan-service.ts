import { transfer } from 'comlink';
import { must } from '@/src/kernel/assert';
import { scanRows, type ScannedPiece } from '@/src/domain/tabular/scan-rows';
import type { Dialect } from '@/src/domain/tabular/text/dialect';
import type { Encoding } from '@/src/domain/tabular/text/encoding';
import { blobContent } from '../files/blob-content';

/** What a scan worker does: it reads one file and finds its rows. */
export class ScanService {
  private pieces: AsyncGenerator<ScannedPiece> | undefined;

  begin(file: Blob, encoding: Encoding, dialect: Dialect): void {
    this.pieces = scanRows(blobContent(file, ''), encoding, dialect);
  }

  /** Undefined behind the last piece. The arrays of a piece are handed over. */
  async next(): Promise<ScannedPiece | undefined> {
    const { done, value } = await must(this.pieces, 'a file that is scanned').next();
    return done ? undefined : transfer(value, [...buffersOf(value)]);
  }
}

function buffersOf({ blocks }: ScannedPiece): Set<ArrayBufferLike> {
  return new Set(blocks.flatMap((one) => [one.bytes, one.starts, one.ends, one.firsts].map(({ buffer }) => buffer)));
}
