import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';

/** Days after the confirmation letter within which the intention letter is to come. The source says "promptly"; the number is ours. */
const PROMPTLY = 3;

/**
 * What a client wants (客户意向), from the first word to the letter of intent: a confirmation letter with its validity, then
 * the intention letter. What is asked beyond this differs by trade and is added by templates (see trade-templates.ts).
 * @source domain.md §2.3
 */
export const requirement = defineKind({
  name: 'requirement',
  evidence: false,
  fields: {
    need: required(field.text()),
    company: required(field.company()),
    /** Who speaks for the client. */
    person: field.person(),
    /** What they may decide: only who decides, or was authorised, makes a valid client (有效客户). */
    standing: field.choice(['general-manager', 'administrative-manager', 'authorised', 'none']),
    day: required(field.date()),
    confirmedOn: field.date(),
    validUntil: field.date(),
    intentionOn: field.date(),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['draft', 'confirmed', 'intended', 'lapsed'],
  transitions: [
    {
      name: 'confirm',
      from: ['draft', 'lapsed'],
      to: 'confirmed',
      needs: ['standing', 'confirmedOn', 'validUntil'],
      guard: ({ fields }) => (fields.standing === 'none' ? ['no-authority'] : []),
    },
    { name: 'intend', from: ['confirmed'], to: 'intended', needs: ['intentionOn'] },
    { name: 'lapse', from: ['draft', 'confirmed'], to: 'lapsed', reason: true },
  ],
  duties: [
    {
      name: 'intention',
      while: ['confirmed'],
      since: 'confirmedOn',
      rule: { after: PROMPTLY },
      for: 'owner',
      endedBy: 'intentionOn',
    },
    { name: 'validity', while: ['confirmed'], since: 'validUntil', rule: { after: 0 }, for: 'owner' },
  ],
  view: {
    title: 'need',
    columns: ['company', 'person', 'day', 'validUntil', 'owner'],
    groups: ['company', 'standing', 'owner'],
    sort: { field: 'day', descending: true },
  },
});

export type RequirementFields = FieldsOf<typeof requirement>;
