import type { AddressParts, FoundParty, FoundValue, PartyField, Reading } from '@/src/domain/capture/found';
import { normaliseEmail } from '@/src/domain/identity/email-address';
import { normalisePhone } from '@/src/domain/identity/phone-number';
import { regionsOf } from '@/src/domain/identity/region';

/** What a page, or one record of a list, tells: what a user is shown, of medium confidence and up. */
export interface PartyLine {
  readonly company: {
    readonly name: string;
    readonly confidence: number;
    readonly ids: Readonly<Record<string, string>>;
  } | null;
  readonly phones: readonly PhoneOut[];
  /** Addresses that a reader of the page sees, or that it hides only from programs. */
  readonly emails: readonly EmailOut[];
  /** Addresses that stand in the target of a link alone. */
  readonly linked: readonly EmailOut[];
  readonly addresses: readonly AddressOut[];
  readonly people: readonly PersonOut[];
  /** What a register says of the company, in normal form where there is one. */
  readonly facts: Readonly<Record<string, string>>;
  readonly im: readonly { readonly kind: string; readonly value: string }[];
}

/** One record of a list page. */
export interface RecordLine extends PartyLine {
  readonly websites: readonly string[];
}

/** What `capture:pages` writes for one page. */
export interface CaptureLine extends PartyLine {
  readonly page: string;
  readonly records: readonly RecordLine[];
  readonly next: string | null;
  readonly notices: readonly string[];
  readonly ms: number;
}

interface EmailOut {
  readonly value: string;
  readonly confidence: number;
}

interface PhoneOut {
  readonly raw: string;
  readonly e164: string | null;
  readonly ext: string | null;
  readonly kind: string | null;
  readonly person: string | null;
  readonly confidence: number;
}

interface AddressOut {
  readonly raw: string;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  readonly confidence: number;
}

interface PersonOut {
  readonly name: string;
  readonly title: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly confidence: number;
}

/** From here a value counts as found. */
const MEDIUM = 0.6;
/** Below it a company's name is a mere suggestion. */
const NAME_FROM = 0.2;

/** One reading as plain data in the form that scorers read. */
export function lineOf(page: string, reading: Reading): CaptureLine {
  const regions = regionsOf(reading.hints, '');
  return {
    page,
    ...partyLine(reading.parties, regions),
    records: (reading.list?.records ?? []).map(({ parties }) => ({
      ...partyLine(parties, regions),
      websites: parties.flatMap(({ values }) => values.flatMap(({ field, raw }) => (field === 'website' ? [raw] : []))),
    })),
    next: reading.next ?? null,
    notices: reading.notices,
    ms: round(reading.ms),
  };
}

/** Parties in the form that scorers read: those of a page, of one record of a list, or of a message. */
export function partyLine(parties: readonly FoundParty[], regions: readonly string[]): PartyLine {
  const own = parties.find(({ kind }) => kind === 'company');
  const name = own && best(own, ['name', 'legalName']);
  const all = (field: PartyField): { value: FoundValue; party: FoundParty }[] =>
    parties.flatMap((party) =>
      party.values
        .filter((value) => value.field === field && value.confidence >= MEDIUM)
        .map((value) => ({ value, party })),
    );
  return {
    company: own && name ? { name: name.raw, confidence: round(name.confidence), ids: idsOf(own) } : null,
    phones: all('phones').map(({ value, party }) => phoneOut(value, party, regions)),
    emails: all('emails')
      .filter(({ value }) => !isOnlyLinked(value))
      .map(({ value }) => emailOut(value)),
    linked: all('emails')
      .filter(({ value }) => isOnlyLinked(value))
      .map(({ value }) => emailOut(value)),
    addresses: all('addresses').map(({ value }) => addressOut(value)),
    people: parties.filter(({ kind }) => kind === 'person').flatMap(personOut),
    facts: own ? factsOf(own) : {},
    im: all('accounts').map(({ value }) => imOut(value)),
  };
}

function best(party: FoundParty, fields: readonly PartyField[]): FoundValue | undefined {
  const names = party.values.filter(({ field, confidence }) => fields.includes(field) && confidence >= NAME_FROM);
  return names.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))[0];
}

function phoneOut(value: FoundValue, party: FoundParty, regions: readonly string[]): PhoneOut {
  return {
    raw: value.raw,
    e164: value.normal ?? normalisePhone(value.raw, regions) ?? null,
    ext: value.ext ?? null,
    kind: value.label ?? null,
    person: party.kind === 'person' ? (best(party, ['name'])?.raw ?? null) : null,
    confidence: round(value.confidence),
  };
}

function isOnlyLinked({ sources }: FoundValue): boolean {
  return sources.every(({ kind }) => kind === 'mailto-link');
}

function emailOut({ raw, normal, confidence }: FoundValue): EmailOut {
  return { value: normal ?? normaliseEmail(raw) ?? raw, confidence: round(confidence) };
}

function addressOut({ raw, parts, confidence }: FoundValue): AddressOut {
  const part = (name: keyof AddressParts): string | null => parts?.[name] ?? null;
  return {
    raw,
    street: part('street'),
    city: part('city'),
    region: part('region'),
    postcode: part('postcode'),
    country: part('country'),
    confidence: round(confidence),
  };
}

function personOut(party: FoundParty): PersonOut[] {
  const name = best(party, ['name']);
  if (!name || name.confidence < MEDIUM) return [];
  const texts = (field: PartyField): string[] =>
    party.values.filter((value) => value.field === field).map((value) => value.normal ?? value.raw);
  return [
    {
      name: name.raw,
      title: texts('title')[0] ?? null,
      phones: texts('phones'),
      emails: texts('emails'),
      confidence: round(name.confidence),
    },
  ];
}

/** `vat:DE123456788` → `{ vat: 'DE123456788' }`. */
function idsOf(company: FoundParty): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const { field, raw, normal } of company.values) {
    if (field !== 'registrationIds') continue;
    const [scheme = '', ...rest] = (normal ?? `other:${raw}`).split(':');
    ids[scheme] ??= rest.join(':');
  }
  return ids;
}

const FACTS: readonly PartyField[] = [
  'legalName',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'industry',
];

function factsOf(company: FoundParty): Record<string, string> {
  return Object.fromEntries(
    FACTS.flatMap((fact) => {
      const found = company.values.find(({ field, confidence }) => field === fact && confidence >= MEDIUM);
      return found ? [[fact, found.normal ?? found.raw]] : [];
    }),
  );
}

function imOut({ raw, normal }: FoundValue): { kind: string; value: string } {
  const [kind = '', ...rest] = (normal ?? raw).split(':');
  return { kind, value: rest.join(':') };
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
