import { formatDecimal, parseDecimal, rescale, type Decimal } from '@/src/kernel/money';
import type { Money } from './field';

/**
 * Exact sums, one for each currency, by its code. Amounts of different currencies are never added; none for no amounts.
 * @example sumMoney([{ amount: '0.10', currency: 'EUR' }, { amount: '0.2', currency: 'EUR' }]) // 0.30 EUR
 */
export function sumMoney(amounts: readonly Money[]): Money[] {
  return sumDecimals(
    amounts.flatMap(({ amount, currency }) => {
      const value = parseDecimal(amount);
      return value ? [{ value, currency }] : [];
    }),
  );
}

/** The same of amounts that were computed: products have more digits than an amount that is typed. */
export function sumDecimals(amounts: readonly { readonly value: Decimal; readonly currency: string }[]): Money[] {
  const sums = new Map<string, Decimal>();
  for (const { value, currency } of amounts) sums.set(currency, added(sums.get(currency), value));
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ amount: formatDecimal(sum), currency }));
}

function added(a: Decimal = { units: 0n, scale: 0 }, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale).units + rescale(b, scale).units, scale };
}
