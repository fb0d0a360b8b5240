import { isTaiwanId } from '../../capture/register/check-digits';
import { normaliseRegistration } from '../../identity/registration-id';
import { simplified } from '../../identity/simplified';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';

export type RegisterId = 'gsxt' | 'qcc' | 'tianyancha' | 'aiqicha' | '1688' | 'handelsregister' | 'findbiz';
export type RegisterCountry = 'CN' | 'DE' | 'TW';

/** A register that only its user opens: it wants a login or a captcha, or asks programs to stay away. */
export interface Register {
  readonly id: RegisterId;
  readonly country: RegisterCountry;
  /** A host, with all that is below it. */
  readonly host: string;
  readonly start: string;
  /** Where the text of a search goes at the end of an address; only where that is public and has long been so. */
  readonly search?: string;
}

/** In the order in which they are worth asking: the state's own first. */
export const REGISTERS: readonly Register[] = [
  { id: 'gsxt', country: 'CN', host: 'gsxt.gov.cn', start: 'https://www.gsxt.gov.cn/' },
  register('qcc', 'qcc.com', 'https://www.qcc.com/', 'web/search?key='),
  register('tianyancha', 'tianyancha.com', 'https://www.tianyancha.com/', 'search?key='),
  register('aiqicha', 'aiqicha.baidu.com', 'https://aiqicha.baidu.com/', 's?q='),
  { id: '1688', country: 'CN', host: '1688.com', start: 'https://www.1688.com/' },
  { id: 'handelsregister', country: 'DE', host: 'handelsregister.de', start: 'https://www.handelsregister.de/' },
  { id: 'findbiz', country: 'TW', host: 'findbiz.nat.gov.tw', start: 'https://findbiz.nat.gov.tw/' },
];

function register(id: RegisterId, host: string, start: string, search: string): Register {
  return { id, country: 'CN', host, start, search: `${start}${search}` };
}

/** What a look-up does: what is copied, and what is opened. */
export interface LookUp {
  readonly register: Register;
  /** The number under which the register knows the company; where none is on file its registered name, or its name. */
  readonly text: string;
  /** The field of the record that the text is from. */
  readonly field: 'registrationIds' | 'legalName' | 'name';
  readonly url: string;
  /** The text is in the address: it is sent to the site. Otherwise the user pastes it there. */
  readonly isSent: boolean;
}

/** The look-ups for a company, by whether the register is one of its country. A company of no known country fits none. */
export function lookUpsFor(fields: CompanyFields): {
  readonly fitting: readonly LookUp[];
  readonly others: readonly LookUp[];
} {
  const country = countryOf(fields);
  const all = REGISTERS.map((one) => ({ isFitting: one.country === country, lookUp: lookUpIn(one, fields) }));
  const those = (isFitting: boolean): LookUp[] =>
    all.filter((one) => one.isFitting === isFitting).map(({ lookUp }) => lookUp);
  return { fitting: those(true), others: those(false) };
}

function lookUpIn(register: Register, fields: CompanyFields): LookUp {
  const code = valuesOf(fields.registrationIds).flatMap((id) => codeFor(register.country, id) ?? [])[0];
  const name = fields.legalName?.value ?? fields.name.value;
  const text = code ?? name;
  const field = code ? 'registrationIds' : fields.legalName ? 'legalName' : 'name';
  const { search, start } = register;
  const url = search ? `${search}${encodeURIComponent(text.slice(0, LONGEST).replace(HALF_SIGN, ''))}` : start;
  return { register, text, field, url, isSent: search !== undefined };
}

/** Characters of a name that a search is asked for. */
const LONGEST = 120;
/** Half of a sign that takes two places: no address can hold it. */
const HALF_SIGN = /\p{Cs}/gu;

/** A number as the registers of a country know it. @example codeFor('DE', 'Amtsgericht Stuttgart HRB 771234') // 'HRB 771234' */
function codeFor(country: RegisterCountry, id: string): string | undefined {
  if (country === 'CN') return ofScheme('uscc:', id);
  const plain = id.slice(0, 100).normalize('NFKC').trim();
  if (country === 'TW') return isTaiwanId(plain) ? plain : undefined;
  const [, kind, number] = /\b(HR[AB])\D{0,8}(\d{1,6})(?!\d)/.exec(plain) ?? [];
  return kind && number ? `${kind} ${number}` : undefined;
}

function ofScheme(scheme: string, id: string): string | undefined {
  const normal = normaliseRegistration(id);
  return normal?.startsWith(scheme) ? normal.slice(scheme.length) : undefined;
}

const HAN = /[\u4e00-\u9fff]/;
const GERMAN_FORM = /(?:^|\s)(?:gGmbH|GmbH|mbH|AG|KG|KGaA|OHG|oHG|UG|GbR|eG|e\.\s?K\.|e\.\s?V\.)(?=$|[\s,.(&])/;
const SIGNS: readonly (readonly [country: RegisterCountry, phone: string, site: RegExp])[] = [
  ['CN', '+86', /\.cn(?:[/:?#]|$)/i],
  ['DE', '+49', /\.de(?:[/:?#]|$)/i],
  ['TW', '+886', /\.tw(?:[/:?#]|$)/i],
];

/** The country of a company, of those whose registers are known: by its number, else by its name, its phones, its site. */
function countryOf(fields: CompanyFields): RegisterCountry | undefined {
  const ids = valuesOf(fields.registrationIds);
  const byNumber = (['CN', 'DE', 'TW'] as const).find((country) => ids.some((id) => codeFor(country, id)));
  if (byNumber) return byNumber;
  if (ids.some((id) => ofScheme('vat:DE', id))) return 'DE';
  const name = `${fields.legalName?.value ?? ''} ${fields.name.value}`.trim();
  const phones = valuesOf(fields.phones);
  const site = fields.website?.value ?? '';
  const bySign = SIGNS.find(
    ([, code, ending]) => phones.some((phone) => phone.startsWith(code)) || ending.test(site),
  )?.[0];
  if (HAN.test(name)) return bySign ?? (simplified(name) === name ? 'CN' : 'TW');
  return GERMAN_FORM.test(name) ? 'DE' : bySign;
}

/** Whether an address is on the site of a register. */
export function isOfRegister(id: RegisterId, url: string): boolean {
  const host = REGISTERS.find((one) => one.id === id)?.host;
  if (host === undefined || !URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  return /^https?:$/.test(protocol) && (hostname === host || hostname.endsWith(`.${host}`));
}
