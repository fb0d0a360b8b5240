import { at, must } from '@/src/kernel/assert';
import { parseDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';

export interface Ranked {
  readonly key: string;
  readonly label: string;
  readonly units: bigint;
  /** Sum of this entity and all before it. */
  readonly cumulative: bigint;
}

/** Entities above zero, ranked, and what the others come to. */
export interface Ranking {
  /** By value, highest first; ties by key in code-point order. */
  readonly ranked: readonly Ranked[];
  /** Sum of the ranked: what shares are shares of. */
  readonly base: bigint;
  /** Entities at or below zero: how many, how many at exactly zero, and their sum. */
  readonly nonPositive: { readonly count: number; readonly zero: number; readonly units: bigint };
}

export function rank(entities: readonly { key: string; label: string; units: bigint }[]): Ranking {
  const positive = entities.filter(({ units }) => units > 0n);
  positive.sort((a, b) => (a.units === b.units ? compareCodePoints(a.key, b.key) : a.units > b.units ? -1 : 1));
  let cumulative = 0n;
  const ranked = positive.map(({ key, label, units }) => ({ key, label, units, cumulative: (cumulative += units) }));
  const rest = entities.filter(({ units }) => units <= 0n);
  return {
    ranked,
    base: cumulative,
    nonPositive: {
      count: rest.length,
      zero: rest.filter(({ units }) => units === 0n).length,
      units: rest.reduce((sum, { units }) => sum + units, 0n),
    },
  };
}

/** A share such as 0.8 as an exact fraction, so that reaching it is never a matter of rounding. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fractionOf(value: number): Fraction {
  const { units, scale } = must(parseDecimal(String(value)), `${value} is a plain decimal`);
  return { numerator: units, denominator: 10n ** BigInt(scale) };
}

export interface Cut {
  /** Fewest entities whose values reach the share. 0 when there is none. */
  readonly k: number;
  /** Entities not smaller than the k-th: more than k when it ties with the next. */
  readonly kTies: number;
}

/** @source guides: k(p) is the smallest k with cum_k ≥ p × base, compared as exact fractions. */
export function cutAt({ ranked, base }: Ranking, { numerator, denominator }: Fraction): Cut {
  const index = ranked.findIndex(({ cumulative }) => cumulative * denominator >= numerator * base);
  if (index < 0) return { k: ranked.length, kTies: ranked.length };
  const last = at(ranked, index).units;
  let ties = index + 1;
  while (ranked[ties]?.units === last) ties++;
  return { k: index + 1, kTies: ties };
}

export interface TopShare {
  /** Ceiling of q × n. */
  readonly count: number;
  /** Share of the `count` largest; null when there is nothing to share. */
  readonly share: number | null;
  /** 1 − L(1 − q) on the piecewise linear Lorenz curve: differs from `share` where q × n is no whole number. */
  readonly lorenz: number | null;
}

export function topShare({ ranked, base }: Ranking, { numerator, denominator }: Fraction): TopShare {
  const n = BigInt(ranked.length);
  const whole = (n * numerator) / denominator;
  const rest = n * numerator - whole * denominator;
  const count = Number(rest > 0n ? whole + 1n : whole);
  const below = ranked[Number(whole) - 1]?.cumulative ?? 0n;
  const next = ranked[Number(whole)]?.units ?? 0n;
  return {
    count,
    share: share(ranked[count - 1]?.cumulative ?? 0n, base),
    lorenz: share(below * denominator + next * rest, base * denominator),
  };
}

export type AbcClass = 'A' | 'B' | 'C';

/** The class of the entity after which `before` was reached: the one that crosses a line belongs to the better class. */
export function abcClass(before: bigint, base: bigint): AbcClass {
  if (before * 100n < base * 80n) return 'A';
  return before * 100n < base * 95n ? 'B' : 'C';
}
