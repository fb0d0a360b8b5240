import { isMobile } from '../identity/phone-number';
import type { ContactCard } from './contact-card';

/** 4.0 is the present standard; 3.0 is read by phones and by Outlook of any age. */
export type VcardVersion = '4.0' | '3.0';

/** Chinese family names of two characters. */
const DOUBLE_SURNAME =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|长孙|長孫)/;
const CHINESE = /^[\u3400-\u9fff]{2,5}$/;
const LINE = 75;

/**
 * Cards as one vCard file: CRLF, lines folded at 75 bytes without cutting a character.
 *
 * @param at UTC time of the writing, ISO 8601. @returns the empty text for no cards.
 * @source RFC 6350 (4.0), RFC 2426 (3.0)
 */
export function writeVcards(cards: readonly ContactCard[], version: VcardVersion, at: string): string {
  return cards.map((card) => linesOf(card, version, at).map(folded).join('')).join('');
}

function linesOf(card: ContactCard, version: VcardVersion, at: string): string[] {
  const isPerson = card.kind === 'person';
  const organisation = isPerson ? card.company : (card.legalName ?? card.name);
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    'PRODID:-//Vital Few//EN',
    version === '4.0' ? `UID;VALUE=text:${escaped(card.id)}` : `UID:${escaped(card.id)}`,
    ...kindLines(isPerson, version),
    `FN:${escaped(card.name)}`,
    `N:${isPerson ? nameParts(card.name).map(escaped).join(';') : ''}${isPerson ? '' : ';;;;'}`,
    ...(organisation ? [`ORG:${escaped(organisation)}`] : []),
    ...(card.title ? [`TITLE:${escaped(card.title)}`] : []),
    ...card.phones.map(({ value }) => phoneLine(value, version)),
    ...card.emails.map(({ value }) => `EMAIL;TYPE=${version === '4.0' ? 'work' : 'INTERNET,WORK'}:${escaped(value)}`),
    ...(card.website ? [`URL:${card.website.replace(/[\r\n]/g, '')}`] : []),
    ...card.addresses.map(({ value }) => `ADR;TYPE=${version === '4.0' ? 'work' : 'WORK'}:;;${escaped(value)};;;;`),
    ...card.registrationIds.map((id) => `X-REGISTRATION-ID:${escaped(id)}`),
    `REV:${at.replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
}

function kindLines(isPerson: boolean, version: VcardVersion): string[] {
  if (version === '4.0') return [`KIND:${isPerson ? 'individual' : 'org'}`];
  return isPerson ? [] : ['X-ABShowAs:COMPANY'];
}

function phoneLine(phone: string, version: VcardVersion): string {
  const isCell = isMobile(phone);
  if (version === '3.0') return `TEL;TYPE=${isCell ? 'CELL' : 'WORK,VOICE'}:${escaped(phone)}`;
  if (!phone.startsWith('+')) return `TEL;TYPE="work,voice":${escaped(phone)}`;
  return `TEL;VALUE=uri;TYPE="${isCell ? 'cell' : 'work,voice'}":tel:${phone}`;
}

/** Family name, given name, and three empty parts. */
function nameParts(name: string): string[] {
  if (CHINESE.test(name)) {
    const family = DOUBLE_SURNAME.exec(name)?.[0] ?? name.slice(0, 1);
    return [family, name.slice(family.length), '', '', ''];
  }
  const words = name.trim().split(/\s+/);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' '), '', '', ''];
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** The line with its CRLF; what is longer than 75 bytes goes on behind a blank. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += char;
    bytes += size;
  }
  return `${text}\r\n`;
}
