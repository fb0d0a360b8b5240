import { compareCompanyNames, readCompanyName } from '../identity/company-name';
import { byTier, EQUAL, isSurer, type Match } from '../identity/match';
import { folded } from '../identity/folded';
import { ownDomain } from '../identity/domain-name';
import { distinctionKey } from '../parties/distinction.kind';
import { partyKind, relationOf, type GivenValue } from '../parties/party-update';
import type { PartyValues } from '../parties/party-traits';
import { cardValues, valuesByField } from './card-values';
import type { PartyRow } from '../parties/party-row';
import { hasOnlyName, isNameAsWritten, KnownParties, type Party, type Wanted } from './known-parties';
import type { ReadCard } from './read-contacts';

/** A record on file that a card may be about. */
export interface Candidate {
  readonly row: PartyRow;
  readonly match: Match;
}

/** A card with what it is about. */
export interface MatchedCard {
  readonly card: ReadCard;
  readonly values: readonly GivenValue[];
  /** What it would make if it is about nothing known. */
  readonly makes: string;
  /** The record that it is surely about, or what an earlier card makes. */
  readonly about?: { readonly party: string; readonly row?: PartyRow; readonly match: Match };
  /** The records on file that it may be about besides, the surest first, never one that contradicts. */
  readonly candidates: readonly Candidate[];
  /** `makes` of the company that a person works for. */
  readonly employer?: string;
}

const CANDIDATES = 3;
/** How many people of a company are asked where they work on file. */
const ASKED = 20;

interface Judged {
  readonly party: Party;
  readonly match: Match;
  /** Values that the card would add, and values that differ. */
  readonly adds: number;
  readonly differs: number;
}

/**
 * Finds, card by card in the order of `cardsInOrder`, what each is about. Sure is: an id in another program; a record that says all
 * that the card says; what `matchCompanies` and `matchPeople` call the same. A company that only a person's row names is
 * besides known by what the person's link was read from, and by its name where exactly one has it and nothing contradicts.
 * Every other record that is likely or possible is a question to the user, but for those of which the user has said that they
 * are not the same as one that the card more surely is. A name alone never settles it.
 */
export class CardMatcher {
  private readonly known: KnownParties;
  private readonly matched = new Map<string, MatchedCard>();
  /** Some of the people of a company's card, by its id. */
  private readonly peopleOf = new Map<string, readonly ReadCard[]>();
  /** Place and company id of every person. */
  private readonly rows: ReadonlySet<string>;
  /** What cards so far are about. */
  private readonly used = new Set<Party>();
  private count = 0;

  private readonly apart: ReadonlySet<string>;

  /**
   * @param rows all records that share a key with a card, or simply all. @param apart `distinctionKey` of the pairs that the
   * user has told apart.
   */
  constructor(rows: readonly PartyRow[], cards: readonly ReadCard[], apart: ReadonlySet<string> = new Set()) {
    this.apart = apart;
    this.rows = rowsOfPeople(cards);
    const people = cards.filter(({ kind }) => kind === 'person');
    for (const person of people) {
      const { companyId } = person;
      if (companyId === undefined) continue;
      const colleagues = this.peopleOf.get(companyId) ?? [];
      if (colleagues.length < ASKED) this.peopleOf.set(companyId, [...colleagues, person]);
    }
    const companies = cards.filter(({ kind }) => kind === 'company');
    const keys = new Set(keysOfCards(cards));
    this.known = new KnownParties(
      rows,
      keys,
      companies.map((card) => valuesByField(cardValues(card))),
    );
  }

