import type { RecordId } from '@/src/kernel/ids';
import { Growing } from './growing';

/** A record as it is looked through: its number, its words, its values. */
export interface Entry {
  readonly id: RecordId;
  readonly title: string;
}

/** One value of a record: the words by number, and whether it is what the record is called. */
export interface ValueWords {
  readonly words: readonly number[];
  readonly isName: boolean;
}

/** Removed records that are put up with before the rest is packed anew. */
const MOST_HOLES = 1000;

/** The words of all values of all records one after another, so that looking through them is a walk over one array. */
export class RecordWords {
  private entries: (Entry | undefined)[] = [];
  private places = new Map<RecordId, number>();
  private cells = new Growing();
  private values = new Growing();
  /** First cell of each value times two, plus one for a name. */
  private valueStarts = new Growing();
  private holes = 0;
  /** How often the records got other places. */
  packings = 0;

  /** How many records are kept. */
  get size(): number {
    return this.places.size;
  }

  /** How many places `entryAt` knows, those of removed records among them. */
  get length(): number {
    return this.entries.length;
  }

  get words(): Uint32Array {
    return this.cells.values;
  }

  get wordCount(): number {
    return this.cells.length;
  }

  put(entry: Entry, values: readonly ValueWords[]): void {
    this.remove(entry.id);
    this.places.set(entry.id, this.entries.length);
    this.entries.push(entry);
    this.values.push(this.valueStarts.length);
    for (const { words, isName } of values) {
      this.valueStarts.push(this.cells.length * 2 + (isName ? 1 : 0));
      for (const word of words) this.cells.push(word);
    }
  }

  remove(id: RecordId): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.entries[place] = undefined;
    this.holes++;
    if (this.holes > MOST_HOLES && this.holes > this.size) this.pack();
  }

  entryAt(place: number): Entry | undefined {
    return this.entries[place];
  }

  /** The first value of a record, and the first of the one after it: in between are its own. */
  firstValue(place: number): number {
    return place < this.values.length ? (this.values.values[place] ?? 0) : this.valueStarts.length;
  }

  firstWord(value: number): number {
    return value < this.valueStarts.length ? (this.valueStarts.values[value] ?? 0) >>> 1 : this.cells.length;
  }

  isName(value: number): boolean {
    return ((this.valueStarts.values[value] ?? 0) & 1) === 1;
  }

  private pack(): void {
    const { entries, valuesAt } = { entries: this.entries, valuesAt: (place: number) => this.valuesAt(place) };
    const kept = entries.flatMap((entry, place) => (entry ? [{ entry, values: valuesAt(place) }] : []));
    this.entries = [];
    this.places = new Map();
    this.cells = new Growing();
    this.values = new Growing();
    this.valueStarts = new Growing();
    this.holes = 0;
    this.packings++;
    for (const { entry, values } of kept) this.put(entry, values);
  }

  private valuesAt(place: number): ValueWords[] {
    const values: ValueWords[] = [];
    for (let value = this.firstValue(place); value < this.firstValue(place + 1); value++) {
      const words = [...this.words.subarray(this.firstWord(value), this.firstWord(value + 1))];
      values.push({ words, isName: this.isName(value) });
    }
    return values;
  }
}
