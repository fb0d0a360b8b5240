import { ALIKE, compareCompanyNames, readCompanyName } from '../../identity/company-name';
import { normaliseRegistration } from '../../identity/registration-id';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { listAt, textAt, valueAt } from './json-at';
import type {
  ReadingTime,
  RegisterAnswer,
  RegisterFindings,
  RegisterProvider,
  RegisterRequest,
  Remark,
} from '../provider';
import { suggestionsOf, type Fact } from './register-facts';
import { hostsOf, isOnSite, siteOf } from '../site/site-address';
import { claimsOf, dayIn, employeesIn, isItem, itemIn, labelOf, namedIn, textIn } from './wikidata-claims';
import { LABEL_LANGUAGES, nameLanguages, wordLanguages } from './wikidata-languages';

const HOST = 'www.wikidata.org';
const API = `https://${HOST}/w/api.php`;
const MOST = 5;
/** The search refuses what is longer. Characters. */
const LONGEST_SEARCH = 300;
/** Whoever likes may write there: never sure enough to be taken unseen. */
const CONFIDENCE = 0.88;

const WEBSITE = 'P856';
const KIND = 'P31';
const HUMAN = 'Q5';
const OFFICIAL_NAME = 'P1448';
const INDUSTRY = 'P452';
const PARENT = 'P749';
const FOUNDED = 'P571';
const EMPLOYEES = 'P1128';
const LEI = 'P1278';

/**
 * Wikidata: the entity whose official website is the company's, never one that is only called like it. Then the names of what
 * the entity refers to.
 * @source MediaWiki action API (list=search, wbgetentities) and the Wikibase JSON format
 */
export const wikidata: RegisterProvider = {
  id: 'wikidata',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: false,
  sends: ['website'],
  personalData: false,
  mostRequests: 3,
  hosts: (company) => (websiteOf(company) ? [HOST] : []),
  next: (company, answers) => {
    const site = websiteOf(company);
    const last = answers.at(-1);
    if (!site) return undefined;
    if (!last) return searchFor(site);
    if (last.step === 'search') return entitiesOf('entities', foundItems(last.body), 'labels|claims');
    const choice = last.step === 'entities' ? chosen(company, answers) : undefined;
    return choice?.found ? entitiesOf('labels', referredItems(choice.found), 'labels') : undefined;
  },
  parse: (company, answers, time) => {
    const choice = chosen(company, answers);
    if (!choice) return { suggestions: [], remarks: [] };
    return choice.found
      ? findings(company, choice.found, answers, time)
      : { suggestions: [], remarks: [choice.remark] };
  },
};

/** Only what is filed as the website: a mailbox or a name leads to a site, but does not say whose. */
function websiteOf(company: CompanyFields): string | undefined {
  return company.website && siteOf(company)?.url;
}

/** The likeliest spellings of the first page, as many as the search takes. */
function searchFor(site: string): RegisterRequest {
  const [bare = '', www = ''] = hostsOf(site);
  const origins = [`https://${www}`, `https://${bare}`, `http://${www}`, `http://${bare}`];
  const spellings = ['/', ''].flatMap((end) => origins.map((origin) => `${WEBSITE}=${origin}${end}`));
  let wanted = '';
  for (const spelling of spellings) {
    const longer = wanted === '' ? `haswbstatement:${spelling}` : `${wanted}|${spelling}`;
    if (longer.length <= LONGEST_SEARCH) wanted = longer;
  }
  return request('search', { action: 'query', list: 'search', srlimit: String(MOST), srsearch: wanted }, ['website']);
}

function entitiesOf(step: string, items: readonly string[], props: string): RegisterRequest | undefined {
  if (items.length === 0) return undefined;
  return request(
    step,
    { action: 'wbgetentities', ids: items.join('|'), props, languages: LABEL_LANGUAGES.join('|') },
    [],
  );
}

function request(step: string, query: Record<string, string>, fields: RegisterRequest['fields']): RegisterRequest {
  return { url: `${API}?${new URLSearchParams({ ...query, format: 'json' })}`, step, fields, answersAll: true };
}

function foundItems(body: unknown): string[] {
  const titles = listAt(body, 'query', 'search').flatMap((one) => textAt(one, 'title') ?? []);
  return [...new Set(titles.filter(isItem))].slice(0, MOST);
}

function referredItems({ entity }: Entity): string[] {
  const items = [INDUSTRY, PARENT].flatMap((property) => itemIn(claimsOf(entity, property)[0]) ?? []);
  return [...new Set(items)];
}

interface Entity {
  readonly id: string;
  readonly entity: unknown;
}

type Choice = { readonly found: Entity } | { readonly found?: undefined; readonly remark: Remark };

/**
 * The entity whose website it is; of several the one that is called like the company. Undefined where Wikidata has said nothing
 * that can be understood.
 */
