import type { AddressParts, FoundSource, FoundValue, PartyField } from './found';
import { accountOfLink } from './im/accounts';
import { LIMITS } from './limits';
import { siteDomain } from './site-domain';
import { isNode, textAt, valuesAt, type SchemaNode, type SchemaText } from './schema-node';

/** A company or a person as one source tells of it, before what several sources say is put together. */
export interface Party {
  readonly kind: 'company' | 'person';
  readonly values: readonly FoundValue[];
  readonly countries: readonly string[];
  readonly employer?: Party;
  /** Quoted or thanked on the page: not one of the people of its company. */
  readonly isOutsider?: boolean;
}

/** What is right how often, by where it stands (guides: base confidence before calibration). */
export const CONFIDENCE = { 'json-ld': 0.9, microdata: 0.88, rdfa: 0.88, 'h-card': 0.85, link: 0.88 } as const;

/** Organisation and the types below it that sites use. */
const COMPANY_TYPES =
  /^(organization|corporation|localbusiness|professionalservice|financialservice|legalservice|medicalbusiness|medicalorganization|educationalorganization|governmentorganization|ngo|airline|consortium|.*(store|shop|business|company|organization|agency|dealer|contractor|hotel|restaurant|manufacturer|wholesaler|dentist|physician|attorney|accountingservice|notary|plumber|electrician|locksmith|hospital|clinic|pharmacy|bank|brewery|winery|bakery|school|university))$/;
const NOT_COMPANY = /^(webpage|website|product|offer|event|article|jobposting|breadcrumblist|searchaction)$/;

/** Properties that lead from a thing to a party that belongs to the page, rather than to who wrote or reviewed it. */
const LEADING_PROPERTIES = [
  'publisher',
  'mainentity',
  'about',
  'mainentityofpage',
  'sourceorganization',
  'copyrightholder',
  'itemlistelement',
  'item',
  'hasorganization',
];
const STAFF_PROPERTIES = [
  'employee',
  'employees',
  'founder',
  'founders',
  'member',
  'members',
  'contactpoint',
  'contactpoints',
  'department',
];

/** Properties that lead to whoever does something: the page's company only where its address says so. */
const DOING_PROPERTIES = ['organizer', 'hiringorganization', 'provider', 'seller', 'author', 'creator', 'brand'];

/**
 * The parties among the things of a page, the people of a company behind it.
 * @param url address of the page: who organises, offers or writes is a party when it is the company of this site.
 */
export function partiesOf(nodes: readonly SchemaNode[], url = '', depth = 0): Party[] {
  if (depth > 4) return [];
  return nodes.flatMap((node) => {
    if (isPerson(node)) return [personOf(node)];
    if (isCompany(node)) return companyAndStaff(node);
    const leading = nodesAt(node, LEADING_PROPERTIES);
    const doing = nodesAt(node, DOING_PROPERTIES).filter((one) => isCompany(one) && isOfSite(one, url));
    return partiesOf([...leading, ...doing], url, depth + 1);
  });
}

function nodesAt(node: SchemaNode, properties: readonly string[]): SchemaNode[] {
  return properties.flatMap((property) => valuesAt(node, property)).filter(isNode);
}

function isOfSite(node: SchemaNode, url: string): boolean {
  const own = siteDomain(url);
  const sites = ['url', 'sameas'].flatMap((property) => textAt(node, property)?.text ?? []);
  return own !== undefined && sites.some((site) => siteDomain(site) === own);
}

/** Names of those who wrote the reviews and comments of a page. */
export function voicesOf(nodes: readonly SchemaNode[], depth = 0): string[] {
  if (depth > 6) return [];
  return nodes.flatMap((node) => {
    const isSpeech = node.types.some((type) => /^(?:.{0,20}review|comment|usercomments|answer|question)$/.test(type));
    const own = isSpeech ? ['author', 'creator'].flatMap((property) => textAt(node, property)?.text ?? []) : [];
    const inner = [...node.properties.values()].flat().filter(isNode).slice(0, LIMITS.values);
    return [...own, ...voicesOf(inner, depth + 1)];
  });
}

function isPerson({ types }: SchemaNode): boolean {
  return types.includes('person');
}

function isCompany({ types }: SchemaNode): boolean {
  return types.some((type) => COMPANY_TYPES.test(type)) && !types.some((type) => NOT_COMPANY.test(type));
}

function companyAndStaff(node: SchemaNode): Party[] {
  const contacts = STAFF_PROPERTIES.flatMap((property) => valuesAt(node, property)).filter(isNode);
  const points = contacts.filter(({ types }) => types.includes('contactpoint'));
  const found = [
    ...texts(node, 'name', 'name'),
    ...texts(node, 'legalname', 'legalName'),
    ...texts(node, 'url', 'website'),
    ...[node, ...points].flatMap((one) => [...texts(one, 'telephone', 'phones'), ...texts(one, 'email', 'emails')]),
    ...addressesOf(node),
    ...accountsOf(node),
  ];
  const company: Party = { kind: 'company', values: found, countries: countriesOf(node) };
  const staff = contacts.filter(isPerson).map((person) => ({ ...personOf(person), employer: company }));
  return [company, ...staff];
}

