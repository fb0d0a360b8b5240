import type { ContactCard } from './contact-card';

/** The formats of contact files that are known by their headings or their first line. */
export const CONTACT_FORMATS = [
  'hubspot-contacts',
  'hubspot-companies',
  'salesforce-leads',
  'salesforce-contacts',
  'salesforce-accounts',
  'google',
  'google-legacy',
  'outlook',
  'outlook-com',
  'atomic-crm',
  'vcard-2.1',
  'vcard-3',
  'vcard-4',
  'sheet',
] as const;
export type ContactFormat = (typeof CONTACT_FORMATS)[number];

/** A card with where it stood in the file. */
export interface ReadCard extends ContactCard {
  /** 1 for the first row or card of the file; a row that names a person and a company gives two cards of one place. */
  readonly place: number;
  /** `id` of the card of the company that a person works for, in the same file. */
  readonly companyId?: string;
}

/** A row that gives no card, or whose card must not be filed. */
export interface ContactFault {
  readonly place: number;
  /**
   * `no-name`: neither a person nor a company. `unreadable`: not what the format says. `too-long`: beyond a limit.
   * `suppressed`: somebody who was erased and asked not to be filed again.
   */
  readonly reason: 'no-name' | 'unreadable' | 'too-long' | 'suppressed';
  /** As it stood in the file, to be given back; of `suppressed` what was read: name, company, mail, numbers. */
  readonly row: readonly string[];
}

/** What a file of contacts came to. Every row is in `cards` or in `faults`. */
export interface ReadContacts {
  readonly format: ContactFormat;
  /** Companies before the people who work for them; otherwise in the order of the file. */
  readonly cards: readonly ReadCard[];
  readonly faults: readonly ContactFault[];
  /** Headings of the file, for giving faults back; empty for vCards. */
  readonly headings: readonly string[];
  /** Columns or properties that hold something and land nowhere, with the number of rows that do, in the file's order. */
  readonly lost: readonly { readonly name: string; readonly rows: number }[];
}
