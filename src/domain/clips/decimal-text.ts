/** Currencies of countries that write 1.299,00. */
const DECIMAL_COMMA: ReadonlySet<string> = new Set(['EUR']);

const LONGEST = 10;

/**
 * An amount as it is written, without groups and with a point: what can be read in two ways is not read. A single comma
 * before three digits groups (1,299), a single point does so only where the currency's countries write it (1.299 €).
 *
 * @param written digits with `,`, `.`, `'` or blanks between. @returns undefined when it is no number of at most ten digits.
 * @example decimalText('1.299,00', 'EUR') // '1299.00'
 */
export function decimalText(written: string, currency: string | undefined): string | undefined {
  const parts = written.split(/[^\d]/);
  const signs = [...written]
    .filter((char) => !/\d/.test(char))
    .map((char) => (/[\s\u00A0\u202F]/.test(char) ? ' ' : char));
  const last = signs.at(-1);
  if (last === undefined) return plain(parts, '');
  const fraction = parts.at(-1) ?? '';
  const [whole = '', ...groups] = parts.slice(0, -1);
  const isDecimal = signs.length === 1 ? decides(last, whole, fraction, currency) : !signs.slice(0, -1).includes(last);
  if (!isDecimal) return isGrouped(parts, signs) ? plain(parts, '') : undefined;
  const fits = isFraction(last, whole, fraction) && isGrouped([whole, ...groups], signs.slice(0, -1));
  return fits ? plain([whole, ...groups], fraction) : undefined;
}

/** Whether the only sign of a number stands before its decimals. */
function decides(sign: string, whole: string, fraction: string, currency: string | undefined): boolean {
  if (fraction.length !== 3) return true;
  if (whole === '0') return true;
  return sign === '.' && !(currency !== undefined && DECIMAL_COMMA.has(currency));
}

/** Unit prices have up to four decimals; behind a comma more than two are as likely a group with a slip in it. */
function isFraction(sign: string, whole: string, fraction: string): boolean {
  if (sign !== '.' && sign !== ',') return false;
  return fraction.length <= (sign === '.' || whole === '0' ? 4 : 2);
}

/** Whether all parts but the first have three digits, with one sign between them. */
function isGrouped([first = '', ...others]: readonly string[], signs: readonly string[]): boolean {
  if (others.length > 0 && first.length > 3) return false;
  return others.every(({ length }) => length === 3) && new Set(signs).size <= 1;
}

/** A number that begins with a needless zero is a phone number or a code. */
function plain(whole: readonly string[], fraction: string): string | undefined {
  const digits = whole.join('');
  if (digits === '' || digits.length > LONGEST || /^0\d/.test(digits)) return undefined;
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

/**
 * The decimal with its point moved to the right: 1.2 万 is 12000.
 * @example shifted('1.25', 4) // '12500'
 */
export function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(places, '0');
  const left = `${whole}${padded.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const right = padded.slice(places).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
