import { at } from '@/src/kernel/assert';
import type { Vocabulary } from './vocabulary';
import { isCharacter } from './words';

/** The readings of a Chinese character in small letters without tones, the usual one first; none for what is not read. */
export type ReadingsOf = (character: string) => readonly string[];

/** Letters of pinyin that are looked at: each is a bit of a number. */
export const LONGEST_SPOKEN = 28;
/** A bit above all places. */
const BEGINS = 1 << 30;

/** What a row of characters makes of typed letters. */
export type Speech = 'whole' | 'begin' | 'initials';

interface SpokenMatch {
  readonly as: Speech;
  /** Characters. */
  readonly length: number;
}

/** Letters of the longest syllables, as zhuang. */
const LONGEST_READING = 6;
const NOT_READ: readonly string[] = [];

/** How the words of a vocabulary are read, asked once each. Only Chinese characters are. */
export class Readings {
  private readonly vocabulary: Vocabulary;
  private readonly ask: ReadingsOf;
  private readonly known = new Map<number, readonly string[]>();
  /** Reading, and beginning of one, → the characters; so many characters are in them. */
  private readonly whole = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number[]>();
  private listed = 0;

  constructor(vocabulary: Vocabulary, ask: ReadingsOf) {
    this.vocabulary = vocabulary;
    this.ask = ask;
  }

  /** @param number of the word in the vocabulary. */
  of(number: number): readonly string[] {
    let readings = this.known.get(number);
    if (!readings) {
      const word = at(this.vocabulary.words, number);
      readings = isCharacter(word) ? this.ask(word) : NOT_READ;
      this.known.set(number, readings);
    }
    return readings;
  }

  /** The characters with exactly this reading. */
  readAs(letters: string): readonly number[] {
    this.list();
    return this.whole.get(letters) ?? [];
  }

  /** The characters with a reading that begins so. */
  beginningWith(letters: string): readonly number[] {
    this.list();
    return this.beginnings.get(letters) ?? [];
  }

  /** Takes in the characters that came since. */
  private list(): void {
    const { characters } = this.vocabulary;
    for (; this.listed < characters.length; this.listed++) {
      const character = at(characters, this.listed);
      const readings = this.of(character);
      const begun = readings.flatMap((reading) => Array.from(reading, (_, i) => reading.slice(0, i + 1)));
      for (const reading of readings) addTo(this.whole, reading, character);
      for (const beginning of new Set(begun)) addTo(this.beginnings, beginning, character);
    }
  }

  /** @param ordinal place in the vocabulary's characters. */
  ofOrdinal(ordinal: number): readonly string[] {
    return this.of(at(this.vocabulary.characters, ordinal));
  }

  /** A test of words by their numbers: whether each is this character or can be read like it. */
  likenessTo(character: string): (number: number) => boolean {
    const wanted = this.ask(character);
    return (number) =>
      this.vocabulary.words[number] === character || this.of(number).some((reading) => wanted.includes(reading));
  }
}

function addTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * Letters read as pinyin: each character takes a whole syllable, its first letter, or zh, ch, sh; the last one may stop inside
 * its syllable. Follows all ways at once, so that no text is slow.
 */
export class Spoken {
  private readonly letters: string;
  private readonly readings: Readings;
  /** By word and place in the letters; see `stepsFrom`. -1 where not yet asked. */
  private readonly steps: Int32Array;
  private readonly ordinals: Uint32Array;

  /** @param letters 1 to LONGEST_SPOKEN small letters. @param vocabulary complete: words that come later are not read. */
  constructor(letters: string, readings: Readings, vocabulary: Vocabulary) {
    this.letters = letters;
    this.readings = readings;
    this.ordinals = vocabulary.ordinals.values;
    this.steps = new Int32Array(vocabulary.characters.length * letters.length * 2).fill(-1);
  }

  /** The characters with which a match may begin. */
  get starts(): readonly number[] {
    return this.readings.beginningWith(this.letters.charAt(0));
  }

  /** For each letter the characters that may stand for it: what matches has one of each list. */
  get covers(): readonly (readonly number[])[] {
    return Array.from(this.letters, (_, place) => [...this.coverOf(place)]);
  }

  private coverOf(place: number): Set<number> {
    const { letters, readings } = this;
    const cover = new Set(readings.beginningWith(letters.charAt(place)));
    const add = (characters: readonly number[]): void => characters.forEach((one) => cover.add(one));
    const pair = letters.slice(Math.max(0, place - 1), place + 1);
    if (/^[zcs]h$/.test(pair)) add(readings.beginningWith(pair));
    for (let from = Math.max(0, place - LONGEST_READING + 1); from <= place; from++) {
      for (let end = place + 1; end <= Math.min(letters.length, from + LONGEST_READING); end++) {
        const part = letters.slice(from, end);
        add(end === letters.length ? readings.beginningWith(part) : readings.readAs(part));
      }
    }
    return cover;
  }

  /** How the characters from `from` on, each by its number, read as the letters: how, and how many of them it takes. */
  match(cells: Uint32Array, from: number, end: number): SpokenMatch | undefined {
    // Bits are places in the letters: reached by whole syllables, reached in any way.
    let whole = 1;
    let any = 1;
    const done = 1 << this.letters.length;
    for (let i = from; i < end && any !== 0; i++) {
      const ordinal = (this.ordinals[cells[i] ?? -1] ?? 0) - 1;
      if (ordinal < 0) return undefined;
      const byWhole = this.advance(ordinal, whole, 0);
      const byAny = this.advance(ordinal, any, 1);
      const length = i - from + 1;
      if ((byWhole & done) !== 0) return { as: 'whole', length };
      if ((byWhole & BEGINS) !== 0 && this.letters.length > 1) return { as: 'begin', length };
      if ((byAny & (done | BEGINS)) !== 0) return { as: 'initials', length };
      [whole, any] = [byWhole, byAny];
    }
    return undefined;
  }

  private advance(ordinal: number, places: number, loose: 0 | 1): number {
    let next = 0;
    for (let place = 0, left = places; left !== 0; place++, left >>>= 1) {
      if ((left & 1) !== 0) next |= this.stepsFrom(ordinal, place, loose);
    }
    return next;
  }

  /** The places reached from a place over one character, and BEGINS when its reading begins with all letters that are left. */
  private stepsFrom(ordinal: number, place: number, loose: 0 | 1): number {
    const key = (ordinal * this.letters.length + place) * 2 + loose;
    const known = this.steps[key] ?? -1;
    if (known >= 0) return known;
    let next = 0;
    for (const reading of this.readings.ofOrdinal(ordinal)) next |= this.stepsOver(reading, place, loose);
    this.steps[key] = next;
    return next;
  }

  private stepsOver(reading: string, place: number, loose: 0 | 1): number {
    let next = this.letters.startsWith(reading, place) ? 1 << (place + reading.length) : 0;
    if (reading.startsWith(this.letters.slice(place))) next |= BEGINS;
    if (loose === 0 || this.letters[place] !== reading[0]) return next;
    next |= 1 << (place + 1);
    return /^[zcs]h/.test(reading) && this.letters[place + 1] === 'h' ? next | (1 << (place + 2)) : next;
  }
}
