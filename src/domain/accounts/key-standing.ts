import { compareDecimals } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import type { KeyReviewFields } from './key-review.kind';
import type { KeyRuleFields } from './key-rule.kind';
import { decimalOf } from './tier-of';

/** By what an account is key, in the order of the rule. */
export const GROUNDS = ['contracts', 'market', 'purchasing'] as const;
export type Ground = (typeof GROUNDS)[number];

/** `open`: none of the grounds holds, and at least one is not known. */
export interface KeyStanding {
  readonly outcome: 'key' | 'not-key' | 'open';
  readonly grounds: readonly Ground[];
  readonly unknown: readonly Ground[];
}

/** `no-threshold`: nobody has said what contracts have to come to. `threshold-currency`: they are in another than the threshold. */
export interface KeyStandingError {
  readonly code: 'no-threshold' | 'threshold-currency';
}

/**
 * The rule of the department: contracts of twelve months beyond the threshold, or a high standing in the market, or strong
 * purchasing power. One is enough. @source domain.md §1.1, 3
 */
export function keyStanding(
  {
    contractSum,
    marketStanding,
    purchasingPower,
  }: Pick<KeyReviewFields, 'contractSum' | 'marketStanding' | 'purchasingPower'>,
  rule: Pick<KeyRuleFields, 'contractSum'> | undefined,
): Result<KeyStanding, KeyStandingError> {
  if (!rule) return err({ code: 'no-threshold' });
  const threshold = rule.contractSum;
  if (contractSum && contractSum.currency !== threshold.currency) return err({ code: 'threshold-currency' });
  const holds: Readonly<Record<Ground, boolean | undefined>> = {
    contracts: contractSum && compareDecimals(decimalOf(contractSum), decimalOf(threshold)) > 0,
    market: marketStanding && marketStanding === 'high',
    purchasing: purchasingPower && purchasingPower === 'strong',
  };
  const grounds = GROUNDS.filter((ground) => holds[ground] === true);
  const unknown = GROUNDS.filter((ground) => holds[ground] === undefined);
  if (grounds.length > 0) return ok({ outcome: 'key', grounds, unknown });
  return ok({ outcome: unknown.length > 0 ? 'open' : 'not-key', grounds, unknown });
}
