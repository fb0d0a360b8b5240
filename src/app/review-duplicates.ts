import type { RecordId } from '@/src/kernel/ids';
import { byTier, type Match } from '@/src/domain/identity/match';
import { matchCompanies } from '@/src/domain/identity/match-companies';
import { matchPeople } from '@/src/domain/identity/match-people';
import { companyTraits, personTraits, valuesIn } from '@/src/domain/parties/party-traits';
import type { PartyRow } from './find-duplicates';

/** Records that may be one: two or more, the oldest first, with the faintest link that holds them together. */
export interface DuplicateGroup {
  readonly rows: readonly PartyRow[];
  readonly match: Match;
}

/** Records under one key beyond which the key says nothing: a hotline, a name like 王伟. */
const CROWD = 30;

type Judge = (a: PartyRow, b: PartyRow) => Match | undefined;

/**
 * The groups of records on file that are the same or likely so, the surest first. Records hang together when each is linked
 * to another of the group and none contradicts another; the surer link goes first. Only records that share a key are
 * compared, so that the length of the list does not matter.
 */
export function reviewDuplicates(rows: readonly PartyRow[]): DuplicateGroup[] {
  const judge = judgeOf(rows);
  const groups = new Map<RecordId, DuplicateGroup>();
  for (const { a, b, match } of linksAmong(rows, judge)) {
    const left = groups.get(a.id)?.rows ?? [a];
    const right = groups.get(b.id)?.rows ?? [b];
    if (left.includes(b) || left.some((one) => right.some((other) => judge(one, other)?.tier === 'never'))) continue;
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
function linksAmong(rows: readonly PartyRow[], judge: Judge): Link[] {
  const links = new Map<string, Link>();
  for (const crowd of crowdsOf(rows)) {
    for (const [i, a] of crowd.entries())
      for (const b of crowd.slice(i + 1)) {
        const pair = `${a.id} ${b.id}`;
        const match = links.has(pair) ? undefined : judge(a, b);
        if (match && (match.tier === 'same' || match.tier === 'likely')) links.set(pair, { a, b, match });
      }
  }
  return [...links.values()].sort((x, y) => byTier(x.match, y.match));
}

/** Records under one key, without the keys that say nothing. */
function crowdsOf(rows: readonly PartyRow[]): PartyRow[][] {
  const byKey = new Map<string, PartyRow[]>();
  for (const row of rows) {
    for (const key of row.keys.filter((one) => !one.startsWith('link:'))) {
      const crowd = byKey.get(key);
      if (crowd) crowd.push(row);
      else byKey.set(key, [row]);
    }
  }
  return [...byKey.values()].filter(({ length }) => length > 1 && length <= CROWD);
}

/** Numbers of companies are switchboards and identify no person. */
function judgeOf(rows: readonly PartyRow[]): Judge {
  const companies = rows.filter(({ kind }) => kind === 'company');
  const traits = new Map(companies.map((row) => [row.id, companyTraits(valuesIn(row.fields))]));
  const switchboards = new Set([...traits.values()].flatMap(({ phones }) => [...phones]));
  return (a, b) => {
    if (a.kind !== b.kind) return undefined;
    const [one, other] = [traits.get(a.id), traits.get(b.id)];
    if (one && other) return matchCompanies(one, other);
    return matchPeople(personTraits(valuesIn(a.fields), switchboards), personTraits(valuesIn(b.fields), switchboards));
  };
}

/** Ids sort by the time they were made. */
function oldestFirst(group: readonly PartyRow[]): PartyRow[] {
  return [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
}