  /** The next card of the file. */
  match(card: ReadCard): MatchedCard {
    const values = cardValues(card);
    const employer = card.companyId === undefined ? undefined : this.matched.get(card.companyId);
    const own = valuesByField(values);
    const companies = employer ? partiesOf(employer) : [];
    const wanted = this.known.wanted({
      kind: card.kind,
      values: (field) => (field === 'company' ? companies : own(field)),
    });
    const judged = this.withoutToldApart(this.judged(wanted, values));
    const about = this.surely(card, wanted, judged);
    const makes = `card ${this.count++}`;
    const found: MatchedCard = {
      card,
      values,
      makes,
      ...(about ? { about: sureOf(about) } : {}),
      candidates: judged
        .filter(({ party, match }) => !about || !this.isNone(about, { party, match }))
        .flatMap(({ party: { row }, match }) => (row ? [{ row, match }] : []))
        .slice(0, CANDIDATES),
      ...(employer ? { employer: employer.makes } : {}),
    };
    const party = about?.party ?? this.known.make(makes, card.kind);
    this.used.add(party);
    const link = companies.slice(0, 1).map((value) => ({ field: 'company', value }));
    this.known.take(party, [...values, ...link]);
    if (card.kind === 'company' && !this.matched.has(card.id)) this.matched.set(card.id, found);
    return found;
  }

  private judged(wanted: Wanted, values: readonly GivenValue[]): Judged[] {
    const isKeyless = wanted.keys.every(isNameAsWritten);
    return this.known
      .sharing(wanted)
      .flatMap((party): Judged[] => {
        const match =
          this.known.judge(wanted, party) ?? (isKeyless ? { tier: 'possible', reasons: ['name'] } : undefined);
        return match && match.tier !== 'never' ? [{ party, match, ...fitOf(party, wanted, values) }] : [];
      })
      .sort((a, b) => byTier(a.match, b.match) || byFit(a, b));
  }

  /** Of records that are not the same only those stay that the card is as surely as any: it may be about each of them. */
  private withoutToldApart(judged: readonly Judged[]): readonly Judged[] {
    if (this.apart.size === 0) return judged;
    return judged.filter(
      ({ party, match }) => !judged.some((one) => isSurer(one.match, match) && this.isToldApart(one.party, party)),
    );
  }

  /** What the card is about is another, by the user's word. */
  private isNone(about: Judged, { party, match }: Pick<Judged, 'party' | 'match'>): boolean {
    const isSure = about.match.tier === 'same' || isSurer(about.match, match);
    return isSure && this.isToldApart(about.party, party);
  }

  private isToldApart({ row: one }: Party, { row: other }: Party): boolean {
    return one !== undefined && other !== undefined && this.apart.has(distinctionKey(one.id, other.id));
  }

  private surely(card: ReadCard, wanted: Wanted, judged: readonly Judged[]): Judged | undefined {
    const external = judged.filter(({ match }) => match.reasons.includes('external')).sort(byFit)[0];
    if (external) return external;
    // A company that is there because the row of a person names it.
    const isDerived = isNamedInRow(card, this.rows);
    return (
      (isDerived ? this.asLinked(card, judged, isSameText) : undefined) ??
      judged.filter((one) => isCopy(one, wanted)).sort(byFit)[0] ??
      judged.filter(({ match }) => match.tier === 'same').sort(byFit)[0] ??
      (isDerived ? (this.asLinked(card, judged, isSameCore) ?? this.byNameAlone(wanted, judged)) : undefined)
    );
  }

  /** Where the person of the row, or one of that name, works on file, if their link was read from such a name. */
  private asLinked(
    card: ReadCard,
    judged: readonly Judged[],
    isSuch: (name: string, other: string) => boolean,
  ): Judged | undefined {
    for (const person of this.peopleOf.get(card.id) ?? []) {
      const wanted = this.known.wanted({ kind: 'person', values: valuesByField(cardValues(person)) });
      for (const known of this.known.sharing(wanted)) {
        const party = this.employerOf(known, (name) => isSuch(name, card.name));
        const found = party && this.known.judge(wanted, known);
        if (!party || !(found?.tier === 'same' || found?.reasons.includes('name'))) continue;
        const match: Match = { tier: 'likely', reasons: ['person'] };
        return judged.find((one) => one.party === party) ?? { party, match, adds: 0, differs: 0 };
      }
    }
    return undefined;
  }

  /** The company on file of a person on file, where the name that their link was read from will do. */
  private employerOf({ row }: Party, will: (name: string) => boolean): Party | undefined {
    const link = row && 'company' in row.fields ? row.fields.company : undefined;
    return link && will(link.raw) ? this.known.get(link.value) : undefined;
  }

