import type { Fact, GuardFacts } from '../records/guard';
import { compareSubmissions, isLaterEntry, submissionOf } from './claim-order';
import { isSameClient, TELLING } from './claimed-client';

/** Whether a registration has a claim on its client now: it waits for confirmation, or has it. */
export const isStanding = ({ state }: Pick<Fact, 'state'>): boolean => state === 'submitted' || state === 'confirmed';

/** Other standing registrations of the same client, each list the earliest submission first. */
export interface Rivals {
  readonly earlier: readonly Fact[];
  readonly later: readonly Fact[];
}

/** A registration with what rules see around it. */
type Surrounded = Pick<GuardFacts, 'id' | 'fields' | 'refAt' | 'alike' | 'pointing'>;

/**
 * Who else claims the client: registrations that share a key and mean the same client, but for those of which somebody said
 * that they do not. A registration that was itself never handed in comes after all.
 */
export function rivalsOf(own: Surrounded): Rivals {
  const mine = submissionOf(own);
  const apart = new Set<unknown>(own.pointing.filter(({ kind }) => kind === 'distinction').flatMap(toldApart));
  const others = own.alike
    .filter((fact) => isStanding(fact) && fact.id !== own.id && isSameClient(own.fields, fact.fields))
    .filter(({ id }) => !apart.has(id))
    .flatMap((fact) => {
      const submission = submissionOf(fact);
      return submission ? [{ fact, submission }] : [];
    })
    .toSorted((a, b) => compareSubmissions(a.submission, b.submission));
  const isEarlier = ({ submission }: (typeof others)[number]): boolean =>
    !mine || compareSubmissions(submission, mine) < 0;
  return {
    earlier: others.filter(isEarlier).map(({ fact }) => fact),
    later: others.filter((one) => !isEarlier(one)).map(({ fact }) => fact),
  };
}

/** The two records of which somebody said that they are not the same. */
export function toldApart({ fields }: Pick<Fact, 'fields'>): unknown[] {
  return [fields['one'], fields['other']];
}

/**
 * Whether what tells the client was changed after the submission: then its time is not that of the client now named, and it
 * has to be handed in anew. The link to the company on file does not count: merging two companies moves it.
 */
export function isChangedSince({ refAt }: Pick<GuardFacts, 'refAt'>): boolean {
  const submitted = refAt('submittedAt');
  if (submitted === undefined) return false;
  return TELLING.some((path) => {
    const ref = refAt(path);
    return ref !== undefined && isLaterEntry(ref, submitted);
  });
}
