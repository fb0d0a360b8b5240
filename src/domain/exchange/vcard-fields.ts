import { cleanLine } from '@/src/kernel/text';
import { filedPhone, normalisePhone } from '../identity/phone-number';
import { splitValue } from './content-line';

/** Longest text of one line that is taken from a file. */
export const MAX_TEXT = 500;
const MAX_PHONE = 100;
const CHINESE = /[\u3400-\u9fff]/;
/** A number behind an extension's word: `ext. 12`, `x12`, `转 12`, `;ext=12`. */
const EXTENSION = /[;,\s]*(?:ext?n?\.?|extension|x|#|转|轉|分机号?|分機號?)\s?[=:：]?\s?(\d{1,7})$/iu;

/**
 * A TEL in E.164, with ` ext. 12` behind it where it has an extension; as written where it is no valid number.
 * @example readPhone('tel:+86-21-5555-0101;ext=12', ['CN']) // '+862155550101 ext. 12'
 */
export function readPhone(text: string, regions: readonly string[]): string {
  const written = cleanLine(text, MAX_PHONE).replace(/^tel:/i, '');
  const extension = EXTENSION.exec(written);
  const [number = ''] = written.slice(0, extension?.index ?? written.length).split(';');
  const international = normalisePhone(number, regions);
  return international === undefined ? written : filedPhone(international, extension?.[1]);
}

/**
 * The name that N gives: family name first and without a blank in Chinese, given name first otherwise.
 * @param parts family, given, additional; the rest is left out. @example readName(['王', '晓岚']) // '王晓岚'
 */
export function readName(parts: readonly string[]): string {
  const [family = '', given = '', additional = ''] = parts;
  if (CHINESE.test(family + given)) return `${family}${given}${additional}`;
  return [given, additional, family].filter((part) => part !== '').join(' ');
}

/**
 * The parts of ADR as one line: from the country down in Chinese, from the street up otherwise.
 * @param parts box, extension, street, place, region, code, country.
 */
export function readAdr(parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  if (filled.length < 2) return filled[0] ?? '';
  return CHINESE.test(filled.join('')) ? chineseAddress(parts) : westernAddress(parts);
}

function chineseAddress([box, extension, street, place, region, code, country]: readonly string[]): string {
  const named = [country, region, place === region ? '' : place, street, extension, box].join('');
  return code ? `${named} ${code}` : named;
}

function westernAddress([box, extension, street, place, region, code, country]: readonly string[]): string {
  const town = [code, place].filter(Boolean).join(' ');
  return [street, extension, box, town, region, country].filter(Boolean).join(', ');
}

/** The parts of a structured value, each clean. @param unescaped takes the marks of the version away. */
export function partsOf(value: string, sign: ';' | ',', unescaped: (text: string) => string): string[] {
  return splitValue(value, sign).map((part) => cleanLine(unescaped(part), MAX_TEXT));
}
