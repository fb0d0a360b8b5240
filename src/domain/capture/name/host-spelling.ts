import { letters } from './host-label';

const MOST = 60;
const MOST_TEXT = 200_000;
const LEGAL_WORD = /^,? ?(?:Inc|LLC|Ltd|Limited|Corp|Corporation|Company|Co|Group|PLC|LLP)\b\.?/;
/** Forms without which a company of these countries is not named in writing: said once is said. */
const LEGAL_END =
  /^ (?:(?:[gm]?GmbH|AG|UG|KG|OHG)(?: ?& ?Co\.? ?(?:KGaA|KG|OHG))?|KGaA|GbR|PartG(?: ?mbB)?|mbB|e\.\s?[KU]\.|[BN]\.V\.|DAC|Pty\.? Ltd|S\.?A\.?R\.?L|S\.r\.l\.|S\.p\.A\.|ApS|A\/S|Sp\. z o\.o\.|s\.r\.o\.|d\.o\.o\.)(?![\p{L}\d])/u;

/** The host is the first word of a name that is only ever written whole: `Penhallow Freight Ltd`. */
const LEGAL_RUN =
  /^(?: (?:& |and |of )?\p{Lu}[\p{L}'&-]{1,20}){1,3},? (?:Inc|LLC|Ltd|Limited|Corp|PLC|LLP|GmbH|AG|KG|B\.V\.|S\.r\.l\.|S\.p\.A\.)(?![\p{L}\d])\.?/u;

const PAGE_WORD =
  /(?:help|support|contact|login|blog|news|home|online|website|all|copyright|privacy|terms|customer|center|campus|careers?|team|is|has|does|will|can|in|at|on)$/i;

/** How the text spells the letters of a host: `Better Builders` for `betterbuilders`, with how often it does. */
export interface HostSpelling {
  readonly text: string;
  readonly at: number;
  readonly count: number;
}

/**
 * Looks for the letters of a host as words of the text, and goes on over the capitalised words that mostly follow:
 * `balisecollision` is `Balise Collision Repair` where that is what the page says. Undefined when only addresses have them.
 */
export function spellingOfHost(text: string, label: string): HostSpelling | undefined {
  if (label.length < 4) return undefined;
  const places = placesOf(text, label);
  if (places.length === 0) return undefined;
  const spellings = new Map<string, { at: number; count: number; follow: string[] }>();
  for (const { at, end } of places) {
    const written = text.slice(at, end).replace(/\s+/g, ' ');
    const held = spellings.get(written) ?? { at, count: 0, follow: [] };
    held.count++;
    held.follow.push(text.slice(end, end + 60));
    spellings.set(written, held);
  }
  const isProper = (one: string): boolean => /\p{Lu}/u.test(one) || /[\u4e00-\u9fff]/.test(one);
  const ranked = [...spellings].filter(([one]) => isProper(one)).sort((a, b) => weight(b) - weight(a));
  const [best] = ranked;
  if (!best) return undefined;
  const [written, { at, count, follow }] = best;
  return { text: written + (legalEnd(follow) ?? commonEnd(follow)), at, count };
}

/** Several words and small letters are how names are written; all capitals are how headings shout. */
function weight([written, { count }]: readonly [string, { readonly count: number }]): number {
  return count + (/\s/.test(written) ? 3 : 0) + (/\p{Ll}/u.test(written) ? 2 : 0);
}

function placesOf(text: string, label: string): { at: number; end: number }[] {
  const places: { at: number; end: number }[] = [];
  let start = 0;
  for (const line of text.slice(0, MOST_TEXT).split('\n')) {
    // Few lines have the letters at all: only of those it is asked where.
    const joined = letters(line);
    const origin = joined.includes(label) ? originsIn(line) : [];
    for (let found = joined.indexOf(label); found >= 0; found = joined.indexOf(label, found + 1)) {
      const at = start + (origin[found] ?? 0);
      const end = start + (origin[found + label.length - 1] ?? 0) + 1;
      if (places.length < MOST && isWord(text, at, end)) places.push({ at, end });
    }
    start += line.length + 1;
  }
  return places;
}

/** Of every letter of a line, the place of the sign that it comes from. */
function originsIn(line: string): number[] {
  const origin: number[] = [];
  for (let i = 0; i < line.length; i++) {
    const { length } = lettersOf(line.charCodeAt(i));
    for (let k = 0; k < length; k++) origin.push(i);
  }
  return origin;
}

/** The letters of one UTF-16 unit by its code: a page asks for the same few over and over. */
const KNOWN: string[] = [];

function lettersOf(code: number): string {
  return (KNOWN[code] ??= letters(String.fromCharCode(code)));
}

/** Whole words on one line, and no address of web or mail. */
function isWord(text: string, at: number, end: number): boolean {
  const inner = text.slice(at, end);
  if (inner.length > 60) return false;
  return !/[\p{L}\d@./_-]/u.test(text[at - 1] ?? '') && !/^(?:[\p{L}\d@_-]|\.[a-z])/u.test(text.slice(end, end + 2));
}

/** The words up to the legal form, where the letters are always followed by the same. */
function legalEnd(follow: readonly string[]): string | undefined {
  const [first, ...others] = follow.map((one) => LEGAL_RUN.exec(one)?.[0]);
  return others.every((one) => one === first) ? first : undefined;
}

function commonEnd(follow: readonly string[]): string {
  let end = '';
  let rest = [...follow];
  for (let i = 0; i < 3; i++) {
    const nexts = rest.map((one) => /^ (?:& |and |of )?\p{Lu}[\p{L}'&-]{1,20}/u.exec(one)?.[0] ?? '');
    const first = nexts.find((one) => one !== '');
    const share = nexts.filter((one) => one === first).length;
    if (!first || PAGE_WORD.test(first) || share < 2 || share / follow.length < 0.6) break;
    end += first;
    rest = rest.filter((_, j) => nexts[j] === first).map((one) => one.slice(first.length));
  }
  const form = rest.map((one) => LEGAL_END.exec(one)?.[0]).find((one) => one !== undefined);
  return end + (form ?? LEGAL_WORD.exec(rest[0] ?? '')?.[0] ?? '');
}
