import { formatDecimal } from '@/src/kernel/money';
import { fractionOf, type Fraction } from './ranking';

/** Tiers by monthly spend, lowest first. `below` is under every bound. */
export const TIERS = ['below', 'A', 'crystal', 'top'] as const;

export type Tier = (typeof TIERS)[number];

/** What a tier is due: visits a quarter and calls a month. Null where no standard is known. */
export interface ContactStandard {
  readonly visitsPerQuarter: number | null;
  readonly callsPerMonth: number | null;
}

/** @source domain reference §1.4; above 10,000 a month it names none. */
export const CONTACT_STANDARDS: Readonly<Record<Tier, ContactStandard>> = {
  below: { visitsPerQuarter: null, callsPerMonth: null },
  A: { visitsPerQuarter: 1, callsPerMonth: 1 },
  crystal: { visitsPerQuarter: 2, callsPerMonth: 1 },
  top: { visitsPerQuarter: null, callsPerMonth: null },
};

/** Parameters of any analysis by tiers: the lower bounds, in the currency of the file, a month. */
export const TIER_PARAMETERS = {
  boundA: { type: 'number', default: 1500, min: 0, max: 10_000_000, step: 100 },
  boundCrystal: { type: 'number', default: 3000, min: 0, max: 10_000_000, step: 100 },
  boundTop: { type: 'number', default: 10_000, min: 0, max: 10_000_000, step: 100 },
} as const;

export interface TierBounds {
  readonly boundA: number;
  readonly boundCrystal: number;
  readonly boundTop: number;
}

/** What twelve months came to: `units × 10^-scale`. */
export interface YearValue {
  readonly units: bigint;
  readonly scale: number;
}

/** The highest tier whose bound the monthly spend reaches; a bound belongs to the tier above it. */
export function tierOf(value: YearValue, { boundA, boundCrystal, boundTop }: TierBounds): Tier {
  if (reachesMonthly(value, fractionOf(boundTop))) return 'top';
  if (reachesMonthly(value, fractionOf(boundCrystal))) return 'crystal';
  return reachesMonthly(value, fractionOf(boundA)) ? 'A' : 'below';
}

/** Whether twelve months came to twelve times `bound` or more, compared exactly. */
export function reachesMonthly({ units, scale }: YearValue, { numerator, denominator }: Fraction): boolean {
  return units * denominator >= 12n * numerator * 10n ** BigInt(scale);
}

/** A twelfth, to the smallest unit of the file; halves away from zero. */
export function monthlySpend({ units, scale }: YearValue): string {
  const size = units < 0n ? -units : units;
  const rounded = (size + 6n) / 12n;
  return formatDecimal({ units: units < 0n ? -rounded : rounded, scale });
}

export function rankOfTier(tier: Tier): number {
  return TIERS.indexOf(tier);
}
