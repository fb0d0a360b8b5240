import { isGenericMailbox } from '../../identity/email-address';
import { company } from '../../parties/company.kind';
import { isSafe, type Proposal, type Proposals } from '../propose';

/** Proposals of one company that are kept to be looked at. */
const MOST_KEPT = 24;
const DAY_MS = 86_400_000;

export interface Divided {
  /** Filed without a look of the user. */
  readonly accepted: readonly Proposal[];
  /** Kept for them, in the order they came. */
  readonly kept: readonly Proposal[];
}

/**
 * What a bulk run files by itself: only what fills an empty field, is right 98 times in 100 and is not about a person; nothing
 * where the match is doubted. All else is kept, at most 24.
 */
export function divideProposals({ list }: Pick<Proposals, 'list'>): Divided {
  // What is doubted, or masked, or the second best for its field, is not ticked.
  const accepted = list.filter((one) => one.ticked && one.effect === 'fills' && isSafe(one) && !isPersonal(one));
  return { accepted, kept: list.filter((one) => !accepted.includes(one)).slice(0, MOST_KEPT) };
}

/**
 * What a source says differently today: proposals for a field whose value came from a source more than so many days before
 * `now`. None of them is filed. What a person typed has no source to be compared with.
 */
export function changedSince({ list }: Pick<Proposals, 'list'>, days: number, now: number): Divided {
  const kept = list.filter(({ effect, held }) => {
    const source = held?.sources[0];
    if (effect !== 'differs' || !source || held.status === 'typed') return false;
    return isOlder(source.at, days, now);
  });
  return { accepted: [], kept: kept.slice(0, MOST_KEPT) };
}

/** Whether a time in ISO 8601 is more than so many days ago; a text that is no time is not. */
export function isOlder(at: string, days: number, now: number): boolean {
  return Date.parse(at) < now - days * DAY_MS;
}

function isPersonal({ field, value }: Proposal): boolean {
  return company.fields[field].personal || (field === 'emails' && !isGenericMailbox(value));
}
