import { must } from '@/src/kernel/assert';
import { formatDecimal, parseDecimal, share, rescale } from '@/src/kernel/money';
import type { Money } from '../records/field';
import { sumMoney } from '../records/sum-money';
import type { KpiRef } from './kpi-facts';

/** Numerator or denominator: an exact decimal, of a currency where it is money. */
export interface KpiAmount {
  readonly amount: string;
  readonly currency?: string;
}

/** Why an indicator says nothing (n/a): which is never the same as zero. */
export type KpiGap =
  | 'other-period'
  | 'not-begun'
  | 'no-plan'
  | 'no-actual'
  | 'no-budget'
  | 'no-spend'
  | 'no-rating'
  | 'no-standard'
  | 'nothing-above-zero'
  | 'several-currencies'
  | 'no-accounts'
  | 'no-complaints'
  | 'no-visits'
  | 'no-archive'
  | 'only-now';

/** What came of one formula. `value` is null exactly where there is a `gap`. */
export interface KpiFigure {
  readonly value: number | null;
  readonly numerator: KpiAmount | undefined;
  readonly denominator: KpiAmount | undefined;
  readonly gap: KpiGap | undefined;
  /** The records of the numerator first, then those of the denominator, each once. */
  readonly behind: readonly KpiRef[];
}

export function missing(gap: KpiGap, behind: readonly KpiRef[] = []): KpiFigure {
  return { value: null, numerator: undefined, denominator: undefined, gap, behind };
}

export function counted(behind: readonly KpiRef[]): KpiFigure {
  return { value: behind.length, numerator: whole(behind.length), denominator: undefined, gap: undefined, behind };
}

export function whole(count: number): KpiAmount {
  return { amount: String(count) };
}

/** Numerator ÷ denominator; `gap` where the denominator is zero or below, and amounts of two currencies give nothing either. */
export function ratio(
  numerator: KpiAmount,
  denominator: KpiAmount,
  behind: readonly KpiRef[],
  gap: KpiGap = 'nothing-above-zero',
): KpiFigure {
  const parts = { numerator, denominator, behind };
  if (numerator.currency !== denominator.currency) return { ...parts, value: null, gap: 'several-currencies' };
  const [part, all] = [parseDecimal(numerator.amount), parseDecimal(denominator.amount)];
  if (!part || !all || all.units <= 0n) return { ...parts, value: null, gap };
  const scale = Math.max(part.scale, all.scale);
  return { ...parts, value: share(rescale(part, scale).units, rescale(all, scale).units), gap: undefined };
}

/** One exact sum; undefined for amounts of several currencies, which are never added, and for none. */
export function oneSum(amounts: readonly Money[]): KpiAmount | undefined {
  const [sum, ...others] = sumMoney(amounts);
  return others.length === 0 ? sum : undefined;
}

/** An exact sum of typed numbers. @example sumNumbers([0.1, 0.2]) // { amount: '0.30' } */
export function sumNumbers(numbers: readonly number[]): KpiAmount {
  // A number too small for plain digits is written with nine of them.
  const decimals = numbers.map((one) => parseDecimal(String(one)) ?? must(parseDecimal(one.toFixed(9)), 'digits'));
  const scale = Math.max(0, ...decimals.map((one) => one.scale));
  const units = decimals.reduce((sum, one) => sum + rescale(one, scale).units, 0n);
  return { amount: formatDecimal({ units, scale }) };
}
