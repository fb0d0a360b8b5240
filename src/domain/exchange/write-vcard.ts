import { phoneLink } from '../identity/phone-number';
import type { LabelledValue } from '../parties/contact-values';
import { vcardName } from './name-parts';
import type { ContactCard } from './contact-card';
import { escapedText, foldedLine } from './content-line';
import { accountLine } from './vcard-accounts';
import { LABEL_PARAM, labelParams } from './vcard-labels';
import { OWN_UID } from './vcard-values';

/** 4.0 is the present standard; 3.0 is read by phones and by Outlook of any age. */
export type VcardVersion = '4.0' | '3.0';

/**
 * Cards as one vCard file: CRLF, lines folded at 75 bytes without cutting a character. What no property of the standard can
 * say stands in properties of our own (X-KA-…), so that `readVcards` gives every card back as it was.
 *
 * @param at UTC time of the writing, ISO 8601. @returns the empty text for no cards.
 * @source RFC 6350 (4.0), RFC 2426 (3.0), RFC 9554 (SOCIALPROFILE)
 */
export function writeVcards(cards: readonly ContactCard[], version: VcardVersion, at: string): string {
  return cards.map((card) => linesOf(card, version, at).map(foldedLine).join('')).join('');
}

function linesOf(card: ContactCard, version: VcardVersion, at: string): string[] {
  const isPerson = card.kind === 'person';
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    'PRODID:-//Vital Few//EN',
    `UID:${OWN_UID}${escapedText(card.id)}`,
    ...kindLines(isPerson, version),
    `FN:${escapedText(card.name)}`,
    `N:${isPerson ? vcardName(card.name).map(escapedText).join(';') : ';;;;'}`,
    ...organisationLines(card),
    ...line('TITLE', card.title),
    ...card.phones.map((phone) => phoneLine(phone, version)),
    ...card.emails.map((email) => `EMAIL${params('EMAIL', email, version)}:${escapedText(email.value)}`),
    ...(card.website ? [`URL:${card.website.replace(/[\r\n]/g, '')}`] : []),
    ...card.addresses.map((address) => `ADR${params('ADR', address, version)}:;;${escapedText(address.value)};;;;`),
    ...card.accounts.map((account) => accountLine(account, version)),
    ...(card.tags.length > 0 ? [`CATEGORIES:${card.tags.map(escapedText).join(',')}`] : []),
    ...line('NOTE', card.note),
    ...card.registrationIds.map((id) => `X-REGISTRATION-ID:${escapedText(id)}`),
    ...line('X-KA-INDUSTRY', card.industry),
    ...line('X-KA-CHANNEL', card.channel),
    ...line('X-KA-LEGAL-REPRESENTATIVE', card.legalRepresentative),
    ...line('X-KA-REGISTERED-CAPITAL', card.registeredCapital),
    ...line('X-KA-FOUNDED', card.founded),
    ...line('X-KA-REGISTRATION-STATE', card.registrationState),
    ...line('X-KA-PARENT', card.parent),
    ...line('X-KA-EMPLOYEES', card.employees),
    ...line('X-KA-OWNER', card.owner),
    ...card.externalIds.map((id) => `X-KA-EXTERNAL-ID:${escapedText(id)}`),
    `REV:${at.replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
}

function line(name: string, text: string | undefined): string[] {
  return text ? [`${name}:${escapedText(text)}`] : [];
}

function kindLines(isPerson: boolean, version: VcardVersion): string[] {
  if (version === '4.0') return [`KIND:${isPerson ? 'individual' : 'org'}`];
  return isPerson ? [] : ['X-ABShowAs:COMPANY'];
}

function organisationLines({ kind, name, legalName, company = '', department = '' }: ContactCard): string[] {
  if (kind === 'company') {
    // A reader takes the organisation for the legal name only where it is another one.
    return [`ORG:${escapedText(legalName ?? name)}`, ...line('X-KA-LEGAL-NAME', legalName === name ? name : undefined)];
  }
  const parts = department === '' ? [company] : [company, department];
  return company + department === '' ? [] : [`ORG:${parts.map(escapedText).join(';')}`];
}

function phoneLine(phone: LabelledValue, version: VcardVersion): string {
  const typed = params('TEL', phone, version);
  if (version === '3.0') return `TEL${typed}:${escapedText(phone.value)}`;
  const link = phoneLink(phone.value);
  return link === undefined ? `TEL${typed}:${escapedText(phone.value)}` : `TEL;VALUE=uri${typed}:${link}`;
}

/** What a value is for: `;TYPE="work,voice"` in 4.0, `;TYPE=WORK,VOICE` in 3.0. */
function params(property: 'TEL' | 'EMAIL' | 'ADR', value: LabelledValue, version: VcardVersion): string {
  const { types, own } = labelParams(property, value);
  const all = version === '3.0' && property === 'EMAIL' ? ['INTERNET', ...types] : types;
  const joined = all.join(',');
  const text = version === '3.0' ? joined : all.length > 1 ? `"${joined.toLowerCase()}"` : joined.toLowerCase();
  return `${text === '' ? '' : `;TYPE=${text}`}${own ? `;${LABEL_PARAM}=${own}` : ''}`;
}
