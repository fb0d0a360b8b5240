import { cleanLine } from '@/src/kernel/text';
import { compareCompanyNames, NEAR, readCompanyName } from '../../identity/company-name';
import { normaliseRegistration } from '../../identity/registration-id';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { textAt, valueAt } from './json-at';
import type { RegisterAnswer, RegisterFindings, RegisterProvider, Remark, Suggestion } from '../provider';
import { suggestionsOf } from './register-facts';
import { siteOf } from '../site/site-address';

const HOST = 'ec.europa.eu';

/** The countries that answer, by the letters before their numbers: Greece is EL, Northern Ireland XI. */
const STATE = /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)/;

/** A number that is another company's, by a slip of the pen, gives another company's name: less sure where no name fits. */
const SURE = { legalName: 0.9, addresses: 0.8 };
const UNSURE = 0.6;
const LONGEST_ADDRESS = 500;

/** Whether the company's VAT number is valid, and where its country tells it, for whom. */
export const vies: RegisterProvider = {
  id: 'vies',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: false,
  personalData: false,
  mostRequests: 1,
  sends: ['registrationIds'],
  // Where no number is on file, the company's own site may have one.
  hosts: (company) => (numberOf(company) || (!company.registrationIds && siteOf(company)) ? [HOST] : []),
  next: (company, answers) => {
    const number = numberOf(company);
    if (!number || answers.length > 0) return undefined;
    const path = `ms/${number.slice(0, 2)}/vat/${number.slice(2)}`;
    const url = `https://${HOST}/taxation_customs/vies/rest-api/${path}`;
    return { url, step: number, fields: ['registrationIds'], answersAll: true };
  },
  parse: (company, answers, { at }) => {
    const [answer] = answers;
    return answer ? findingsOf(company, answer, at) : { suggestions: [], remarks: [] };
  },
};

/** The first VAT number of a country that answers. */
function numberOf({ registrationIds }: CompanyFields): string | undefined {
  return valuesOf(registrationIds)
    .flatMap((id) => /^vat:(.+)$/.exec(normaliseRegistration(id) ?? '')?.[1] ?? [])
    .find((number) => STATE.test(number));
}

function findingsOf(company: CompanyFields, answer: RegisterAnswer, at: string): RegisterFindings {
  const code = verdictOf(answer.body);
  const remarks: Remark[] = [{ provider: 'vies', code, values: { number: answer.step } }];
  return { suggestions: code === 'vat-valid' ? holderOf(company, answer, at) : [], remarks };
}

/** Only the word of the country counts: that it does not answer does not make a number invalid. */
function verdictOf(body: unknown): 'vat-valid' | 'vat-invalid' | 'vat-unknown' {
  const isValid = valueAt(body, 'isValid') ?? valueAt(body, 'valid');
  const fault = textAt(body, 'errorWrappers', 0, 'error') ?? textAt(body, 'userError');
  if (isValid === true && (fault === undefined || fault === 'VALID')) return 'vat-valid';
  const isSaid = fault === undefined || fault === 'INVALID' || fault === 'INVALID_INPUT';
  return isValid === false && isSaid ? 'vat-invalid' : 'vat-unknown';
}

/** Whose number it is. */
function holderOf(company: CompanyFields, { body, url }: RegisterAnswer, at: string): Suggestion[] {
  const name = toldName(body);
  const address = toldAddress(body);
  const isOurs = name !== undefined && isNameOf(company, name.value);
  const sure = (field: keyof typeof SURE): number => (isOurs ? SURE[field] : UNSURE);
  const suggest = (field: keyof typeof SURE, called: string, told: Told | undefined): Suggestion[] =>
    told
      ? suggestionsOf(company, { provider: 'vies', url, at, confidence: sure(field) }, [{ field, called, ...told }])
      : [];
  return [...suggest('legalName', 'name', name), ...suggest('addresses', 'address', address)];
}

interface Told {
  readonly raw: string;
  readonly value: string;
}

/** Greece writes the name over the door behind that in the register, with two bars between. */
function toldName(body: unknown): Told | undefined {
  const raw = textAt(body, 'name');
  const value = raw?.split('||')[0]?.trim();
  return raw && value && isTold(value) ? { raw, value } : undefined;
}

/** The lines of an address with commas between. */
function toldAddress(body: unknown): Told | undefined {
  const written = valueAt(body, 'address');
  if (typeof written !== 'string') return undefined;
  const lines = written
    .slice(0, LONGEST_ADDRESS)
    .split(/[\r\n]+/)
    .map((line) => cleanLine(line, LONGEST_ADDRESS).replace(/,$/, ''))
    .filter((line) => line !== '');
  const value = lines.join(', ');
  return isTold(value) ? { raw: lines.join(' '), value } : undefined;
}

/** Countries that keep a name or an address to themselves write bars. */
function isTold(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isNameOf({ name, legalName }: CompanyFields, told: string): boolean {
  const theirs = readCompanyName(told);
  const ours = [name.value, ...(legalName ? [legalName.value] : [])];
  return ours.some((one) => compareCompanyNames(readCompanyName(one), theirs) >= NEAR);
}
