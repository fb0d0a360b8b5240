import type { Match } from '../identity/match';
import { matchCompanies, type CompanyTraits } from '../identity/match-companies';
import { matchPeople, type PersonTraits } from '../identity/match-people';
import { distinctionKey, type DistinctionRow } from './distinction.kind';
import { companyTraits, personTraits, valuesIn } from './party-traits';
import type { PartyRow } from './party-row';

/** What two have nothing in common is remembered as. */
const NOTHING = null;

/**
 * Judges pairs of records on file, and remembers what it found by the rows themselves: a row that was written anew is judged
 * anew. Numbers of companies are switchboards and identify no person; what the user has told apart is never the same.
 */
export class PartyJudge {
  private switchboards: ReadonlySet<string> = new Set();
  private apart: ReadonlySet<string> = new Set();
  private readonly companies = new WeakMap<PartyRow, CompanyTraits>();
  private people = new WeakMap<PartyRow, PersonTraits>();
  private found = new WeakMap<PartyRow, Map<PartyRow, Match | typeof NOTHING>>();

  /** Goes on from what is on file now: all companies and people, and what the user has said of them. */
  lookAt(rows: readonly PartyRow[], distinctions: readonly DistinctionRow[]): void {
    this.apart = new Set(distinctions.map(({ fields }) => distinctionKey(fields.one, fields.other)));
    const switchboards = switchboardsOf(rows);
    if (isEqual(switchboards, this.switchboards)) return;
    this.switchboards = switchboards;
    this.people = new WeakMap();
    this.found = new WeakMap();
  }

  /** Undefined when two have nothing in common. */
  match(a: PartyRow, b: PartyRow): Match | undefined {
    if (a.kind !== b.kind) return undefined;
    if (this.apart.size > 0 && this.apart.has(distinctionKey(a.id, b.id))) return { tier: 'never', reasons: [] };
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const known = this.found.get(one) ?? new Map<PartyRow, Match | typeof NOTHING>();
    const before = known.get(other);
    if (before !== undefined) return before ?? undefined;
    const match = this.judge(one, other);
    this.found.set(one, known.set(other, match ?? NOTHING));
    return match;
  }

  private judge(a: PartyRow, b: PartyRow): Match | undefined {
    if (a.kind === 'company') return matchCompanies(this.companyOf(a), this.companyOf(b));
    return matchPeople(this.personOf(a), this.personOf(b));
  }

  private companyOf(row: PartyRow): CompanyTraits {
    const traits = this.companies.get(row) ?? companyTraits(valuesIn(row.fields));
    this.companies.set(row, traits);
    return traits;
  }

  private personOf(row: PartyRow): PersonTraits {
    const traits = this.people.get(row) ?? personTraits(valuesIn(row.fields), this.switchboards);
    this.people.set(row, traits);
    return traits;
  }
}

function switchboardsOf(rows: readonly PartyRow[]): Set<string> {
  const numbers = new Set<string>();
  for (const { kind, keys } of rows) {
    if (kind !== 'company') continue;
    for (const key of keys) if (key.startsWith('phone:')) numbers.add(key.slice('phone:'.length));
  }
  return numbers;
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
