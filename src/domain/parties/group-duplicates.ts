import type { RecordId } from '@/src/kernel/ids';
import { byTier, type Match } from '../identity/match';
import type { PartyJudge } from './party-judge';
import type { PartyRow } from './party-row';
import { isLink } from '../records/link-key';

/** Records that may be one: two or more, the oldest first, with the faintest link that holds them together. */
export interface DuplicateGroup {
  readonly rows: readonly PartyRow[];
  readonly match: Match;
}

/** Records under one key beyond which the key says nothing: a hotline, a name like 王伟. */
export const CROWD = 30;
/** Crowds between two reports of progress. */
const REPORT_EVERY = 1000;

/**
 * The groups of records on file that are the same or likely so, the surest first. Records hang together when each is linked
 * to another of the group and none contradicts another; the surer link goes first. Only records that share a key are
 * compared, so that the length of the list does not matter.
 * @param onProgress how many keys of how many were looked under.
 */
export function groupDuplicates(
  rows: readonly PartyRow[],
  judge: PartyJudge,
  onProgress: (done: number, total: number) => void = () => undefined,
): DuplicateGroup[] {
  const groups = new Map<RecordId, DuplicateGroup>();
  for (const { a, b, match } of linksAmong(rows, judge, onProgress)) {
    const left = groups.get(a.id)?.rows ?? [a];
    const right = groups.get(b.id)?.rows ?? [b];
    if (left.includes(b) || left.some((one) => right.some((other) => judge.match(one, other)?.tier === 'never')))
      continue;
    const joined = { rows: oldestFirst([...left, ...right]), match };
    for (const { id } of joined.rows) groups.set(id, joined);
  }
  return [...new Set(groups.values())].sort(
    (x, y) => byTier(x.match, y.match) || ((x.rows[0]?.id ?? '') < (y.rows[0]?.id ?? '') ? -1 : 1),
  );
}

interface Link {
  readonly a: PartyRow;
  readonly b: PartyRow;
  readonly match: Match;
}

/** Every pair that is the same or likely so, the surest first. */
function linksAmong(
  rows: readonly PartyRow[],
  judge: PartyJudge,
  onProgress: (done: number, total: number) => void,
): Link[] {
  const links = new Map<string, Link>();
  const crowds = crowdsOf(rows);
  for (const [at, crowd] of crowds.entries()) {
    if (at % REPORT_EVERY === 0) onProgress(at, crowds.length);
    for (const [i, a] of crowd.entries())
      for (const b of crowd.slice(i + 1)) {
        const match = judge.match(a, b);
        if (match?.tier === 'same' || match?.tier === 'likely') links.set(`${a.id} ${b.id}`, { a, b, match });
      }
  }
  onProgress(crowds.length, crowds.length);
  return [...links.values()].sort((x, y) => byTier(x.match, y.match));
}

/** Records under one key, without the keys that say nothing. */
function crowdsOf(rows: readonly PartyRow[]): PartyRow[][] {
  const byKey = new Map<string, PartyRow[]>();
  for (const row of rows) {
    for (const key of row.keys) {
      if (isLink(key)) continue;
      const crowd = byKey.get(key);
      if (crowd) crowd.push(row);
      else byKey.set(key, [row]);
    }
  }
  return [...byKey.values()].filter(({ length }) => length > 1 && length <= CROWD);
}

/** Ids sort by the time they were made. */
function oldestFirst(group: readonly PartyRow[]): PartyRow[] {
  return [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
}
