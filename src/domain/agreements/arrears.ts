import { parseDecimal, rescale, type Decimal } from '@/src/kernel/money';
import type { Money } from '../records/field';
import { isMoney } from '../records/values';

export const NOTHING: Decimal = { units: 0n, scale: 0 };

/** What is read of an invoice. */
interface Invoiced {
  readonly amount?: Money;
  readonly paid?: Money;
}

/** @param paid whatever the field holds. */
export function invoiced(amount: Money, paid: unknown): Invoiced {
  return { amount, ...(isMoney(paid) ? { paid } : {}) };
}

export function decimalOf(money: Money | undefined): Decimal {
  return (money && parseDecimal(money.amount)) ?? NOTHING;
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale).units + rescale(b, scale).units, scale };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { ...b, units: -b.units });
}

/**
 * What a receivable still brings in, in the currency of its amount: nothing once it is paid or written off. What was paid in
 * another currency does not lessen it; what was paid too much is not set against other invoices.
 * @example arrearsOf('part-paid', { amount: { amount: '100', currency: 'CNY' }, paid: { amount: '40', currency: 'CNY' } }) // 60
 */
export function arrearsOf(state: string, { amount, paid }: Invoiced): Decimal {
  if (state === 'paid' || state === 'written-off') return NOTHING;
  const left = paid?.currency === amount?.currency ? minus(decimalOf(amount), decimalOf(paid)) : decimalOf(amount);
  return left.units > 0n ? left : NOTHING;
}

/** What is wrong with a payment: `nothing-paid`, `over-paid` (more than the invoice says), `other-currency`. */
export function paymentFaults({ amount, paid }: Invoiced): readonly string[] {
  if (!paid) return [];
  if (paid.currency !== amount?.currency) return ['other-currency'];
  if (decimalOf(paid).units <= 0n) return ['nothing-paid'];
  return minus(decimalOf(amount), decimalOf(paid)).units < 0n ? ['over-paid'] : [];
}
