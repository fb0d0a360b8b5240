import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

const MOST = 2000;
const known = new Map<string, PhoneNumber | undefined>();

/**
 * A number as a region reads it, when that makes it valid. What was asked lately is remembered: a page has one number in its
 * links, its text and its lists, and each of them asks. Nobody may change what comes back.
 *
 * @param region a code that the library supports; without one only a number with a leading + is read.
 */
export function validPhone(text: string, region?: CountryCode): PhoneNumber | undefined {
  const key = `${region ?? ''} ${text}`;
  if (known.has(key)) return known.get(key);
  const parsed = parsePhoneNumberFromString(text, region === undefined ? {} : { defaultCountry: region });
  const valid = parsed?.isValid() ? parsed : undefined;
  if (known.size >= MOST) known.clear();
  known.set(key, valid);
  return valid;
}
