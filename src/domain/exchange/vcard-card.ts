import { cleanLine } from '@/src/kernel/text';
import { normaliseEmail } from '../identity/email-address';
import { folded } from '../identity/folded';
import type { LabelledValue } from '../parties/contact-values';
import type { ContactCard } from './contact-card';
import { dayIn } from './day-in';
import { isChannel } from './source-channel';
import { isAccountProperty } from './vcard-accounts';
import { MAX_TEXT, readName, readPhone } from './vcard-fields';
import type { RawCard } from './vcard-lines';
import { VcardValues } from './vcard-values';

/** What one card of a file says. */
export interface FoundCard {
  readonly card: Omit<ContactCard, 'id'>;
  /** The UID as written, empty without one. */
  readonly uid: string;
  /** Of a person: addresses of the company they work for. */
  readonly companyAddresses: readonly LabelledValue[];
  /** Properties that hold something and land nowhere. */
  readonly lost: readonly string[];
}

const BOOKKEEPING =
  /^(?:VERSION|PRODID|REV|KIND|UID|N|FN|LABEL|MAILER|PROFILE|SOURCE|CLIENTPIDMAP|X-AB.*|X-ADDRESSBOOKSERVER-.*|X-KA-.*)$/;
const TAKEN = new Set(['ORG', 'NOTE', 'CATEGORIES', 'TEL', 'EMAIL', 'URL', 'ADR']);
const TAKEN_OF_PEOPLE = new Set(['TITLE', 'ROLE']);
const TAKEN_OF_COMPANIES = new Set(['X-REGISTRATION-ID']);
const SKIPPED_KIND = /^(?:group|location|application|device|thing)$/;

/**
 * What one card says. @param regionsOf countries to read phone numbers for, best first, of those named in addresses.
 * @returns the name of the property that makes it no contact (`KIND:group`), or undefined where it names nobody.
 */
export function readCard(
  raw: RawCard,
  regionsOf: (countries: readonly string[]) => readonly string[],
): FoundCard | string | undefined {
  const values = new VcardValues(raw);
  const kindWord = (values.line('KIND') || values.line('X-ADDRESSBOOKSERVER-KIND')).toLowerCase();
  if (SKIPPED_KIND.test(kindWord)) return `KIND:${kindWord}`;
  const organisation = values.parts('ORG')[0] ?? '';
  const named = values.line('FN') || readName(values.parts('N'));
  const name = named || organisation;
  if (name === '') return undefined;
  const isCompany = named === '' || isOrganisation(values, kindWord, organisation);
  const shared = { name, ...commonValues(values, regionsOf, isCompany) };
  return {
    card: isCompany ? companyCard(shared, values) : personCard(shared, values),
    uid: values.line('UID'),
    companyAddresses: isCompany || organisation === '' ? [] : values.workAddresses(),
    lost: [...new Set([...unknownIn(raw, isCompany), ...(isCompany ? lostOfCompany(values) : lostOfPerson(values))])],
  };
}

/** It says so, or it says nothing and has its company's name and no name of a person. */
function isOrganisation(values: VcardValues, kindWord: string, organisation: string): boolean {
  if (kindWord === 'org' || values.line('X-ABSHOWAS').toLowerCase() === 'company') return true;
  const isPlain = kindWord === '' && organisation !== '' && readName(values.parts('N')) === '';
  return isPlain && folded(values.line('FN')) === folded(organisation);
}

type Shared = ReturnType<typeof commonValues> & { readonly name: string };

function companyCard(shared: Shared, values: VcardValues): FoundCard['card'] {
  const organisation = values.parts('ORG')[0] ?? '';
  const channel = values.line('X-KA-CHANNEL');
  const legalName = values.line('X-KA-LEGAL-NAME') || (organisation === shared.name ? '' : organisation);
  return {
    kind: 'company',
    ...shared,
    ...filled({
      legalName,
      industry: values.line('X-KA-INDUSTRY'),
      channel: isChannel(channel) ? channel : '',
      legalRepresentative: values.line('X-KA-LEGAL-REPRESENTATIVE'),
      registeredCapital: values.line('X-KA-REGISTERED-CAPITAL'),
      founded: dayIn(values.line('X-KA-FOUNDED')) ?? '',
      registrationState: values.line('X-KA-REGISTRATION-STATE'),
      parent: values.line('X-KA-PARENT'),
      employees: values.line('X-KA-EMPLOYEES'),
    }),
    addresses: values.addresses(),
    registrationIds: values.several('X-REGISTRATION-ID'),
    accounts: values.namedAccounts(),
  };
}

function personCard(shared: Shared, values: VcardValues): FoundCard['card'] {
  const title = values.line('TITLE') || values.line('ROLE');
  return {
    kind: 'person',
    ...shared,
    ...filled({ title, department: values.unit(), company: values.parts('ORG')[0] ?? '' }),
    addresses: [],
    registrationIds: [],
    accounts: values.accounts(),
  };
}

function commonValues(
  values: VcardValues,
  regionsOf: (countries: readonly string[]) => readonly string[],
  isCompany: boolean,
) {
  const regions = regionsOf(
    values
      .all('ADR')
      .map((adr) => values.partsOfValue(adr)[6] ?? '')
      .filter((country) => country !== ''),
  );
  return {
    ...filled({ website: values.website(isCompany), owner: values.line('X-KA-OWNER'), note: values.note() }),
    phones: values.labelled('TEL', (text) => readPhone(text, regions)),
    emails: values.labelled('EMAIL', (text) => {
      const written = cleanLine(text, MAX_TEXT).replace(/^mailto:/i, '');
      return normaliseEmail(written) ?? written;
    }),
    tags: values.tags(),
    externalIds: values.several('X-KA-EXTERNAL-ID'),
  };
}

/** Properties that hold something and that no field is for, and lines that could not be read. */
function unknownIn({ properties, unread }: RawCard, isCompany: boolean): string[] {
  const also = isCompany ? TAKEN_OF_COMPANIES : TAKEN_OF_PEOPLE;
  const isTaken = (name: string): boolean =>
    BOOKKEEPING.test(name) || TAKEN.has(name) || also.has(name) || isAccountProperty(name);
  const unknown = properties.filter(({ name, value }) => !isTaken(name) && value.replace(/[;,\s\\]/g, '') !== '');
  return [...unknown.map(({ name }) => name), ...unread];
}

function lostOfCompany(values: VcardValues): string[] {
  return [...values.unlabelled, ...(values.unit() === '' ? [] : ['ORG']), ...(values.urls().length > 1 ? ['URL'] : [])];
}

function lostOfPerson(values: VcardValues): string[] {
  const work = values.workAddresses().length;
  const [title, role] = [values.line('TITLE'), values.line('ROLE')];
  return [
    ...values.unlabelled,
    ...(values.addresses().length > work ? ['ADR;TYPE=HOME'] : []),
    ...(work > 0 && !values.parts('ORG')[0] ? ['ADR'] : []),
    ...(title !== '' && role !== '' && role !== title ? ['ROLE'] : []),
  ];
}

function filled<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  // Safe: only members of the object itself are left.
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}
