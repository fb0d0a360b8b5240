import type { PartyValues } from '../parties/party-traits';
import { partyKind, type GivenValue } from '../parties/party-update';
import type { ContactCard } from './contact-card';

const FIELDS = [
  'name',
  'legalName',
  'title',
  'department',
  'website',
  'phones',
  'emails',
  'addresses',
  'registrationIds',
  'accounts',
  'industry',
  'channel',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'parent',
  'employees',
  'tags',
  'note',
  'externalIds',
  'owner',
] as const satisfies readonly (keyof ContactCard)[];

/**
 * What a card says, value by value, for the fields that its kind of record has; blanks left out. The company of a person is
 * not among them: it is a record, not a text.
 */
export function cardValues(card: ContactCard): GivenValue[] {
  const { fields } = partyKind(card.kind);
  return FIELDS.filter((field) => field in fields).flatMap((field) => {
    const held = card[field] ?? [];
    const several = typeof held === 'string' ? [held] : held;
    return several
      .map((one) => (typeof one === 'string' ? { value: one } : one))
      .map(({ value, ...rest }): GivenValue => ({ field, ...rest, value: value.trim() }))
      .filter(({ value }) => value !== '');
  });
}

/** Looks values up by their field. */
export function valuesByField(values: readonly GivenValue[]): PartyValues {
  const byField = new Map<string, string[]>();
  for (const { field, value } of values) {
    const held = byField.get(field);
    if (held) held.push(value);
    else byField.set(field, [value]);
  }
  return (field) => byField.get(field) ?? [];
}