  /** The one company of that name. What other cards of the file are about goes before the rest on file. */
  private byNameAlone(wanted: Wanted, judged: readonly Judged[]): Judged | undefined {
    const namesakes = judged.filter(({ match, party }) => match.reasons.includes('name') && !isOther(wanted, party));
    const used = namesakes.find(({ party }) => this.used.has(party));
    const one = used ?? (namesakes.length === 1 ? namesakes[0] : undefined);
    return one && { ...one, match: { ...one.match, tier: 'likely' } };
  }
}

function isSameText(name: string, other: string): boolean {
  return folded(name) === folded(other);
}

function isSameCore(name: string, other: string): boolean {
  return compareCompanyNames(readCompanyName(name), readCompanyName(other)) >= EQUAL;
}

/** The order in which cards are matched: companies, those that only people's rows name behind the others; then people. */
export function cardsInOrder(cards: readonly ReadCard[]): ReadCard[] {
  const rows = rowsOfPeople(cards);
  const rank = (card: ReadCard): number => (card.kind === 'person' ? 2 : isNamedInRow(card, rows) ? 1 : 0);
  return [0, 1, 2].flatMap((wanted) => cards.filter((card) => rank(card) === wanted));
}

function rowsOfPeople(cards: readonly ReadCard[]): Set<string> {
  return new Set(cards.filter(({ kind }) => kind === 'person').map(({ place, companyId }) => `${place} ${companyId}`));
}

function isNamedInRow({ kind, place, id }: ReadCard, rows: ReadonlySet<string>): boolean {
  return kind === 'company' && rows.has(`${place} ${id}`);
}

/** The keys by which the cards of a file look for records. */
export function keysOfCards(cards: readonly ReadCard[]): string[] {
  const none = new KnownParties([], new Set(), []);
  return cards.flatMap((card) => none.wanted({ kind: card.kind, values: valuesByField(cardValues(card)) }).keys);
}

/** Every record that a company's card may be, the surest first. */
function partiesOf({ about, candidates, makes }: MatchedCard): string[] {
  return [...new Set([...(about ? [about.party] : []), ...candidates.map(({ row }) => row.id), makes])];
}

function sureOf({ party: { id, row }, match }: Judged): NonNullable<MatchedCard['about']> {
  return { party: id, ...(row ? { row } : {}), match };
}

function fitOf(party: Party, wanted: Wanted, values: readonly GivenValue[]): Pick<Judged, 'adds' | 'differs'> {
  const { fields } = partyKind(party.kind);
  const relations = values.map(({ field, value }) => {
    const spec = fields[field];
    return spec ? relationOf(spec, party.values(field), value) : 'same';
  });
  const employers = wanted.values('company');
  const [held] = party.values('company');
  if (employers.length > 0) relations.push(held === undefined ? 'adds' : employers.includes(held) ? 'same' : 'differs');
  const count = (...wantedOnes: string[]): number => relations.filter((one) => wantedOnes.includes(one)).length;
  return { adds: count('adds', 'completes'), differs: count('differs') };
}

/** What fits best, what is on file before what the file makes. */
function byFit(a: Judged, b: Judged): number {
  return a.adds - b.adds || a.differs - b.differs || byTier(a.match, b.match) || (a.party.id < b.party.id ? -1 : 1);
}

/** It says all that the card says. Where the card gives but a name, it must say no more either. */
function isCopy({ party, adds, differs }: Judged, wanted: Wanted): boolean {
  return adds === 0 && differs === 0 && (!hasOnlyName(wanted) || hasOnlyName(party));
}

/** Both have an id of one program, or a web site of their own, and none in common. */
function isOther({ values }: Wanted, party: Party): boolean {
  const programs = (ids: readonly string[]): string[] => ids.map((id) => id.slice(0, id.indexOf(':')));
  const domains = (of: PartyValues): string[] => of('website').flatMap((address) => ownDomain(address) ?? []);
  const apart = (a: readonly string[], b: readonly string[]): boolean =>
    a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
  const [own, held] = [values('externalIds'), party.values('externalIds')];
  const isSameProgram = programs(own).some((program) => programs(held).includes(program));
  return (isSameProgram && apart(own, held)) || apart(domains(values), domains(party.values));
}
