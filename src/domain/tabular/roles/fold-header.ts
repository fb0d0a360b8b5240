import { simplified } from '@/src/domain/identity/simplified';
import { withoutAccents } from '@/src/domain/identity/without-accents';

/** A header as it is compared with words. */
export interface FoldedHeader {
  /** Letters and digits of the whole header. */
  readonly whole: string;
  /** Readings that may stand for the whole: without what is in brackets, and each side of a slash or of two languages. */
  readonly readings: readonly string[];
  /** Its words between blanks, with one before and behind; `orderDate` and `order_date` are two. */
  readonly spaced: string;
}

const LONGEST = 80;
/** 'Invoice #' is a number of an invoice. */
const NUMBER_SIGN = /(\p{L}\.?) ?#$/u;
/** What amounts are in: no part of their meaning. */
const UNITS = new Set('eur usd cny rmb gbp jpy chf hkd twd ntd 元 万元 円 千円'.split(' '));

/** `Order Date *` → `orderdate`, `金額（元）` → `金额元`: letters and digits only, width, case, accents and script folded. */
export function foldHeader(text: string): string {
  return lettersOf(plain(text));
}

export function foldedHeader(text: string): FoldedHeader {
  const folded = plain(text);
  const whole = lettersOf(folded);
  const bare = folded.replaceAll(/\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g, ' ');
  const spaced = spacedOf(text);
  const pieces = [bare, ...bare.split(/[/|\n]/), ...languagesOf(folded), spaced].map(lettersOf);
  const readings = pieces.map((piece) => piece.replace(/(?:万元|千元|元|円)$/, ''));
  return { whole, readings: [...new Set(readings)].filter((piece) => piece !== '' && piece !== whole), spaced };
}

function plain(text: string): string {
  const folded = readable(text).toLowerCase();
  // 帐 and 账 are both written for an account.
  return withoutAccents(simplified(folded)).replaceAll('帐', '账');
}

function readable(text: string): string {
  return text.slice(0, LONGEST).normalize('NFKC').trim().replace(NUMBER_SIGN, '$1 no');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** 'customer 客户' is said twice; in '客户id' the Latin part changes the meaning, so a short one is no language. */
function languagesOf(folded: string): string[] {
  const latin = folded.replace(/[^a-z ]/g, ' ').trim();
  const other = folded.replace(/[a-z]/g, '').trim();
  return latin.length > 4 && /[\p{Script=Han}\p{Script=Katakana}]/u.test(other) ? [latin, other] : [];
}

function spacedOf(text: string): string {
  const parted = readable(text)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/([\p{Script=Han}\p{Script=Katakana}])(?=[A-Za-z])/gu, '$1 ')
    .toLowerCase();
  const words = withoutAccents(simplified(parted)).split(/[^\p{L}\p{N}]+/u);
  return ` ${words.filter((word) => word !== '' && !UNITS.has(word)).join(' ')} `;
}
