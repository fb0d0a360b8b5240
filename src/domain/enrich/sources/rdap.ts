import { isRealDate } from '@/src/kernel/calendar';
import { registeredDomain } from '../../identity/domain-name';
import type { CompanyFields } from '../../parties/company.kind';
import { listAt, textAt, valueAt } from './json-at';
import { mailHosts, siteHost, type OwnHost } from './own-domains';
import type { RegisterAnswer, RegisterProvider, Remark, Suggestion } from '../provider';
import { rdapBase } from './rdap-servers';
import { suggestionsOf } from './register-facts';

/** Who registered a domain is often its company, and often a sister, the owner or who made the site. */
const CONFIDENCE = 0.6;
/** The first domain of all was registered on 1985-01-01. */
const FIRST_YEAR = 1985;

/** What stands where a registry or a service keeps the registrant to itself. */
const HIDDEN =
  /redact|privacy|\bprivate\b|prox(?:y|ies)\b|protect|whoisguard|gdpr|dsgvo|disclos|withheld|masking|anonym|not available|unknown|registra(?:nt|r)|\bcustomer\b/i;

interface Registered extends OwnHost {
  readonly base: string;
}

/** Since when the company's domain is registered, and for whom where its registry tells that. */
export const rdap: RegisterProvider = {
  id: 'rdap',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: false,
  personalData: false,
  mostRequests: 1,
  sends: ['website', 'emails', 'name'],
  hosts: (company) => {
    const asked = domainOf(company);
    return asked ? [new URL(asked.base).hostname] : [];
  },
  next: (company, answers) => {
    const asked = domainOf(company);
    if (!asked || answers.length > 0) return undefined;
    const { base, host, field } = asked;
    return { url: `${base}domain/${host}`, step: host, fields: [field], accept: 'application/rdap+json' };
  },
  parse: (company, answers, { at }) => {
    const [answer] = answers;
    if (!answer) return { suggestions: [], remarks: [] };
    const { body, step } = answer;
    if (body === undefined || valueAt(body, 'errorCode') === 404)
      return { suggestions: [], remarks: [{ provider: 'rdap', code: 'not-listed', values: {} }] };
    const name = textAt(body, 'ldhName')?.toLowerCase().replace(/\.$/, '');
    if (name !== undefined && name !== step) return { suggestions: [], remarks: [] };
    return { suggestions: registrant(company, answer, at), remarks: since(body, step, at.slice(0, 10)) };
  },
};

/** The registered domain of the site, or of its mail where that has none whose registry answers. */
function domainOf(company: CompanyFields): Registered | undefined {
  const site = siteHost(company);
  for (const { host, field } of [...(site ? [site] : []), ...mailHosts(company)]) {
    const domain = registeredDomain(host);
    const base = domain === undefined ? undefined : rdapBase(domain);
    if (domain !== undefined && base !== undefined) return { host: domain, field, base };
  }
  return undefined;
}

function since(body: unknown, domain: string, today: string): Remark[] {
  const days = listAt(body, 'events')
    .filter((event) => textAt(event, 'eventAction')?.toLowerCase() === 'registration')
    .flatMap((event) => dayOf(textAt(event, 'eventDate') ?? '') ?? []);
  const day = days.find((one) => one <= today);
  return day === undefined ? [] : [{ provider: 'rdap', code: 'domain-since', values: { domain, day } }];
}

/** The day that an ISO time begins with, if there was such a day and domains on it. */
function dayOf(time: string): string | undefined {
  const [whole, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(time) ?? [];
  const isReal = isRealDate({ year: Number(year), month: Number(month), day: Number(day) });
  return whole !== undefined && isReal && Number(year) >= FIRST_YEAR ? whole : undefined;
}

/** The organisation that the domain is registered for. A person's name is none: only organisations are read. */
function registrant(company: CompanyFields, answer: RegisterAnswer, at: string): Suggestion[] {
  const entities = listAt(answer.body, 'entities');
  const sellers = new Set(entities.filter((one) => hasRole(one, 'registrar')).map((one) => cardValue(one, 'fn')));
  const raw = entities
    .filter((one) => hasRole(one, 'registrant'))
    .flatMap((one) => organisationOf(one) ?? [])
    .find((name) => !HIDDEN.test(name) && /\p{L}/u.test(name) && !sellers.has(name));
  const teller = { provider: 'rdap', url: answer.url, at, confidence: CONFIDENCE } as const;
  return suggestionsOf(company, teller, [{ field: 'legalName', called: 'registrant', raw }]);
}

function hasRole(entity: unknown, role: string): boolean {
  return listAt(entity, 'roles').includes(role);
}

function organisationOf(entity: unknown): string | undefined {
  const isOrganisation = cardValue(entity, 'kind')?.toLowerCase() === 'org';
  return cardValue(entity, 'org') ?? (isOrganisation ? cardValue(entity, 'fn') : undefined);
}

/** @source RFC 7095: a vCard is `['vcard', [[name, parameters, type, value], …]]`; an `org` of several units is a list. */
function cardValue(entity: unknown, name: string): string | undefined {
  const line = listAt(entity, 'vcardArray', 1).find((one) => textAt(one, 0)?.toLowerCase() === name);
  return textAt(line, 3) ?? textAt(line, 3, 0);
}
