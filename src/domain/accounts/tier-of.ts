import { must } from '@/src/kernel/assert';
import { compareDecimals, formatDecimal, parseDecimal, type Decimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Money } from '../records/field';
import type { TierRow } from './tier.kind';

/**
 * `no-tiers`: there is no table. `tier-currency`: bounds and spend are in different ones, or the bounds among themselves; to
 * compare them would be a guess.
 */
export interface TierError {
  readonly code: 'no-tiers' | 'tier-currency';
}

/** What twelve months came to. `currency`: null where the file names none, and then that of the table is taken. */
export interface YearSpend {
  readonly amount: Decimal;
  readonly currency: string | null;
}

/** A tier of the table, on file or about to be. */
export type TableTier = Pick<TierRow, 'id' | 'state' | 'fields'>;

/** The tiers in use, the highest bound first, ties by id. */
export function tiersInOrder<T extends TableTier>(rows: readonly T[]): readonly T[] {
  return rows
    .filter(({ state }) => state === 'used')
    .toSorted((a, b) => compareDecimals(boundOf(b), boundOf(a)) || (a.id < b.id ? -1 : 1));
}

/** The lower bound a month. */
export function boundOf({ fields }: Pick<TierRow, 'fields'>): Decimal {
  return decimalOf(fields.lowerBound);
}

/** Safe to ask of every stored amount: what is no decimal is never stored. */
export function decimalOf({ amount }: Money): Decimal {
  return must(parseDecimal(amount), 'a stored amount is a decimal');
}

/**
 * The highest tier whose bound a twelfth of the year reaches, compared exactly; undefined for less than the lowest.
 * @example of the bounds 1,500 and 3,000 a year of 36,000 reaches the second, one of 35,999.99 only the first
 */
export function tierOf<T extends TableTier>(
  { amount, currency }: YearSpend,
  rows: readonly T[],
): Result<T | undefined, TierError> {
  const tiers = tiersInOrder(rows);
  const currencies = new Set(tiers.map(({ fields }) => fields.lowerBound.currency));
  if (tiers.length === 0) return err({ code: 'no-tiers' });
  if (currencies.size > 1 || (currency !== null && !currencies.has(currency))) return err({ code: 'tier-currency' });
  return ok(tiers.find((one) => reachesMonthly(amount, boundOf(one))));
}

/** Whether twelve months came to twelve times `bound` or more. */
export function reachesMonthly(year: Decimal, bound: Decimal): boolean {
  return compareDecimals(year, { ...bound, units: bound.units * 12n }) >= 0;
}

/** A twelfth, to the smallest unit of the sum, at least to the hundredth; halves away from zero. */
export function monthlyOf({ units, scale }: Decimal): string {
  const fine = scale < 2 ? units * 10n ** BigInt(2 - scale) : units;
  const size = ((fine < 0n ? -fine : fine) + 6n) / 12n;
  return formatDecimal({ units: fine < 0n ? -size : size, scale: Math.max(2, scale) });
}
