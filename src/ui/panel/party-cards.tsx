import type { PartyDraft } from '@/src/app/capture-draft';
import { PartyCard } from './party-card';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';

interface Props {
  readonly parties: readonly PartyDraft[];
  readonly review: ReviewState;
  readonly capture: Capture;
}

/** Some of the cards of a review, each with what is on file of it. */
export function PartyCards({ parties, review, capture }: Props) {
  return parties.map((party) => (
    <PartyCard
      key={party.id}
      party={party}
      duplicates={review.duplicates.get(party.id) ?? []}
      suppressed={review.suppressed.has(party.id)}
      update={review.updates.get(party.id)}
      onChange={capture.change}
      onChoose={(row) => capture.choose(party.id, row)}
      onShow={capture.show}
    />
  ));
}
