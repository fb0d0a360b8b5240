/** The order of texts in a language (排序规则). */
export interface TextOrder {
  /** Negative, 0, positive, as `Intl.Collator`. */
  compare(a: string, b: string): number;
  /** The texts from the first to the last; those that compare as equal stay as they came. The given list is not changed. */
  sorted(texts: readonly string[]): string[];
}

/** Texts of these alone are put in order by ranks: every sign is one UTF-16 unit, counts, and counts by itself. */
const PLAIN = /^[\x20-\x7e\u3400-\u4dbf\u4e00-\u9fff]*$/;

/**
 * The order that `Intl.Collator` gives, in a fraction of its time. The signs of all texts are ranked once, and texts compared
 * by the ranks of their signs; the collator is asked only where these are equal, as with capitals, and for texts with signs
 * that do not stand for themselves (accents, ligatures, Hangul).
 * @param language a BCP 47 tag.
 * @example textOrder('zh-CN').sorted(['王', '李', 'Ab', 'aa']) // ['李', '王', 'aa', 'Ab']
 */
export function textOrder(language: string): TextOrder {
  const { compare } = new Intl.Collator(language);
  const letters = new Intl.Collator(language, { sensitivity: 'base' });
  return {
    compare,
    sorted: (texts) => {
      const plain = texts.filter((text) => PLAIN.test(text));
      const others = texts.filter((text) => !PLAIN.test(text)).sort(compare);
      return merged(sortedByRanks(plain, letters.compare, compare), others, compare);
    },
  };
}

type Compare = TextOrder['compare'];

/** Signs from the front that are looked at first, all at once; their ranks and the place of the text make one number. */
const SIGNS = 2;

function sortedByRanks(texts: readonly string[], letters: Compare, compare: Compare): string[] {
  const { ranks, count } = ranksOf(texts, letters);
  const beginnings = Float64Array.from(texts, (text, place) => {
    let beginning = 0;
    for (let i = 0; i < SIGNS; i++) beginning = beginning * count + rankAt(ranks, text, i);
    return beginning * texts.length + place;
  }).sort();
  const sorted = Array.from(beginnings, (one) => texts[one % texts.length] ?? '');
  const beginningAt = (place: number): number => Math.floor((beginnings[place] ?? 0) / texts.length);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const beginning = beginningAt(from);
    for (to = from + 1; to < sorted.length && beginningAt(to) === beginning;) to++;
    if (to - from === 1) continue;
    const alike = sorted.slice(from, to).sort((a, b) => compareRanks(ranks, a, b) || compare(a, b));
    for (const [i, text] of alike.entries()) sorted[from + i] = text;
  }
  return sorted;
}

/** The places of signs among all signs of the texts, from 1, by UTF-16 unit; letters that differ in case only have one. */
function ranksOf(texts: readonly string[], letters: Compare): { readonly ranks: Uint16Array; readonly count: number } {
  const ranks = new Uint16Array(2 ** 16);
  const signs: string[] = [];
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      if (ranks[text.charCodeAt(i)] !== 0) continue;
      ranks[text.charCodeAt(i)] = 1;
      signs.push(text.charAt(i));
    }
  }
  let rank = 1;
  for (const [i, sign] of signs.sort(letters).entries()) {
    if (i > 0 && letters(signs[i - 1] ?? '', sign) !== 0) rank++;
    ranks[sign.charCodeAt(0)] = rank;
  }
  return { ranks, count: rank + 1 };
}

/** 0 behind the end. */
function rankAt(ranks: Uint16Array, text: string, i: number): number {
  return i < text.length ? (ranks[text.charCodeAt(i)] ?? 0) : 0;
}

function compareRanks(ranks: Uint16Array, a: string, b: string): number {
  for (let i = SIGNS; i < a.length && i < b.length; i++) {
    const difference = (ranks[a.charCodeAt(i)] ?? 0) - (ranks[b.charCodeAt(i)] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Two sorted lists as one; of equal texts those of `a` come first. */
function merged(a: readonly string[], b: readonly string[], compare: Compare): string[] {
  if (b.length === 0) return [...a];
  const all: string[] = [];
  let next = 0;
  for (const text of a) {
    while (next < b.length && compare(b[next] ?? '', text) < 0) all.push(b[next++] ?? '');
    all.push(text);
  }
  return [...all, ...b.slice(next)];
}
