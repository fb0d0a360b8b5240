/** Lists of words; parts of words that hash alike share one. */
const LISTS = 2 ** 16;
/** Words that came since, beyond which all are listed anew. */
const MOST_UNLISTED = 20_000;
/** Signs of a part from the inside of a word. */
const GRAM = 3;

/**
 * Words by their parts: the first sign, the first two, and every three in a row. Words that begin with a piece, or hold it, are
 * among those of its rarest part: looking there is quicker than looking at every word.
 */
export class WordGrams {
  /** Numbers of words, by list; those of list `h` lie from `starts[h]` to `starts[h + 1]`. */
  private places = new Uint32Array(0);
  private starts = new Uint32Array(LISTS + 1);
  private listed = 0;

  /**
   * Calls back with the number of every word that may begin with the piece, or, where it has three signs or more, hold it; with
   * many others, and with some more than once.
   */
  visit(piece: string, words: readonly string[], visitor: (number: number) => void): void {
    if (words.length - this.listed > MOST_UNLISTED) this.list(words);
    const { starts, places } = this;
    const parts = piece.length < GRAM ? [beginning(piece, piece.length)] : insides(piece);
    const sizeOf = (part: number): number => (starts[part + 1] ?? 0) - (starts[part] ?? 0);
    const rarest = parts.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
    const end = starts[rarest + 1] ?? 0;
    for (let i = starts[rarest] ?? 0; i < end; i++) visitor(places[i] ?? 0);
    for (let number = this.listed; number < words.length; number++) visitor(number);
  }

  /** Counts each part, then lists by part: two walks over all words. */
  private list(words: readonly string[]): void {
    const { starts } = this;
    starts.fill(0);
    for (const word of words) eachPart(word, (part) => (starts[part + 1] = (starts[part + 1] ?? 0) + 1));
    for (let part = 0; part < LISTS; part++) starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
    const next = starts.slice();
    const places = new Uint32Array(starts[LISTS] ?? 0);
    words.forEach((word, number) =>
      eachPart(word, (part) => {
        const slot = next[part] ?? 0;
        places[slot] = number;
        next[part] = slot + 1;
      }),
    );
    [this.places, this.listed] = [places, words.length];
  }
}

function eachPart(word: string, visitor: (part: number) => void): void {
  for (let length = 1; length < GRAM && length <= word.length; length++) visitor(beginning(word, length));
  for (let i = 0; i + GRAM <= word.length; i++) visitor(inside(word, i));
}

function beginning(word: string, length: number): number {
  return hash(1, word.charCodeAt(0), length > 1 ? word.charCodeAt(1) : 0);
}

function inside(word: string, at: number): number {
  return hash(word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2));
}

function insides(piece: string): number[] {
  return Array.from({ length: piece.length - GRAM + 1 }, (_, at) => inside(piece, at));
}

function hash(a: number, b: number, c: number): number {
  return (Math.imul(Math.imul(a, 961) + Math.imul(b, 31) + c, 0x9e3779b1) >>> 16) & (LISTS - 1);
}
