interface Numbers {
  readonly length: number;
  [index: number]: number;
  set(from: ArrayLike<number>): void;
  slice(start: number, end: number): this;
}

/** A typed array to which numbers are added at the end. */
export class Growing<T extends Numbers> {
  /** Of these the first `length` are in use. Another array after it has grown. */
  items: T;
  length = 0;
  private readonly create: (length: number) => T;

  constructor(create: (length: number) => T, capacity = 4096) {
    this.create = create;
    this.items = create(capacity);
  }

  push(item: number): void {
    this.reserve(1);
    this.items[this.length++] = item;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.items.length) return;
    const larger = this.create(Math.max(this.length + count, this.items.length * 2));
    larger.set(this.items);
    this.items = larger;
  }

  /** A copy of what is in use. */
  finish(): T {
    return this.items.slice(0, this.length);
  }
}

export function growingInts(): Growing<Int32Array<ArrayBuffer>> {
  return new Growing((length) => new Int32Array(length));
}
