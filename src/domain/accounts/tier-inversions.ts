import type { RecordId } from '@/src/kernel/ids';
import { tiersInOrder } from './tier-of';
import type { StandardPeriod, TierRow } from './tier.kind';

const A_YEAR: Readonly<Record<StandardPeriod, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

/** Terms turned upside down (倒挂): a tier that is better off than the next one up. */
export interface Inversion {
  readonly lower: TierRow;
  readonly upper: TierRow;
  readonly term: 'discount' | 'visits' | 'calls';
  /** Percent, or how often a year. */
  readonly lowerValue: number;
  readonly upperValue: number;
}

/** Two neighbours, and the team that serves both, if one does. */
export interface Band {
  readonly lower: TierRow;
  readonly upper: TierRow;
  readonly team: string | undefined;
}

/** Each two neighbouring tiers, from the lowest up. */
export function bandsOf(rows: readonly TierRow[]): readonly Band[] {
  const tiers = tiersInOrder(rows).toReversed();
  return tiers.flatMap((lower, i) => {
    const upper = tiers[i + 1];
    if (!upper) return [];
    const { team } = lower.fields;
    return [{ lower, upper, team: team !== undefined && team === upper.fields.team ? team : undefined }];
  });
}

/** What is better in a lower tier than in the next one up; a term that either of them leaves open is not compared. */
export function tierInversions(rows: readonly TierRow[]): readonly Inversion[] {
  return bandsOf(rows).flatMap(({ lower, upper }) =>
    (['discount', 'visits', 'calls'] as const).flatMap((term): Inversion[] => {
      const [lowerValue, upperValue] = [termOf(lower, term), termOf(upper, term)];
      if (lowerValue === undefined || upperValue === undefined || lowerValue <= upperValue) return [];
      return [{ lower, upper, term, lowerValue, upperValue }];
    }),
  );
}

function termOf({ fields }: TierRow, term: Inversion['term']): number | undefined {
  if (term === 'discount') return fields.discount;
  const [count, per] = term === 'visits' ? [fields.visits, fields.visitsPer] : [fields.calls, fields.callsPer];
  return count === undefined || per === undefined ? undefined : count * A_YEAR[per];
}

/** What two neighbours share when one team serves both, visits by the quarter and calls by the month; undefined is no standard. */
export interface BandPolicy {
  readonly team: string;
  readonly discount: number | undefined;
  readonly visits: number | undefined;
  readonly calls: number | undefined;
}

/** The policy to begin with: of each term the better of the two, so that nobody is worse off by it. */
export function policyOf({ lower, upper }: Band, team: string): BandPolicy {
  const better = (term: Inversion['term'], parts: number): number | undefined => {
    const values = [lower, upper].flatMap((tier) => termOf(tier, term) ?? []);
    return values.length === 0 ? undefined : Math.max(...values) / parts;
  };
  return {
    team,
    discount: better('discount', 1),
    visits: better('visits', A_YEAR.quarter),
    calls: better('calls', A_YEAR.month),
  };
}

/** Whether two tiers are neighbours in the table: only those can be one band. */
export function areNeighbours(rows: readonly TierRow[], one: RecordId, other: RecordId): boolean {
  return bandsOf(rows).some(({ lower, upper }) => lower.id === one && upper.id === other);
}
