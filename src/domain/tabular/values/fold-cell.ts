import { unwrapId } from './unwrap-id';

const LONGEST = 80;
const WIDE = /[\u00A0\u2000-\u200A\u202F\u205F\u2012-\u2015\u2212\u3000\uFE63\uFF01-\uFF5E\uFFE0-\uFFE6]/;
const BLANK = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
const DASH = /[\u2012-\u2015\u2212\uFE63]/g;

/**
 * A number or a date as it stands in a cell, made plain: unwrapped, full-width signs and the many blanks and dashes as in
 * ASCII, runs of blanks one blank. Not NFKC, which makes 52 of 5².
 * @returns undefined when the text is too long to be a number or a date.
 * @example foldCell('="１ ２３４，５０"') // '1 234,50'
 */
export function foldCell(text: string): string | undefined {
  const cell = unwrapId(text);
  if (cell.length > LONGEST) return undefined;
  if (!WIDE.test(cell)) return cell.replace(BLANK, ' ');
  return cell
    .replace(DASH, '-')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\uFFE0-\uFFE6]/g, (sign) => sign.normalize('NFKC'))
    .replace(BLANK, ' ')
    .trim();
}
