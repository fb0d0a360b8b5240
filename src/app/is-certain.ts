import type { PartyField } from '@/src/domain/capture/found';
import type { CaptureDraft, PartyDraft } from './capture-draft';

/** What, beside a name, makes a company that company. */
const IDENTIFYING: ReadonlySet<PartyField> = new Set(['website', 'emails', 'phones', 'registrationIds']);

/**
 * Whether a draft may be filed without being looked at: the page was read whole, its own company is ticked by its name and by
 * something else that identifies it, and nobody on a ticked card may be on file already.
 * @param known ids of the cards that may be on file, or that are not to be filed again.
 */
export function isCertain({ parties, notices }: CaptureDraft, known: ReadonlySet<string>): boolean {
  const [own] = parties;
  const ticked = parties.filter((party) => party.ticked);
  return (
    notices.length === 0 &&
    own?.kind === 'company' &&
    own.ticked &&
    hasTicked(own, (field) => field === 'name') &&
    hasTicked(own, (field) => IDENTIFYING.has(field)) &&
    ticked.every(({ id }) => !known.has(id))
  );
}

function hasTicked({ values }: PartyDraft, isWanted: (field: PartyField) => boolean): boolean {
  return values.some(({ field, ticked, value }) => ticked && value.trim() !== '' && isWanted(field));
}
