/** What of a number format bears on the value, and not only on its looks. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date'; readonly timeOnly: boolean }
  /** Figures with leading zeros; each 0 of the pattern stands for a figure, all else is text. */
  | { readonly kind: 'padded'; readonly pattern: readonly FormatPart[] }
  | { readonly kind: 'currency'; readonly sign: string };

export interface FormatPart {
  readonly text: string;
  /** Text that is shown as it is, as opposed to a code that stands for something. */
  readonly literal: boolean;
}

const PLAIN: NumberFormat = { kind: 'plain' };
/** Longer ones cannot be typed into a spreadsheet. */
const LONGEST = 1000;

/**
 * What a format code says of the value: its first section decides.
 * @example numberFormatOf('yyyy"年"m"月"d"日"') // { kind: 'date', timeOnly: false }
 * @example numberFormatOf('[h]:mm') // { kind: 'plain' }: hours that go on beyond a day are no time of day
 */
export function numberFormatOf(code: string): NumberFormat {
  const parts = firstSection(code.slice(0, LONGEST));
  const codes = parts.map(({ text, literal }) => (literal ? '' : text)).join('');
  if (/^\s*(?:general|standard|g\/|@|$)/i.test(codes) || /\[(?:h+|m+|s+)\]/i.test(codes)) return PLAIN;
  const bare = codes.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p/gi, 'h');
  if (/[ydhs]|^[^0#?]*m/i.test(bare.replace(/e[+-]/gi, ''))) return { kind: 'date', timeOnly: isTime(bare) };
  if (bare.includes('%')) return { kind: 'percent' };
  const sign = currencyOf(parts);
  if (sign !== undefined) return { kind: 'currency', sign };
  return /^\s*0[0\s-]*0\s*$/.test(bare) ? { kind: 'padded', pattern: parts } : PLAIN;
}

/** Without a year and a day; m alone is a month, beside hours or seconds it is a minute. */
function isTime(bare: string): boolean {
  return /[hs]/i.test(bare) && !/[ydg]/i.test(bare);
}

/** The codes and literals up to the first `;`. Blanks as wide as a sign, and signs that fill the cell, are left out. */
function firstSection(code: string): FormatPart[] {
  const parts: FormatPart[] = [];
  for (let at = 0; at < code.length && code[at] !== ';';) {
    const { length, ...part } = partAt(code, at);
    if (part.text !== '') parts.push(part);
    at += length;
  }
  return parts;
}

function partAt(code: string, at: number): FormatPart & { length: number } {
  const sign = code.charAt(at);
  if (sign === '"' || sign === '[') {
    const close = code.indexOf(sign === '"' ? '"' : ']', at + 1);
    const end = close === -1 ? code.length : close;
    const text = sign === '"' ? code.slice(at + 1, end) : code.slice(at, end + 1);
    return { text, literal: sign === '"', length: end + 1 - at };
  }
  if (sign === '\\' || sign === '!') return { text: code.slice(at + 1, at + 2), literal: true, length: 2 };
  if (sign === '_' || sign === '*') return { text: '', literal: true, length: 2 };
  return { text: sign, literal: sign > '~', length: 1 };
}

const SIGNS = /[¥￥$€£₩₽₹฿₫₺]/;
const WORDS = /^(?:元|圆|圓|rmb|cny|usd|eur|gbp|jpy|hkd|twd|aud|cad|chf|sgd|krw|inr|kr|zł)$/i;

/** The sign of `[$€-407]`, `"US$"` or a bare ¥. `[$-804]` names a language and no currency. */
function currencyOf(parts: readonly FormatPart[]): string | undefined {
  for (const [i, { text, literal }] of parts.entries()) {
    const named = !literal && text.startsWith('[$') ? text.slice(2, -1).replace(/-[^-]*$/, '') : undefined;
    const sign = (named ?? (literal ? runOf(parts, i) : text)).trim();
    if (sign.length > 0 && sign.length <= 6 && (named !== undefined || SIGNS.test(sign) || WORDS.test(sign)))
      return sign;
  }
  return undefined;
}

/** Literals written sign by sign, as in `\U\S\D`, taken together from the first of them. */
function runOf(parts: readonly FormatPart[], from: number): string {
  if (parts[from - 1]?.literal) return parts[from]?.text ?? '';
  const end = parts.findIndex(({ literal }, i) => i > from && !literal);
  return parts
    .slice(from, end === -1 ? parts.length : end)
    .map(({ text }) => text)
    .join('');
}

const BUILTIN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  45: 'mm:ss',
  47: 'mm:ss.0',
  // What these mean depends on the language of the program that wrote them; a day or a time they are in all of them.
  32: 'h:mm',
  33: 'h:mm:ss',
};
const EASTERN_DATES = new Set([27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
/** Hours in Chinese, days in Japanese: the value tells. */
const EASTERN_EITHER = new Set([34, 35, 55, 56]);

/** The code of a format that a file names by number only; General where nothing is known of it. */
export function builtinCode(id: number): string {
  if (EASTERN_EITHER.has(id)) return 'h:mm:ss';
  return EASTERN_DATES.has(id) ? 'yyyy-mm-dd' : (BUILTIN[id] ?? 'General');
}
