import { matchesAround, type Around } from '../text/around';
import { CA_POSTCODE, UK_POSTCODE, US_STATE_NAMES, US_STATES } from '../text/country-marks';
import { findNamedTowns } from './named-town';

/** Town, region and postcode as they end an address. */
export interface TownPlace {
  readonly city?: string;
  readonly region?: string;
  readonly postcode: string;
  readonly country: string;
  readonly at: number;
  readonly end: number;
}

const CITY = "[A-ZÀ-Ý][A-Za-zÀ-ÿ.']{1,20}(?:[ -][A-ZÀ-Ýa-z][A-Za-zÀ-ÿ.']{1,20}){0,3}";
const GERMAN_CITY =
  '[A-ZÄÖÜ][A-Za-zäöüß.-]{1,30}(?:[ /-](?:am|an|der|im|bei|ob|in|[A-ZÄÖÜ(])[A-Za-zäöüß.()/-]{0,25}){0,3}';
const POLISH_CITY = '[A-ZĆŁŃŚŹŻ][a-ząćęłńóśźż]{1,20}(?:[ -][A-ZĆŁŃŚŹŻ][a-ząćęłńóśźż]{1,20}){0,2}';
/** The routing key and four signs of an Irish address; D6W is the only key with a letter at its end. */
const EIRCODE = '(?:[AC-FHKNPRTV-Y]\\d\\d|D6W) ?[\\dAC-FHKNPRTV-Y]{4}';
const FREE = '(?<![\\d.,/+-])';
/** More characters than a town, its region and what is between them have. */
const LONGEST = 200;
/** Codes of states that are no words when only their first letter is large. */
const CASED_STATES = 'Ny|Nj|Fl|Tx|Va|Md|Az|Ct|Mn|Wi|Tn|Ga|Nc|Sc|Ky|Ca|Ma|Pa';
const PROVINCES =
  'AB|BC|B\\.C|MB|NB|NL|NS|ON|PE|QC|SK|NT|NU|YT|Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan';

/** Countries, how towns end addresses there, and the code in it; of several countries, the one that the place is in. */
const SHAPES: readonly (readonly [string, RegExp, Around])[] = (
  [
    [
      'US',
      `(?:(?<city>${CITY})[ ,.\\n]{1,3})?\\b(?<region>${US_STATES}|${US_STATE_NAMES}|[A-Z]\\.[A-Z]|Calif|Mass|Fla|Tex|Penn|Wash|Ill|${CASED_STATES})[.,]{0,2}[ \\n]{1,4}(?:USA )?(?<postcode>\\d{5}(?:-\\d{4})?)(?![\\d-])`,
      '[ \\n]\\d{5}',
    ],
    // What was meant to be two words: at the end of a line, a mere code of a state beside its town.
    [
      'US',
      `(?:(?<city>${CITY})[ ,.\\n]{1,3})?\\b(?<region>${US_STATE_NAMES}|(?<=[a-z],? )(?:${US_STATES}))(?<postcode>\\d{5}(?:-\\d{4})?)(?=[ ,.]{0,2}(?:\\n|$|USA))`,
      '[A-Za-z]\\d{5}',
    ],
    [
      'CA',
      `(?:(?<city>${CITY})[ ,.\\n]{1,3})?(?:\\(?\\b(?<region>${PROVINCES})\\.?\\)?[ ,\\n]{1,4})(?:Canada[ ,\\n]{1,3})?(?<postcode>${CA_POSTCODE})\\b`,
      CA_POSTCODE,
    ],
    ['CA', `\\b(?<postcode>${CA_POSTCODE})\\b`, CA_POSTCODE],
    ['GB', `(?:(?<city>${CITY})[ ,.\\n]{1,3})?\\b(?<postcode>${UK_POSTCODE})(?![\\w-])`, '\\d[A-Z]{2}(?![\\w-])'],
    [
      'AU',
      `(?:(?<city>${CITY})[ ,\\n]{1,3})?\\b(?<region>NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT)\\.?[ ,]{1,3}(?<postcode>\\d{4})(?!\\d)`,
      '(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT)\\.?[ ,]{1,3}\\d{4}',
    ],
    [
      'IE',
      `(?:(?<city>${CITY})[ ,.\\n]{1,3})?(?:(?<region>Co\\. [A-Z][a-z]{3,10})[ ,.\\n]{1,3})?\\b(?<postcode>${EIRCODE})(?![\\w-])`,
      EIRCODE,
    ],
    ['PL', `${FREE}(?:PL-)?(?<postcode>\\d{2}-\\d{3}) (?<city>${POLISH_CITY})`, '\\d{2}-\\d{3} '],
    ['DE', `\\bD ?- ?(?<postcode>\\d{5}) (?<city>${GERMAN_CITY})`, '- ?\\d{5} '],
    ['PT', `${FREE}(?<postcode>\\d{4}-\\d{3}) (?<city>${CITY})`, '\\d{4}-\\d{3} '],
    ['NL', `${FREE}(?<postcode>[1-9]\\d{3} ?[A-Z]{2}) (?<city>${CITY})`, '\\d{4} ?[A-Z]{2} '],
    ['SE CZ SK GR', `${FREE}(?:S-|SE-|CZ-)?(?<postcode>\\d{3} \\d{2}) (?<city>${CITY})`, '\\d{3} \\d{2} '],
    ['DE FR ES IT FI', `${FREE}(?:[A-Z]{1,2}-)?(?<postcode>\\d{5}) (?<city>${GERMAN_CITY})`, '\\d{5} '],
    ['AT CH DK NO BE HU LU', `${FREE}(?:[A-Z]{1,2}-)?(?<postcode>[1-9]\\d{3}) (?<city>${GERMAN_CITY})`, '\\d{4} '],
    ['IN', `(?<city>${CITY})[ ,.-]{0,4}(?<postcode>[1-9]\\d{2} ?\\d{3})(?!\\d)`, '\\d{3} ?\\d{3}'],
    ['in', `(?<city>${CITY})[ ,-]{1,3}(?<postcode>[1-9]\\d{2} \\d{3})(?=[ ,.]{0,2}(?:\\n|$))`, '\\d{3} \\d{3}'],
  ] as const
).map(([countries, pattern, core]) => [
  countries,
  new RegExp(pattern, 'g'),
  { core: new RegExp(core, 'g'), reach: LONGEST },
]);

