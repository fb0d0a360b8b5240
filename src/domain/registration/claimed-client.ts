import { EQUAL } from '../identity/match';
import { compareCompanyNames } from '../identity/company-name';
import { matchCompanies } from '../identity/match-companies';
import { companyKeys, companyTraits, type PartyValues } from '../parties/party-traits';

/** What a registration says of its client, by field: plain values. */
export type ClaimFields = Readonly<Record<string, unknown>>;

/** The fields that tell which client is meant. */
export const TELLING = ['client', 'phone', 'website', 'registrationId'] as const;

const PARTY_FIELD: Readonly<Record<string, (typeof TELLING)[number]>> = {
  name: 'client',
  phones: 'phone',
  website: 'website',
  registrationIds: 'registrationId',
};

/**
 * The keys under which a registration is found: those of the client as for companies (name without place and legal form, in
 * simplified characters; phone; own domain; register number), and the company on file. All begin with `claim:`, so that no
 * registration is taken for a company.
 */
export function claimKeys(fields: ClaimFields): string[] {
  const company = textOf(fields, 'company');
  const keys = [...companyKeys(valuesOf(fields)), ...(company === undefined ? [] : [`company:${company}`])];
  return keys.map((key) => `claim:${key}`);
}

/**
 * Whether two registrations that share a key mean one client: the same company on file, register number, domain, phone or
 * name. Not, whatever else they share, with two numbers of one register; nor with nothing but a name in common that stands
 * for two places or branches.
 */
export function isSameClient(a: ClaimFields, b: ClaimFields): boolean {
  const company = textOf(a, 'company');
  if (company !== undefined && company === textOf(b, 'company')) return true;
  const [one, other] = [companyTraits(valuesOf(a)), companyTraits(valuesOf(b))];
  const match = matchCompanies(one, other);
  if (!match || match.tier === 'never') return false;
  const isNamed = one.names.some((name) => other.names.some((second) => compareCompanyNames(name, second) >= EQUAL));
  return isNamed || match.reasons.some((reason) => ['registration', 'domain', 'phone'].includes(reason));
}

function valuesOf(fields: ClaimFields): PartyValues {
  return (name) => [textOf(fields, PARTY_FIELD[name] ?? '')].filter((value) => value !== undefined);
}

function textOf(fields: ClaimFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
