import { LOSS_REASONS } from './unclosed-client.kind';

/** An unclosed client, as far as the monthly review needs it. Days are ISO. */
export interface UnclosedClient {
  readonly state: string;
  readonly reason: string;
  readonly lostOn: string;
  readonly reviewedOn: string;
}

/** The review of one month: what is still to be looked at, and what has been. */
export interface MonthReview<C> {
  readonly due: readonly C[];
  readonly reviewed: readonly C[];
}

/**
 * The unclosed clients of earlier months: due until they were looked at in this one. What was lost in the month itself was
 * looked at when it was filed. Longest not looked at first, ties as they came. @param month ISO, `2026-11`
 */
export function reviewOf<C extends UnclosedClient>(clients: readonly C[], month: string): MonthReview<C> {
  const open = clients
    .filter(({ state, lostOn }) => state === 'unclosed' && lostOn.slice(0, 7) < month)
    .toSorted((a, b) => (a.reviewedOn < b.reviewedOn ? -1 : Number(a.reviewedOn > b.reviewedOn)));
  const isDue = ({ reviewedOn }: C): boolean => reviewedOn.slice(0, 7) < month;
  return { due: open.filter(isDue), reviewed: open.filter((one) => !isDue(one)) };
}

/** How often each reason was given, the most frequent first, ties in the order of the list; none that nobody gave. */
export function reasonCounts(
  clients: readonly Pick<UnclosedClient, 'reason'>[],
): { readonly reason: string; readonly count: number }[] {
  return LOSS_REASONS.map((reason) => ({ reason, count: clients.filter((one) => one.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
