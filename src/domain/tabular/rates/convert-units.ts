import type { Decimal } from '@/src/kernel/money';

/**
 * `units × 10^-scale` of one currency in another, exactly, then rounded to `decimals` digits: halves away from zero.
 * @example convertUnits({ units: 1005, scale: 2 }, { units: 5n, scale: 1 }, 2) // 503n: 5.025 is 5.03
 */
export function convertUnits(
  { units, scale }: { readonly units: number; readonly scale: number },
  rate: Decimal,
  decimals: number,
): bigint {
  const product = BigInt(units) * rate.units;
  const surplus = scale + rate.scale - decimals;
  if (surplus <= 0) return product * 10n ** BigInt(-surplus);
  const divisor = 10n ** BigInt(surplus);
  const half = divisor / 2n;
  // Division of bigints leaves the rest out, on both sides of zero.
  return (product < 0n ? product - half : product + half) / divisor;
}
