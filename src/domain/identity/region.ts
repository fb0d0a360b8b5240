import { getCountries } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** Top-level domains that are not their country's code. */
const TOP_LEVEL: Readonly<Record<string, CountryCode>> = { uk: 'GB' };

/** The country that a language is most written in by companies, for pages that name none. */
const LANGUAGE_HOME: Readonly<Record<string, CountryCode>> = {
  zh: 'CN',
  de: 'DE',
  ja: 'JP',
  fr: 'FR',
  es: 'ES',
  it: 'IT',
};

const NAME_LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'de', 'fr'];

/**
 * Countries whose numbers a page may write without a country code, likeliest first: given as its own, named in an address, of
 * the host's top-level domain, of the page's language with region, of its language, the user's own.
 * @example regionsOf({ countries: ['中国'], host: 'acme.com', lang: 'en' }, 'DE') // ['CN', 'DE']
 */
export function regionsOf(
  hints: {
    readonly region?: string;
    readonly countries: readonly string[];
    readonly host: string;
    readonly lang: string;
  },
  home: string,
): string[] {
  known ??= new Set(getCountries());
  const [language = '', region = ''] = hints.lang.toLowerCase().split(/[-_]/);
  const topLevel = hints.host.split('.').at(-1)?.toLowerCase() ?? '';
  const candidates = [
    hints.region?.toUpperCase(),
    ...hints.countries.map(countryCode),
    TOP_LEVEL[topLevel] ?? topLevel.toUpperCase(),
    region.toUpperCase(),
    LANGUAGE_HOME[language],
    home,
  ];
  const codes = known;
  return [...new Set(candidates)].filter((code): code is string => code !== undefined && codes.has(code));
}

let known: ReadonlySet<string> | undefined;

/** All countries that have phone numbers, as codes in the order of the alphabet. */
export function allRegions(): readonly string[] {
  return getCountries().toSorted();
}

/** The code of a country given by code or by name in one of a few languages. */
function countryCode(text: string): string | undefined {
  const folded = text.normalize('NFKC').trim().slice(0, 60).toLowerCase();
  if (/^[a-z]{2}$/.test(folded)) return folded.toUpperCase();
  return (names ??= namesOfAll()).get(folded);
}

let names: ReadonlyMap<string, string> | undefined;

/** The names of all countries in those languages, in lower case, each with the code of the first country so called. */
function namesOfAll(): Map<string, string> {
  const found = new Map<string, string>();
  const tellers = NAME_LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const code of getCountries())
    for (const teller of tellers) {
      const name = (teller.of(code) ?? '').toLowerCase();
      if (!found.has(name)) found.set(name, code);
    }
  return found;
}
