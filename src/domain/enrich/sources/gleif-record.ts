import { cleanLine } from '@/src/kernel/text';
import { isFrenchNumber, isTaiwanId } from '../../capture/register/check-digits';
import { normaliseRegistration } from '../../identity/registration-id';
import { britishNumber, filedBritishNumber } from './british-number';
import { listAt, textAt } from './json-at';
import type { Listed } from './listed-company';
import { postalLine } from './postal-line';

/** What GLEIF keeps of a legal entity, as far as a record has room for it. */
export interface GleifRecord extends Listed {
  readonly lei: string;
  readonly legalName: string;
  /** Each on one line; the same twice where it has one office. */
  readonly headquarters: string;
  readonly legalAddress: string;
  readonly registeredAs: string | undefined;
  /** The same as it would be filed; undefined for numbers that mean nothing without the name of their court. */
  readonly filedAs: string | undefined;
  readonly status: string | undefined;
  /** It has told GLEIF that it has no parent, or why it does not name it. */
  readonly hasNoParent: boolean;
  /** Given out by mistake. */
  readonly isVoid: boolean;
}

const VOID: ReadonlySet<string> = new Set(['ANNULLED', 'DUPLICATE']);
const BRITISH_REGISTERS: ReadonlySet<string> = new Set(['RA000585', 'RA000586', 'RA000587']);

/** An entry of the answer; undefined for what is none, or has no name or no right LEI. */
export function readGleifRecord(data: unknown): GleifRecord | undefined {
  const lei = normaliseRegistration(textAt(data, 'attributes', 'lei') ?? '');
  const legalName = textAt(data, 'attributes', 'entity', 'legalName', 'name');
  if (!lei?.startsWith('lei:') || !legalName) return undefined;
  const of = (...path: string[]): string | undefined => textAt(data, 'attributes', 'entity', ...path);
  const countries = [of('legalAddress', 'country'), of('headquartersAddress', 'country'), of('jurisdiction')];
  const codes = countries.flatMap((code) => (code && /^[A-Z]{2}(?:-|$)/.test(code) ? [code.slice(0, 2)] : []));
  const registeredAs = of('registeredAs');
  const number = lei.slice('lei:'.length);
  const status = of('status');
  return {
    lei: number,
    legalName,
    names: [legalName, ...otherNames(data)],
    countries: [...new Set(codes)],
    numbers: [number, ...(registeredAs ? [registeredAs] : [])],
    isClosed: status === 'INACTIVE',
    headquarters: addressAt(data, 'headquartersAddress'),
    legalAddress: addressAt(data, 'legalAddress'),
    registeredAs,
    filedAs: registeredAs && filedNumber(registeredAs, of('legalAddress', 'country'), of('registeredAt', 'id')),
    status: status === 'ACTIVE' || status === 'INACTIVE' ? status : undefined,
    hasNoParent: hasNoParent(data),
    isVoid: VOID.has(textAt(data, 'attributes', 'registration', 'status') ?? ''),
  };
}

/** Names in other languages and in trade; those of the past are another's by now. */
function otherNames(data: unknown): string[] {
  return ['otherNames', 'transliteratedOtherNames']
    .flatMap((list) => listAt(data, 'attributes', 'entity', list))
    .filter((one) => !textAt(one, 'type')?.startsWith('PREVIOUS'))
    .flatMap((one) => textAt(one, 'name') ?? []);
}

function addressAt(data: unknown, name: string): string {
  const part = (key: string): string | undefined => textAt(data, 'attributes', 'entity', name, key);
  const lines = listAt(data, 'attributes', 'entity', name, 'addressLines').flatMap((line) => textAt(line) ?? []);
  const [city, region, postcode, country] = ['city', 'region', 'postalCode', 'country'].map(part);
  return cleanLine(postalLine({ lines: lines.slice(0, 5), city, region, postcode, country }), 300);
}

function filedNumber(
  registeredAs: string,
  country: string | undefined,
  register: string | undefined,
): string | undefined {
  const normal = normaliseRegistration(registeredAs);
  const plain = registeredAs.replace(/\s/g, '');
  if (country === 'CN') return normal?.startsWith('uscc:') ? normal.slice('uscc:'.length) : undefined;
  if (country === 'TW') return isTaiwanId(plain) ? plain : undefined;
  if (country === 'FR') return isFrenchNumber(plain) ? plain : undefined;
  const british = country === 'GB' && BRITISH_REGISTERS.has(register ?? '') && britishNumber(plain, true);
  return british ? filedBritishNumber(british) : undefined;
}

function hasNoParent(data: unknown): boolean {
  const link = (name: string): string | undefined => textAt(data, 'relationships', 'direct-parent', 'links', name);
  return link('reporting-exception') !== undefined && link('lei-record') === undefined;
}
