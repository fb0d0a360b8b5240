import { ownDomain } from '../../identity/domain-name';
import { isFreeMail } from '../../identity/public-hosts';
import { readCompanyName } from '../../identity/company-name';
import type { CompanyFields } from '../../parties/company.kind';
import type { Suggestion } from '../provider';

/** As sure as a registered name is that stands on several pages of a site, or that has the name on file in it. */
const REGISTERED = 0.9;
/** Shown, but not ticked beforehand. */
const DOUBTED = 0.8;
const FORM =
  /(?:有限公司|有限责任公司|有限責任公司|股份公司|株式会社|合同会社)(?:$|[（(])|^(?:株式会社|合同会社|有限会社)|(?:^|[\s,])(?:gGmbH|GmbH(?: & Co\.? KG)?|AG|KG|KGaA|OHG|UG(?: \(haftungsbeschränkt\))?|SE|Ltd\.?|Limited|PLC|Inc\.?|LLC|Corp\.?|S\.?A\.?R\.?L\.?|S\.?A\.?S\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|B\.?V\.?|Co\.,? Ltd\.?)$/;
/** Beginnings of what stands before a mailbox or a number for those who look for work. */
const FOR_APPLICANTS =
  /(?:採用|采用|招聘|人才|應徵|应聘|求人|recruit\w{0,6}|careers?|jobs?|bewerb\w{0,8}|karriere)[^\n。.;；]{0,24}$/i;

/**
 * What all pages of a site together make of its suggestions: a registered name that the site goes by is its legal name; where the
 * site has mailboxes of its own, those of other domains are somebody else's; what is for applicants is for nobody else; of several
 * pictures the surest is the logo.
 */
export function settleSite(suggestions: readonly Suggestion[], company: CompanyFields): Suggestion[] {
  const doubted = withoutStrangers(suggestions).map((one) => (isForApplicants(one) ? doubt(one) : one));
  return [...doubted, ...legalName(suggestions, company)];
}

/** The name with a legal form that the site gives itself, unless a page states the legal name as such. */
function legalName(suggestions: readonly Suggestion[], { name }: CompanyFields): Suggestion[] {
  if (suggestions.some(({ field, confidence }) => field === 'legalName' && confidence >= REGISTERED)) return [];
  const filed = readCompanyName(name.value).core;
  const named = suggestions.filter(({ field, value }) => field === 'name' && FORM.test(value.trim()));
  const sure = named.find(({ value }) => {
    const own = readCompanyName(value).core;
    const pages = new Set(named.filter((one) => one.value === value).map(({ sources }) => sources[0]?.url));
    return pages.size > 1 || (filed.length > 1 && own.includes(filed));
  });
  return sure ? [{ ...sure, field: 'legalName', confidence: Math.max(sure.confidence, REGISTERED) }] : [];
}

function withoutStrangers(suggestions: readonly Suggestion[]): Suggestion[] {
  const isOwn = ({ field, value, sources }: Suggestion): boolean =>
    field === 'emails' && domainOf(value) === ownDomain(sources[0]?.url ?? '');
  if (!suggestions.some(isOwn)) return [...suggestions];
  return suggestions.map((one) => {
    const isStranger =
      one.field === 'emails' && !isOwn(one) && !isFreeMail(one.value.slice(one.value.lastIndexOf('@') + 1));
    return isStranger ? doubt(one) : one;
  });
}

function domainOf(email: string): string | undefined {
  return ownDomain(`https://${email.slice(email.lastIndexOf('@') + 1)}`);
}

function isForApplicants({ field, raw, sources }: Suggestion): boolean {
  if (field !== 'emails' && field !== 'phones') return false;
  return sources.every(({ snippet }) => FOR_APPLICANTS.test(snippet.slice(0, Math.max(0, snippet.indexOf(raw)))));
}

function doubt(one: Suggestion): Suggestion {
  return { ...one, confidence: Math.min(one.confidence, DOUBTED) };
}
