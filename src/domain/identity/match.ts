/**
 * How surely two records are about the same thing. `same`: update the one that is there. `likely`: propose it. `possible`:
 * mention it. `never`: something contradicts.
 */
export type Tier = 'same' | 'likely' | 'possible' | 'never';

/** What two records have in common, or what keeps them apart; told to the user in words. */
export type Reason =
  | 'external'
  | 'registration'
  | 'other-registration'
  | 'domain'
  | 'email'
  | 'phone'
  | 'name'
  | 'similar-name'
  | 'address'
  | 'city'
  | 'company'
  | 'person';

/** `reasons`: the strongest first. */
export interface Match {
  readonly tier: Tier;
  readonly reasons: readonly Reason[];
}

/** From `same` to `never`. */
export const TIERS: readonly Tier[] = ['same', 'likely', 'possible', 'never'];

export function byTier(a: Match, b: Match): number {
  return TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.reasons.length - a.reasons.length;
}

export function isSurer(a: Match, b: Match): boolean {
  return TIERS.indexOf(a.tier) < TIERS.indexOf(b.tier);
}

/** The reasons that hold, in the order given. */
export function holding(facts: readonly (readonly [reason: Reason, holds: boolean])[]): Reason[] {
  return facts.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** From here two names are the same but for the spelling. */
export const EQUAL = 0.95;

export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}
