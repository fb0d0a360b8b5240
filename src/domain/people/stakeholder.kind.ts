import { bound, field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

const personal = { personal: true };

/**
 * What somebody is in a purchase. `influencer` advises, `blocker` can hold it up from below (小鬼). Informants who would have to
 * be kept secret are no role here. @source domain.md §6.2; finance and purchasing: §6.1, §5.8
 */
export const ROLES = [
  'decider',
  'economic-buyer',
  'technical-gate',
  'user',
  'purchaser',
  'finance',
  'influencer',
  'coach',
  'ally',
  'blocker',
] as const;
export type BuyingRole = (typeof ROLES)[number];

/** How somebody stands to us; the last three are the kinds of key persons who do not support us. @source domain.md §6.2 */
export const STANCES = ['supporter', 'neutral', 'hostile', 'doubter', 'misunderstander', 'backslider'] as const;
export type Stance = (typeof STANCES)[number];

/** Where a card lies on the map, in pixels from its origin. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A seat in the decision chain of an account, or of one opportunity of it (决策链): who sits there, or nobody yet. The user
 * writes down what they know from their own work; nothing is collected. What is known of the person goes with them when they
 * are erased: the link is bound (see `bound`).
 */
export const stakeholder = defineKind({
  name: 'stakeholder',
  evidence: false,
  fields: {
    /** What the seat is called there: 采购总监. */
    position: required(field.text()),
    company: required(field.company()),
    /** Of one opportunity, not of the account as a whole. */
    opportunity: fixed(bound(field.link())),
    /** Nobody: the seat is empty, and finding out who sits there is the task. */
    person: bound(field.person(personal)),
    role: field.choice(ROLES),
    /** 1 hardly any … 5 decides. */
    influence: field.number({ ...personal, min: 1, max: 5 }),
    /** Their share in this decision, in percent (权重). */
    weight: field.number({ ...personal, min: 0, max: 100 }),
    stance: field.choice(STANCES, personal),
    /** When they were seen to stand so, and by what. */
    stanceOn: field.date(personal),
    stanceEvidence: field.text({ ...personal, lines: true }),
    /** 1 they know of us … 5 they trust us; as it is, and as it should become. */
    relationNow: field.number({ ...personal, min: 1, max: 5 }),
    relationWanted: field.number({ ...personal, min: 1, max: 5 }),
    /** What they need of this purchase, at work. */
    concern: field.text({ ...personal, lines: true }),
    /** The seat above, of the same chain. */
    reportsTo: fixed(field.link()),
    place: field.data<Place>(),
    owner: field.user(),
  },
  view: {
    title: 'position',
    columns: ['person', 'role', 'stance', 'influence', 'company'],
    groups: ['company', 'role', 'stance'],
    room: 'own',
  },
});

export type StakeholderFields = FieldsOf<typeof stakeholder>;
export type StakeholderRow = Row<StakeholderFields>;

/** What of a seat is a judgement on a person, and is left out of what may be shown around. */
export const SENSITIVE: readonly (keyof StakeholderFields)[] = [
  'stance',
  'stanceOn',
  'stanceEvidence',
  'relationNow',
  'relationWanted',
  'concern',
];
