import { folded } from '../identity/folded';
import { regionsOf } from '../identity/region';
import type { LabelledValue } from '../parties/contact-values';
import type { ContactFault, ContactFormat, ReadCard, ReadContacts } from './read-contacts';
import { readCard, type FoundCard } from './vcard-card';
import { rawCards, type RawCard } from './vcard-lines';
import { OWN_UID } from './vcard-values';

const FAULT_LINES = 100;
const MAX_COUNTRIES = 250;

type Placed = FoundCard & { readonly place: number; readonly id: string };

/**
 * Reads an address book: vCard 2.1, 3.0 or 4.0, in any encoding that it names or that the user's country writes.
 *
 * A card that this product wrote has the record's own id as its `id`, so that an import finds the record again. Any other
 * has `vcard:<UID>`, which also stands in `externalIds` so that it is known when it comes again, or `#<place>` without a UID. A person's
 * company is a card of its own, once a file; addresses of their work are that company's, and those of their home are not taken.
 *
 * Groups and places are no contacts and are counted in `lost`. A file beyond 50 MB is one fault; so is everything beyond 100,000 cards.
 * @param options.home the user's country, ISO 3166-1 alpha-2.
 */
export function readVcards(bytes: Uint8Array, { home }: { readonly home: string }): ReadContacts {
  const faults: ContactFault[] = [];
  const lost = new Map<string, number>();
  const found: Placed[] = [];
  const regions = rememberedRegions(home);
  const ids = new Set<string>();
  let format: ContactFormat | undefined;
  for (const raw of rawCards(bytes, home)) {
    format ??= formatOf(raw);
    const read = raw.fault ? undefined : readCard(raw, regions);
    if (read === undefined) faults.push(faultOf(raw));
    else for (const name of typeof read === 'string' ? [read] : read.lost) lost.set(name, (lost.get(name) ?? 0) + 1);
    if (typeof read === 'object') found.push(placed(read, raw.place, ids));
  }
  return {
    format: format ?? 'vcard-3',
    cards: withCompanies(found),
    faults,
    headings: [],
    lost: Array.from(lost, ([name, rows]) => ({ name, rows })),
  };
}

function formatOf({ properties }: RawCard): ContactFormat {
  const version = properties.find(({ name }) => name === 'VERSION')?.value.trim();
  return version === '2.1' ? 'vcard-2.1' : version === '4.0' ? 'vcard-4' : 'vcard-3';
}

function faultOf({ place, fault, lines, properties }: RawCard): ContactFault {
  const row = fault ? lines : properties.slice(0, FAULT_LINES).map(({ name, value }) => `${name}:${value}`);
  return { place, reason: fault ?? 'no-name', row };
}

/** The card under its id; where the file has it twice, the second is known by its place. */
function placed(found: FoundCard, place: number, ids: Set<string>): Placed {
  const isOwn = found.uid.startsWith(OWN_UID);
  const uid = found.uid.replace(/^urn:uuid:/i, '');
  const named = isOwn ? found.uid.slice(OWN_UID.length) : `vcard:${uid}`;
  const id = uid === '' || named === '' || ids.has(named) ? `#${place}` : named;
  ids.add(id);
  if (isOwn || uid === '') return { ...found, place, id };
  const externalIds = [...new Set([...found.card.externalIds, `vcard:${uid}`])];
  return { ...found, card: { ...found.card, externalIds }, place, id };
}

/** Every person's company before them: the one in the file under that name, or one made of the name. */
function withCompanies(found: readonly Placed[]): ReadCard[] {
  const companies = new Map<string, Company>();
  for (const one of found) {
    if (one.card.kind !== 'company') continue;
    const company = {
      card: { ...one.card, id: one.id, place: one.place },
      addresses: [...one.card.addresses],
      isOut: false,
    };
    companies.set(one.id, company);
    for (const name of [one.card.name, one.card.legalName ?? '']) {
      const key = keyOf(name);
      if (name !== '' && !companies.has(key)) companies.set(key, company);
    }
  }
  const cards: ReadCard[] = [];
  const out = (company: Company): void => {
    if (!company.isOut) cards.push({ ...company.card, addresses: company.addresses });
    company.isOut = true;
  };
  addAddresses(found, companies);
  for (const { card, id, place } of found) {
    const company = card.kind === 'company' ? companies.get(id) : companyOf(card.company, companies);
    if (company) out(company);
    if (card.kind === 'person') cards.push({ ...card, id, place, ...(company ? { companyId: company.card.id } : {}) });
  }
  return cards;
}

interface Company {
  readonly card: ReadCard;
  readonly addresses: LabelledValue[];
  isOut: boolean;
}

/** Makes the companies that have no card, and gives all of them the addresses of the people's work. */
function addAddresses(found: readonly Placed[], companies: Map<string, Company>): void {
  const known = new Map<string, Set<string>>();
  for (const { card, place, companyAddresses } of found) {
    if (card.company === undefined) continue;
    const key = keyOf(card.company);
    const company = companies.get(key) ?? { card: companyNamed(card.company, place), addresses: [], isOut: false };
    companies.set(key, company);
    const values = known.get(company.card.id) ?? new Set(company.addresses.map(({ value }) => value));
    known.set(company.card.id, values);
    for (const address of companyAddresses) {
      if (!values.has(address.value)) company.addresses.push(address);
      values.add(address.value);
    }
  }
}

function companyNamed(name: string, place: number): ReadCard {
  const none = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
  return { ...none, id: `#${place}.company`, place, kind: 'company', name };
}

function companyOf(name: string | undefined, companies: ReadonlyMap<string, Company>): Company | undefined {
  return name === undefined ? undefined : companies.get(keyOf(name));
}

/** Apart from ids, which have no blank in front. */
function keyOf(name: string): string {
  return ` ${folded(name).replace(/\s+/g, ' ').trim()}`;
}

/** Looking a country up by name is slow: once a file is enough, and no file has more of them than there are. */
function rememberedRegions(home: string): (countries: readonly string[]) => readonly string[] {
  const remembered = new Map<string, readonly string[]>();
  return (countries) => {
    const key = remembered.size < MAX_COUNTRIES ? countries.join('\n') : '';
    const held = remembered.get(key) ?? regionsOf({ countries: key === '' ? [] : countries, host: '', lang: '' }, home);
    remembered.set(key, held);
    return held;
  };
}
