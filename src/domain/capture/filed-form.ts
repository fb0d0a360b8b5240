import { normaliseEmail } from '../identity/email-address';
import { filedPhone, normalisePhone } from '../identity/phone-number';
import type { FoundValue } from './found';

/**
 * A value that was found, as it is filed: numbers as `+862155550101 ext. 12`, mailboxes in normal form, all else as the page
 * has it where it has no normal form.
 * @param regions countries whose numbers may stand there without a country code, likeliest first.
 */
export function filedForm(found: FoundValue, regions: readonly string[]): string {
  const { field, raw, normal, ext } = found;
  if (field === 'phones') {
    const number = normal ?? normalisePhone(raw, regions);
    return number === undefined ? raw : filedPhone(number, ext);
  }
  // A number of a local register means something only with its court.
  if (field === 'registrationIds') return normal?.startsWith(LOCAL) ? normal.slice(LOCAL.length) : raw;
  if (normal !== undefined) return normal;
  return field === 'emails' ? (normaliseEmail(raw) ?? raw) : raw;
}

const LOCAL = 'register:';
