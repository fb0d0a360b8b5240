import type { FoundParty, FoundValue } from '../found';
import { LEGAL_FORM } from '../name/name-words';
import type { Snapshot } from '../text/snapshot';

/** A line that gives something to reach somebody by, or to tell them by. */
export interface Hit {
  readonly line: number;
  readonly kind: string;
}

/** Less than this many lines of contacts make no list. */
export const LEAST_HITS = 3;
const LINK_KINDS: ReadonlySet<string> = new Set(['mailto-link', 'tel-link']);

/**
 * The lines of a page that what was read from its text stands on, in order.
 * @param values of the whole page, with the places where they stand.
 */
export function contactHits(snapshot: Snapshot, values: readonly FoundValue[], people: readonly FoundParty[]): Hit[] {
  const starts = snapshot.lines.map(({ at }) => at);
  const hits: Hit[] = [];
  const add = ({ field, sources, ofOthers }: FoundValue): void => {
    for (const { at, kind } of sources) {
      if (at === undefined || LINK_KINDS.has(kind)) continue;
      const line = lineAt(starts, at);
      // Dealers may be listed as partners are; who hosts or made the site is nobody's record.
      const isListed = !ofOthers || snapshot.lines[line]?.areas.has('strangers') === true;
      if (isListed) hits.push({ line, kind: field });
    }
  };
  values.forEach(add);
  for (const { values: own } of people) if (own.some(({ field }) => field === 'title')) own.slice(0, 1).forEach(add);
  for (const [i, { text, hidden }] of snapshot.lines.entries())
    if (!hidden && text.length <= 60 && LEGAL_FORM.test(text)) hits.push({ line: i, kind: 'company' });
  return hits.filter(({ line }) => snapshot.lines[line]?.hidden === false).sort((a, b) => a.line - b.line);
}

function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
