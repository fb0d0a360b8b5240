/**
 * The form under which two spellings of one key are the same: NFKC (full-width ＡＢＣ becomes ABC), outer space removed,
 * inner runs of space one blank. Case is kept.
 */
export function foldKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * Order by Unicode code point. JavaScript's `<` compares UTF-16 units and puts 𠮷 (U+20BB7) before ﬁ (U+FB01).
 * Negative when a comes first, 0 when equal.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates (which stand for U+10000 and above) behind U+E000…U+FFFF. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** White space that is not one blank already. */
const UNFOLDED = /[^\S ]\s*| \s+/g;

/**
 * One line of text that a page or a file gave, made safe to show and to compare: control, zero-width and
 * direction-changing characters removed, white space folded, cut to `limit` characters.
 */
export function cleanLine(text: string, limit: number): string {
  return text
    .slice(0, limit * 4)
    .replace(INVISIBLE, '')
    .replace(UNFOLDED, ' ')
    .trim()
    .slice(0, limit);
}

/** The same for text of several lines: lines end with \n and keep their blanks, and none is left blank at either end. */
export function cleanLines(text: string, limit: number): string {
  return text
    .slice(0, limit * 2)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .trim()
    .slice(0, limit)
    .trimEnd();
}