/** A shape that is seen on no other country's pages, written small. */
const ON_PAGE = /^[a-z]{2}$/;
/** Shapes that are clear by themselves. */
const CLEAR = /^(?:US|CA|GB|AU)$/;

/** What tells whether a shape that is little more than digits and a word is an address. */
export interface TownContext {
  /** Whether a street ends shortly before a place of the text. */
  isAfterStreet(at: number): boolean;
  /** Countries that a place of the text may be in, all of them on the page. */
  regionsAt(at: number): readonly string[];
  /** Whether the page names a country anywhere. */
  isOnPage(country: string): boolean;
}

/** The ends of addresses, in order. */
export function findTowns(flat: string, context: TownContext): TownPlace[] {
  const found: TownPlace[] = findNamedTowns(flat);
  for (const [countries, pattern, around] of SHAPES.filter(([one]) => isPossible(one, context)))
    for (const { match, at } of matchesAround(flat, pattern, around)) {
      const { city, region, postcode } = match.groups ?? {};
      const end = at + match[0].length;
      const country = countryFor(countries, at, context);
      const isTaken = found.some((one) => one.at < end && at < one.end);
      if (!postcode || isTaken || country === undefined || found.length >= 200) continue;
      found.push({ postcode, country, at, end, ...(city ? { city: city.trim() } : {}), ...(region ? { region } : {}) });
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether a shape can mean anything on a page: its country is named there, or need not be. */
function isPossible(countries: string, { isOnPage }: TownContext): boolean {
  return CLEAR.test(countries) || countries === 'DE' || countries.toUpperCase().split(' ').some(isOnPage);
}

/** The country of a shape; undefined where it means nothing. */
function countryFor(countries: string, at: number, context: TownContext): string | undefined {
  const { isAfterStreet, regionsAt, isOnPage } = context;
  if (CLEAR.test(countries)) return countries;
  const country = countries.toUpperCase();
  if (ON_PAGE.test(countries)) return isOnPage(country) ? country : undefined;
  const here = regionsAt(at);
  return (
    countries.split(' ').find((one) => here.includes(one)) ??
    (isAfterStreet(at) && countries === 'DE' ? 'DE' : undefined)
  );
}
