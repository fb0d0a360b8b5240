import { compareCompanyNames, NEAR } from '../../identity/company-name';
import { normaliseEmail } from '../../identity/email-address';
import { TIERS, type Reason, type Tier } from '../../identity/match';
import { matchCompanies, type CompanyTraits } from '../../identity/match-companies';
import { normaliseRegistration } from '../../identity/registration-id';
import { companyTraits, type PartyValues } from '../../parties/party-traits';
import { codeKey, codesOf, signValues, type CompanySigns, type HeldCode } from './company-signs';

/** A customer of a sales dataset, in the words of the file. */
export interface CustomerTexts {
  readonly key: string;
  /** The key itself where the file has no name beside it. */
  readonly label: string;
  readonly emails: readonly string[];
  readonly websites: readonly string[];
  /** Codes and register numbers beside the key. */
  readonly codes: readonly string[];
}

/** What speaks for a match or against it: by which rule, and the two values, as the record and the file have them. */
export interface Sign {
  readonly rule:
    | 'known-customer'
    | 'code'
    | 'registration'
    | 'domain'
    | 'email'
    | 'name'
    | 'similar-name'
    | 'other-registration'
    | 'other-name';
  readonly own: string;
  readonly theirs: string;
}

/** A customer that a company may be. */
export interface Candidate {
  readonly key: string;
  readonly label: string;
  /** `never`: something speaks for it, but the register numbers contradict. */
  readonly tier: Tier;
  /** The strongest first; at least one. */
  readonly reasons: readonly Sign[];
  readonly doubts: readonly Sign[];
  /** How alike the names are, 0 to 1. */
  readonly alike: number;
}

/** A company to be looked for, read once for all customers. */
export interface Sought {
  readonly values: PartyValues;
  readonly traits: CompanyTraits;
  readonly codes: readonly HeldCode[];
}

export function soughtOf(signs: CompanySigns): Sought {
  const values = signValues(signs);
  return { values, traits: companyTraits(values), codes: codesOf(signs) };
}

/** The values of a customer under the names that a company has for them. */
export function valuesOfCustomer({ key, label, emails, websites, codes }: CustomerTexts): PartyValues {
  const values: Readonly<Record<string, readonly string[]>> = {
    name: isName(label) ? [label] : [],
    website: websites,
    emails: emails.flatMap((email) => normaliseEmail(email) ?? []),
    registrationIds: [key, ...codes],
  };
  return (field) => values[field] ?? [];
}

/** A code that has no letter is no name. */
function isName(label: string): boolean {
  return /\p{L}/u.test(label);
}

/**
 * Whether a customer is the company, by the rules for duplicates and by its code, also that under which it is known in another
 * file. A code alone is `likely`, with a near name `same`, and with another name only `possible`: codes of two programs can be
 * alike by accident.
 *
 * @param isCrowd whether so many customers have a domain or an address that it says nothing.
 * @returns undefined when nothing speaks for it.
 */
export function judgeCustomer(
  sought: Sought,
  texts: CustomerTexts,
  isCrowd: (key: string) => boolean,
): Candidate | undefined {
  const values = valuesOfCustomer(texts);
  const theirs = withoutCrowds(companyTraits(values), isCrowd);
  const match = matchCompanies(sought.traits, theirs);
  const isContradicted = match?.tier === 'never';
  const free = isContradicted ? matchCompanies(withoutNumbers(sought.traits), theirs) : match;
  const names = nearestNames(sought, theirs);
  const code = codeSign(sought.codes, texts);
  const reasons = [...code, ...(free?.reasons ?? []).flatMap((reason) => signOf(reason, sought, texts, names))];
  if (reasons.length === 0) return undefined;
  const otherName = free ? [] : code.flatMap((sign) => otherNameOf(sign, names, texts));
  const doubts = [...(isContradicted ? [otherRegistration(sought, values)] : []), ...otherName];
  const tiers = new Set([...code.map(() => tierOfCode(names.alike, otherName)), ...(free ? [free.tier] : [])]);
  const tier = isContradicted ? 'never' : (TIERS.find((one) => tiers.has(one)) ?? 'possible');
  return { key: texts.key, label: texts.label, tier, reasons, doubts, alike: names.alike };
}

