import type { Day } from '@/src/kernel/calendar';
import type { CustomerDays } from './aggregate-source';
import type { Gaps } from './gaps';
import { paidWithin } from './known-days';
import { fractionOf } from './ranking';
import { standingsOf, type CustomerStanding } from './slipping';

/** What a falling customer is compared over, in days, and before that as many again. */
export const RECENT_DAYS = 90;

/** Fewer order days than this before are too few to speak of a fall. */
const ENOUGH_ORDERS = 4;

/** Why: lost, silent for longer than usual, paid less, ordered less often. The first that holds. */
export type SlippingReason = 'lost' | 'silent' | 'volume' | 'orders';

export interface Slip extends Omit<CustomerStanding, 'standing'> {
  readonly standing: 'slipping' | 'lost';
  readonly why: SlippingReason;
  readonly recent: { readonly orderDays: number; readonly units: bigint };
  readonly before: { readonly orderDays: number; readonly units: bigint };
}

export interface SlippingRule {
  readonly gaps: Gaps;
  /** Days of silence after which a customer counts as lost. */
  readonly threshold: number;
  /** The share by which the recent days have to be below those before, such as 0.5. */
  readonly fall: number;
}

/**
 * Who of all customers is slipping or lost at the end of `end`. Silence as in `standingsOf`; a customer who still orders in time
 * slips by `volume` where the last 90 days came to no more than 1 − fall of the 90 before, and by `orders` where the order days
 * did (from at least 4). Both only where the data reach over 180 days.
 */
export function slipsAt(source: CustomerDays, rule: SlippingRule, { first, end }: { first: Day; end: Day }): Slip[] {
  const reaches = end - first + 1 >= 2 * RECENT_DAYS;
  const { numerator, denominator } = fractionOf(rule.fall);
  const fell = (now: bigint, was: bigint): boolean => (was - now) * denominator >= numerator * was;
  return standingsOf(source, rule.gaps, rule.threshold, end).flatMap((standing, customer): Slip[] => {
    const recent = paidWithin(source, customer, { after: end - RECENT_DAYS, last: end });
    const before = paidWithin(source, customer, { after: end - 2 * RECENT_DAYS, last: end - RECENT_DAYS });
    const both = { ...standing, recent, before };
    if (standing.standing === 'lost') return [{ ...both, standing: 'lost', why: 'lost' }];
    if (standing.standing === 'slipping') return [{ ...both, standing: 'slipping', why: 'silent' }];
    if (!reaches || before.orderDays === 0) return [];
    if (fell(recent.units, before.units)) return [{ ...both, standing: 'slipping', why: 'volume' }];
    const fewer = before.orderDays >= ENOUGH_ORDERS && fell(BigInt(recent.orderDays), BigInt(before.orderDays));
    return fewer ? [{ ...both, standing: 'slipping', why: 'orders' }] : [];
  });
}