function personOf(node: SchemaNode): Party {
  const given = textAt(node, 'givenname');
  const family = textAt(node, 'familyname');
  const whole = texts(node, 'name', 'name');
  const joined = whole.length === 0 && given && family ? [joinNames(node, given, family)] : [];
  const employer = valuesAt(node, 'worksfor').find(
    (value) => !isNode(value) || isCompany(value) || value.types.length === 0,
  );
  return {
    kind: 'person',
    values: [
      ...whole,
      ...joined,
      ...texts(node, 'jobtitle', 'title'),
      ...texts(node, 'url', 'website'),
      ...texts(node, 'telephone', 'phones'),
      ...texts(node, 'email', 'emails'),
    ],
    countries: countriesOf(node),
    ...(employer ? { employer: employerOf(node, employer) } : {}),
  };
}

function employerOf(node: SchemaNode, employer: SchemaNode | SchemaText): Party {
  if (isNode(employer)) return companyAndStaff(employer)[0] ?? { kind: 'company', values: [], countries: [] };
  return { kind: 'company', values: [value(node, 'name', employer)], countries: [] };
}

/** Chinese names are written family name first and without a blank. */
function joinNames(node: SchemaNode, given: SchemaText, family: SchemaText): FoundValue {
  const han = /\p{Script=Han}/u.test(family.text);
  const text = han ? family.text + given.text : `${given.text} ${family.text}`;
  return value(node, 'name', {
    text,
    snippet: `${given.snippet} ${family.snippet}`.slice(0, LIMITS.snippetCharacters),
  });
}

/** `javascript:` and the like: no address of a site, but of what a click would do. `host:8080` is none of them. */
const OTHER_SCHEME = /^\s{0,9}(?!https?:)[a-z]{2,15}:(?!\d)/i;

function texts(node: SchemaNode, property: string, field: PartyField): FoundValue[] {
  return valuesAt(node, property)
    .filter((one): one is SchemaText => !isNode(one))
    .filter(({ text }) => field !== 'website' || !OTHER_SCHEME.test(text))
    .map((one) => value(node, field, one));
}

function value(node: SchemaNode, field: PartyField, { text, snippet }: SchemaText): FoundValue {
  const source: FoundSource = { kind: node.source, snippet };
  const raw =
    field === 'emails' ? text.replace(/^mailto:/i, '') : field === 'phones' ? text.replace(/^tel:/i, '') : text;
  return { field, raw, confidence: CONFIDENCE[node.source as keyof typeof CONFIDENCE] ?? 0.5, sources: [source] };
}

/** Pages in networks that the company says are its own. */
function accountsOf(node: SchemaNode): FoundValue[] {
  return texts(node, 'sameas', 'accounts').flatMap((one) => {
    const account = accountOfLink(one.raw);
    return account ? [{ ...one, raw: account.value, normal: `${account.kind}:${account.value}` }] : [];
  });
}

const ADDRESS_PARTS = [
  'streetaddress',
  'postofficeboxnumber',
  'addresslocality',
  'addressregion',
  'postalcode',
  'addresscountry',
];

function addressesOf(node: SchemaNode): FoundValue[] {
  return valuesAt(node, 'address').flatMap((address) => {
    if (!isNode(address)) return /\p{L}{2}/u.test(address.text) ? [value(node, 'addresses', address)] : [];
    const parts = ADDRESS_PARTS.flatMap((part) => textAt(address, part) ?? []);
    const country = textAt(address, 'addresscountry')?.text;
    if (parts.length === 0 || (parts.length === 1 && country)) return [];
    const text = writeAddress(parts.map((part) => part.text));
    const snippet = (parts[0]?.snippet ?? text).slice(0, LIMITS.snippetCharacters);
    return [{ ...value(node, 'addresses', { text, snippet }), parts: partsOf(address) }];
  });
}

const PART_OF = { street: 'streetaddress', city: 'addresslocality', region: 'addressregion', postcode: 'postalcode' };

/** The parts as the page names them; of the country only a code. */
function partsOf(address: SchemaNode): AddressParts {
  const named = Object.entries(PART_OF).flatMap(([part, property]) => {
    const text = textAt(address, property)?.text;
    return text ? [[part, text] as const] : [];
  });
  const country = textAt(address, 'addresscountry')?.text ?? '';
  return { ...Object.fromEntries(named), ...(/^[A-Z]{2}$/.test(country) ? { country } : {}) };
}

/** Parts small to large with commas; in Chinese large to small without a separator, as they are written. */
function writeAddress(parts: readonly string[]): string {
  const han =
    parts.every((part) => /\p{Script=Han}|^\d+$|^[A-Z]{2,3}$/u.test(part)) && /\p{Script=Han}/u.test(parts.join(''));
  if (!han) return parts.join(', ');
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  const named = parts.filter((part) => /\p{Script=Han}/u.test(part));
  return [[...named].reverse().join(''), ...numbers].join(' ');
}

function countriesOf(node: SchemaNode): string[] {
  return valuesAt(node, 'address')
    .filter(isNode)
    .flatMap((address) => textAt(address, 'addresscountry')?.text ?? []);
}
