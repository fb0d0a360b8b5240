import { field, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { personKeys, personTraits, valuesIn } from './party-traits';

const personal = { personal: true };

/** A person at a company (联系人). Only what work needs: no private life, no picture, nothing sensitive. */
export const person = defineKind({
  name: 'person',
  evidence: true,
  fields: {
    name: required(field.text(personal)),
    title: field.text(personal),
    department: field.text(personal),
    company: field.company(personal),
    website: field.url(personal),
    phones: many(field.phone(personal)),
    emails: many(field.email(personal)),
    /** Names in messengers and networks, as `wechat:wang88` or `linkedin:https://…`. */
    accounts: many(field.text(personal)),
    /** Free words to find a group by. */
    tags: many(field.text(personal)),
    note: field.text({ ...personal, lines: true }),
    /** Their id in the program they came from, as `hubspot:123`. */
    externalIds: many(field.text(personal)),
    /** When their data were first taken from elsewhere than themselves, and when they were told so. */
    obtainedOn: field.date(personal),
    informedOn: field.date(personal),
    /** Who looks after them (客户经理). */
    owner: field.user(),
  },
  states: ['active', 'left'],
  transitions: [
    { name: 'leave', from: ['active'], to: 'left' },
    { name: 'return', from: ['left'], to: 'active' },
  ],
  // @source GDPR Art. 14 (3): within a month.
  duties: [
    {
      name: 'inform',
      while: ['active'],
      since: 'obtainedOn',
      rule: { after: 30 },
      for: 'owner',
      endedBy: 'informedOn',
    },
  ],
  view: {
    title: 'name',
    columns: ['title', 'company', 'phones', 'emails', 'owner'],
    groups: ['company', 'owner'],
    room: 'own',
  },
  keysOf: (fields) => personKeys(personTraits(valuesIn(fields))),
});

export type PersonFields = FieldsOf<typeof person>;
