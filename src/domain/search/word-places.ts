import type { RecordWords } from './record-words';

/** Words in records that came since, beyond which all is listed anew. */
const MOST_UNLISTED = 40_000;

/** Which records have a word: listed for those that were there when it was last made, looked for in the few that came since. */
export class WordPlaces {
  private readonly records: RecordWords;
  /** Places of records, by word; those of word `w` lie from `starts[w]` to `starts[w + 1]`. */
  private places = new Uint32Array(0);
  private starts = new Uint32Array(1);
  /** The first record that is not listed, and its first word. */
  private listed = 0;
  private listedWords = 0;
  private packings = 0;

  constructor(records: RecordWords) {
    this.records = records;
  }

  /** Lists anew if there is a need. Before the first `countOf` or `visit` of a query. @param words how many different ones. */
  refresh(words: number): void {
    const { records } = this;
    const isOld = this.packings !== records.packings || records.wordCount - this.listedWords > MOST_UNLISTED;
    if (isOld) this.list(words);
  }

  /** At most so many listed records have one of the words. */
  countOf(wanted: readonly number[]): number {
    let count = 0;
    for (const word of wanted) count += Math.max(0, (this.starts[word + 1] ?? 0) - (this.starts[word] ?? 0));
    return count;
  }

  /**
   * Calls back once with each record, removed ones too, that has one of the words: those of the first word first.
   * @param most listed ones; the rest is passed over.
   */
  visit(wanted: readonly number[], most: number, visitor: (place: number) => void): void {
    const { starts, places, records } = this;
    const seen = new Uint8Array(this.listed);
    let left = most;
    for (const word of wanted) {
      const end = starts[word + 1] ?? 0;
      for (let i = starts[word] ?? 0; i < end; i++) {
        const place = places[i] ?? 0;
        if (seen[place] !== 0) continue;
        seen[place] = 1;
        visitor(place);
        if (--left === 0) break;
      }
      if (left === 0) break;
    }
    for (let place = this.listed; place < records.length; place++) visitor(place);
  }

  /** Counts each word, then lists by word: two walks over all words. */
  private list(numbers: number): void {
    const { records } = this;
    const { words, wordCount } = records;
    const starts = new Uint32Array(numbers + 1);
    for (let i = 0; i < wordCount; i++) {
      const next = (words[i] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let word = 0; word < numbers; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const next = starts.slice();
    const places = new Uint32Array(wordCount);
    for (let place = 0; place < records.length; place++) {
      const end = records.firstWord(records.firstValue(place + 1));
      for (let i = records.firstWord(records.firstValue(place)); i < end; i++) {
        const word = words[i] ?? 0;
        const slot = next[word] ?? 0;
        places[slot] = place;
        next[word] = slot + 1;
      }
    }
    [this.starts, this.places, this.packings] = [starts, places, records.packings];
    [this.listed, this.listedWords] = [records.length, wordCount];
  }
}
