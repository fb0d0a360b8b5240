import type { Found } from '@/src/app/ports/search';

/** Where a record is shown: a company by itself, everything else with its company, what has none in the list. */
export function addressOf({ kind, id, company }: Pick<Found, 'kind' | 'id' | 'company'>): readonly string[] {
  if (kind === 'company') return ['accounts', id];
  return company ? ['accounts', company] : ['accounts'];
}
