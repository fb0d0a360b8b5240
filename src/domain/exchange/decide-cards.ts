import type { Match } from '../identity/match';
import { mayReplace, partyKind, relationOf, withGiven, type GivenValue } from '../parties/party-update';
import { valuesIn } from '../parties/party-traits';
import type { PartyRow } from '../parties/party-row';
import { furtherStage } from './account-stage';
import type { MatchedCard } from './match-cards';

/** What the user says of the cards, each named by what it `makes`. */
export interface ImportChoices {
  /** Cards that stay out. */
  readonly without: ReadonlySet<string>;
  /** Cards of which it was said what they are: the id of a record, or `new`. */
  readonly answers: ReadonlyMap<string, string>;
  /** What answers a question that has no answer of its own: `open` leaves the card out. */
  readonly otherwise: 'open' | 'first' | 'new';
  /** Cards whose values replace differing ones on file, field by field: `makes field`. */
  readonly take: ReadonlySet<string>;
  /** Every differing value is taken. */
  readonly takeAll: boolean;
}

export const NO_CHOICES: ImportChoices = {
  without: new Set(),
  answers: new Map(),
  otherwise: 'open',
  take: new Set(),
  takeAll: false,
};

/**
 * What comes of a card. `new`: it makes a record. `update`: it is the first to change one. `same`: all it says is on file.
 * `conflict`: nothing but what differs, which stays as it is. `joined`: it goes into a record that an earlier card makes or
 * changes. `question`: it waits for an answer and stays out till then. `without`: the user left it out.
 */
export type Outcome = 'new' | 'update' | 'same' | 'conflict' | 'joined' | 'question' | 'without';

/** Two values for one place. `held` and `given` of a company are ids: see `MatchedCard.makes`. */
export interface Conflict {
  readonly field: string;
  readonly held: string;
  readonly given: string;
  /** The one of the file replaces the one on file. */
  readonly taken: boolean;
}

export interface Decision {
  readonly matched: MatchedCard;
  readonly outcome: Outcome;
  /** The record it goes into: its id, or what a card makes. */
  readonly into?: string;
  /** Why that one; undefined for what is new or chosen by the user. */
  readonly match?: Match;
  /** What it adds, the company as `company`. */
  readonly adds: readonly GivenValue[];
  readonly conflicts: readonly Conflict[];
}

/** What is written into one record. */
export interface PartyWrite {
  readonly id: string;
  readonly kind: 'company' | 'person';
  readonly row?: PartyRow;
  /** Of a new company, where its cards say it. A record on file keeps its own: moving it is the user's. */
  readonly state?: string;
  readonly values: readonly { readonly given: GivenValue; readonly by: MatchedCard }[];
}

export interface Decisions {
  readonly cards: readonly Decision[];
  /** Cards by outcome; `conflict` counts every card with a differing value that stays. */
  readonly counts: Readonly<Record<Outcome, number>>;
  /** In the order of the file, companies before their people. `new` of them are made, `update` changed. */
  readonly writes: readonly PartyWrite[];
}

/** What the cards come to, given what the user says. Every card has one outcome. */
export function decideCards(cards: readonly MatchedCard[], choices: ImportChoices): Decisions {
  const desk = new Desk(cards, choices);
  const decided = cards.map((card) => desk.decide(card));
  const counts = { new: 0, update: 0, same: 0, conflict: 0, joined: 0, question: 0, without: 0 };
  for (const { outcome, conflicts } of decided) {
    if (outcome !== 'conflict') counts[outcome]++;
    if (conflicts.some(({ taken }) => !taken)) counts.conflict++;
  }
  return { cards: decided, counts, writes: [...desk.writes.values()].filter(({ values }) => values.length > 0) };
}

type Place = { readonly id: string; readonly isChosen?: boolean } | 'question';
interface OpenWrite extends PartyWrite {
  state?: string;
  readonly values: { given: GivenValue; by: MatchedCard }[];
}

class Desk {
  readonly writes = new Map<string, OpenWrite>();
  private readonly choices: ImportChoices;
  private readonly rows: ReadonlyMap<string, PartyRow>;
  /** What a card makes → where it goes instead, or that it is open. */
  private readonly places = new Map<string, Place>();
  private readonly held = new Map<string, Map<string, readonly string[]>>();
  /** Records that a card has changed or made. */
  private readonly changed = new Set<string>();

