import type { PartyRow } from '@/src/domain/parties/party-row';
import type { CaptureDraft } from './capture-draft';
import type { Duplicate } from './find-duplicates';
import type { Arrived } from './register-uses';
import type { Updates } from './save-capture';

/** What is on file of the cards of a draft. */
interface Known {
  readonly duplicates: ReadonlyMap<string, readonly Duplicate[]>;
  readonly updates: Updates;
}

/**
 * What is on file of a draft that was waited for: its first card is the company that was looked up, unless it contradicts that;
 * then it is whoever else it is on file, or somebody new. Of a draft that nobody waited for what is on file stays as it is.
 */
export function withArrived<K extends Known>(known: K, { parties }: CaptureDraft, arrived: Arrived | undefined): K {
  const [own] = parties;
  if (!own || !arrived) return known;
  const { row, fit } = arrived;
  const updates = new Map<string, PartyRow>(known.updates);
  if (isAnother(fit)) {
    if (updates.get(own.id)?.id === row.id) updates.delete(own.id);
    return { ...known, updates };
  }
  updates.set(own.id, row);
  const duplicates = new Map(known.duplicates);
  duplicates.set(
    own.id,
    (duplicates.get(own.id) ?? []).filter((one) => one.row.id === row.id),
  );
  return { ...known, updates, duplicates };
}

/** Nothing is ticked beforehand of a page that may be about another company. */
export function untickedIfUnsure(draft: CaptureDraft, { fit }: Arrived): CaptureDraft {
  if (fit === 'fits') return draft;
  const parties = draft.parties.map((party) => ({
    ...party,
    ticked: false,
    values: party.values.map((value) => ({ ...value, ticked: false })),
  }));
  return { ...draft, parties };
}

function isAnother(fit: Arrived['fit']): boolean {
  return fit === 'other-number' || fit === 'other-name';
}
