import { Growing } from './growing';
import { prefixDistance } from './prefix-distance';
import { WordGrams } from './word-grams';
import { isCharacter } from './words';

/** How a word of the vocabulary answers to what was typed; 0 for not at all. Greater is better. */
export const Fit = { typo2: 1, typo1: 2, inside: 3, end: 4, begin: 5, whole: 6 } as const;

/** Letters from which on a piece is also looked for inside words, and with one or two typing errors. */
const INSIDE_FROM = 3;
const TYPO_FROM = 4;
const TWO_TYPOS_FROM = 9;

/** Every word that occurs, numbered; finds those that answer to a piece. */
export class Vocabulary {
  readonly words: string[] = [];
  /** The numbers of the words that are one Chinese character. */
  readonly characters: number[] = [];
  /** By number: the place among {@link characters}, from 1; 0 for longer words. */
  readonly ordinals = new Growing();
  private readonly ids = new Map<string, number>();
  private readonly grams = new WordGrams();
  /** One bit for every sign modulo 32 that a word has: with errors, each word is looked at, most of them only at this. */
  private readonly signs = new Growing();
  /** The first two signs of each word, for the same purpose. */
  private readonly beginnings = new Growing();

  idOf(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.ids.set(word, id);
    this.signs.push(signMask(word));
    this.beginnings.push(beginningOf(word));
    const isOne = isCharacter(word);
    if (isOne) this.characters.push(id);
    this.ordinals.push(isOne ? this.characters.length : 0);
    return id;
  }

  /** Undefined for a word that does not occur. */
  numberOf(word: string): number | undefined {
    return this.ids.get(word);
  }

  /** Writes into `fits`, all 0 before, by number, how each word answers to the piece, and gives the numbers of those that do. */
  markWords(piece: string, fits: Uint8Array): number[] {
    const found: number[] = [];
    this.grams.visit(piece, this.words, (id) => {
      const fit = fits[id] === 0 ? fitOf(piece, this.words[id] ?? '') : 0;
      if (fit === 0) return;
      fits[id] = fit;
      found.push(id);
    });
    return found;
  }

  /**
   * As `markWords`, for the words that answer only if one or two errors were made. What has digits is a number: it is right or
   * it is another.
   */
  markTypos(piece: string, fits: Uint8Array): number[] {
    if (piece.length < TYPO_FROM || /\d/.test(piece)) return [];
    const found: number[] = [];
    const most = piece.length < TWO_TYPOS_FROM ? 1 : 2;
    const isNear = this.nearnessTo(piece, most);
    const distance = prefixDistance(piece, most);
    for (let id = 0; id < this.words.length; id++) {
      if (fits[id] !== 0 || !isNear(id)) continue;
      const edits = distance(this.words[id] ?? '');
      if (edits > most) continue;
      fits[id] = edits === 1 ? Fit.typo1 : Fit.typo2;
      found.push(id);
    }
    return found;
  }

  /** A quick look at a word, which hardly one with more than `most` errors stands. */
  private nearnessTo(piece: string, most: number): (id: number) => boolean {
    const sign = signMask(piece);
    const beginning = beginningOf(piece);
    const [signs, beginnings] = [this.signs.values, this.beginnings.values];
    return (id) => !hasMoreBits(sign & ~(signs[id] ?? 0), most) && areAlike(beginning, beginnings[id] ?? 0);
  }
}

function signMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask >>> 0;
}

/** Whether more than `most` (1 or 2) bits are set. */
function hasMoreBits(bits: number, most: number): boolean {
  const second = bits & (bits - 1);
  const third = second & (second - 1);
  return (most === 1 ? second : third) !== 0;
}

/** The first two signs in one number; 0 for what is not there. */
function beginningOf(word: string): number {
  return ((word.charCodeAt(0) << 16) | (word.length > 1 ? word.charCodeAt(1) : 0)) >>> 0;
}

/** One of the first two signs is among the first two of the other: few err in both. */
function areAlike(a: number, b: number): boolean {
  const [first, second] = [a >>> 16, a & 0xffff];
  const [other, next] = [b >>> 16, b & 0xffff];
  return first === other || second === next || first === next || second === other;
}

function fitOf(piece: string, word: string): number {
  if (piece.length < INSIDE_FROM && !word.startsWith(piece)) return 0;
  const from = word.indexOf(piece);
  if (from < 0) return 0;
  if (from === 0) return piece.length === word.length ? Fit.whole : Fit.begin;
  return word.endsWith(piece) ? Fit.end : Fit.inside;
}
