import { compareCompanyNames, NEAR, readCompanyName } from '../../identity/company-name';
import { folded } from '../../identity/folded';
import { normaliseRegistration } from '../../identity/registration-id';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { britishNumber } from './british-number';
import { companyForm } from './company-form';
import { countriesOf } from './company-countries';
import type { ProviderId, Remark } from '../provider';

/** A company as a register lists it. */
export interface Listed {
  /** Names that it bears today, the registered one first. */
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Its numbers, in this register and in others. */
  readonly numbers: readonly string[];
  /** It is no longer active there. */
  readonly isClosed: boolean;
}

/** The one that is meant, with how sure that is; or how many could be. */
export type Choice<L extends Listed> =
  { readonly found: L; readonly confidence: number } | { readonly found?: undefined; readonly count: number };

const BY_NUMBER = 0.98;
const BY_NAME = 0.9;

/** `number`, `name`: it is the company, by that. `perhaps`: nothing says that it is not. */
type Likeness = 'number' | 'name' | 'perhaps' | 'other';

/**
 * Which of those that a register lists is the company: the one with a number of its; else the only one of its name, or the only
 * active one. Of several, and of names that are only near, none is.
 */
export function chooseListed<L extends Listed>(company: CompanyFields, list: readonly L[]): Choice<L> {
  const liked = list.map((one) => ({ one, likeness: likenessTo(company, one) }));
  const those = (wanted: Likeness): L[] => liked.flatMap(({ one, likeness }) => (likeness === wanted ? [one] : []));
  const numbered = those('number');
  if (numbered.length > 0) return only(numbered, BY_NUMBER);
  const named = those('name');
  return named.length > 0 ? only(named, BY_NAME) : { count: those('perhaps').length };
}

function only<L extends Listed>(list: readonly L[], confidence: number): Choice<L> {
  const active = list.filter(({ isClosed }) => !isClosed);
  const [found] = list.length === 1 ? list : active;
  return found && (list.length === 1 || active.length === 1) ? { found, confidence } : { count: list.length };
}

/** What is said of a choice that came to nothing; undefined of one that did not. */
export function remarkOn(provider: ProviderId, choice: Choice<Listed>): Remark | undefined {
  if (choice.found) return undefined;
  const { count } = choice;
  return count === 0
    ? { provider, code: 'not-listed', values: {} }
    : { provider, code: 'several', values: { count: String(count) } };
}

/** Under which a register would know the company: its registered name where there is one. */
export function registeredName({ legalName, name }: CompanyFields): {
  readonly field: 'legalName' | 'name';
  readonly name: string;
} {
  return legalName ? { field: 'legalName', name: legalName.value } : { field: 'name', name: name.value };
}

/**
 * How a listed company is like one on file. A number of one scheme that differs makes it another, and so does a country that the
 * record does not point to. A number in common counts unless the names have nothing in common. Names count when they are the same
 * with the same legal form; where one of them has none, the countries have to agree.
 */
function likenessTo(company: CompanyFields, listed: Listed): Likeness {
  const countries = countriesOf(company);
  const numbers = compareNumbers(
    valuesOf(company.registrationIds).flatMap((id) => numberOf(id, countries.has('GB'))),
    listed.numbers.flatMap((id) => numberOf(id, listed.countries.includes('GB'))),
  );
  if (numbers === 'other') return 'other';
  const own = registeredName(company).name;
  if (numbers === 'same') return listed.names.some((name) => haveInCommon(own, name)) ? 'number' : 'perhaps';
  const isHere = listed.countries.some((country) => countries.has(country));
  if (countries.size > 0 && listed.countries.length > 0 && !isHere) return 'other';
  const likenesses = listed.names.map((name) => compareNames(own, name, isHere));
  const best = likenesses.find((one) => one === 'name') ?? likenesses.find((one) => one === 'perhaps') ?? 'other';
  return numbers === 'same-locally' && best !== 'other' ? 'number' : best;
}

function compareNames(own: string, other: string, isHere: boolean): Likeness {
  const alike = compareCompanyNames(readCompanyName(own), readCompanyName(other));
  if (alike < NEAR) return 'other';
  if (alike < 1) return 'perhaps';
  // 衡行机械 of one town is not that of another: only the whole name is one company's.
  if (/\p{Script=Han}/u.test(own + other)) return written(own) === written(other) ? 'name' : 'perhaps';
  const [form, otherForm] = [companyForm(own), companyForm(other)];
  const isSame = form === '' || otherForm === '' ? isHere : form === otherForm;
  return isSame ? 'name' : 'perhaps';
}

function written(name: string): string {
  return folded(name).replace(/[\s()·.,，。'"]/g, '');
}

/** Names in two scripts cannot be compared. */
function haveInCommon(own: string, other: string): boolean {
  const [a, b] = [readCompanyName(own), readCompanyName(other)];
  const [isHan, isOtherHan] = [a, b].map(({ core }) => /\p{Script=Han}/u.test(core));
  if (isHan !== isOtherHan) return true;
  const parts = (core: string): string[] =>
    isHan ? Array.from({ length: core.length - 1 }, (_, i) => core.slice(i, i + 2)) : core.split(' ');
  const known = new Set(parts(a.core));
  return parts(b.core).some((part) => known.has(part)) || compareCompanyNames(a, b) >= NEAR;
}

/** A number with what tells it from those of other registers; `isLocal`: several courts have the same. */
interface ComparableNumber {
  readonly scheme: string;
  readonly number: string;
  readonly isLocal?: true;
}

function numberOf(id: string, isBritish: boolean): ComparableNumber[] {
  const normal = normaliseRegistration(id);
  if (normal) {
    const scheme = normal.slice(0, normal.indexOf(':') + (normal.startsWith('vat:') ? 3 : 0));
    return [{ scheme, number: normal }];
  }
  const british = britishNumber(id, isBritish);
  if (british) return [{ scheme: 'british', number: british }];
  const [, court, number] = /\b(HR[AB])\D{0,8}(\d{1,6})\b/.exec(id.slice(0, 100)) ?? [];
  return court && number ? [{ scheme: 'german', number: `${court} ${Number(number)}`, isLocal: true }] : [];
}

function compareNumbers(
  own: readonly ComparableNumber[],
  others: readonly ComparableNumber[],
): 'same' | 'same-locally' | 'other' | 'unknown' {
  const common = own.filter(({ number }) => others.some((other) => other.number === number));
  if (common.some(({ isLocal }) => !isLocal)) return 'same';
  const met = new Set(common.map(({ scheme }) => scheme));
  const isOther = own.some(({ scheme }) => !met.has(scheme) && others.some((other) => other.scheme === scheme));
  if (isOther) return 'other';
  return common.length > 0 ? 'same-locally' : 'unknown';
}
