import { readCompanyName } from '../../identity/company-name';
import { isMasked } from '../../identity/masked-value';
import { normaliseRegistration } from '../../identity/registration-id';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { readGleifRecord, type GleifRecord } from './gleif-record';
import { listAt, valueAt } from './json-at';
import { chooseListed, registeredName, remarkOn, type Choice } from './listed-company';
import type {
  ReadingTime,
  RegisterAnswer,
  RegisterFindings,
  RegisterProvider,
  RegisterRequest,
  Suggestion,
} from '../provider';
import { suggestionsOf, type Teller } from './register-facts';

const HOST = 'api.gleif.org';
const RECORDS = `https://${HOST}/api/v1/lei-records`;
const MOST = 5;
const LONGEST_NAME = 200;

/**
 * The register of Legal Entity Identifiers: by the LEI on file, else by the registered name, else by the name in any of its
 * spellings. Then the parent company, where the entry has one.
 * @source GLEIF API 1.0, JSON:API
 */
export const gleif: RegisterProvider = {
  id: 'gleif',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: false,
  sends: ['legalName', 'name', 'registrationIds'],
  personalData: false,
  mostRequests: 3,
  hosts: (company) => (firstRequest(company) ? [HOST] : []),
  next: (company, answers) => {
    const last = answers.at(-1);
    if (!last) return firstRequest(company);
    const choice = chosen(company, answers);
    if (!choice || last.step === 'parent') return undefined;
    if (choice.found) return choice.found.hasNoParent ? undefined : parentOf(company, choice.found);
    return last.step === 'legal-name' && choice.count === 0 ? byName(company, 'fulltext') : undefined;
  },
  parse: (company, answers, time) => {
    const choice = chosen(company, answers);
    const remark = choice && remarkOn('gleif', choice);
    if (!choice?.found) return { suggestions: [], remarks: remark ? [remark] : [] };
    return findings(company, choice, answers, time);
  },
};

function firstRequest(company: CompanyFields): RegisterRequest | undefined {
  const lei = leiOf(company);
  return lei ? request('lei', `/${lei}`, ['registrationIds']) : byName(company, 'legal-name');
}

/** Commas would part the name into several to be looked for. */
function byName(company: CompanyFields, step: 'legal-name' | 'fulltext'): RegisterRequest | undefined {
  const { field, name } = registeredName(company);
  if (isMasked(name) || readCompanyName(name).core === '') return undefined;
  const filter = step === 'fulltext' ? 'filter[fulltext]' : 'filter[entity.legalName]';
  const wanted = name
    .slice(0, LONGEST_NAME)
    .replace(/[,\s]+/g, ' ')
    .trim();
  const query = new URLSearchParams({ [filter]: wanted, 'page[size]': String(MOST) });
  return { ...request(step, `?${query}`, [field]), answersAll: true };
}

function parentOf(company: CompanyFields, { lei }: GleifRecord): RegisterRequest {
  // What the register told us itself is nothing of the record's.
  return request('parent', `/${lei}/direct-parent`, leiOf(company) === lei ? ['registrationIds'] : []);
}

function request(step: string, path: string, fields: RegisterRequest['fields']): RegisterRequest {
  return { url: `${RECORDS}${path}`, step, fields, accept: 'application/vnd.api+json' };
}

function leiOf({ registrationIds }: CompanyFields): string | undefined {
  return valuesOf(registrationIds).flatMap((id) => /^lei:(.+)$/.exec(normaliseRegistration(id) ?? '')?.[1] ?? [])[0];
}

/** Undefined where the register has said nothing that can be understood. */
function chosen(company: CompanyFields, answers: readonly RegisterAnswer[]): Choice<GleifRecord> | undefined {
  const answer = answers.findLast(({ step }) => step !== 'parent');
  if (!answer) return undefined;
  if (answer.body === undefined) return { count: 0 };
  const entries = answer.step === 'lei' ? [valueAt(answer.body, 'data')] : listAt(answer.body, 'data');
  const records = entries.slice(0, MOST).flatMap((data) => readGleifRecord(data) ?? []);
  const isEmpty = Array.isArray(valueAt(answer.body, 'data')) && entries.length === 0;
  if (records.length === 0 && !isEmpty) return undefined;
  return chooseListed(
    company,
    records.filter(({ isVoid }) => !isVoid),
  );
}

function findings(
  company: CompanyFields,
  { found, confidence }: { readonly found: GleifRecord; readonly confidence: number },
  answers: readonly RegisterAnswer[],
  { at }: ReadingTime,
): RegisterFindings {
  const url = `https://search.gleif.org/#/record/${found.lei}`;
  const teller: Teller = { provider: 'gleif', url, at, confidence };
  const parent = readGleifRecord(valueAt(answers.find(({ step }) => step === 'parent')?.body, 'data'));
  const state = found.status ?? '';
  return {
    suggestions: [
      ...factsOf(company, found, teller),
      ...(parent && parent.lei !== found.lei
        ? suggestionsOf(company, teller, [{ field: 'parent', called: 'direct-parent', raw: parent.legalName }])
        : []),
    ],
    remarks: found.isClosed ? [{ provider: 'gleif', code: 'closed', values: { state } }] : [],
  };
}

function factsOf(company: CompanyFields, found: GleifRecord, teller: Teller): Suggestion[] {
  const { headquarters, legalAddress, registeredAs, filedAs } = found;
  return suggestionsOf(company, teller, [
    { field: 'legalName', called: 'legalName', raw: found.legalName },
    { field: 'addresses', called: 'headquartersAddress', raw: headquarters },
    { field: 'addresses', called: 'legalAddress', raw: legalAddress === headquarters ? undefined : legalAddress },
    { field: 'registrationIds', called: 'lei', raw: found.lei },
    ...(filedAs
      ? [{ field: 'registrationIds', called: 'registeredAs', raw: registeredAs, value: filedAs } as const]
      : []),
    { field: 'registrationState', called: 'status', raw: found.status },
  ]);
}
