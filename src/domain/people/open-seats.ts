import type { BuyingRole, StakeholderRow } from './stakeholder.kind';

/** Seats that every chain has: nobody wins without knowing who sits there. @source guides/workspace.md §5 */
export const KEY_SEATS: readonly BuyingRole[] = ['decider', 'technical-gate', 'coach'];

/** The key seats that the chain does not have yet, not even empty: what the map proposes. */
export function openSeats(seats: readonly StakeholderRow[]): readonly BuyingRole[] {
  const held = new Set(seats.map(({ fields }) => fields.role));
  return KEY_SEATS.filter((role) => !held.has(role));
}
