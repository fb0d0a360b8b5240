import { encode } from 'uqr';
import { vcardName } from './name-parts';
import type { ContactCard } from './contact-card';
import { escapedText } from './content-line';

/** A QR code: rows from the top, true for dark, without its quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

/** More makes modules that a phone cannot tell apart from a screen. */
const MAX_BYTES = 1200;
const MAX_PHONES = 3;
const MAX_EMAILS = 2;
const encoder = new TextEncoder();

/**
 * A person as a vCard 3.0 that fits a QR code of 1200 bytes: name, company, title, phones, mail, website. What does not fit is
 * left out, the least important first: website, second mail address, further phones, title, company, mail, phone; a name alone is cut.
 */
export function qrCardText(card: ContactCard): string {
  const [phone, ...phones] = card.phones.slice(0, MAX_PHONES).map(({ value }) => `TEL:${escapedText(value)}`);
  const [email, ...emails] = card.emails.slice(0, MAX_EMAILS).map(({ value }) => `EMAIL:${escapedText(value)}`);
  // The most important first.
  const ranked = [
    phone,
    email,
    card.company && `ORG:${escapedText(card.company)}`,
    card.title && `TITLE:${escapedText(card.title)}`,
    ...phones,
    ...emails,
    card.website && `URL:${card.website.replace(/[\r\n]/g, '')}`,
  ].flatMap((line) => (line ? [line] : []));
  const head = headOf(card.name);
  for (let kept = ranked.length; kept > 0; kept--) {
    const text = textOf([...head, ...ranked.slice(0, kept)]);
    if (bytesIn(text) <= MAX_BYTES) return text;
  }
  return textOf(head);
}

/** The QR code of a text of at most 2900 bytes, at the lowest of the four levels of correction or what fits beside it. */
export function qrMatrix(text: string): QrMatrix {
  return encode(text, { ecc: 'L', boostEcc: true, border: 0 }).data;
}

function headOf(name: string): string[] {
  const lines = (text: string): string[] => [
    `N:${vcardName(text).map(escapedText).join(';')}`,
    `FN:${escapedText(text)}`,
  ];
  const chars = Array.from(name);
  for (let length = chars.length; ; length = Math.floor(length * 0.8)) {
    const cut = lines(chars.slice(0, length).join(''));
    if (length < 2 || bytesIn(textOf(cut)) <= MAX_BYTES) return cut;
  }
}

function textOf(lines: readonly string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

function bytesIn(text: string): number {
  return encoder.encode(text).length;
}
