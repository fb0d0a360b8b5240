import type { TierFields } from './tier.kind';

/** A tier as it ships: its words are `starter.<name>` of the area `tiers`. Money is in the currency of whoever installs it. */
export interface StarterTier extends Omit<TierFields, 'name' | 'lowerBound' | 'custom'> {
  readonly name: 'a' | 'crystal' | 'top';
  readonly bound: string;
}

/** What an account has to spend a month to come on the key list. @source domain.md §1.4 */
export const ADMISSION = '3000';

/** The only thresholds that the sources give. From 10,000 they name no standard, and so there is none. @source domain.md §1.4 */
export const STARTER_TIERS: readonly StarterTier[] = [
  {
    name: 'a',
    bound: '1500',
    visits: 1,
    visitsPer: 'quarter',
    calls: 1,
    callsPer: 'month',
    channel: 'commercial',
    rank: 4,
  },
  {
    name: 'crystal',
    bound: ADMISSION,
    visits: 2,
    visitsPer: 'quarter',
    calls: 1,
    callsPer: 'month',
    channel: 'key-account',
    rank: 1,
  },
  { name: 'top', bound: '10000', channel: 'key-account' },
];
