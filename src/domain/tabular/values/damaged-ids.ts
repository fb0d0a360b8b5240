import type { ByteTexts } from '../columns/byte-texts';
import { areShortWithout } from '../columns/marked-codes';
import { unwrapId } from './unwrap-id';

/** A spreadsheet keeps 15 digits and writes zeros for the others. */
const KEPT_DIGITS = 15;
/** So many digits that are all 0 where any could stand are no accident: one in a thousand. */
const NO_ACCIDENT = 3;

/**
 * How many values of an id column a spreadsheet has spoilt beyond repair: 1.23E+17, and ids of 16 digits and more of which
 * only the first 15 were kept. Those are told from ids that happen to end in 0 by their number: at least half of the long
 * ids end so, with at least three such zeros between them. To be asked of id columns only; amounts may be written 1.2E+12.
 * @example looksDamaged(['1.23457E+17', '202401050001']) // 1
 * @example looksDamaged(['110101199001011000']) // 1
 */
export function looksDamaged(values: readonly string[]): number {
  let exponents = 0;
  let long = 0;
  let cut = 0;
  let zeros = 0;
  for (const value of values) {
    if (value.length < 5 || value.length > 100) continue;
    const id = unwrapId(value);
    if (isExponent(id)) exponents++;
    else if (/^\d{16,40}$/.test(id)) {
      long++;
      if (!/[^0]/.test(id.slice(KEPT_DIGITS))) {
        cut++;
        zeros += id.length - KEPT_DIGITS;
      }
    }
  }
  return exponents + (cut * 2 >= long && zeros >= NO_ACCIDENT ? cut : 0);
}

/** Of texts that are no strings yet: an exponent has a plus, and other damage is longer than what is kept. */
export function areSurelyWhole(texts: ByteTexts): boolean {
  return areShortWithout(texts, KEPT_DIGITS + 1, '+');
}

/** A spreadsheet goes over to exponents at 12 digits and always writes the plus: 2E05 is a product code. */
function isExponent(id: string): boolean {
  const match = /^\d(?:[.,]\d{1,15})?E\+(\d{2})$/i.exec(id);
  return match !== null && Number(match[1]) >= 11;
}
