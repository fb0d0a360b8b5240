import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import type { RegionHints } from '../found';
import { regionsOf } from '../../identity/region';
import { COUNTRY_NAMES, POSTCODE_SHAPES } from './country-marks';

/** Which countries' numbers a page may write without a country code, and where on it. */
export interface RegionMap {
  /** Likeliest first. */
  readonly page: readonly string[];
  /** The country of the block around a place of the text, if something near names one. */
  near(at: number): string | undefined;
}

interface Mark {
  readonly at: number;
  readonly region: string;
}

/** How far before and after a number what names a country may stand. Characters. */
const BEFORE = 260;
const AFTER = 160;
const MARKS = 400;
const NANP_SHAPE = /(?<![\d-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}(?!\d)/g;

/**
 * @param flat text of the page. A number belongs to the country of its own block, an office list having many; else to the
 *   page's: chosen by the user, of the host's top-level domain, of its language, of what its addresses and numbers look like.
 */
export function mapRegions(flat: string, hints: RegionHints): RegionMap {
  const marks = marksIn(flat);
  const counted = new Map<string, number>();
  for (const { region } of marks) counted.set(region, (counted.get(region) ?? 0) + 1);
  const shaped = [...flat.matchAll(NANP_SHAPE)].length;
  if (shaped > 0) counted.set('US', (counted.get('US') ?? 0) + shaped / 2);
  const byCount = [...counted].sort((a, b) => b[1] - a[1]).map(([region]) => region);
  // What the user says of the page goes before what stands in its blocks.
  const near = (at: number): string | undefined => hints.region ?? nearest(marks, at);
  return { page: [...new Set([...regionsOf(hints, ''), ...byCount])], near };
}

function marksIn(flat: string): Mark[] {
  const marks: Mark[] = [];
  const add = (at: number, region: string | undefined): void => {
    if (region && marks.length < MARKS) marks.push({ at, region });
  };
  for (const { pattern, region } of POSTCODE_SHAPES)
    for (const match of flat.matchAll(pattern)) add(match.index, region);
  for (const match of flat.matchAll(COUNTRY_NAMES.pattern))
    add(match.index, COUNTRY_NAMES.regions.get(match[0].toLowerCase()));
  for (const match of flat.matchAll(/(?:\+|(?<!\d[ .\-/]?)\b00)(\d{1,3})(?=[ (.\-/]|\d{6})/g))
    add(match.index, byCallingCode(match[1] ?? ''));
  return marks.sort((a, b) => a.at - b.at);
}

/** The nearest before, an address standing above its numbers; without one the nearest after. */
function nearest(marks: readonly Mark[], at: number): string | undefined {
  let before: Mark | undefined;
  for (const mark of marks) {
    if (mark.at <= at) before = mark;
    else if (before && at - before.at <= BEFORE) break;
    else return mark.at - at <= AFTER ? mark.region : undefined;
  }
  return before && at - before.at <= BEFORE ? before.region : undefined;
}

let callingCodes: Map<string, string> | undefined;
/** Of countries that share a code, the one that the code is known for. */
const KNOWN_FOR: Readonly<Record<string, string>> = {
  1: 'US',
  44: 'GB',
  7: 'RU',
  39: 'IT',
  47: 'NO',
  61: 'AU',
  358: 'FI',
};

function byCallingCode(digits: string): string | undefined {
  callingCodes ??= new Map(getCountries().map((country) => [getCountryCallingCode(country), country]));
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    const region = KNOWN_FOR[code] ?? callingCodes.get(code);
    if (region) return region;
  }
  return undefined;
}
