import { byteAt, intAt } from '@/src/kernel/typed';

/**
 * Some rows of a file as places in its bytes: the cells of row r are those from `firsts[r]` to before `firsts[r + 1]`. It is given
 * away: nobody changes it afterwards.
 */
export interface CellBlock {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** One more than there are rows. */
  readonly firsts: Int32Array;
  readonly rows: number;
  /** Rows in which a quote was opened and not closed. */
  readonly broken: ReadonlySet<number>;
}

export type BlockSink = (block: CellBlock) => void;

const CELLS = 1 << 14;

/** Gathers the cells of rows and hands them on, many rows at a time. Rows of blank cells are left out. */
export class BlockBuilder {
  starts = new Int32Array(CELLS);
  ends = new Int32Array(CELLS);
  private readonly firsts = new Int32Array(CELLS + 1);
  private rows = 0;
  cells = 0;
  private readonly doubled = new Map<number, number>();
  private readonly broken = new Set<number>();
  private readonly onBlock: BlockSink;

  constructor(onBlock: BlockSink) {
    this.onBlock = onBlock;
  }

  cell(start: number, end: number): void {
    const { cells } = this;
    if (cells === this.starts.length) this.grow();
    this.starts[cells] = start;
    this.ends[cells] = end;
    this.cells = cells + 1;
  }

  /** A cell in which `quote` stands doubled for one; the second of each is taken out before the rows are handed on. */
  doubledCell(start: number, end: number, quote: number): void {
    this.doubled.set(this.cells, quote);
    this.cell(start, end);
  }

  /** The cells since the last row are one row. @returns whether the block should be flushed. */
  endRow(): boolean {
    const first = intAt(this.firsts, this.rows);
    let cell = first;
    while (cell < this.cells && intAt(this.starts, cell) === intAt(this.ends, cell)) cell++;
    if (cell === this.cells) this.cells = first;
    else this.firsts[++this.rows] = this.cells;
    return this.cells > CELLS - 256 || this.rows === CELLS;
  }

  /** Says that the cells since the last row are not to be trusted. */
  breakRow(): void {
    this.broken.add(this.rows);
  }

  /** Forgets the cells since the last row. */
  dropRow(): void {
    this.broken.delete(this.rows);
    this.cells = intAt(this.firsts, this.rows);
  }

  flush(bytes: Uint8Array): void {
    const { starts, ends, firsts, rows } = this;
    for (const [cell, quote] of this.doubled)
      if (cell < intAt(firsts, rows)) ends[cell] = undoubled(bytes, intAt(starts, cell), intAt(ends, cell), quote);
    this.doubled.clear();
    if (rows > 0) {
      const cells = intAt(firsts, rows);
      this.onBlock({
        bytes,
        starts: starts.slice(0, cells),
        ends: ends.slice(0, cells),
        firsts: firsts.slice(0, rows + 1),
        rows,
        broken: new Set(this.broken),
      });
    }
    this.broken.clear();
    this.rows = 0;
    this.cells = 0;
  }

  private grow(): void {
    const double = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(from.length * 2);
      larger.set(from);
      return larger;
    };
    this.starts = double(this.starts);
    this.ends = double(this.ends);
  }
}

/** Takes the second of two quotes out, in place. @returns where the cell ends then. */
function undoubled(bytes: Uint8Array, start: number, end: number, quote: number): number {
  let to = start;
  for (let from = start; from < end; from++) {
    bytes[to++] = byteAt(bytes, from);
    if (bytes[from] === quote && bytes[from + 1] === quote) from++;
  }
  return to;
}
