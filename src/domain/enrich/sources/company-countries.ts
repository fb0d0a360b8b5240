import { chineseParts } from '../../capture/address/chinese-address';
import { COUNTRY_NAMES, POSTCODE_SHAPES } from '../../capture/text/country-marks';
import { withoutExtension } from '../../identity/phone-number';
import { regionsOf } from '../../identity/region';
import { normaliseRegistration } from '../../identity/registration-id';
import { validPhone } from '../../identity/valid-phone';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { siteOf } from '../site/site-address';

const LONGEST = 300;
/** Endings of hosts that are a country's code and are taken all over the world. */
const ANYWHERE: ReadonlySet<string> = new Set('ai cc co fm gg im io la me sh so to tv ws'.split(' '));
const VAT_COUNTRY: Readonly<Record<string, string>> = { EL: 'GR' };

/**
 * The countries that a record points to, as ISO 3166-1 alpha-2: by its numbers, its addresses, its numbers in registers, the
 * ending of its site. Empty where nothing does.
 */
export function countriesOf(company: CompanyFields): ReadonlySet<string> {
  const site = siteOf(company);
  return new Set([
    ...valuesOf(company.phones).flatMap((phone) => validPhone(withoutExtension(phone))?.country ?? []),
    ...valuesOf(company.addresses).flatMap(countriesOfAddress),
    ...valuesOf(company.registrationIds).flatMap(countryOfNumber),
    ...(site ? countryOfHost(new URL(site.url).hostname) : []),
  ]);
}

function countriesOfAddress(address: string): string[] {
  const text = address.slice(0, LONGEST);
  if (/[\u3040-\u30ff]/.test(text)) return ['JP'];
  if (/\p{Script=Han}/u.test(text)) return [chineseParts(text).country ?? 'CN'];
  const named = [...text.matchAll(COUNTRY_NAMES.pattern)].flatMap(
    ([name]) => COUNTRY_NAMES.regions.get(name.toLowerCase()) ?? [],
  );
  return [...named, ...POSTCODE_SHAPES.filter(({ pattern }) => text.search(pattern) >= 0).map(({ region }) => region)];
}

function countryOfNumber(id: string): string[] {
  const [scheme = '', number = ''] = normaliseRegistration(id)?.split(':') ?? [];
  if (scheme === 'uscc') return ['CN'];
  const code = number.slice(0, 2);
  return scheme === 'vat' ? [VAT_COUNTRY[code] ?? code] : [];
}

function countryOfHost(host: string): string[] {
  return ANYWHERE.has(host.slice(host.lastIndexOf('.') + 1)) ? [] : regionsOf({ countries: [], host, lang: '' }, '');
}
