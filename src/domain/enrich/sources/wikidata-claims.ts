import { isDay } from '../../records/values';
import { listAt, textAt, valueAt } from './json-at';

/** Pages of Wikidata: https://www.wikidata.org/wiki/Q42 */
const ITEM = /^Q[1-9]\d{0,9}$/;

export function isItem(text: string | undefined): text is string {
  return text !== undefined && ITEM.test(text);
}

/**
 * The statements of an entity on one property that hold today: the preferred ones where there are any, else the normal ones; none
 * that are deprecated, that have come to an end, or whose value is unknown.
 */
export function claimsOf(entity: unknown, property: string): readonly unknown[] {
  const claims = listAt(entity, 'claims', property).filter(
    (claim) => textAt(claim, 'mainsnak', 'snaktype') === 'value' && listAt(claim, 'qualifiers', ENDED).length === 0,
  );
  const ranked = (rank: string): readonly unknown[] => claims.filter((claim) => textAt(claim, 'rank') === rank);
  const preferred = ranked('preferred');
  return preferred.length > 0 ? preferred : ranked('normal');
}

const ENDED = 'P582';

/** Of a statement whose value is a text: an address, a number of a register. */
export function textIn(claim: unknown): string | undefined {
  return textAt(claim, 'mainsnak', 'datavalue', 'value');
}

/** Of a statement whose value is another entity. */
export function itemIn(claim: unknown): string | undefined {
  const id = textAt(claim, 'mainsnak', 'datavalue', 'value', 'id');
  return isItem(id) ? id : undefined;
}

/** Of a statement whose value is a text in some language. */
export function namedIn(claim: unknown): { readonly text: string; readonly language: string } | undefined {
  const text = textAt(claim, 'mainsnak', 'datavalue', 'value', 'text');
  const language = textAt(claim, 'mainsnak', 'datavalue', 'value', 'language');
  return text && language ? { text, language } : undefined;
}

const DAY = 11;
const GREGORIAN = /\/Q1985727$/;

/** A whole day of our calendar: of a year alone the record would have to invent the rest. With the time as Wikidata has it. */
export function dayIn(claim: unknown): { readonly day: string; readonly raw: string } | undefined {
  const value = valueAt(claim, 'mainsnak', 'datavalue', 'value');
  const raw = textAt(value, 'time');
  const day = /^\+(\d{4}-\d\d-\d\d)T00:00:00Z$/.exec(raw ?? '')?.[1];
  if (!raw || !day || valueAt(value, 'precision') !== DAY) return undefined;
  return GREGORIAN.test(textAt(value, 'calendarmodel') ?? '') && isDay(day) ? { day, raw } : undefined;
}

const POINT_IN_TIME = 'P585';

/**
 * How many work there: the newest count, with its year. A count without a year is taken only where it is the only one.
 * @example employeesIn(claims) // { text: '1,200 (2023)', raw: '+1200' }
 */
export function employeesIn(claims: readonly unknown[]): { readonly text: string; readonly raw: string } | undefined {
  const counts = claims.flatMap((claim) => {
    const raw = textAt(claim, 'mainsnak', 'datavalue', 'value', 'amount');
    const count = /^\+?(\d{1,9})$/.exec(raw ?? '')?.[1];
    const time = textAt(claim, 'qualifiers', POINT_IN_TIME, 0, 'datavalue', 'value', 'time');
    const year = /^\+(\d{4})-/.exec(time ?? '')?.[1];
    return raw && count ? [{ raw, count: Number(count), time: year && time ? time : '', year }] : [];
  });
  const [newest] = counts.toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  if (!newest || (!newest.year && counts.length > 1)) return undefined;
  const grouped = String(newest.count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return { text: newest.year ? `${grouped} (${newest.year})` : grouped, raw: newest.raw };
}

/** The label in the first of the languages that has one. */
export function labelOf(entity: unknown, languages: readonly string[]): string | undefined {
  for (const language of languages) {
    const label = textAt(entity, 'labels', language, 'value');
    if (label) return label;
  }
  return undefined;
}