function tierOfCode(alike: number, otherName: readonly Sign[]): Tier {
  if (otherName.length > 0) return 'possible';
  return alike >= NEAR ? 'same' : 'likely';
}

/** Where the code stands for the name it says nothing of the name. */
function otherNameOf({ theirs }: Sign, { own }: NearestNames, { label }: CustomerTexts): Sign[] {
  const isNamed = own !== '' && label !== theirs && isName(label);
  return isNamed ? [{ rule: 'other-name', own, theirs: label }] : [];
}

function withoutCrowds(traits: CompanyTraits, isCrowd: (key: string) => boolean): CompanyTraits {
  const kept = (scheme: string, held: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...held].filter((one) => !isCrowd(`${scheme}:${one}`)));
  return { ...traits, domains: kept('domain', traits.domains), emails: kept('email', traits.emails) };
}

function withoutNumbers(traits: CompanyTraits): CompanyTraits {
  return { ...traits, registrations: new Set() };
}

interface NearestNames {
  readonly own: string;
  readonly alike: number;
}

/** Which of the company's names is nearest to the customer's. */
function nearestNames({ values, traits }: Sought, theirs: CompanyTraits): NearestNames {
  const texts = [...values('name'), ...values('legalName')];
  const all = texts.map((own, i): NearestNames => {
    const name = traits.names[i];
    return { own, alike: Math.max(0, ...theirs.names.map((other) => (name ? compareCompanyNames(name, other) : 0))) };
  });
  return all.reduce((best, one) => (one.alike > best.alike ? one : best), { own: texts[0] ?? '', alike: 0 });
}

function codeSign(codes: readonly HeldCode[], { key, codes: more }: CustomerTexts): Sign[] {
  const theirs = new Map([key, ...more].map((text) => [codeKey(text), text]));
  return codes
    .flatMap(({ rule, raw, key: own }): Sign[] => {
      const text = theirs.get(own);
      return text === undefined ? [] : [{ rule, own: raw, theirs: text }];
    })
    .slice(0, 1);
}

function signOf(reason: Reason, { traits }: Sought, texts: CustomerTexts, names: NearestNames): Sign[] {
  const { key, label, codes, emails, websites } = texts;
  if (reason === 'name' || reason === 'similar-name') return [{ rule: reason, own: names.own, theirs: label }];
  if (reason === 'registration') return firstShared(reason, traits.registrations, [key, ...codes], numbersIn);
  if (reason === 'domain') return firstShared(reason, traits.domains, [...websites, ...emails], domainsIn);
  return reason === 'email' ? firstShared(reason, traits.emails, emails, emailsIn) : [];
}

/** The first of the customer's texts that says something which the company has, too. */
function firstShared(
  rule: Sign['rule'],
  held: ReadonlySet<string>,
  texts: readonly string[],
  read: (text: string) => readonly string[],
): Sign[] {
  const all = texts.flatMap((theirs) => read(theirs).map((own): Sign => ({ rule, own, theirs })));
  return all.filter(({ own }) => held.has(own)).slice(0, 1);
}

function numbersIn(text: string): string[] {
  const number = normaliseRegistration(text);
  return number === undefined ? [] : [number];
}

function domainsIn(text: string): string[] {
  const field = text.includes('@') ? 'emails' : 'website';
  return [...companyTraits((name) => (name === field ? [text.trim().toLowerCase()] : [])).domains];
}

function emailsIn(text: string): string[] {
  const email = normaliseEmail(text);
  return email === undefined ? [] : [email];
}

/** The numbers of one register that are not the same. */
function otherRegistration({ values }: Sought, theirs: PartyValues): Sign {
  const listed = (of: PartyValues): string =>
    of('registrationIds')
      .filter((text) => numbersIn(text).length > 0)
      .join(', ');
  return { rule: 'other-registration', own: listed(values), theirs: listed(theirs) };
}
