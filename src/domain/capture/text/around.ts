/** A match of a pattern, and where it begins in the whole text. */
export interface PlacedMatch {
  readonly match: RegExpExecArray;
  readonly at: number;
}

/** Where a pattern can match at all. */
export interface Around {
  /** Matches within every match of the pattern, and is quickly looked for. Global. */
  readonly core: RegExp;
  /** Characters around the core that a match and what it looks at lie in. */
  readonly reach: number;
}

/**
 * What `text.matchAll(pattern)` gives, when every match has the core in it and reaches no further: a pattern that begins with
 * any word would be tried at every word of a page, and is tried at few.
 */
export function* matchesAround(text: string, pattern: RegExp, { core, reach }: Around): Generator<PlacedMatch> {
  let start = 0;
  let end = -1;
  for (const { index, 0: found } of text.matchAll(core)) {
    if (index - reach > end) {
      yield* matchesIn(text, pattern, start, end);
      start = Math.max(0, index - reach);
    }
    end = index + found.length + reach;
  }
  yield* matchesIn(text, pattern, start, end);
}

function* matchesIn(text: string, pattern: RegExp, start: number, end: number): Generator<PlacedMatch> {
  if (end < 0) return;
  for (const match of text.slice(start, end).matchAll(pattern)) yield { match, at: start + match.index };
}
