import { TextColumn } from './column';

const FIRST_CAPACITY = 4096;

/** Builds a text column row by row. Equal texts share one entry, compared as they are. */
export class DictionaryBuilder {
  private readonly known = new Map<string, number>();
  private readonly values: string[] = [];
  private codes = new Int32Array(FIRST_CAPACITY);
  private length = 0;
  private lastText: string | undefined;
  private lastCode = -1;

  add(text: string): void {
    if (this.length === this.codes.length) this.grow();
    // Exports are often sorted: the value before is the likeliest.
    if (text !== this.lastText) {
      this.lastCode = this.codeOf(text);
      this.lastText = text;
    }
    this.codes[this.length++] = this.lastCode;
  }

  finish(): TextColumn {
    return new TextColumn(this.codes.slice(0, this.length), this.values);
  }

  /** The code of a text, a new one when it has none yet. */
  codeOf(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const code = this.values.push(text) - 1;
    this.known.set(text, code);
    return code;
  }

  private grow(): void {
    const larger = new Int32Array(this.codes.length * 2);
    larger.set(this.codes);
    this.codes = larger;
  }
}
