import type { CellBlock } from './columns/cell-block';
import type { FileContent } from './file-content';
import { createScanner } from './scanner';
import type { Dialect } from './text/dialect';
import type { Encoding } from './text/encoding';

/** The rows that end within a piece of a file; the last piece is of no bytes. */
export interface ScannedPiece {
  readonly blocks: readonly CellBlock[];
  /** How much of the file it is. */
  readonly bytes: number;
}

/** All rows of a text file in order, a piece of it at a time. @throws what reading the file throws. */
export async function* scanRows(
  content: Pick<FileContent, 'pieces'>,
  encoding: Encoding,
  dialect: Dialect,
): AsyncGenerator<ScannedPiece> {
  const blocks: CellBlock[] = [];
  const scanner = createScanner(encoding, dialect, (block) => blocks.push(block));
  for await (const piece of content.pieces()) {
    const bytes = piece.length;
    scanner.write(piece);
    yield { blocks: blocks.splice(0), bytes };
  }
  scanner.end();
  yield { blocks: blocks.splice(0), bytes: 0 };
}
