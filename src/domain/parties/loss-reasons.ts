/** Why a client did not take ours (未成交原因). @source domain.md §4 names the field; the list is ours */
export const LOSS_REASONS = [
  'price',
  'product',
  'delivery',
  'service',
  'relationship',
  'competitor',
  'no-budget',
  'postponed',
  'no-need',
  'other',
] as const;
