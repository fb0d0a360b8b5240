import { at } from '@/src/kernel/assert';
import { share } from '@/src/kernel/money';
import type { Ranking } from './ranking';
import { compensatedSum } from './statistics';

/** How unevenly value is spread over the entities above zero. All null when there are none. */
export interface Concentration {
  /** 0 when all are equal, near 1 when one has everything. Population form. */
  readonly gini: number | null;
  /** gini × n / (n − 1): unbiased in samples. Null for n < 2. */
  readonly giniUnbiased: number | null;
  /** Herfindahl–Hirschman index, sum of squared shares, 0…1. */
  readonly hhi: number | null;
  /** 1 / hhi: as many equal entities would give the same index. */
  readonly effectiveNumber: number | null;
  /** Theil's T. */
  readonly theil: number | null;
}

/**
 * @source gini = 2·Σ i·x_i / (n·Σx) − (n + 1)/n over ascending x; theil = (1/n)·Σ (x/μ)·ln(x/μ). Sums are exact until
 *   the last division.
 */
export function concentrationOf({ ranked, base }: Ranking): Concentration {
  const n = ranked.length;
  if (n === 0) return { gini: null, giniUnbiased: null, hhi: null, effectiveNumber: null, theil: null };
  let weighted = 0n;
  let squares = 0n;
  for (let i = 0; i < n; i++) {
    const { units } = at(ranked, i);
    weighted += BigInt(n - i) * units;
    squares += units * units;
  }
  const gini = share(2n * weighted - BigInt(n + 1) * base, BigInt(n) * base);
  const mean = Number(base) / n;
  const theil = compensatedSum(ranked.map(({ units }) => (Number(units) / mean) * Math.log(Number(units) / mean))) / n;
  return {
    gini,
    giniUnbiased: gini === null || n < 2 ? null : (gini * n) / (n - 1),
    hhi: share(squares, base * base),
    effectiveNumber: share(base * base, squares),
    theil,
  };
}

/** Share of the `count` largest. */
export function concentrationRatio({ ranked, base }: Ranking, count: number): number | null {
  return share(ranked[Math.min(count, ranked.length) - 1]?.cumulative ?? 0n, base);
}
