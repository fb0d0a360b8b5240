import { cleanLine, cleanLines } from '@/src/kernel/text';
import { CATEGORY_WORDS, EVENT_WORDS } from './clip-words';
import { halfWidth } from './half-width';
import { readDay } from './read-day';
import { readPrice, type ReadPrice } from './read-price';

/** The kinds of record that a clip from a page can become. */
export const CLIP_KINDS = ['price-observation', 'account-event', 'account-fact'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

/** A value that a clip brings, as it would be typed into its field. */
export interface ClipValue {
  readonly text: string;
  /** Where it was read; `ours` is the usual value where the page says nothing. */
  readonly from: 'text' | 'page-head' | 'page-address' | 'ours';
  /** As it stands there. */
  readonly raw: string;
}

export type ClipValues = Readonly<Record<string, ClipValue>>;

/** What a selected text most likely is, and what each kind would take from it. */
export interface ClipProposal {
  readonly kind: ClipKind;
  /** The selected text without controls, at most 4,000 characters. */
  readonly text: string;
  readonly values: Readonly<Record<ClipKind, ClipValues>>;
}

export interface ClipPage {
  readonly url: string;
  readonly title: string;
}

/** What the calendar and the country of the user say. */
export interface ClipCircumstances {
  /** ISO day. */
  readonly today: string;
  /** See {@link readPrice}. */
  readonly currency?: string;
}

const LONGEST = 4000;
const TITLE = 80;

/**
 * Reads a selected text three ways. It is a price where one is stated and no event is named with its day; else an event
 * where a word for one stands; else a fact. Values that the text does not state are left out, but for the day and the kind of an event,
 * which a record cannot be without.
 */
export function proposeClip(text: string, page: ClipPage, { today, currency }: ClipCircumstances): ClipProposal {
  const clean = cleanLines(text, LONGEST);
  const price = readPrice(clean, currency === undefined ? {} : { currency });
  const day = readDay(clean, today);
  const what = wordIn(EVENT_WORDS, clean);
  const isEvent = what !== undefined && (day !== undefined || !price);
  const seen: ClipValues = { day: ours(today), ...(page.url === '' ? {} : { page: at(page.url, 'page-address') }) };
  const detail: ClipValues = clean === firstSentence(clean) ? {} : { detail: at(clean) };
  return {
    kind: isEvent ? 'account-event' : price ? 'price-observation' : 'account-fact',
    text: clean,
    values: {
      'price-observation': { ...(price ? priceValues(price) : {}), ...offered(clean, price, page), ...seen },
      'account-event': {
        ...titled('headline', clean),
        what: what ? { text: what.name, from: 'text', raw: what.raw } : ours('other'),
        ...seen,
        ...(day ? { day: { text: day.day, from: 'text', raw: day.raw } } : {}),
        ...detail,
      },
      'account-fact': { ...titled('fact', clean), category: categoryOf(clean), ...seen, ...detail },
    },
  };
}

function at(text: string, from: ClipValue['from'] = 'text'): ClipValue {
  return { text, from, raw: text };
}

function ours(text: string): ClipValue {
  return { text, from: 'ours', raw: text };
}

function priceValues({ price, priceTo, unit, promotion, raw }: ReadPrice): ClipValues {
  const money = ({ amount, currency }: ReadPrice['price']): ClipValue => ({
    text: `${amount} ${currency}`,
    from: 'text',
    raw,
  });
  return {
    price: money(price),
    ...(priceTo ? { priceTo: money(priceTo) } : {}),
    ...(unit === undefined ? {} : { unit: at(unit) }),
    ...(promotion === undefined ? {} : { promotion: at(promotion) }),
  };
}

/** The product stands before the price or on a line of its own; else the page is about it. The shop is the site. */
function offered(text: string, price: ReadPrice | undefined, { url, title }: ClipPage): ClipValues {
  const inText = productIn(text, price);
  const inTitle = cleanLine(title.split(/\s[-–—|·]\s|[_|｜]|\s?[-–—]{2,3}\s?/)[0] ?? '', TITLE);
  const host = hostOf(url);
  return {
    ...(inText ? { product: at(inText) } : inTitle ? { product: at(inTitle, 'page-head') } : {}),
    ...(host ? { shop: at(host, 'page-address') } : {}),
  };
}

/** The first line that says more than numbers and terms, as far as the price. */
function productIn(text: string, price: ReadPrice | undefined): string {
  for (const line of text.split('\n').slice(0, 10)) {
    const stop = price ? line.indexOf(price.raw) : -1;
    const before = cleanLine(stop < 0 ? line : line.slice(0, stop), TITLE);
    const name = before
      .replace(PRICE_WORD, '')
      .replace(/[\s:：,，;；|·—–-]{1,20}$/, '')
      .trim();
    if ([...name.matchAll(/\p{L}/gu)].length >= 2 && !readPrice(name)) return name;
  }
  return '';
}

const PRICE_WORD =
  /(?:[原现現售特会會单單批]?[价價][格钱錢]?|到手[价價]?|券[后後][价價]?|[促活优優]\S{0,2}[价價]|\b(?:price|now|only|was|sale|nur|jetzt|statt|Preis|UVP|RRP))\s?[:：]?\s?$/i;

function hostOf(url: string): string {
  const host = /^https?:\/\/(?:[^/?#@]{0,100}@)?([^/?#:@\s]{1,253})/i.exec(url)?.[1] ?? '';
  return host.toLowerCase().replace(/^(?:www|m)\./, '');
}

function titled(field: string, text: string): ClipValues {
  const title = firstSentence(text);
  return title === '' ? {} : { [field]: at(title) };
}

/** The first sentence, or as much of it as makes a title. */
function firstSentence(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const end = /[。！？!?]|\.(?=\s)/.exec(line);
  return cleanLine(end ? line.slice(0, end.index) : line, TITLE);
}

function categoryOf(text: string): ClipValue {
  const word = wordIn(CATEGORY_WORDS, text);
  return word ? { text: word.name, from: 'text', raw: word.raw } : ours('characteristics');
}

function wordIn(
  words: readonly (readonly [string, RegExp])[],
  text: string,
): { readonly name: string; readonly raw: string } | undefined {
  const plain = halfWidth(text);
  for (const [name, pattern] of words) {
    const found = pattern.exec(plain);
    if (found) return { name, raw: text.slice(found.index, found.index + found[0].length) };
  }
  return undefined;
}
