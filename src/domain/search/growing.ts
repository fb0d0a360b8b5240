/** A list of numbers below 2³² that grows, four bytes each. */
export class Growing {
  private cells = new Uint32Array(1024);
  length = 0;

  /** The numbers so far; valid until the next `push`. What is beyond `length` means nothing. */
  get values(): Uint32Array {
    return this.cells;
  }

  push(value: number): void {
    if (this.length === this.cells.length) {
      const wider = new Uint32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    this.cells[this.length++] = value;
  }
}