function chosen(company: CompanyFields, answers: readonly RegisterAnswer[]): Choice | undefined {
  const [search, entities] = answers;
  const site = websiteOf(company);
  if (!search || !site) return undefined;
  const items = foundItems(search.body);
  if (items.length === 0) return Array.isArray(valueAt(search.body, 'query', 'search')) ? none(0) : undefined;
  if (!entities || valueAt(entities.body, 'entities') === undefined) return undefined;
  const own = items
    .map((id): Entity => ({ id, entity: valueAt(entities.body, 'entities', id) }))
    .filter(({ entity }) => isOf(entity, site) && !isHuman(entity));
  const called = own.length > 1 ? own.filter(({ entity }) => isCalledLike(entity, company)) : own;
  const [found] = called;
  return found && called.length === 1 && !hasOtherLei(found.entity, company) ? { found } : none(own.length);
}

function none(count: number): Choice {
  return count === 0
    ? { remark: { provider: 'wikidata', code: 'not-listed', values: {} } }
    : { remark: { provider: 'wikidata', code: 'several', values: { count: String(count) } } };
}

/** The first page of the site, not one of its others. */
function isOf(entity: unknown, site: string): boolean {
  return claimsOf(entity, WEBSITE)
    .flatMap((claim) => textIn(claim) ?? [])
    .some((url) => isOnSite(url, site) && new URL(url).pathname === '/');
}

function isHuman(entity: unknown): boolean {
  return claimsOf(entity, KIND).some((claim) => itemIn(claim) === HUMAN);
}

function isCalledLike(entity: unknown, { name, legalName }: CompanyFields): boolean {
  const labels = LABEL_LANGUAGES.flatMap((language) => labelOf(entity, [language]) ?? []);
  const names = [name.value, ...(legalName ? [legalName.value] : [])].map(readCompanyName);
  return labels.some((label) => names.some((one) => compareCompanyNames(one, readCompanyName(label)) === 1));
}

function hasOtherLei(entity: unknown, { registrationIds }: CompanyFields): boolean {
  const filed = valuesOf(registrationIds).flatMap(leiIn);
  const listed = claimsOf(entity, LEI).flatMap((claim) => leiIn(textIn(claim) ?? ''));
  return filed.length > 0 && listed.length > 0 && !filed.some((one) => listed.includes(one));
}

function leiIn(text: string): string[] {
  const normal = normaliseRegistration(text);
  return normal?.startsWith('lei:') ? [normal.slice('lei:'.length)] : [];
}

function findings(
  company: CompanyFields,
  { id, entity }: Entity,
  answers: readonly RegisterAnswer[],
  { at }: ReadingTime,
): RegisterFindings {
  const labels = answers.find(({ step }) => step === 'labels')?.body;
  const teller = { provider: 'wikidata', url: `https://${HOST}/wiki/${id}`, at, confidence: CONFIDENCE } as const;
  const facts = [...namesIn(company, entity), ...numbersIn(entity), ...referredIn(company, { id, entity }, labels)];
  return { suggestions: suggestionsOf(company, teller, facts), remarks: [] };
}

/** The label only where the name on file is no spelling of it. */
function namesIn(company: CompanyFields, entity: unknown): Fact[] {
  const languages = nameLanguages(company);
  const label = labelOf(entity, languages);
  const isOther = label && compareCompanyNames(readCompanyName(company.name.value), readCompanyName(label)) < ALIKE;
  return [
    { field: 'name', called: 'label', raw: isOther ? label : undefined },
    { field: 'legalName', called: `official name (${OFFICIAL_NAME})`, raw: officialName(entity, languages) },
  ];
}

/** In the first of the languages that it has one in; one in a language of somebody else only where there is no other. */
function officialName(entity: unknown, languages: readonly string[]): string | undefined {
  const names = claimsOf(entity, OFFICIAL_NAME).flatMap((claim) => namedIn(claim) ?? []);
  const known = languages.flatMap((language) => names.find((one) => one.language === language) ?? []);
  return known[0]?.text ?? (names.length === 1 ? names[0]?.text : undefined);
}

function numbersIn(entity: unknown): Fact[] {
  const founded = dayIn(claimsOf(entity, FOUNDED)[0]);
  const employees = employeesIn(claimsOf(entity, EMPLOYEES));
  const [lei] = claimsOf(entity, LEI).flatMap((claim) => leiIn(textIn(claim) ?? ''));
  return [
    ...(founded
      ? [{ field: 'founded', called: `inception (${FOUNDED})`, raw: founded.raw, value: founded.day } as const]
      : []),
    ...(employees
      ? [{ field: 'employees', called: `employees (${EMPLOYEES})`, raw: employees.raw, value: employees.text } as const]
      : []),
    { field: 'registrationIds', called: `LEI (${LEI})`, raw: lei },
  ];
}

function referredIn(company: CompanyFields, { id, entity }: Entity, labels: unknown): Fact[] {
  const named = (property: string, languages: readonly string[]): string | undefined => {
    const item = itemIn(claimsOf(entity, property)[0]);
    return item && item !== id ? labelOf(valueAt(labels, 'entities', item), languages) : undefined;
  };
  return [
    { field: 'industry', called: `industry (${INDUSTRY})`, raw: named(INDUSTRY, wordLanguages(company)) },
    { field: 'parent', called: `parent organization (${PARENT})`, raw: named(PARENT, nameLanguages(company)) },
  ];
}
