import type { Money } from '../records/field';
import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { findAmounts, type Amount } from './find-amounts';
import { halfWidth } from './half-width';
import { ASIDE_BEHIND, PROMOTIONS, ROLE_WORDS, type PriceRole } from './price-words';

/** A price as a shop states it. */
export interface ReadPrice {
  /** What is to be paid; of a range the lower end. */
  readonly price: Money;
  /** The upper end of a range. */
  readonly priceTo?: Money;
  /** What it is for: 箱, kg. */
  readonly unit?: string;
  /** The earlier price and the terms, as they stand. */
  readonly promotion?: string;
  /** The price as it stands. */
  readonly raw: string;
}

/** An amount or a range of them, with what it is for. */
interface Offer {
  readonly low: Amount;
  readonly high: Amount | undefined;
  readonly role: PriceRole | undefined;
  /** Where its word begins, or it where it has none. */
  readonly start: number;
  readonly end: number;
}

const LONGEST = 2000;
const WINDOW = 14;
const RANGE = /^\s?(?:[-–—~〜至到]|bis|to)\s?$/i;
const ROLES = new RegExp(ROLE_WORDS.map(([role, words]) => `(?<${role}>${words})`).join('|'), 'gi');
const UNIT =
  /^\s?(?:\/|每|per\s|pro\s|je\s)\s?((?:\d{1,4}\s?)?(?:平方米|平米|立方米|公斤|千克|小时|小時|人次|千瓦时|\p{Script=Han}|[A-Za-zäöüß²³]{1,12}))/iu;
const UNIT_BEFORE = /每(公斤|千克|平方米|平米|小时|小時|\p{Script=Han})\s?$/u;

/**
 * The price that a text states, the one to be paid where it states several. A discount, a deposit or a turnover is none. A
 * number without a currency is one only behind a word for a price, or alone, and only with `currency`. Of the first 2,000
 * characters.
 *
 * @param options.currency what a number without a sign is in, and what `$`, `¥` and `元` mean where it is one of theirs.
 * @returns undefined when no price is stated for certain: nothing is made up.
 * @example readPrice('原价 ¥199 现价 ¥129/箱') // price 129 CNY, unit 箱, promotion 原价 ¥199
 */
export function readPrice(text: string, options: { readonly currency?: string } = {}): ReadPrice | undefined {
  const plain = halfWidth(text.slice(0, LONGEST));
  const offers = offersIn(plain, options.currency);
  const wanted = (role: PriceRole | undefined) =>
    offers.find((one) => one.role === role && isPriced(one, plain, options));
  const offer = wanted('now') ?? wanted(undefined) ?? wanted('list');
  if (!offer) return undefined;
  const currency = offer.low.currency ?? offer.high?.currency ?? options.currency ?? '';
  const unit = unitAt(plain, offer);
  const promotion = promotionIn(plain, offers, offer);
  return {
    price: { amount: offer.low.amount, currency },
    ...(offer.high ? { priceTo: { amount: offer.high.amount, currency } } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(promotion === '' ? {} : { promotion }),
    raw: text.slice(offer.low.start, offer.end).trim(),
  };
}

function isPriced({ low, high, role }: Offer, text: string, { currency }: { readonly currency?: string }): boolean {
  if (low.currency !== undefined || high?.currency !== undefined) return true;
  if (currency === undefined) return false;
  return role === 'now' || text.trim() === text.slice(low.start, (high ?? low).end).trim();
}

/** Amounts with ranges joined: what follows a dash and is less is taken off, and no price. */
function offersIn(text: string, given: string | undefined): Offer[] {
  const amounts = findAmounts(text, given);
  const offers: Offer[] = [];
  for (let i = 0, last = 0; i < amounts.length; i++) {
    const low = amounts[i];
    if (!low) break;
    const { role, start } = roleAt(text, low, last);
    const next = amounts[i + 1];
    const high = next && RANGE.test(text.slice(low.end, next.start)) ? next : undefined;
    const range = high && joined(low, high);
    if (high) i++;
    last = (high ?? low).end;
    offers.push({ low: range?.low ?? low, high: range?.high, role, start, end: range ? last : low.end });
  }
  return offers;
}

/** `3-5万元`: what stands behind the upper end is said of both. */
function joined(low: Amount, high: Amount): { readonly low: Amount; readonly high: Amount } | undefined {
  if (low.currency !== undefined && high.currency !== undefined && low.currency !== high.currency) return undefined;
  const power = low.power === 0 && low.currency === undefined ? high.power : 0;
  const lower = power === 0 ? low : { ...low, amount: `${low.amount}${'0'.repeat(power)}` };
  const [a, b] = [parseDecimal(lower.amount), parseDecimal(high.amount)];
  return a && b && compareDecimals(a, b) < 0 ? { low: lower, high } : undefined;
}

/** @param last where the amount before it ends: its words are its own. */
function roleAt(text: string, { start, end }: Amount, last: number): { role: PriceRole | undefined; start: number } {
  const from = Math.max(last, start - WINDOW);
  const before = text.slice(from, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/[-−]\s?$/.test(line) || ASIDE_BEHIND.test(text.slice(end, end + 10))) return { role: 'aside', start };
  const word = [...line.matchAll(ROLES)].at(-1);
  const role = ROLE_WORDS.find(([name]) => word?.groups?.[name] !== undefined)?.[0];
  return { role, start: word ? start - line.length + word.index : start };
}

function unitAt(text: string, { low, end }: Offer): string | undefined {
  const behind = UNIT.exec(text.slice(end, end + 24))?.[1];
  return (behind ?? UNIT_BEFORE.exec(text.slice(Math.max(0, low.start - 6), low.start))?.[1])?.trim();
}

/** The earlier prices and the terms, each once, in the order in which they stand. */
function promotionIn(text: string, offers: readonly Offer[], chosen: Offer): string {
  const earlier = offers
    .filter((one) => one !== chosen && (one.role === 'was' || one.role === 'list'))
    .map(({ start, end }) => ({ start, words: text.slice(start, end) }));
  const terms = [...text.matchAll(PROMOTIONS)].map(({ 0: words, index }) => ({ start: index, words }));
  const all = [...earlier, ...terms].toSorted((a, b) => a.start - b.start);
  return [...new Set(all.map(({ words }) => words.replace(/\s+/g, ' ').trim()))].join(' · ').slice(0, 200);
}
