import { LONGEST_SPOKEN, Spoken, type Readings, type Speech } from './spoken';
import { Fit, type Vocabulary } from './vocabulary';
import { isCharacter } from './words';

/** How a piece answers: the fits of words, and three ways of reading Chinese characters. Index into `POINTS`. */
const SPEECH: Readonly<Record<Speech, number>> = { initials: 7, begin: 8, whole: 9 };
const SAME_SOUND = 10;

/**
 * Points of a match by how it fits, when it is the whole of a value, at its beginning, further on: exact before beginning
 * before the beginning of a later word before the inside of a word before a typing error; letters before pinyin.
 */
const POINTS: readonly (readonly [whole: number, beginning: number, later: number])[] = [
  [0, 0, 0],
  [200, 200, 200],
  [220, 220, 220],
  [400, 400, 400],
  [450, 450, 450],
  [800, 800, 600],
  [1000, 850, 650],
  [760, 750, 550],
  [775, 775, 575],
  [975, 825, 625],
  [240, 235, 230],
];

/** Index into a row of `POINTS`. */
export const Place = { whole: 0, beginning: 1, later: 2 } as const;
type Place = (typeof Place)[keyof typeof Place];

export function pointsOf(fit: number, place: Place): number {
  return POINTS[fit]?.[place] ?? 0;
}

export interface Match {
  readonly fit: number;
  /** Words that it takes. */
  readonly length: number;
}

/** Finds one piece in rows of words given by their numbers. */
export interface Matcher {
  /** By number, not 0 for the words with which a match may begin. */
  readonly starts: Uint8Array;
  /** Numbers of words, in several ways: of each list a record that matches has at least one. */
  readonly needed: readonly (readonly number[])[];
  /** The match that begins at `from`, where `starts` is not 0, and ends before `end`. */
  match(cells: Uint32Array, from: number, end: number): Match | undefined;
}

/** Single words match all alike, so each fit has one object. */
const WORD_MATCHES: readonly Match[] = POINTS.map((_, fit) => ({ fit, length: 1 }));

/**
 * `exact`: as typed. `forgiving`: typing errors, characters of the same sound and gaps between characters, too. `errors`: words
 * with typing errors only, for when the others are known.
 */
export type Care = 'exact' | 'forgiving' | 'errors';

export function createMatcher(piece: string, words: Vocabulary, readings: Readings, care: Care): Matcher {
  const characters = Array.from(piece);
  if (isCharacter(characters[0] ?? '')) return matchCharacters(characters, words, readings, care);
  const starts = new Uint8Array(words.words.length);
  const numbers = care === 'errors' ? [] : words.markWords(piece, starts);
  if (care !== 'exact') numbers.push(...words.markTypos(piece, starts));
  const isPinyin = care !== 'errors' && /^[a-z]+$/.test(piece) && piece.length <= LONGEST_SPOKEN;
  return isPinyin
    ? matchSpoken(new Spoken(piece, readings, words), starts, numbers)
    : { starts, needed: [numbers], match: (cells, from) => WORD_MATCHES[starts[cells[from] ?? -1] ?? 0] };
}

/** Adds the characters that read like the letters to the words that have them. */
function matchSpoken(spoken: Spoken, starts: Uint8Array, numbers: readonly number[]): Matcher {
  for (const one of spoken.starts) starts[one] = SPEECH.whole;
  return {
    starts,
    needed: spoken.covers.map((characters) => [...numbers, ...characters]),
    match: (cells, from, end) => {
      const fit = starts[cells[from] ?? -1] ?? 0;
      if (fit <= Fit.whole) return WORD_MATCHES[fit];
      const speech = spoken.match(cells, from, end);
      return speech && { fit: SPEECH[speech.as], length: speech.length };
    },
  };
}

function matchCharacters(characters: readonly string[], words: Vocabulary, readings: Readings, care: Care): Matcher {
  const starts = new Uint8Array(words.words.length);
  const numbers = characters.map((one) => words.numberOf(one) ?? -1);
  const [first = -1] = numbers;
  if (first >= 0) starts[first] = Fit.whole;
  const exact = matchRow(numbers);
  if (care === 'exact' || numbers.length < 2) return { starts, needed: numbers.map((one) => [one]), match: exact };
  const likenesses = characters.map((one) => readings.likenessTo(one));
  const needed = likenesses.map((isLike) => words.characters.filter(isLike));
  for (const one of needed[0] ?? []) starts[one] = SAME_SOUND;
  const loose = matchLoosely(likenesses);
  return { starts, needed, match: (cells, from, end) => exact(cells, from, end) ?? loose(cells, from, end) };
}

function matchRow(numbers: readonly number[]): Matcher['match'] {
  const match: Match = { fit: Fit.whole, length: numbers.length };
  return (cells, from, end) => {
    if (from + numbers.length > end) return undefined;
    for (let i = 0; i < numbers.length; i++) if (cells[from + i] !== numbers[i]) return undefined;
    return match;
  };
}

/** Characters between two that are looked for, all gaps together. */
const WIDEST_GAP = 6;

/** All characters in their order, or others of their sound, with gaps. */
function matchLoosely(likenesses: readonly ((number: number) => boolean)[]): Matcher['match'] {
  return (cells, from, end) => {
    let found = 0;
    const last = Math.min(end, from + likenesses.length + WIDEST_GAP);
    for (let i = from; i < last; i++) {
      if (likenesses[found]?.(cells[i] ?? -1)) found++;
      if (found === likenesses.length) return { fit: SAME_SOUND, length: i - from + 1 };
    }
    return undefined;
  };
}
