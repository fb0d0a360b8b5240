/** A column of text: the distinct values in the order they first appeared, and for each row the position of its value. */
export interface TextColumn {
  readonly codes: Int32Array<ArrayBuffer>;
  readonly values: readonly string[];
}

const FIRST_CAPACITY = 4096;

/** Builds a text column row by row. Equal texts share one entry, compared as they are. */
export class DictionaryBuilder {
  private readonly codeOf = new Map<string, number>();
  private readonly values: string[] = [];
  private codes = new Int32Array(FIRST_CAPACITY);
  private length = 0;
  private lastText: string | undefined;
  private lastCode = -1;

  add(text: string): void {
    if (this.length === this.codes.length) this.grow();
    // Exports are often sorted: the value before is the likeliest.
    if (text !== this.lastText) {
      this.lastCode = this.codeFor(text);
      this.lastText = text;
    }
    this.codes[this.length++] = this.lastCode;
  }

  finish(): TextColumn {
    return { codes: this.codes.slice(0, this.length), values: this.values };
  }

  private codeFor(text: string): number {
    const known = this.codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.values.push(text) - 1;
    this.codeOf.set(text, code);
    return code;
  }

  private grow(): void {
    const larger = new Int32Array(this.codes.length * 2);
    larger.set(this.codes);
    this.codes = larger;
  }
}
