/** A run of digits within a candidate, with what stands before it. */
export interface DigitGroup {
  readonly digits: string;
  /** Where it begins in the text, opening signs (`+`, `(`) included. */
  readonly at: number;
  readonly end: number;
  readonly separator: string;
}

/** A run of digits and the signs that telephone numbers are written with. */
const CANDIDATE = /(?:[+(][ (+]{0,2})?\d(?:[ ().\-/~]{0,3}\d){4,31}/g;
const GROUP = /([^\d]{0,4}?)([+(]{0,3}\d+)/g;

/** The candidates of a masked text. Letters, and signs of other meanings, may not touch them. */
export function phoneCandidates(masked: string): DigitGroup[][] {
  const found: DigitGroup[][] = [];
  for (const match of masked.matchAll(CANDIDATE)) {
    const before = masked[match.index - 1] ?? '';
    // A forgotten blank: `or0207 515 7774`.
    const isGlued = /[a-z]/.test(before) && /^(?:0|\+|\()/.test(match[0]);
    if (
      (!isGlued && /[\w@#&=%\u0001]/.test(before)) ||
      (/[.,:/-]/.test(before) &&
        /\d/.test(masked[match.index - 2] ?? '') &&
        !isAnother(masked.slice(Math.max(0, match.index - 16), match.index), match[0]))
    )
      continue;
    found.push(groupsOf(match[0], match.index));
  }
  return found;
}

/** `0553-6866118,6866119`: without its area code behind a comma. */
function isAnother(before: string, text: string): boolean {
  return /^\d{7,8}$/.test(text) && /(?:^|\D)0\d{2,3}[- )]{1,2}\d{7,8},$/.test(before);
}

function groupsOf(text: string, at: number): DigitGroup[] {
  return [...text.matchAll(GROUP)].map((match) => {
    const [whole, separator = '', run = ''] = match;
    const start = at + match.index + separator.length;
    return { digits: run.replace(/\D/g, ''), at: start, end: at + match.index + whole.length, separator };
  });
}
