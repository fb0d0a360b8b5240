import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/**
 * What runs between two people, besides who reports to whom: `hidden` is a bond that no organisation chart shows (隐性组织结构),
 * as the user knows it. @source domain.md §6.2
 */
export const TIES = ['influences', 'trusts', 'conflicts', 'hidden'] as const;
export type TieType = (typeof TIES)[number];

/** A line of the map from one seat to another. It goes with either of them. */
export const stakeholderTie = defineKind({
  name: 'stakeholder-tie',
  evidence: false,
  fields: {
    from: required(field.link()),
    to: required(field.link()),
    type: required(field.choice(TIES)),
  },
  keysOf: ({ from, to, type }) => [`tie:${from} ${to} ${type}`],
});

export type TieFields = FieldsOf<typeof stakeholderTie>;
export type TieRow = Row<TieFields>;
