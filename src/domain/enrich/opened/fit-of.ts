import { isTaiwanId } from '../../capture/register/check-digits';
import { compareCompanyNames, NEAR, readCompanyName, type CompanyName } from '../../identity/company-name';
import { normaliseRegistration } from '../../identity/registration-id';
import type { PartyValues } from '../../parties/party-traits';

/**
 * Whether a page of a register is about a company on file. `unsure`: nothing says so, and nothing against it.
 * `other-number`, `other-name`: it is about another one.
 */
export type Fit = 'fits' | 'unsure' | 'other-number' | 'other-name';

/** Below it two names have no more in common than any two. */
const CLEARLY_OTHER = 0.5;

/**
 * A number of one register decides; without one on both sides the names do. A name in another script, a short form or a
 * misspelling says nothing; the same name of another place is a sister, which is another company.
 * @param held of the record. @param given by the page.
 */
export function fitOf(held: PartyValues, given: PartyValues): Fit {
  const byNumber = compareNumbers(held('registrationIds'), given('registrationIds'));
  if (byNumber) return byNumber;
  const names = (values: PartyValues): CompanyName[] =>
    [...values('name'), ...values('legalName')].map(readCompanyName).filter(({ core }) => core !== '');
  const fits = names(held).flatMap((one) => names(given).flatMap((other) => compareNames(one, other) ?? []));
  if (fits.length === 0) return 'unsure';
  return (['fits', 'unsure'] as const).find((fit) => fits.includes(fit)) ?? 'other-name';
}

const HAN = /[\u3400-\u9fff]/;

/** Undefined where they are in two scripts. */
function compareNames(a: CompanyName, b: CompanyName): Fit | undefined {
  if (HAN.test(a.core) !== HAN.test(b.core)) return undefined;
  if (compareCompanyNames(a, b) >= NEAR) return 'fits';
  const alike = compareCompanyNames({ core: a.core, places: [] }, { core: b.core, places: [] });
  if (alike >= NEAR) return 'other-name';
  return alike >= CLEARLY_OTHER || isShortForm(a.core, b.core) ? 'unsure' : 'other-name';
}

/** 澜舟科技 for 澜舟精密科技: the signs of the shorter one in their order, the first two together. */
function isShortForm(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].sort((x, y) => x.length - y.length);
  if (short.length < 2 || !long.startsWith(short.slice(0, 2))) return false;
  let from = 0;
  return [...short].every((sign) => {
    from = long.indexOf(sign, from) + 1;
    return from > 0;
  });
}

/** Undefined where no register has given both a number. */
function compareNumbers(held: readonly string[], given: readonly string[]): Fit | undefined {
  const [own, others] = [held, given].map((ids) => ids.flatMap((id) => numberOf(id) ?? []));
  const pairs = (own ?? []).flatMap((one) =>
    (others ?? []).filter(({ scheme }) => scheme === one.scheme).map((other) => isSameNumber(one, other)),
  );
  if (pairs.length === 0) return undefined;
  return pairs.includes(true) ? 'fits' : 'other-number';
}

/** A number, with the register that gave it; of a German one with its court, where that is said. */
interface RegisterNumber {
  readonly scheme: string;
  readonly number: string;
  readonly court: string;
}

function isSameNumber(a: RegisterNumber, b: RegisterNumber): boolean {
  return a.number === b.number && (a.court === '' || b.court === '' || a.court === b.court);
}

function numberOf(id: string): RegisterNumber | undefined {
  const plain = id.slice(0, 100).normalize('NFKC').trim();
  const normal = normaliseRegistration(plain);
  if (normal) {
    const scheme = normal.startsWith('vat:') ? normal.slice(0, 6) : normal.slice(0, normal.indexOf(':'));
    return { scheme, number: normal, court: '' };
  }
  if (isTaiwanId(plain)) return { scheme: 'tw', number: plain, court: '' };
  const [, before = '', kind, digits, letters = ''] =
    /^(.{0,60}?)\b(HR[AB])\D{0,8}(\d{1,6})\s?([A-Z]{0,2})\b/.exec(plain) ?? [];
  if (!kind || !digits) return undefined;
  const court = before
    .replace(/\b(?:Amtsgericht|Registergericht|Handelsregister|des Amtsgerichts|AG)\b|[^\p{L}]/gu, '')
    .toLowerCase();
  return { scheme: 'hr', number: `${kind}${Number(digits)}${letters}`, court };
}
