/** Letters and figures from which on a needle is also found in another dress, or cut off. Shorter ones are parts of other words. */
const SURE = 8;
/** Snippets of pages and files are cut at some length; what is shorter was not cut. */
const CUT_FROM = 100;

/**
 * Finds any of the needles in texts, whatever the case: as it is; from eight letters and figures on also with other marks
 * between them or none, percent-encoded as in addresses, with the words the other way round, and cut off at either end of a
 * long text. Blank needles and those of one character find nothing.
 * @example needleFinder(['Olivia Grant'])('https://firm.example/team/olivia-grant') // true
 */
export function needleFinder(needles: readonly string[]): (text: string) => boolean {
  const plain = needles.map((needle) => needle.toLowerCase()).filter((needle) => needle.trim().length > 1);
  const folded = [...new Set(plain.flatMap(dresses))].filter((needle) => needle.length >= SURE);
  return (text) => {
    const lowered = text.toLowerCase();
    if (plain.some((needle) => lowered.includes(needle))) return true;
    if (text.length < SURE || folded.length === 0) return false;
    const bare = foldedNeedle(decoded(lowered));
    return folded.some((needle) => bare.includes(needle) || (text.length >= CUT_FROM && isCutOff(bare, needle)));
  };
}

/** Letters and figures alone, in lower case. */
export function foldedNeedle(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names are also written the other way round: Grant, Olivia. */
function dresses(needle: string): string[] {
  const words = needle.split(/[\s,]+/).filter((word) => word !== '');
  return [foldedNeedle(needle), foldedNeedle(words.toReversed().join(' '))];
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Of figures a beginning may be somebody else's number. */
function isCutOff(bare: string, needle: string): boolean {
  if (!/\p{L}/u.test(needle)) return false;
  for (let length = needle.length - 1; length >= SURE; length--)
    if (bare.endsWith(needle.slice(0, length)) || bare.startsWith(needle.slice(-length))) return true;
  return false;
}
