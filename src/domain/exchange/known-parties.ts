import { folded } from '../identity/folded';
import { matchCompanies, type CompanyTraits } from '../identity/match-companies';
import type { Match } from '../identity/match';
import { matchPeople, type PersonTraits } from '../identity/match-people';
import type { PartyRow } from '../parties/party-row';
import {
  companyKeys,
  companyTraits,
  personKeys,
  personTraits,
  valuesIn,
  type PartyValues,
} from '../parties/party-traits';
import { partyKind, relationOf, withGiven, type GivenValue } from '../parties/party-update';
import { isLink } from '../records/link-key';

/** A record on file, or one that a card of the file makes: `id` is then made of the card. */
export interface Party {
  readonly id: string;
  readonly kind: 'company' | 'person';
  readonly row?: PartyRow;
  /** With what cards of the file add. */
  readonly values: PartyValues;
}

/** What a card is looked for by: made once, for it is compared with many. */
export interface Wanted {
  readonly kind: Party['kind'];
  readonly values: PartyValues;
  readonly traits: Traits;
  /** Never none. */
  readonly keys: readonly string[];
}

type Traits =
  { readonly kind: 'company'; readonly of: CompanyTraits } | { readonly kind: 'person'; readonly of: PersonTraits };
type Values = Pick<Party, 'kind' | 'values'>;

/** Parties under one key beyond which the key alone says nothing: a hotline, a name like 王伟. */
const CROWD = 30;
const AS_WRITTEN = 'as-written:';

/** The companies and people that a card may be about: those on file, and those that earlier cards of the file make. */
export class KnownParties {
  private readonly parties = new Map<string, Party>();
  private readonly byKey = new Map<string, Set<Party>>();
  private readonly added = new Map<string, Map<string, readonly string[]>>();
  private readonly traits = new Map<string, Traits>();
  private readonly switchboards: ReadonlySet<string>;

  /**
   * @param keys the keys that will be asked for, of rows; others are passed over. @param companies what else says which numbers
   * belong to companies: the cards of companies.
   */
  constructor(rows: readonly PartyRow[], keys: ReadonlySet<string>, companies: readonly PartyValues[]) {
    const phones = (values: PartyValues): readonly string[] => values('phones').filter((one) => one.startsWith('+'));
    this.switchboards = new Set(companies.flatMap(phones));
    const shared = new Set(this.switchboards);
    for (const row of rows) {
      const party = this.enter({ id: row.id, kind: row.kind === 'person' ? 'person' : 'company', row });
      const own = row.keys.filter((key) => !isLink(key));
      this.index(party, own.length === 0 ? [nameAsWritten(party)] : own.filter((key) => keys.has(key)));
      if (party.kind === 'company') for (const phone of phones(party.values)) shared.add(phone);
    }
    this.switchboards = shared;
  }

  get(id: string): Party | undefined {
    return this.parties.get(id);
  }

  /** A record that a card makes. It is empty until it takes what the card says. */
  make(id: string, kind: Party['kind']): Party {
    return this.enter({ id, kind });
  }

  /** Adds what a card says, as writing it would; what differs stays out. */
  take(party: Party, values: readonly GivenValue[]): void {
    const { fields } = partyKind(party.kind);
    const overlay = this.added.get(party.id) ?? new Map<string, readonly string[]>();
    let isChanged = false;
    this.added.set(party.id, overlay);
    for (const { field, value } of values) {
      const spec = fields[field];
      const held = party.values(field);
      const relation = spec ? relationOf(spec, held, value) : 'same';
      if (!spec || relation === 'same' || relation === 'differs') continue;
      overlay.set(field, withGiven(spec, held, value));
      isChanged = true;
    }
    if (!isChanged) return;
    this.traits.delete(party.id);
    this.index(party, this.wanted(party).keys);
  }

  wanted({ kind, values }: Values): Wanted {
    const traits = this.read({ kind, values });
    const keys = traits.kind === 'company' ? companyKeys(values) : personKeys(traits.of);
    return { kind, values, traits, keys: keys.length === 0 ? [nameAsWritten({ kind, values })] : keys };
  }

  /** Those that share a key; of a crowd only who shares two, or the company, or has nothing but the name. */
  sharing(wanted: Wanted, keys: readonly string[] = wanted.keys): Party[] {
    const shared = new Map<Party, number>();
    const crowded: Party[] = [];
    const found = new Set<Party>();
    const companies = new Set(wanted.values('company'));
    for (const key of new Set(keys)) {
      const under = [...(this.byKey.get(key) ?? [])].filter(({ kind }) => kind === wanted.kind);
      for (const party of under) shared.set(party, (shared.get(party) ?? 0) + 1);
      if (under.length <= CROWD) under.forEach((party) => found.add(party));
      else crowded.push(...under);
    }
    for (const party of crowded) {
      const isColleague = party.values('company').some((id) => companies.has(id));
      if ((shared.get(party) ?? 0) > 1 || isColleague || hasOnlyName(party)) found.add(party);
    }
    return [...found];
  }

  judge({ traits: own }: Wanted, party: Party): Match | undefined {
    const held = this.traitsOf(party);
    if (own.kind === 'company') return held.kind === 'company' ? matchCompanies(own.of, held.of) : undefined;
    return held.kind === 'person' ? matchPeople(own.of, held.of) : undefined;
  }

  private enter(party: Omit<Party, 'values'>): Party {
    const onFile: PartyValues = party.row ? valuesIn(party.row.fields) : () => [];
    const values: PartyValues = (field) => this.added.get(party.id)?.get(field) ?? onFile(field);
    const entered: Party = { ...party, values };
    this.parties.set(party.id, entered);
    return entered;
  }

  private index(party: Party, keys: readonly string[]): void {
    for (const key of keys) {
      const under = this.byKey.get(key);
      if (under) under.add(party);
      else this.byKey.set(key, new Set([party]));
    }
  }

  private traitsOf(party: Party): Traits {
    const known = this.traits.get(party.id);
    if (known) return known;
    const traits = this.read(party);
    this.traits.set(party.id, traits);
    return traits;
  }

  private read({ kind, values }: Values): Traits {
    return kind === 'company'
      ? { kind, of: companyTraits(values) }
      : { kind, of: personTraits(values, this.switchboards) };
  }
}

/** Whether a key is that of a party without anything to know it by: a company called X. */
export function isNameAsWritten(key: string): boolean {
  return key.startsWith(AS_WRITTEN);
}

function nameAsWritten({ values }: Values): string {
  return `${AS_WRITTEN}${folded(values('name')[0] ?? '')}`;
}

/** Whether a party says nothing but its name. */
export function hasOnlyName({ kind, values }: Values): boolean {
  return Object.keys(partyKind(kind).fields).every((field) => field === 'name' || values(field).length === 0);
}
