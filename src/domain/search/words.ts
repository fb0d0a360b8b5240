import { folded } from '../identity/folded';
import type { FieldType } from '../records/field';

/** Words of one text that are kept; a longer one is found by its beginning. */
const MOST_WORDS = 400;
const LONGEST_WORD = 64;
const PHONE_DIGITS = 5;

const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}]/u;
const CHARACTER = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A text as the words it is found by, in order: letters and digits up to the next other sign, and each Chinese character by
 * itself; folded, so that simplified and traditional, half and full width, accents and case are one. A phone number is
 * one word of digits without leading zeros; the scheme and `www.` of an address are left out.
 * @example wordsOf('Ｎorthwick 華源', 'text') // ['northwick', '华', '源']
 */
export function wordsOf(text: string, type: FieldType): string[] {
  if (type === 'phone') {
    const digits = phoneDigits(text);
    if (digits !== undefined) return [digits];
  }
  const plain = foldedText(text);
  return splitWords(type === 'url' ? withoutScheme(plain) : plain);
}

/** Folding costs much, and changes nothing but the case of ASCII, which most addresses and numbers are. */
export function foldedText(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : folded(text);
}

export function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/^www\./, '');
}

/** The digits of what is written like a phone number, without leading zeros; undefined for other texts. */
export function phoneDigits(text: string): string | undefined {
  if (!/^[\d\s+().\-/]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= PHONE_DIGITS ? digits.slice(0, LONGEST_WORD) : undefined;
}

/** Whether the word is a Chinese (or Japanese) character, which is a word by itself. */
export function isCharacter(word: string): boolean {
  return word.length <= 2 && CHARACTER.test(word);
}

/** @param plain folded text. */
export function splitWords(plain: string): string[] {
  const words: string[] = [];
  let word = '';
  const finish = (): void => {
    if (word !== '') words.push(word.slice(0, LONGEST_WORD));
    word = '';
  };
  for (const sign of plain) {
    const code = sign.charCodeAt(0);
    const isAscii = code < 0x80;
    if (isAscii ? isAsciiWord(code) : WORD.test(sign) && !CHARACTER.test(sign)) word += sign;
    else {
      finish();
      if (!isAscii && CHARACTER.test(sign)) words.push(sign);
    }
    if (words.length >= MOST_WORDS) return words.slice(0, MOST_WORDS);
  }
  finish();
  return words;
}

/** A digit or a small letter. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
