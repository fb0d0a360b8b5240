import { readAddress } from '../identity/address-key';
import { readCompanyName } from '../identity/company-name';
import { ownDomain } from '../identity/domain-name';
import { isFreeMail } from '../identity/public-hosts';
import { isGenericMailbox, looseEmail } from '../identity/email-address';
import type { CompanyTraits } from '../identity/match-companies';
import type { PersonTraits } from '../identity/match-people';
import { isMasked } from '../identity/masked-value';
import { isMobile, withoutExtension } from '../identity/phone-number';
import { personWords } from '../identity/person-name';
import { normaliseRegistration } from '../identity/registration-id';
import type { Evidenced } from '../records/evidence';
import { valuesOf } from './contact-values';

type Items = Parameters<typeof valuesOf>[0];

/** The values of a party by field: of a record, of a captured card, of a row of a file. */
export type PartyValues = (field: string) => readonly string[];

/** The values of a record, by field. */
export function valuesIn(fields: object): PartyValues {
  return (name) => {
    // Safe: every field of a company or a person holds one evidenced value, or several by item.
    const held = (fields as Readonly<Record<string, Evidenced<string> | Readonly<Record<string, Evidenced<string>>>>>)[
      name
    ];
    if (held === undefined) return [];
    return 'sources' in held && Array.isArray(held.sources) ? [String(held.value)] : valuesOf(held as Items);
  };
}

/** What identifies a company, from values as they are filed: phones in E.164, addresses of mail in normal form. */
export function companyTraits(values: PartyValues): CompanyTraits {
  return { ...companyNamesAndNumbers(values), addresses: values('addresses').map(readAddress) };
}

/** What keys are made of, with every write of a company: without the addresses, which take longer to read than all else. */
function companyNamesAndNumbers(values: PartyValues): Omit<CompanyTraits, 'addresses'> {
  const emails = values('emails');
  return {
    names: [...values('name'), ...values('legalName')].map(readCompanyName),
    domains: new Set([
      ...values('website').flatMap((address) => ownDomain(address) ?? []),
      ...emails.flatMap(domainOfEmail),
    ]),
    emails: new Set(emails.filter((email) => !isMasked(email))),
    phones: new Set(values('phones').filter(isInternational).map(withoutExtension)),
    registrations: new Set(values('registrationIds').flatMap((id) => normaliseRegistration(id) ?? [])),
    externals: new Set(values('externalIds')),
  };
}

/**
 * What identifies a person. @param switchboards numbers in E.164 that belong to companies: they reach many and identify no one
 * person.
 */
export function personTraits(values: PartyValues, switchboards: ReadonlySet<string> = new Set()): PersonTraits {
  const numbers = values('phones').filter((phone) => isInternational(phone) && !switchboards.has(phone));
  return {
    name: personWords(values('name')[0] ?? ''),
    emails: new Set(
      values('emails')
        .filter((email) => !isGenericMailbox(email) && !isMasked(email))
        .map(looseEmail),
    ),
    mobiles: new Set(numbers.filter(isMobile)),
    phones: new Set(numbers.filter((phone) => !isMobile(phone))),
    companies: new Set(values('company')),
    externals: new Set(values('externalIds')),
  };
}

/**
 * The keys under which a company is found. Two records that `matchCompanies` takes for the same or likely share one, but for
 * those that have only a misspelt name and a house in common.
 */
export function companyKeys(values: PartyValues): string[] {
  const { names, domains, emails, phones, registrations, externals } = companyNamesAndNumbers(values);
  return [
    ...keysOf('external', externals),
    ...keysOf('registration', registrations),
    ...keysOf('domain', domains),
    ...keysOf('email', emails),
    ...keysOf('phone', phones),
    ...keysOf(
      'name',
      names.map(({ core }) => core.split(' ').sort().join(' ')).filter((core) => core.length > 1),
    ),
  ];
}

/**
 * The keys under which a person is found, as for companies. Keys are made anew with every write of a record: a new sort of
 * key needs a migration only when records on file already hold what it is made of.
 */
export function personKeys({ name, emails, mobiles, phones, externals }: PersonTraits): string[] {
  return [
    ...keysOf('external', externals),
    ...keysOf('email', emails),
    ...keysOf('phone', [...mobiles, ...phones]),
    ...keysOf('name', name.length > 0 ? [name.join(' ')] : []),
  ];
}

function keysOf(prefix: string, values: Iterable<string>): string[] {
  return Array.from(values, (value) => `${prefix}:${value}`);
}

/** A provider's domain is nobody's own. */
function domainOfEmail(email: string): string[] {
  const domain = ownDomain(email.slice(email.lastIndexOf('@') + 1));
  return domain && !isFreeMail(domain) ? [domain] : [];
}

/** A number that its source has made unreadable in part is that of many. */
function isInternational(phone: string): boolean {
  return phone.startsWith('+') && !isMasked(phone);
}