  constructor(cards: readonly MatchedCard[], choices: ImportChoices) {
    this.choices = choices;
    const rows = cards.flatMap(({ about, candidates }) => [
      ...(about?.row ? [about.row] : []),
      ...candidates.map(({ row }) => row),
    ]);
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  decide(matched: MatchedCard): Decision {
    const place = this.placeOf(matched);
    const isOut = this.choices.without.has(matched.makes);
    // People of a company that the user left out still point to it where it is there without it.
    if (!isOut || (place !== 'question' && place.id !== matched.makes)) this.places.set(matched.makes, place);
    const nothing = { matched, adds: [], conflicts: [] };
    if (isOut) return { ...nothing, outcome: 'without' };
    if (place === 'question') return { ...nothing, outcome: 'question' };
    const { adds, conflicts } = this.write(place.id, matched);
    return {
      matched,
      outcome: this.outcomeOf(place.id, adds, conflicts),
      into: place.id,
      ...(matched.about && place.isChosen !== true && place.id !== matched.makes ? { match: matched.about.match } : {}),
      adds,
      conflicts,
    };
  }

  private placeOf({ makes, about, candidates }: MatchedCard): Place {
    const answer = this.choices.answers.get(makes);
    if (answer === 'new') return { id: makes, isChosen: true };
    if (answer !== undefined && this.rows.has(answer)) return { id: answer, isChosen: true };
    if (about) {
      if (this.rows.has(about.party)) return { id: about.party };
      // What the earlier card came to; where it was left out, this one makes the record.
      return this.places.get(about.party) ?? this.inPlaceOf(about.party, makes);
    }
    const [first] = candidates;
    if (first?.match.tier !== 'likely' || this.choices.otherwise === 'new') return { id: makes };
    return this.choices.otherwise === 'first' ? { id: first.row.id } : 'question';
  }

  private inPlaceOf(earlier: string, makes: string): Place {
    const place = { id: makes };
    this.places.set(earlier, place);
    return place;
  }

  private write(id: string, matched: MatchedCard): Pick<Decision, 'adds' | 'conflicts'> {
    const { kind } = matched.card;
    const row = this.rows.get(id);
    const held = this.heldBy(id, row);
    const open = this.openWrite(id, matched);
    const adds: GivenValue[] = [];
    const conflicts: Conflict[] = [];
    for (const given of this.valuesOf(matched)) {
      const spec = partyKind(kind).fields[given.field];
      const present = held.get(given.field) ?? [];
      const relation = spec ? relationOf(spec, present, given.value) : 'same';
      if (!spec || relation === 'same') continue;
      if (relation === 'differs') {
        const taken = this.isTaken(matched.makes, given);
        conflicts.push({ field: given.field, held: present[0] ?? '', given: given.value, taken });
        if (!taken) continue;
      } else adds.push(given);
      const after = withGiven(spec, present, given.value);
      held.set(given.field, after);
      // What this import itself wrote before and is no more.
      const stays = open.values.filter((one) => one.given.field !== given.field || after.includes(one.given.value));
      open.values.splice(0, open.values.length, ...stays, { given, by: matched });
    }
    return { adds, conflicts };
  }

  private openWrite(id: string, { card: { kind, state } }: MatchedCard): OpenWrite {
    const row = this.rows.get(id);
    const open: OpenWrite = this.writes.get(id) ?? { id, kind, ...(row ? { row } : {}), values: [] };
    this.writes.set(id, open);
    if (!row && state !== undefined) open.state = furtherStage(open.state, state);
    return open;
  }

  private isTaken(makes: string, { field, value }: GivenValue): boolean {
    return mayReplace(value) && (this.choices.takeAll || this.choices.take.has(`${makes} ${field}`));
  }

  /** With the company that the person works for, unless it stays out. */
  private valuesOf({ values, employer }: MatchedCard): readonly GivenValue[] {
    const place = employer === undefined ? undefined : this.places.get(employer);
    return place === undefined || place === 'question' ? values : [...values, { field: 'company', value: place.id }];
  }

  private heldBy(id: string, row: PartyRow | undefined): Map<string, readonly string[]> {
    const known = this.held.get(id);
    if (known) return known;
    const values = row ? valuesIn(row.fields) : undefined;
    const fields = Object.keys(row?.fields ?? {});
    const held = new Map(fields.map((field) => [field, values?.(field) ?? []]));
    this.held.set(id, held);
    return held;
  }

  private outcomeOf(id: string, adds: readonly GivenValue[], conflicts: readonly Conflict[]): Outcome {
    if (this.changed.has(id)) return 'joined';
    const isChanged = adds.length > 0 || conflicts.some(({ taken }) => taken);
    if (isChanged) this.changed.add(id);
    if (!this.rows.has(id)) return 'new';
    if (isChanged) return 'update';
    return conflicts.length > 0 ? 'conflict' : 'same';
  }
}
