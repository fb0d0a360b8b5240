import { bound, field, fixed, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/**
 * The nine points that have to be known of a purchase (九个信息点): 1 our steps and the crucial difficulty, 2 the client's process and
 * focus, 3 organisation and our support in it, 4 decision structure and influence, 5 money and reputation, 6 why it was started and
 * what each group needs, 7 resources of both sides, 8 competitors, 9 the key success factors. @source domain.md §6.3
 */
export const POINTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type Point = (typeof POINTS)[number];

/** The point of the success factors: one record for each that is watched. */
export const FACTORS: Point = '9';
/** As many as are watched: no more, no fewer. @source domain.md §6.3 */
export const MOST_FACTORS = 3;

/** One finding on one of the nine points, of an account or of one opportunity; of point 9, one factor that is watched. */
export const informationPoint = defineKind({
  name: 'information-point',
  evidence: false,
  fields: {
    finding: required(field.text()),
    point: required(field.choice(POINTS)),
    company: required(field.company()),
    opportunity: fixed(bound(field.link())),
    /** By what it is known, and where that can be seen. */
    evidence: field.text({ lines: true }),
    source: field.url(),
    /** When it was last seen to be so. */
    seenOn: field.date(),
    owner: field.user(),
  },
  states: ['partial', 'verified'],
  transitions: [
    { name: 'verify', from: ['partial'], to: 'verified', needs: ['evidence', 'seenOn'] },
    { name: 'doubt', from: ['verified'], to: 'partial', reason: true },
  ],
  view: {
    title: 'finding',
    columns: ['point', 'company', 'seenOn', 'owner'],
    groups: ['company', 'point'],
    room: 'own',
    sort: { field: 'point', descending: false },
  },
  regards: ['alike'],
  keysOf: ({ point, company, opportunity = '' }) => (point === FACTORS ? [`factor:${company} ${opportunity}`] : []),
  admits: ({ alike }) => (alike.length < MOST_FACTORS ? [] : ['fourth-factor']),
});

export type InformationPointFields = FieldsOf<typeof informationPoint>;
export type InformationPointRow = Row<InformationPointFields>;
