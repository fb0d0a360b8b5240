import { cleanLine } from '@/src/kernel/text';
import { normaliseEmail } from '../identity/email-address';
import { normalisePhone } from '../identity/phone-number';
import type { LabelledValue } from '../parties/contact-values';
import { contactLabel } from './contact-label';

/** Characters of a value of one line. What is longer is no name, no address and no number. */
export const LINE_CHARACTERS = 500;

const FORMULA_TEXT = /^="((?:[^"]|"")*)"$/;
/** A quote before text which a spreadsheet would take for a formula, and before figures. */
const GUARD = /^'(?=[\s\u0000]*[=+\-@＝＋－＠])/;
const FIGURE_GUARD = /^'(?=\d)/;
const NOTHING = /^(?:[-–—/\\.]{1,3}|n\/?a|null|none|nil|无|無|暂无|暫無|没有)$/i;

/**
 * What a cell says: without the quote or the `="…"` that keeps ids from being taken for numbers, empty for `-`, `无`, `N/A`.
 * Lines end with \n.
 */
export function cellText(cell: string): string {
  const text = cell.replace(/^\uFEFF/, '').trim();
  const formula = FORMULA_TEXT.exec(text);
  const plain = formula ? (formula[1] ?? '').replaceAll('""', '"') : text.replace(GUARD, '');
  return NOTHING.test(plain) ? '' : plain.replace(/\r\n?/g, '\n');
}

/** One line of a cell. */
export function lineOf(text: string): string {
  return cleanLine(text, LINE_CHARACTERS);
}

/** The lines of a note, each without what cannot be seen. */
export function noteOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g, ''))
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Figures of a number, masked ones counted: of 110, and of one that can stand beside others in a cell. */
const SHORTEST = 3;
const SHORTEST_OF_SEVERAL = 5;

/**
 * The phone numbers of a cell, each in E.164 where it is a valid one without an extension, otherwise as written.
 * A word before a number says what it is for. Numbers that a spreadsheet has rounded (1.38E+10) are left out.
 * @param home the user's own country, ISO 3166-1 alpha-2.
 * @example phonesIn('138 0013 8000 / 办公：021-5555 0101 转 8', 'CN') // +8613800138000; 021-5555 0101 转 8, work
 */
export function phonesIn(text: string, home: string): LabelledValue[] {
  const written = text.normalize('NFKC');
  return splitWhere(written, /[;、,|\n]|:::/, isNumber)
    .flatMap((part) => splitWhere(part, /\//, isNumber))
    .flatMap((part): LabelledValue[] => {
      const { word, rest } = withoutWord(part);
      const number = idIn(rest);
      if (number === undefined || figuresIn(number) < SHORTEST) return [];
      const label = word === undefined ? undefined : contactLabel(word);
      return [{ value: filed(number, home), ...(label ? { label } : {}) }];
    });
}

function filed(number: string, home: string): string {
  // Behind the number an extension, or whose it is: libphonenumber would leave it out.
  if (/\d.*[\p{L}#]/u.test(number)) return number;
  return normalisePhone(number, [home]) ?? number;
}

/** A part is only one of several when each of them could stand alone: 021-5555 0101/02 stays whole. */
function splitWhere(text: string, separator: RegExp, isOne: (part: string) => boolean): string[] {
  const parts = text
    .split(separator)
    .map((part) => cleanLine(part, LINE_CHARACTERS))
    .filter((part) => part !== '');
  return parts.every(isOne) ? parts : [cleanLine(text, LINE_CHARACTERS)];
}

function isNumber(part: string): boolean {
  return figuresIn(part) >= SHORTEST_OF_SEVERAL;
}

function figuresIn(part: string): number {
  return (part.match(/[\d*]/g) ?? []).length;
}

/** `手机:138…`: the word and the number. */
function withoutWord(part: string): { word?: string; rest: string } {
  const found = /^([\p{L} ]{1,20}):\s*(?=[\d+(*])/u.exec(part);
  return found ? { word: found[1] ?? '', rest: part.slice(found[0].length) } : { rest: part };
}

/** The mail addresses of a cell in normal form; what is none is left out. */
export function emailsIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s;,、|/<>()]+/)
    .flatMap((part) => normaliseEmail(part.replace(/^mailto:/i, '')) ?? []);
}

/** A web address, with https:// where only a domain is written. @returns undefined for text that is none. */
export function websiteIn(text: string): string | undefined {
  const [written = ''] = text
    .normalize('NFKC')
    .trim()
    .split(/[\s;、]/, 1);
  if (/^https?:\/\/[^/\s.]+\.[^\s]+$/i.test(written)) return written.slice(0, LINE_CHARACTERS);
  const isDomain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?:[:/?#]\S*)?$/u.test(written);
  return isDomain ? `https://${written}`.slice(0, LINE_CHARACTERS) : undefined;
}

/** The host of a web address, without www. */
export function hostOf(website: string): string {
  return website
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[/:?#].*$/, '')
    .toLowerCase();
}

/**
 * An id or a number as text. A spreadsheet's 1.2345E+04 is written out when no figure of it is missing.
 * @returns undefined when figures are missing: it would name another.
 */
export function idIn(text: string): string | undefined {
  const plain = cleanLine(text.normalize('NFKC'), LINE_CHARACTERS).replace(FIGURE_GUARD, '');
  const scientific = /^(\d)(?:\.(\d{1,30}))?e\+?(\d{1,2})$/i.exec(plain);
  if (!scientific) return /^\d+\.0+$/.test(plain) ? plain.slice(0, plain.indexOf('.')) : plain || undefined;
  const [, first = '', fraction = '', exponent = '0'] = scientific;
  return fraction.length === Number(exponent) ? first + fraction : undefined;
}

/** Words in one cell with marks between them. */
export function wordsIn(text: string): string[] {
  return text
    .split(/:::|[;；,，、|\n]/)
    .map(lineOf)
    .filter((word) => word !== '');
}
