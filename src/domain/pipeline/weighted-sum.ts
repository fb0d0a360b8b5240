import { parseDecimal, type Decimal } from '@/src/kernel/money';
import type { Money } from '../records/field';
import { sumDecimals } from '../records/sum-money';

export interface WeightedAmount {
  readonly amount: Money;
  /** Per cent, with at most two decimals. */
  readonly percent: number;
}

/**
 * Σ amount × probability, exact, one sum for each currency: amounts of different currencies are never added.
 * @param isCapped a forecast counts no amount more than once: 110 % (sale after the sale) as 100 %. @source domain.md §5.2
 * @example weightedSum([{ amount: { amount: '200', currency: 'CNY' }, percent: 110 }], false) // 220.00 CNY
 */
export function weightedSum(amounts: readonly WeightedAmount[], isCapped: boolean): Money[] {
  return sumDecimals(
    amounts.flatMap(({ amount: { amount, currency }, percent }) => {
      const value = parseDecimal(amount);
      const rate = parseDecimal(String(isCapped ? Math.min(100, percent) : percent));
      return value && rate ? [{ value: product(value, rate), currency }] : [];
    }),
  );
}

/** `value × rate %`. */
function product(value: Decimal, rate: Decimal): Decimal {
  return { units: value.units * rate.units, scale: value.scale + rate.scale + 2 };
}
