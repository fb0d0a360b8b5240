import { must } from '@/src/kernel/assert';
import type { Fact } from '../records/guard';
import { compareSubmissions, submissionOf } from './claim-order';
import { claimKeys, isSameClient } from './claimed-client';
import { isStanding, toldApart } from './rivals';

/** One registration among those of its client. */
export interface RankedClaim {
  readonly claim: Fact;
  /** Milliseconds after the first; 0 of the first itself, and of one within the same millisecond. */
  readonly behind: number;
}

/** Registrations that claim one client, the earliest submission first. */
export type ClaimGroup = readonly RankedClaim[];

/**
 * The registrations that wait for confirmation, each beside its rivals, waiting or confirmed. Groups whose first claim was
 * submitted longest ago come first. Two of which somebody said that they are two clients are none. What is the same client as a second, and this as a third, stands in one group.
 */
export function claimGroups(claims: readonly Fact[], distinctions: readonly Fact[] = []): ClaimGroup[] {
  const apart = new Set(distinctions.map((one) => pairOf(...toldApart(one))));
  const standing = claims.filter((claim) => isStanding(claim) && submissionOf(claim));
  const groups = new Map<Fact, Set<Fact>>(standing.map((claim) => [claim, new Set([claim])]));
  for (const sharing of byKey(standing).values())
    for (const [at, one] of sharing.entries())
      for (const other of sharing.slice(at + 1))
        if (!apart.has(pairOf(one.id, other.id)) && isSameClient(one.fields, other.fields)) join(groups, one, other);
  return [...new Set(groups.values())]
    .map((group) => ranked([...group]))
    .filter((group) => group.some(({ claim }) => claim.state === 'submitted'))
    .toSorted((a, b) => compareClaims(firstOf(a), firstOf(b)));
}

/** Whichever comes first. */
function pairOf(...ids: readonly unknown[]): string {
  return ids.map(String).toSorted().join(' ');
}

function byKey(claims: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const claim of claims)
    for (const key of claimKeys(claim.fields)) {
      const sharing = found.get(key);
      if (sharing) sharing.push(claim);
      else found.set(key, [claim]);
    }
  return found;
}

function join(groups: Map<Fact, Set<Fact>>, one: Fact, other: Fact): void {
  const [group, second] = [must(groups.get(one), 'a group'), must(groups.get(other), 'a group')];
  if (group === second) return;
  for (const claim of second) {
    group.add(claim);
    groups.set(claim, group);
  }
}

function ranked(claims: readonly Fact[]): ClaimGroup {
  const inOrder = claims.toSorted(compareClaims);
  const first = timeOf(inOrder[0]);
  return inOrder.map((claim) => ({ claim, behind: timeOf(claim) - first }));
}

function compareClaims(a: Fact, b: Fact): number {
  return compareSubmissions(must(submissionOf(a), 'submitted'), must(submissionOf(b), 'submitted'));
}

const firstOf = (group: ClaimGroup): Fact => must(group[0], 'a group is never empty').claim;
const timeOf = (claim: Fact | undefined): number => Date.parse(String(claim?.fields['submittedAt']));
