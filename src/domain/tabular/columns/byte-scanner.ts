import { byteAt } from '@/src/kernel/typed';
import { BlockBuilder, type BlockSink } from './cell-block';
import { joinBytes } from './join-bytes';

/**
 * Bytes in, rows out, a piece at a time. A piece may end anywhere, inside a character or a quoted cell. It is given away:
 * the scanner may change it.
 */
export interface Scanner {
  write(bytes: Uint8Array): void;
  /** Gives what is left as the last row. */
  end(): void;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
/** A quoted cell longer than this is a quote that was never closed: it is taken as a sign like any other. */
const LONGEST_QUOTED = 1 << 20;
/** Bytes of the next piece that are enough to end nearly any row. */
const ACROSS = 1 << 14;
const NOTHING = new Uint8Array(0);
const NOT_YET = -1;
const NEVER = -2;

/**
 * Splits the bytes of a text file at one-byte delimiters and at line ends of any form (LF, CRLF, CR, mixed), without
 * making a string. Right for every encoding in which those bytes are never part of another character.
 *
 * A cell is quoted when it begins with the quote; it ends at the next quote that a delimiter or a line end follows, blanks
 * between them aside; a doubled quote stands for one. A quote that is never closed, or only behind a line end and another
 * quoted cell, is a sign like any other and makes its row a broken one. Blank lines are left out.
 *
 * @param quote the byte, or -1 where the file has none. @example of ',' and '"': `a,"b ""c"""` has the cells `a` and `b "c"`.
 */
export class ByteScanner implements Scanner {
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly block: BlockBuilder;
  private rest: Uint8Array = NOTHING;
  /** Up to here no delimiter or line end stands in the cell at hand. */
  private passed = 0;

  constructor(delimiter: number, quote: number, onBlock: BlockSink) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.block = new BlockBuilder(onBlock);
  }

  write(bytes: Uint8Array): void {
    const whole = bytes.subarray(this.finishRow(bytes));
    if (whole.length > 0) this.rest = whole.slice(this.scan(whole, false));
  }

  /** Reads the row that lies across two pieces, with no more of the second than it takes. @returns how much that was. */
  private finishRow(bytes: Uint8Array): number {
    for (let from = 0, size = ACROSS; this.rest.length > 0; size *= 8) {
      if (from >= bytes.length) return bytes.length;
      const { length } = this.rest;
      const joined = joinBytes(this.rest, bytes.subarray(from, from + size));
      const used = this.scan(joined, false);
      if (used >= length) {
        this.rest = NOTHING;
        return from + used - length;
      }
      this.rest = joined.slice(used);
      from += size;
    }
    return 0;
  }

  end(): void {
    this.scan(this.rest, true);
    this.rest = NOTHING;
  }

  /** @returns where the first row begins that is not complete yet. */
  private scan(bytes: Uint8Array, last: boolean): number {
    const { block } = this;
    const { length } = bytes;
    let rowStart = 0;
    this.passed = 0;
    let start = 0;
    while (start < length) {
      start = this.plainCells(bytes, start);
      const end = this.cellEnd(bytes, start, last);
      if (end === NOT_YET) break;
      const isRowEnd = end < length && bytes[end] !== this.delimiter;
      start = isRowEnd ? rowEnd(bytes, end, last) : end + 1;
      if (start === NOT_YET) break;
      // A delimiter at the very end of a file has a blank cell behind it.
      if (!isRowEnd && start === length && last) block.cell(start, start);
      if (!isRowEnd) continue;
      rowStart = start;
      if (block.endRow()) block.flush(bytes);
    }
    if (last) block.endRow();
    else block.dropRow();
    block.flush(bytes);
    return rowStart;
  }

  /**
   * Notes the cells from here that a delimiter ends, up to one in quotes. @returns where the first other cell begins, of which
   * `passed` says how far it goes at least.
   */
  private plainCells(bytes: Uint8Array, from: number): number {
    const { delimiter, quote, block } = this;
    const { starts, ends } = block;
    /** Above it no byte ends a cell: one comparison passes most of a file. */
    const highest = Math.max(delimiter, CR);
    let { cells } = block;
    let start = from;
    if (bytes[start] === quote) return start;
    let i = start;
    for (; i < bytes.length; i++) {
      const byte = byteAt(bytes, i);
      if (byte > highest) continue;
      if (byte === delimiter) {
        if (cells === starts.length) break;
        starts[cells] = start;
        ends[cells++] = i;
        start = i + 1;
        if (bytes[start] === quote) break;
      } else if (byte === LF || byte === CR) break;
    }
    block.cells = cells;
    this.passed = i;
    return start;
  }

  /** Notes the cell that begins here. @returns where it ends, or NOT_YET when that is not in these bytes. */
  private cellEnd(bytes: Uint8Array, start: number, last: boolean): number {
    const quoted = bytes[start] === this.quote ? this.quotedCell(bytes, start, last) : NEVER;
    const end = quoted === NEVER ? this.plainEnd(bytes, Math.max(start, this.passed)) : quoted;
    if (end === bytes.length && !last) return NOT_YET;
    if (quoted === NEVER) this.block.cell(start, end);
    // It began like a quoted cell: what was meant cannot be known.
    if (quoted === NEVER && bytes[start] === this.quote) this.block.breakRow();
    return end;
  }

  private plainEnd(bytes: Uint8Array, start: number): number {
    const { delimiter } = this;
    /** Above it no byte ends a cell: one comparison passes most of a file. */
    const highest = Math.max(delimiter, CR);
    let end = start;
    for (; end < bytes.length; end++) {
      const byte = byteAt(bytes, end);
      if (byte <= highest && (byte === delimiter || byte === LF || byte === CR)) break;
    }
    return end;
  }

  /** Where the quoted cell ends, its delimiter or line end; NOT_YET when that is not in these bytes, NEVER when it is no such cell. */
  private quotedCell(bytes: Uint8Array, start: number, last: boolean): number {
    const { quote } = this;
    const limit = Math.min(bytes.length, start + LONGEST_QUOTED);
    let doubled = false;
    for (let i = start + 1; i < limit; i++) {
      if (bytes[i] !== quote) continue;
      if (bytes[i + 1] === quote) {
        doubled = true;
        i++;
        continue;
      }
      const end = this.endBehind(bytes, i, last);
      if (end === NOT_YET) return NOT_YET;
      if (end !== NEVER) {
        if (doubled) this.block.doubledCell(start + 1, i, quote);
        else this.block.cell(start + 1, i);
        return end;
      }
      if (hasLineEnd(bytes, start, i)) return NEVER;
    }
    return limit === bytes.length && !last ? NOT_YET : NEVER;
  }

  /** The delimiter or line end behind a quote, blanks between them aside; NEVER when there is something else. */
  private endBehind(bytes: Uint8Array, quote: number, last: boolean): number {
    let end = quote + 1;
    while (bytes[end] === SPACE) end++;
    if (end >= bytes.length) return last ? bytes.length : NOT_YET;
    return this.endsCell(byteAt(bytes, end)) ? end : NEVER;
  }

  private endsCell(byte: number): boolean {
    return byte === this.delimiter || byte === LF || byte === CR;
  }
}

function hasLineEnd(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === LF || bytes[i] === CR) return true;
  return false;
}

/** Where the row after a line end begins; NOT_YET where a CR may be half of CRLF. */
function rowEnd(bytes: Uint8Array, end: number, last: boolean): number {
  if (bytes[end] !== CR) return end + 1;
  if (end + 1 === bytes.length && !last) return NOT_YET;
  return bytes[end + 1] === LF ? end + 2 : end + 1;
}
