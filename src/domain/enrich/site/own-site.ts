import { EXTRACTOR } from '../../capture/capture-page';
import { filedForm } from '../../capture/filed-form';
import type { CompanyField, FoundValue } from '../../capture/found';
import { ownDomain } from '../../identity/domain-name';
import { regionsOf } from '../../identity/region';
import { furtherPages, leadsNowhere } from './further-pages';
import type { CompanyFields } from '../../parties/company.kind';
import type { ReadingTime, SiteProvider, Suggestion, VisitedPage } from '../provider';
import { hostsOf, siteOf } from './site-address';
import { settleSite } from './site-wide';

/** Less sure values are not worth a line: they stand somewhere in the text. */
const WORTH_SHOWING = 0.6;

const COMPANY_FIELDS: ReadonlySet<string> = new Set<CompanyField>([
  'name',
  'legalName',
  'website',
  'phones',
  'emails',
  'addresses',
  'registrationIds',
  'accounts',
  'industry',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
]);

/** The company's own pages: the first one, then those that say who it is, read as a page that the user captures. */
export const ownSite: SiteProvider = {
  id: 'own-site',
  asks: 'pages',
  isOnAtFirst: true,
  needsKey: false,
  sends: ['website'],
  personalData: true,
  mostRequests: 5,
  hosts: (company) => {
    const site = siteOf(company);
    return site ? hostsOf(site.url) : [];
  },
  plan: (company) => {
    const site = siteOf(company);
    return site ? [{ ...site, role: 'home' }] : [];
  },
  needsMap: leadsNowhere,
  follow: (page, _, map) => furtherPages(page, map),
  parse: (page, company, time) => {
    const logo = logoSuggestion(page, time.at);
    return [...valuesOf(page, company, time), ...(logo ? [logo] : [])];
  },
  settle: settleSite,
};

function valuesOf(
  { reading, role, url }: VisitedPage,
  company: CompanyFields,
  { at, home }: ReadingTime,
): Suggestion[] {
  const [own] = reading.parties;
  // What stands before a form to log in is nobody's data.
  if (own?.kind !== 'company' || reading.obstacle) return [];
  const regions = regionsOf(reading.hints, home);
  const domain = company.website && ownDomain(company.website.value);
  return own.values
    .filter((value) => isWorthShowing(value) && !(value.field === 'website' && domain !== undefined))
    .map((found): Suggestion => ({
      // Safe: see isWorthShowing.
      field: found.field as CompanyField,
      value: filedForm(found, regions),
      raw: found.raw,
      confidence: found.confidence,
      ...(found.label ? { label: found.label } : {}),
      sources: found.sources.map(({ kind, snippet }) => ({ kind, snippet, url, at, extractor: EXTRACTOR })),
      provider: 'own-site',
      role,
    }));
}

/** Of the first page only: further ones show the pictures of what they are about. */
function logoSuggestion({ logo, reading, role, url }: VisitedPage, at: string): Suggestion | undefined {
  if (!logo || role !== 'home' || reading.obstacle || logo.confidence < WORTH_SHOWING) return undefined;
  const { url: value, kind, snippet, confidence } = logo;
  const sources = [{ kind, snippet, url, at, extractor: EXTRACTOR }];
  return { field: 'logo', value, raw: value, confidence, sources, provider: 'own-site', role };
}

function isWorthShowing({ field, confidence, ofOthers, sources, raw }: FoundValue): boolean {
  const hasEvidence = sources.length > 0 && sources.every(({ snippet }) => snippet !== '');
  return COMPANY_FIELDS.has(field) && confidence >= WORTH_SHOWING && !ofOthers && hasEvidence && raw.trim() !== '';
}
