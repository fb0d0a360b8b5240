import { CURRENCY_BEFORE, CURRENCY_BEHIND, currencyOf } from './price-words';
import { decimalText, shifted } from './decimal-text';

/** A number in a text that may be a price. */
export interface Amount {
  /** Where it stands, with its currency. */
  readonly start: number;
  readonly end: number;
  /** Decimal without groups. */
  readonly amount: string;
  /** ISO 4217; undefined where the text says none beside it. */
  readonly currency: string | undefined;
  /** 万, 千 or 亿 as a power of ten; 0 without. */
  readonly power: number;
}

const NUMBER =
  /(?<![\w.,])\d{1,3}([,.'’\u00A0\u202F ])\d{3}(?:\1\d{3}){0,3}(?:[.,]\d{1,4})?(?!\d)|(?<![\w.,])\d{1,10}(?:[.,]\d{1,4})?(?!\d)/g;
const BEFORE = 6;
const BEHIND = 8;
const POWERS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
/** Countries that set groups apart by blanks; elsewhere `2 299` is two numbers as often as one. */
const BLANK_GROUPS: ReadonlySet<string> = new Set(['EUR', 'CHF']);

/**
 * The numbers of a text that stand for themselves: no part of a word, a code, a percentage or a date. In order.
 * @param text half-width. @param given the currency that shared signs mean, where it is one of theirs.
 */
export function findAmounts(text: string, given: string | undefined): Amount[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: written, index }): Amount[] => {
    const read = readAt(text, index, written, given);
    return read ? [read] : [];
  });
}

function readAt(text: string, at: number, written: string, given: string | undefined): Amount | undefined {
  const sign = CURRENCY_BEFORE.exec(text.slice(Math.max(0, at - BEFORE), at));
  const from = at + written.length;
  // 99,- and 99.– are whole amounts.
  const dash = /^[,.][-–—]{1,2}(?!\d)/.exec(text.slice(from, from + 4))?.[0] ?? '';
  const behind = text.slice(from + dash.length, from + dash.length + BEHIND);
  const power = /^\s?([千万萬亿億])/.exec(behind);
  const word = CURRENCY_BEHIND.exec(behind.slice(power?.[0].length ?? 0));
  const ends = behind.slice((power?.[0].length ?? 0) + (word?.[0].length ?? 0));
  if (!word && /^(?:[A-Za-z]|[.,]\d|\s?[%‰折年月日号號])/.test(ends)) return undefined;
  const currency = currencyAt(sign?.[1], word?.[1], given);
  if (/\d \d/.test(written) && !BLANK_GROUPS.has(currency ?? '')) return undefined;
  const amount = decimalText(written, currency);
  if (amount === undefined) return undefined;
  const places = POWERS[power?.[1] ?? ''] ?? 0;
  return {
    start: at - (sign?.[0].length ?? 0),
    end: from + dash.length + (power?.[0].length ?? 0) + (word?.[0].length ?? 0),
    amount: places === 0 ? amount : shifted(amount, places),
    currency,
    power: places,
  };
}

/** A sign that says which currency beats one that several share: `¥99 人民币`. */
function currencyAt(
  before: string | undefined,
  behind: string | undefined,
  given: string | undefined,
): string | undefined {
  const sign = before ?? behind;
  return sign === undefined ? undefined : currencyOf(sign, given);
}
