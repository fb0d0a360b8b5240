const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const LEI = /^[0-9A-Z]{18}\d{2}$/;
/** Country code and number, by country where its shape is known well. */
const VAT =
  /^(?:ATU\d{8}|BE[01]\d{9}|BG\d{9,10}|CHE\d{9}|CY\d{8}[A-Z]|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|EL\d{9}|ES[0-9A-Z]\d{7}[0-9A-Z]|FI\d{8}|FR[0-9A-HJ-NP-Z]{2}\d{9}|GB(?:\d{9}|\d{12})|HR\d{11}|HU\d{8}|IE\d[0-9A-Z]\d{5}[A-Z]{1,2}|IT\d{11}|LT(?:\d{9}|\d{12})|LU\d{8}|LV\d{11}|MT\d{8}|NL\d{9}B\d{2}|PL\d{10}|PT\d{9}|RO\d{2,10}|SE\d{12}|SI\d{8}|SK\d{10}|XI(?:\d{9}|\d{12}))$/;

/**
 * A number under which a register knows one company, with its scheme in front.
 *
 * @returns undefined when the shape or the check digit is wrong: what may be a typing error identifies nobody.
 * @source USCC: GB 32100-2015, weights 3^i mod 31. LEI: ISO 17442, check by ISO 7064 mod 97-10. VAT: shapes only.
 * @example normaliseRegistration('9131 0000 MA1K 4P 8A 7J') // 'uscc:91310000MA1K4P8A7J' when its check digit fits
 * @example normaliseRegistration('DE 123 456 788') // 'vat:DE123456788'
 */
export function normaliseRegistration(text: string): string | undefined {
  const written = text
    .slice(0, 60)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-–]/g, '');
  if (USCC.test(written) && hasUsccCheck(written)) return `uscc:${written}`;
  if (LEI.test(written) && hasLeiCheck(written)) return `lei:${written}`;
  return VAT.test(written) ? `vat:${written}` : undefined;
}

function hasUsccCheck(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += USCC_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_SIGNS[(31 - (sum % 31)) % 31] === code[17];
}

function hasLeiCheck(code: string): boolean {
  let rest = 0;
  for (const sign of code) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
