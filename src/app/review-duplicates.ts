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

/**
 * The groups of records on file that are the same or likely so, the surest first. Records hang together when each is linked
 * to another of the group; only records that share a key are compared, so that the length of the list does not matter.
 */
export function reviewDuplicates(rows: readonly PartyRow[]): DuplicateGroup[] {
  const links = linksAmong(rows);
  const leader = new Map<RecordId, RecordId>(rows.map(({ id }) => [id, id]));
  const find = (id: RecordId): RecordId => {
    const above = leader.get(id) ?? id;
    return above === id ? id : find(above);
  };
  for (const { a, b } of links) leader.set(find(a.id), find(b.id));
  const groups = new Map<RecordId, PartyRow[]>();
  for (const row of rows) groups.set(find(row.id), [...(groups.get(find(row.id)) ?? []), row]);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ rows: oldestFirst(group), match: faintest(group, links) }))
    .sort((x, y) => byTier(x.match, y.match) || (x.rows[0]?.id ?? '').localeCompare(y.rows[0]?.id ?? ''));
}

interface Link {
  readonly a: PartyRow;
  readonly b: PartyRow;
  readonly match: Match;
}

function linksAmong(rows: readonly PartyRow[]): Link[] {
  const byKey = new Map<string, PartyRow[]>();
  for (const row of rows)
    for (const key of row.keys.filter((one) => !one.startsWith('link:')))
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const judge = judgeOf(rows);
  const links = new Map<string, Link>();
  for (const crowd of byKey.values()) {
    if (crowd.length > CROWD) continue;
    for (const [i, a] of crowd.entries())
      for (const b of crowd.slice(i + 1)) {
        const pair = `${a.id} ${b.id}`;
        const match = links.has(pair) ? undefined : judge(a, b);
        if (match && (match.tier === 'same' || match.tier === 'likely')) links.set(pair, { a, b, match });
      }
  }
  return [...links.values()];
}

/** Numbers of companies are switchboards and identify no person. */
function judgeOf(rows: readonly PartyRow[]): (a: PartyRow, b: PartyRow) => Match | undefined {
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

function faintest(group: readonly PartyRow[], links: readonly Link[]): Match {
  const ids = new Set(group.map(({ id }) => id));
  const inside = links.filter(({ a }) => ids.has(a.id)).map(({ match }) => match);
  return inside.sort(byTier).at(-1) ?? { tier: 'likely', reasons: [] };
}

/** Ids sort by the time they were made. */
function oldestFirst(group: readonly PartyRow[]): PartyRow[] {
  return [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
}
