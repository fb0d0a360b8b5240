import { matchesAround } from '../text/around';
import { COUNTRY_NAMES } from '../text/country-marks';
import type { TownPlace } from './town-line';

/** Postcodes of countries whose codes are too plain to be known without the country's name beside them. */
const CODES: readonly (readonly [string, RegExp])[] = [
  ['CN RU SG KZ VN', /^\d{6}$/],
  ['IN', /^\d{3} ?\d{3}$/],
  ['JP', /^\d{3}-\d{4}$/],
  ['KR', /^(?:\d{3}-\d{3}|\d{5})$/],
  ['TW', /^\d{3}(?:\d{2,3})?$/],
  ['DE FR ES IT FI ID MY TH TR SA KW MX EG MA UA HR EE RS', /^\d{5}$/],
  ['AT CH BE DK NO LU HU AU NZ ZA PH BG SI CY', /^\d{4}$/],
  ['SE CZ SK GR', /^\d{3} ?\d{2}$/],
  ['NL', /^\d{4} ?[A-Z]{2}$/],
  ['BR', /^\d{5}-\d{3}$/],
  ['PL', /^\d{2}-\d{3}$/],
  ['PT', /^\d{4}-\d{3}$/],
];
const CODE =
  /(?<![\d.,/+#-]|[\d#] )(?:\d{5}-\d{3}|\d{3}-\d{3,4}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2,3}|\d{4} ?[A-Z]{2}|\d{3,6})(?![\w-]|[ .]\d)/g;
const CITY_BEFORE = /(?<![\p{L}\d])(\p{Lu}[\p{L}.']{1,20}(?:[ -]\p{Lu}[\p{L}.']{1,20}){0,2})[ ,-]{0,3}$/u;
const CITY_AFTER =
  /^[ \n](\p{Lu}[\p{L}.']{1,20}(?:[ -]\p{Lu}[\p{L}.']{1,20}){0,2})(?=[ ,]{0,2}(?:\n|$)|(?:,| [·|–-]) \p{Lu})/u;
/** What makes the numbers of a line no postcode. */
const NOT_TOWN = /\b(?:tel|phone|fax|mobile|box|no|ext|toll|hotline|room|suite|lot|since|copyright)\b|[@+©]|\bT:|\bF:/i;
/** How far behind a code its country may be named. Characters; one line may stand between. */
const BEHIND = 60;
/** Far from every name of a country no code can be one of its towns. */
const NEAR_COUNTRY = { core: COUNTRY_NAMES.pattern, reach: 2 * BEHIND };
const MOST = 100;

/** Towns with a postcode that the name of its country follows, on its line or on one of the next two, or stands right before. */
export function findNamedTowns(flat: string): TownPlace[] {
  const found: TownPlace[] = [];
  for (const { match, at } of matchesAround(flat, CODE, NEAR_COUNTRY)) {
    if (found.length >= MOST) break;
    const end = at + match[0].length;
    const line = flat.slice(Math.max(flat.lastIndexOf('\n', at) + 1, at - 80), at);
    const country = NOT_TOWN.test(line) ? undefined : countryOf(match[0], line, flat.slice(end, end + BEHIND));
    if (country !== undefined) found.push(townAt(match[0], country, at, flat));
  }
  return found;
}

function townAt(postcode: string, country: string, at: number, flat: string): TownPlace {
  const end = at + postcode.length;
  const start = flat.lastIndexOf('\n', at) + 1;
  const before = CITY_BEFORE.exec(flat.slice(Math.max(start, at - 70), at));
  const after = before ? null : CITY_AFTER.exec(flat.slice(end, end + 70));
  return {
    postcode,
    country,
    at: before ? at - before[0].length : at,
    end: after ? end + after[0].length : end,
    ...(before?.[1] || after?.[1] ? { city: before?.[1] ?? after?.[1] ?? '' } : {}),
  };
}

/** The country whose code it is, by its name around. */
function countryOf(code: string, before: string, after: string): string | undefined {
  const [rest = '', ...next] = after.split('\n');
  const named = [...(isPlain(rest) ? [rest] : []), ...(isPlain(rest) ? next.slice(0, 2).filter(isPlain) : [])];
  const isLast = /^[ ,.]{0,2}$/.test(rest);
  const names = [...named.map((text) => nameIn(text)), ...(isLast ? [nameIn(before.slice(-30))] : [])];
  return names.find((country) => country !== undefined && fits(code, country));
}

function isPlain(text: string): boolean {
  return text.length <= 40 && !/\d|[@:]/.test(text);
}

/** The country that a short text ends with or consists of. */
function nameIn(text: string): string | undefined {
  const [last] = [...text.matchAll(COUNTRY_NAMES.pattern)].slice(-1);
  const rest = last ? text.slice(last.index + last[0].length) : '';
  return last && /^[ ,.)-]{0,3}$|^, [A-Z.]{2,8}$/.test(rest)
    ? COUNTRY_NAMES.regions.get(last[0].toLowerCase())
    : undefined;
}

function fits(code: string, country: string): boolean {
  return CODES.some(([countries, form]) => countries.split(' ').includes(country) && form.test(code));
}
