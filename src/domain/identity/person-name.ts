import { folded } from './folded';
import { similarity } from './similarity';

const LIMIT = 120;
const CHINESE = /^[\u3400-\u9fff]{2,}$/;

/** Forms of address and degrees, not part of the name. Dots are gone by then. */
const TITLES = new Set(
  'mr mrs ms miss dr prof herr frau dipl ing ingdipl med phil mba msc bsc phd jr sr ii iii ir mag monsieur madame mme m sir'.split(
    ' ',
  ),
);
const CHINESE_TITLES = /(?:先生|女士|小姐|太太|老师|博士|教授|总经理|经理|主任|总监|董事长){1,60}$/;

/**
 * A person's name as its words, lower case, simplified, without accents and titles, sorted: `Grant, Olivia` and
 * `Ms Olivia Grant` are the same. A Chinese name is one word, whatever blanks are in it.
 * @example personWords('王 曉嵐 女士') // ['王晓岚']
 */
export function personWords(text: string): string[] {
  const plain = folded(text.slice(0, LIMIT));
  const words = plain.split(/[^\p{L}\p{N}*]+/u).filter((word) => word !== '');
  const own = words.filter((word) => !TITLES.has(word));
  const joined = own.join('');
  const untitled = joined.replace(CHINESE_TITLES, '');
  if (CHINESE.test(untitled)) return [untitled];
  // A family name alone is called by its title.
  if (CHINESE.test(joined)) return [joined];
  return (own.length > 0 ? own : words).sort();
}

const INITIALS = 0.85;
const OTHER_INITIAL = 0.5;

/**
 * How much two names (as {@link personWords}) say the same, 0 to 1: 1 for the same words, .85 where first names are only
 * initials (`O. Grant`), at most .5 where initials differ, otherwise by letters. Empty names are like nothing.
 */
export function comparePersonNames(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const alike = similarity(a.join(' '), b.join(' '));
  const left = a.filter((word) => !b.includes(word));
  const right = b.filter((word) => !a.includes(word));
  if (![...left, ...right].some((word) => word.length === 1)) return alike;
  const fits =
    left.length === right.length &&
    left.length < a.length &&
    left.every((word, i) => areInitials(word, right[i] ?? ''));
  return fits ? INITIALS : Math.min(alike, OTHER_INITIAL);
}

/** One is the other's initial. Both lists are sorted, so that initials stand where their words do. */
function areInitials(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].sort((x, y) => x.length - y.length);
  return short.length === 1 && long.startsWith(short);
}
