import { furtherStage } from './account-stage';
import type { LabelledValue } from '../parties/contact-values';

/** Fields of which a person, a company has one value. */
export const SINGLES = {
  person: ['title', 'department', 'website', 'owner', 'note'],
  company: [
    'legalName',
    'website',
    'industry',
    'channel',
    'legalRepresentative',
    'registeredCapital',
    'founded',
    'registrationState',
    'parent',
    'employees',
    'state',
    'owner',
    'note',
  ],
} as const;
export type PersonSingle = (typeof SINGLES)['person'][number];
export type CompanySingle = (typeof SINGLES)['company'][number];
type SingleField = PersonSingle | CompanySingle;

/** A company or a person while its rows are read. */
export interface PartyDraft {
  readonly kind: 'company' | 'person';
  name: string;
  readonly singles: Map<SingleField, { readonly value: string; readonly position: number }>;
  readonly phones: LabelledValue[];
  readonly emails: LabelledValue[];
  readonly addresses: LabelledValue[];
  readonly registrationIds: string[];
  readonly accounts: string[];
  readonly tags: string[];
  readonly externalIds: string[];
}

export function createDraft(kind: PartyDraft['kind'], name: string): PartyDraft {
  return {
    kind,
    name,
    singles: new Map(),
    phones: [],
    emails: [],
    addresses: [],
    registrationIds: [],
    accounts: [],
    tags: [],
    externalIds: [],
  };
}

/** Sets a value where there is none. @returns whether it stands there now. */
export function setSingle(draft: PartyDraft, field: SingleField, value: string, position: number): boolean {
  const held = draft.singles.get(field);
  if (field === 'state') {
    draft.singles.set(field, { value: furtherStage(held?.value, value), position });
    return true;
  }
  if (!held) draft.singles.set(field, { value, position });
  return !held || held.value === value;
}

/** Adds values that are not there yet; one without a label takes the label of its like. */
export function addLabelled(list: LabelledValue[], values: readonly LabelledValue[]): void {
  for (const one of values) {
    const at = list.findIndex(({ value }) => value === one.value);
    if (at < 0) list.push(one);
    else if (list[at]?.label === undefined) list[at] = one;
  }
}

export function addPlain(list: string[], values: readonly string[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value);
}

/** Everything of `from` joins `draft`. @returns columns whose value had no room. */
export function mergeDrafts(draft: PartyDraft, from: PartyDraft): number[] {
  for (const field of ['phones', 'emails', 'addresses'] as const) addLabelled(draft[field], from[field]);
  for (const field of ['registrationIds', 'accounts', 'tags', 'externalIds'] as const)
    addPlain(draft[field], from[field]);
  return [...from.singles].flatMap(([field, { value, position }]) =>
    setSingle(draft, field, value, position) ? [] : [position],
  );
}
