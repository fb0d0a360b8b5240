/**
 * Which sign stands before the decimals: `point` for 1,234.56, `comma` for 1.234,56. Decided once for a column, from all
 * its values, because `1,234` alone can be either.
 */
export type NumberForm = 'point' | 'comma';

export interface ParsedNumber {
  /** Safe integer. */
  readonly units: number;
  /** Digits after the point, 0…MAX_SCALE. */
  readonly scale: number;
  /** Digits beyond MAX_SCALE were rounded away (floats written out in full). */
  readonly rounded: boolean;
}

export const MAX_SCALE = 6;

const CURRENCY = '(?:[¥￥$€£元]|RMB|CNY|USD|EUR|GBP|HKD|CHF|NT\\$)';
const WRITTEN = new RegExp(`^([+-]?)\\s?${CURRENCY}?\\s?([+-]?)([\\d.,'\\s]{1,40})${CURRENCY}?\\s?(-?)$`, 'i');

/** The form that most values which show it speak for; `point` when none does. */
export function decideNumberForm(values: readonly string[]): NumberForm {
  let point = 0;
  let comma = 0;
  for (const value of values) {
    const form = evidentForm(value);
    if (form === 'point') point++;
    else if (form === 'comma') comma++;
  }
  return comma > point ? 'comma' : 'point';
}

/** The form a value can only be read in, if there is one. */
function evidentForm(value: string): NumberForm | undefined {
  const lastPoint = value.lastIndexOf('.');
  const lastComma = value.lastIndexOf(',');
  if (lastPoint < 0 && lastComma < 0) return undefined;
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? 'point' : 'comma';
  const [sign, at]: [string, number] = lastPoint >= 0 ? ['.', lastPoint] : [',', lastComma];
  const form = sign === '.' ? 'point' : 'comma';
  const other = sign === '.' ? 'comma' : 'point';
  if (value.indexOf(sign) !== at) return other; // 1.234.567: a decimal sign stands once
  return /^\d{3}\D*$/.test(value.slice(at + 1)) ? undefined : form;
}

/**
 * A number as files write it: 1,234.56 · (1,234.56) · 1,234- · ￥1 234 · １２３ · 12元. Exact, no floating point.
 * @returns undefined when it is none, or has more digits than can be kept exactly (2^53 units).
 * @example parseNumber('(1.234,50)', 'comma') // { units: -123450, scale: 2, rounded: false }
 */
export function parseNumber(text: string, form: NumberForm): ParsedNumber | undefined {
  const plain = form === 'point' || !text.includes('.') ? plainNumber(text) : undefined;
  if (plain) return plain;
  const written = separateSign(text);
  const digits = written && ungrouped(written.digits, form);
  const parsed = digits === undefined ? undefined : plainNumber(digits);
  if (!parsed || !written) return undefined;
  return { ...parsed, units: written.negative && parsed.units !== 0 ? -parsed.units : parsed.units };
}

/** The digits with their separators, and whether a bracket or a single minus, before or behind, makes them negative. */
function separateSign(text: string): { digits: string; negative: boolean } | undefined {
  const folded = text
    .slice(0, 80)
    .normalize('NFKC')
    .trim()
    .replaceAll(/[\u2212\u2013]/g, '-');
  const match = WRITTEN.exec(folded.replace(/^\((.*)\)$/, '-$1'));
  if (!match) return undefined;
  const minuses = [match[1], match[2], match[4]].filter((sign) => sign === '-').length;
  return minuses > 1 ? undefined : { digits: (match[3] ?? '').trim(), negative: minuses === 1 };
}

/** The digits with a point before the decimals. Groups are of three, between like signs. */
function ungrouped(text: string, form: NumberForm): string | undefined {
  const [group, decimal] = form === 'point' ? [",' \u00A0\u202F", '.'] : [".' \u00A0\u202F", ','];
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0) return undefined;
  const signs = [...whole].filter((char) => group.includes(char));
  if (signs.length > 0) {
    if (new Set(signs).size > 1 || !/^\d{1,3}(\D\d{3})+$/.test(whole)) return undefined;
  }
  const joined = [...whole].filter((char) => !group.includes(char)).join('');
  return fraction === undefined ? joined : `${joined}.${fraction}`;
}

/** -123.45 and nothing fancier. Trailing zeros of the fraction are dropped, so that 12.50 needs one digit. */
function plainNumber(text: string): ParsedNumber | undefined {
  const match = /^(-?)(\d{0,20})(?:\.(\d{0,40}))?$/.exec(text);
  if (!match || (!match[2] && !match[3])) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const rounded = fraction.length > MAX_SCALE;
  const kept = fraction.slice(0, MAX_SCALE);
  const up = rounded && fraction.charAt(MAX_SCALE) >= '5' ? 1 : 0;
  const units = Number(`${match[2]}${kept}`) + up;
  if (!Number.isSafeInteger(units)) return undefined;
  return { units: match[1] && units !== 0 ? -units : units, scale: kept.length, rounded };
}
