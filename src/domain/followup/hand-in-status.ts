import { compareCodePoints } from '@/src/kernel/text';

/** A hand-in of the week, as far as the manager's table needs it. */
export interface HandedIn {
  readonly id: string;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
  /** By the wall clock of whoever handed it in, as it was written down then. */
  readonly isLate: boolean;
}

/** `due`: not handed in, and there is time yet; `missing`: not handed in, and there is none. */
export type HandInState = 'on-time' | 'late' | 'due' | 'missing';

export interface HandInLine {
  readonly owner: string;
  readonly state: HandInState;
  readonly handedIn?: HandedIn;
}

/**
 * Who handed in and who did not, by name. Of several hand-ins of one user the first counts: it is the one that was on time.
 * @param owners everybody who is expected to, each once or more; who handed in is listed besides.
 * @param deadline where it is asked, an instant: until then there is time for those who have not.
 */
export function handInStatus(
  owners: readonly string[],
  handIns: readonly HandedIn[],
  { deadline, now }: { readonly deadline: number; readonly now: number },
): HandInLine[] {
  const names = [...new Set([...owners, ...handIns.map(({ owner }) => owner)])].toSorted(compareCodePoints);
  return names.map((owner) => {
    const [first] = handIns.filter((one) => one.owner === owner).toSorted((a, b) => a.at - b.at);
    if (first) return { owner, state: first.isLate ? 'late' : 'on-time', handedIn: first };
    return { owner, state: now <= deadline ? 'due' : 'missing' };
  });
}
