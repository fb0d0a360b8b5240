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
  /(?<![\d_.,])\d{1,3}([,.'’\u00A0\u202F ])\d{3}(?:\1\d{3}){0,3}(?:[.,]\d{1,4})?(?!\d)|(?<![\d_.,])\d{1,10}(?:[.,]\d{1,4})?(?!\d)/g;
const BEFORE = 6;
const BEHIND = 16;
/** 99,- and 99.– are whole amounts; 万 and its like multiply. */
const POWER = /^(?:[,.][-–—]{1,2}(?!\d))?(?:\s?([千万萬亿億]))?/;
/** Magnitudes that are no prices of things: $1.2 million. */
const GREAT = /^\s?(?:million|billion|thousand|mio|mrd|mln|tausend|百万|百萬)/i;
const ELSE = /^(?:[A-Za-z]|[.,]\d|\s?[%‰折年月日号號])/;
const POWERS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
/** Countries that set groups apart by blanks; elsewhere `2 299` is two numbers as often as one. */
const BLANK_GROUPS: ReadonlySet<string> = new Set(['EUR', 'CHF']);

/**
 * The numbers of a text that stand for themselves: no part of a word, a code, a percentage or a date. In order.
 * @param text half-width. @param given the currency that shared signs mean, where it is one of theirs.
 */
export function findAmounts(text: string, given: string | undefined): Amount[] {
  const amounts: Amount[] = [];
  for (const { 0: written, index } of text.matchAll(NUMBER)) {
    const read = readAt(text, { at: index, written, free: amounts.at(-1)?.end ?? 0 }, given);
    if (read) amounts.push(read);
  }
  return amounts;
}

/** Digits where they stand; `free`: where the amount before them ends, with its currency. */
interface Digits {
  readonly at: number;
  readonly written: string;
  readonly free: number;
}

function readAt(text: string, { at, written, free }: Digits, given: string | undefined): Amount | undefined {
  const from = at + written.length;
  const before = text.slice(Math.max(free, at - BEFORE), at);
  const head = CURRENCY_BEFORE.exec(before);
  const tail = tailOf(text.slice(from, from + BEHIND));
  if (!tail || (!head && /[A-Za-z]$/.test(before))) return undefined;
  const sign = head?.[1] ?? tail.sign;
  const currency = sign === undefined ? undefined : currencyOf(sign, given);
  const amount = amountOf(written, currency);
  if (amount === undefined) return undefined;
  return {
    start: at - (head?.[0].length ?? 0),
    end: from + tail.length,
    amount: tail.power === 0 ? amount : shifted(amount, tail.power),
    currency,
    power: tail.power,
  };
}

/** What belongs to an amount behind its digits. */
interface Tail {
  readonly length: number;
  readonly power: number;
  readonly sign: string | undefined;
}

/** @returns undefined where the digits go on, or are of a word, a share or a date. */
function tailOf(behind: string): Tail | undefined {
  const [head = '', power = ''] = POWER.exec(behind) ?? [];
  const [word = '', sign] = CURRENCY_BEHIND.exec(behind.slice(head.length)) ?? [];
  const length = head.length + word.length;
  const rest = behind.slice(length);
  if (GREAT.test(rest) || (sign === undefined && ELSE.test(rest))) return undefined;
  return { length, power: POWERS[power] ?? 0, sign };
}

function amountOf(written: string, currency: string | undefined): string | undefined {
  if (/\d \d/.test(written) && !BLANK_GROUPS.has(currency ?? '')) return undefined;
  return decimalText(written, currency);
}
