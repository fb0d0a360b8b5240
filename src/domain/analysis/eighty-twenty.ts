import { cutAt, fractionOf, topShare, type Ranking } from './ranking';
import type { Value } from './result';

/**
 * What is true of "80/20" here, as the top fifth says. `flat`: it holds less than 30 %; `less`: less than 75 %; `eighty`: 75 to
 * 85 %; `more`: more. Null when nothing is above zero.
 */
export type Spread = 'flat' | 'less' | 'eighty' | 'more';

/** How many make 80 %, and whether a fifth of all does. Shares are compared exactly. */
export function eightyTwentyOf(
  ranking: Ranking,
): Record<'eightyCount' | 'eightyCountShare' | 'spread' | 'isEightyTwenty', Value> {
  const { ranked, base } = ranking;
  const { k } = cutAt(ranking, fractionOf(0.8));
  const top = ranked[topShare(ranking, fractionOf(0.2)).count - 1]?.cumulative;
  const spread = top === undefined ? null : spreadOf(top * 100n, base);
  return {
    eightyCount: k,
    eightyCountShare: ranked.length === 0 ? null : k / ranked.length,
    spread,
    isEightyTwenty: spread === null ? null : spread === 'eighty',
  };
}

/** @param percent a hundred times what the top fifth holds. */
function spreadOf(percent: bigint, base: bigint): Spread {
  if (percent < base * 30n) return 'flat';
  if (percent < base * 75n) return 'less';
  return percent <= base * 85n ? 'eighty' : 'more';
}
