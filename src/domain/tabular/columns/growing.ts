interface Numbers {
  readonly length: number;
  [index: number]: number;
  set(from: ArrayLike<number>, offset?: number): void;
  subarray(start: number, end: number): this;
}

const PIECE = 1 << 16;
/** A view keeps all that was reserved: at most so many times of what is in use. */
const TIGHT = 1.25;

/**
 * A typed array to which numbers are added at the end. It grows by pieces, so that nothing is copied before it is finished, and
 * where it was known how many would come not even then.
 */
export class Growing<T extends Numbers> {
  /** The piece at hand, of which the first `filled` are in use. Another array after room was reserved. */
  items: T;
  filled = 0;
  private readonly create: (length: number) => T;
  private readonly full: T[] = [];

  constructor(create: (length: number) => T) {
    this.create = create;
    this.items = create(PIECE);
  }

  push(item: number): void {
    if (this.filled === this.items.length) this.reserve(1);
    this.items[this.filled++] = item;
  }

  /** Makes room for so many more in `items`. */
  reserve(count: number): void {
    if (this.filled + count <= this.items.length) return;
    this.full.push(this.items.subarray(0, this.filled));
    this.items = this.create(Math.max(count, PIECE));
    this.filled = 0;
  }

  /** Makes room for so many in all, which are likely and no promise. Memory that is not written to is none. */
  expect(total: number): void {
    const held = this.finish();
    if (held.length >= total) return;
    this.items = this.create(total);
    this.items.set(held);
    this.filled = held.length;
    this.full.length = 0;
  }

  /** All numbers as one array, which is a view where little more was reserved. */
  finish(): T {
    const last = this.items.subarray(0, this.filled);
    if (this.full.length === 0 && this.filled * TIGHT > this.items.length) return last;
    const pieces = [...this.full, last];
    const all = this.create(pieces.reduce((sum, { length }) => sum + length, 0));
    let from = 0;
    for (const piece of pieces) {
      all.set(piece, from);
      from += piece.length;
    }
    return all;
  }
}

export function growingInts(): Growing<Int32Array<ArrayBuffer>> {
  return new Growing((length) => new Int32Array(length));
}
