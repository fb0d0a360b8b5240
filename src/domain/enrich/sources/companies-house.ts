import { readCompanyName } from '../../identity/company-name';
import { isMasked } from '../../identity/masked-value';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { isDay } from '../../records/values';
import { britishNumber, filedBritishNumber } from './british-number';
import { countriesOf } from './company-countries';
import { companyForm } from './company-form';
import { listAt, textAt, valueAt } from './json-at';
import { chooseListed, registeredName, remarkOn, type Choice, type Listed } from './listed-company';
import { postalLine } from './postal-line';
import type { ReadingTime, RegisterAnswer, RegisterFindings, RegisterProvider, RegisterRequest } from '../provider';
import { suggestionsOf } from './register-facts';

const HOST = 'api.company-information.service.gov.uk';
const PAGES = 'https://find-and-update.company-information.service.gov.uk/company';
const MOST = 5;
const LONGEST_NAME = 160;
/** States in which a company is gone, or about to be. */
const CLOSED: ReadonlySet<string> = new Set(['dissolved', 'liquidation', 'converted-closed', 'closed', 'removed']);
/** Forms that British companies have; others have them too. */
const BRITISH_FORM = /^(?:ltd|plc|llp|cic)$/;

interface BritishCompany extends Listed {
  readonly number: string;
  readonly name: string;
  readonly status: string | undefined;
}

/**
 * The British register of companies, asked with the user's own key: by the number on file, else by name. Its people are not
 * asked for.
 * @source Companies House public data API
 */
export const companiesHouse: RegisterProvider = {
  id: 'companies-house',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: true,
  sends: ['legalName', 'name', 'registrationIds'],
  personalData: false,
  mostRequests: 2,
  hosts: (company) => (firstRequest(company) ? [HOST] : []),
  next: (company, answers) => {
    const [first] = answers;
    if (!first) return firstRequest(company);
    const choice = answers.length === 1 && first.step === 'search' ? chosen(company, first) : undefined;
    return choice?.found ? profileOf(choice.found.number, []) : undefined;
  },
  parse: (company, answers, time) => {
    const last = answers.at(-1);
    const choice = last && chosen(company, last);
    const remark = choice && remarkOn('companies-house', choice);
    if (!choice?.found) return { suggestions: [], remarks: remark ? [remark] : [] };
    return last?.step === 'profile' ? findings(company, choice, last, time) : { suggestions: [], remarks: [] };
  },
};

function firstRequest(company: CompanyFields): RegisterRequest | undefined {
  if (!canBeBritish(company)) return undefined;
  const number = numberOf(company);
  if (number) return profileOf(number, ['registrationIds']);
  const { field, name } = registeredName(company);
  if (isMasked(name) || readCompanyName(name).core === '') return undefined;
  const query = new URLSearchParams({ q: name.slice(0, LONGEST_NAME), items_per_page: String(MOST) });
  const url = `https://${HOST}/search/companies?${query}`;
  return { url, step: 'search', fields: [field], key: true, answersAll: true };
}

function profileOf(number: string, fields: RegisterRequest['fields']): RegisterRequest {
  return { url: `https://${HOST}/company/${number}`, step: 'profile', fields, key: true };
}

/** By its numbers, addresses and site; by its legal form alone only where nothing points elsewhere. */
function canBeBritish(company: CompanyFields): boolean {
  const countries = countriesOf(company);
  if (countries.has('GB') || valuesOf(company.registrationIds).some((id) => britishNumber(id, false))) return true;
  return countries.size === 0 && BRITISH_FORM.test(companyForm(registeredName(company).name));
}

function numberOf(company: CompanyFields): string | undefined {
  const isBritish = countriesOf(company).has('GB');
  const [number] = valuesOf(company.registrationIds).flatMap((id) => britishNumber(id, isBritish) ?? []);
  return number;
}

/** Undefined where the register has said nothing that can be understood. */
function chosen(company: CompanyFields, { step, url, body }: RegisterAnswer): Choice<BritishCompany> | undefined {
  if (body === undefined) return { count: 0 };
  if (step === 'search') {
    const items = listAt(body, 'items').slice(0, MOST);
    const list = items.flatMap((item) => readCompany(item, 'title') ?? []);
    const isEmpty = Array.isArray(valueAt(body, 'items')) && items.length === 0;
    return list.length > 0 || isEmpty ? chooseListed(company, list) : undefined;
  }
  const found = readCompany(body, 'company_name');
  return found && url.endsWith(`/${found.number}`) ? chooseListed(company, [found]) : undefined;
}

function readCompany(item: unknown, nameKey: string): BritishCompany | undefined {
  const number = britishNumber(textAt(item, 'company_number') ?? '', true);
  const name = textAt(item, nameKey);
  if (!number || !name) return undefined;
  const status = textAt(item, 'company_status');
  const numbers = [filedBritishNumber(number)];
  return { number, name, status, names: [name], countries: ['GB'], numbers, isClosed: CLOSED.has(status ?? '') };
}

function findings(
  company: CompanyFields,
  { found, confidence }: { readonly found: BritishCompany; readonly confidence: number },
  { body }: RegisterAnswer,
  { at }: ReadingTime,
): RegisterFindings {
  const { number, name, status = '', isClosed } = found;
  const founded = textAt(body, 'date_of_creation') ?? '';
  const filedNumber = filedBritishNumber(number);
  return {
    suggestions: suggestionsOf(company, { provider: 'companies-house', url: `${PAGES}/${number}`, at, confidence }, [
      { field: 'legalName', called: 'company_name', raw: name },
      { field: 'addresses', called: 'registered_office_address', raw: officeOf(body) },
      { field: 'registrationIds', called: 'company_number', raw: number, value: filedNumber },
      { field: 'founded', called: 'date_of_creation', raw: isDay(founded) ? founded : undefined },
      { field: 'registrationState', called: 'company_status', raw: status },
    ]),
    remarks: isClosed ? [{ provider: 'companies-house', code: 'closed', values: { state: status } }] : [],
  };
}

/** The registered office, unless the register itself doubts it. */
function officeOf(body: unknown): string {
  const isDoubted = ['registered_office_is_in_dispute', 'undeliverable_registered_office_address'].some(
    (mark) => valueAt(body, mark) === true,
  );
  const part = (key: string): string => textAt(body, 'registered_office_address', key) ?? '';
  const [box, house, street, more] = ['po_box', 'premises', 'address_line_1', 'address_line_2'].map(part);
  const first =
    house && /^\d{1,5}[a-z]?$/i.test(house) && street ? [`${house} ${street}`] : [house ?? '', street ?? ''];
  const lines = [box ? `PO Box ${box}` : '', ...first, more ?? ''].filter((line) => line !== '');
  const [city, region, postcode] = ['locality', 'region', 'postal_code'].map(part);
  return isDoubted ? '' : postalLine({ lines, city, region, postcode, country: 'GB' });
}
