import { isSameCity, isSameHouse, type AddressKey } from './address-key';
import { ALIKE, compareCompanyNames, NEAR, type CompanyName } from './company-name';
import { EQUAL, holding, meet, type Match, type Reason, type Tier } from './match';

/** What identifies a company, in normal forms. */
export interface CompanyTraits {
  /** All its names: in use, registered. */
  readonly names: readonly CompanyName[];
  /** Registrable domains of its own. */
  readonly domains: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  /** E.164. */
  readonly phones: ReadonlySet<string>;
  readonly addresses: readonly AddressKey[];
  /** With their scheme in front: `uscc:…`. */
  readonly registrations: ReadonlySet<string>;
  /** Ids in other programs, `program:id`. */
  readonly externals: ReadonlySet<string>;
}

/**
 * Whether two records are the same company.
 *
 * `same`: an id in another program, whatever else. `never`: both have a number of one register, and not the same. `same`:
 * a register number; the own domain and an alike name; the same name with two of phone, e-mail and house. `likely`: the domain or an e-mail address alone; a near name
 * with a phone or house. `possible`: a phone, or a near name, alone.
 *
 * @returns undefined when nothing is in common.
 * @source guides/capture §3.4
 */
export function matchCompanies(a: CompanyTraits, b: CompanyTraits): Match | undefined {
  if (meet(a.externals, b.externals)) return { tier: 'same', reasons: ['external'] };
  if (meet(a.registrations, b.registrations)) return { tier: 'same', reasons: ['registration'] };
  if (contradict(a.registrations, b.registrations)) return { tier: 'never', reasons: ['other-registration'] };
  const alike = Math.max(0, ...a.names.flatMap((one) => b.names.map((other) => compareCompanyNames(one, other))));
  const isNear = alike >= NEAR;
  const reasons = holding([
    ['domain', meet(a.domains, b.domains)],
    ['email', meet(a.emails, b.emails)],
    ['phone', meet(a.phones, b.phones)],
    ['name', alike >= EQUAL],
    ['similar-name', isNear && alike < EQUAL],
    ['address', anyTwo(a, b, isSameHouse)],
    ['city', isNear && anyTwo(a, b, isSameCity) && !anyTwo(a, b, isSameHouse)],
  ]);
  const tier = tierOf(reasons, alike);
  return tier && { tier, reasons };
}

function tierOf(reasons: readonly Reason[], alike: number): Tier | undefined {
  const has = (reason: Reason): boolean => reasons.includes(reason);
  const points = reasons.filter((reason) => reason === 'phone' || reason === 'email' || reason === 'address').length;
  if (alike >= ALIKE && has('domain')) return 'same';
  if (alike >= EQUAL && points > 1) return 'same';
  if (has('domain') || has('email') || (alike >= NEAR && points > 0)) return 'likely';
  return has('phone') || alike >= NEAR ? 'possible' : undefined;
}

function anyTwo(a: CompanyTraits, b: CompanyTraits, meets: (one: AddressKey, other: AddressKey) => boolean): boolean {
  return a.addresses.some((one) => b.addresses.some((other) => meets(one, other)));
}

/** Both have a number of the same register, and none in common. */
function contradict(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const schemeOf = (id: string): string => id.slice(0, id.indexOf(':') + (id.startsWith('vat:') ? 3 : 0));
  const schemes = new Set([...a].map(schemeOf));
  return [...b].some((id) => schemes.has(schemeOf(id)));
}
