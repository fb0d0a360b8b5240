import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { validPhone } from './valid-phone';

/**
 * A phone number in E.164 when it is a valid number of one of the regions, tried in their order.
 *
 * @param regions ISO 3166-1 alpha-2 codes; unknown ones are passed over. Numbers with a leading + need none.
 * @returns undefined when no region makes it valid: the text is then shown as it is and identifies nothing.
 * @example normalisePhone('021-5888 6666', ['CN']) // '+862158886666'
 */
export function normalisePhone(text: string, regions: readonly string[]): string | undefined {
  const written = text.normalize('NFKC').trim().slice(0, 60);
  for (const region of [undefined, ...regions]) {
    if (region !== undefined && !isSupportedCountry(region)) continue;
    const valid = validPhone(written, region);
    if (valid) return valid.number;
  }
  return undefined;
}

/** A number as it is filed: in E.164, an extension behind it. */
const FILED = /^(\+\d{4,15})(?: ext\. (\d{1,7}))?$/;

/** @example filedPhone('+862155550101', '12') // '+862155550101 ext. 12' */
export function filedPhone(e164: string, extension?: string): string {
  return extension ? `${e164} ext. ${extension}` : e164;
}

/**
 * The number that a filed one is reached at, without its extension. What is not in E.164 comes back as it is.
 * @example withoutExtension('+862155550101 ext. 12') // '+862155550101'
 */
export function withoutExtension(filed: string): string {
  return FILED.exec(filed)?.[1] ?? filed;
}

/**
 * A filed number as a link that dials it (RFC 3966); undefined when it is not in E.164.
 * @example phoneLink('+862155550101 ext. 12') // 'tel:+862155550101;ext=12'
 */
export function phoneLink(filed: string): string | undefined {
  const [, number, extension] = FILED.exec(filed) ?? [];
  return number && `tel:${number}${extension ? `;ext=${extension}` : ''}`;
}

/**
 * How an E.164 number is written for people: nationally spaced, with its country code.
 * @example formatPhone('+862158886666') // '+86 21 5888 6666'
 */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Whether an E.164 number is a mobile's, and so one person's. Where mobile and fixed numbers look alike (+1): no. */
export function isMobile(e164: string): boolean {
  return parsePhoneNumberFromString(e164)?.getType() === 'MOBILE';
}
