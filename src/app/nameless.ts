import { isGenericMailbox } from '@/src/domain/identity/email-address';
import { isMobile } from '@/src/domain/identity/phone-number';
import type { DraftValue, PartyDraft } from './capture-draft';

/** Whether a card says how to reach somebody, and not whom: a number or an address that stood alone. */
export function isNameless({ values }: PartyDraft): boolean {
  return !values.some(({ field, value }) => field === 'name' && value.trim() !== '');
}

/**
 * A nameless card as it is shown: with an empty name to be typed. A mobile number or a mailbox of one person is a person's,
 * everything else a company's until the user says otherwise.
 * @param at UTC time of the reading. @param isAlone there is no other card: what was asked for is this one, so it is ticked.
 */
export function askingForName(party: PartyDraft, at: string, isAlone: boolean): PartyDraft {
  const name: DraftValue = {
    id: `${party.id}name`,
    field: 'name',
    value: '',
    raw: '',
    confidence: 1,
    sources: [{ kind: 'typed', url: '', snippet: '', at, extractor: 'user' }],
    ticked: true,
    typed: true,
  };
  const kind = party.values.some(isPersonal) ? 'person' : 'company';
  return { ...party, kind, ticked: isAlone, values: [name, ...party.values] };
}

function isPersonal({ field, value }: DraftValue): boolean {
  return field === 'emails' ? !isGenericMailbox(value) : field === 'phones' && isMobile(value);
}
