import { foldedText, isCharacter, phoneDigits, splitWords, withoutScheme } from './words';
import { LONGEST_SPOKEN } from './spoken';

/** Signs and pieces of what is typed that are looked for; the rest of a longer text is passed over. */
const LONGEST = 200;
const MOST_PIECES = 8;

/** What is looked for together: words, and Chinese characters that follow one another. */
export type Pieces = readonly string[];

export interface Query {
  /** Ways to understand what was typed. A record has to answer to one of them. */
  readonly ways: readonly Pieces[];
  /** More ways, for when those give too little: letters typed apart that belong together. */
  readonly looseWays: readonly Pieces[];
}

/**
 * What a typed text asks for. Empty ways for a text without letters and digits.
 * @example readQuery('華源 Shang').ways // [['华源', 'shang']]
 */
export function readQuery(text: string): Query {
  const typed = text.slice(0, LONGEST);
  const pieces = piecesOf(splitWords(withoutScheme(foldedText(typed).trim()))).slice(0, MOST_PIECES);
  if (pieces.length === 0) return { ways: [], looseWays: [] };
  const digits = phoneDigits(typed.normalize('NFKC').trim());
  const isPhone = digits !== undefined && (pieces.length > 1 || digits !== pieces[0]);
  const joined = pieces.join('');
  const areLetters = pieces.length > 1 && joined.length <= LONGEST_SPOKEN && /^[a-z]+$/.test(joined);
  return {
    ways: isPhone ? [[digits], pieces] : [pieces],
    looseWays: areLetters ? [[joined]] : [],
  };
}

/** The words, characters next to one another in one piece. */
function piecesOf(words: readonly string[]): string[] {
  const pieces: string[] = [];
  let open = false;
  for (const word of words) {
    const isOne = isCharacter(word);
    if (isOne && open) pieces.push(`${pieces.pop() ?? ''}${word}`);
    else pieces.push(word);
    open = isOne;
  }
  return pieces;
}
