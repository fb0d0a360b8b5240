import type { EntitySums } from './aggregate-source';
import { cutAt, fractionOf, rank } from './ranking';

/** Where a customer stands among the vital few. */
export interface Vital {
  readonly rank: number;
  /** Net of refunds. */
  readonly units: bigint;
}

/** The customers who together reach the share, net of refunds, by key, the most valuable first. */
export function vitalFew({ keys, labels, net }: EntitySums, wanted: number): Map<string, Vital> {
  const ranking = rank(keys.map((key, i) => ({ key, label: labels[i] ?? key, units: net[i] ?? 0n })));
  const { k } = cutAt(ranking, fractionOf(wanted));
  return new Map(ranking.ranked.slice(0, k).map(({ key, units }, i) => [key, { rank: i + 1, units }]));
}
