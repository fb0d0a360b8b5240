import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** What a contact standard counts by. */
export const STANDARD_PERIODS = ['month', 'quarter', 'half', 'year'] as const;
export type StandardPeriod = (typeof STANDARD_PERIODS)[number];

/**
 * An account tier by monthly spend (客户等级), with the contact that its accounts are due. Where no number is given there is
 * no standard. @source domain.md §1.4; the discount and the team that serves it §1.5
 */
export const tier = defineKind({
  name: 'tier',
  evidence: false,
  fields: {
    name: required(field.text()),
    /** A month, and it belongs to the tier: 3,000 is 3,000 and more. */
    lowerBound: required(field.money()),
    /** On site. */
    visits: field.number({ min: 0, max: 366 }),
    visitsPer: field.choice(STANDARD_PERIODS),
    /** By phone or online. */
    calls: field.number({ min: 0, max: 366 }),
    callsPer: field.choice(STANDARD_PERIODS),
    /** Percent, at most. */
    discount: field.number({ min: 0, max: 100 }),
    channel: field.choice(['key-account', 'commercial', 'public', 'area', 'call-centre']),
    /** Among the levels of its channel, 1 the lowest. */
    rank: field.number({ min: 1, max: 20 }),
    /** Who serves it. Two neighbouring tiers with one team are an overlap band. */
    team: field.text(),
  },
  states: ['used', 'retired'],
  transitions: [
    { name: 'retire', from: ['used'], to: 'retired' },
    { name: 'use-again', from: ['retired'], to: 'used' },
  ],
  rights: { make: ['manager'], edit: ['manager'], remove: ['manager'] },
  view: {
    title: 'name',
    columns: ['lowerBound', 'visits', 'visitsPer', 'calls', 'callsPer', 'discount', 'team'],
    groups: ['channel', 'team'],
    sort: { field: 'lowerBound', descending: true },
    room: 'own',
  },
});

export type TierFields = FieldsOf<typeof tier>;
export type TierRow = Row<TierFields>;
