import { at } from '@/src/kernel/assert';
import { compareCodePoints } from '@/src/kernel/text';
import { nearNames, type CompanyName } from '../../identity/company-name';
import { TIERS } from '../../identity/match';
import { CROWD } from '../../parties/group-duplicates';
import type { CompanyTraits } from '../../identity/match-companies';
import { companyTraits } from '../../parties/party-traits';
import { codeKey, type CompanySigns } from './company-signs';
import {
  judgeCustomer,
  soughtOf,
  valuesOfCustomer,
  type Candidate,
  type CustomerTexts,
  type Sought,
} from './judge-customer';

/** The customers of a dataset that a company may be. */
export interface FoundCustomers {
  /** The surest first: a handful at most. */
  readonly candidates: readonly Candidate[];
  /** How many fit as well as the first; 0 where there is none that can be it. */
  readonly equallySure: number;
  /** There are too many customers to look for names that are only alike. */
  readonly onlyExact: boolean;
}

/** Customers beyond which names that are only alike are not looked for: it would take seconds. */
export const MOST_NAMES = 100_000;
const MOST_CANDIDATES = 5;

/** The customers of a dataset, read once, to be asked for one company after the other. */
export class CustomerIndex {
  private readonly customers: readonly CustomerTexts[];
  private readonly byKey = new Map<string, number[]>();
  private readonly names: readonly (CompanyName | undefined)[];

  constructor(customers: readonly CustomerTexts[], mostNames = MOST_NAMES) {
    this.customers = customers;
    const isFew = customers.length <= mostNames;
    const names: (CompanyName | undefined)[] = [];
    customers.forEach((texts, customer) => {
      const traits = companyTraits(valuesOfCustomer(texts));
      const codes = [texts.key, ...texts.codes].flatMap((text) => codeKey(text) ?? []);
      for (const key of new Set(keysOf(traits, codes))) {
        const known = this.byKey.get(key);
        if (known) known.push(customer);
        else this.byKey.set(key, [customer]);
      }
      if (isFew) names.push(traits.names[0]);
    });
    this.names = names;
  }

  /**
   * Ranked by tier, then an equal name before an alike one, more reasons before fewer, the more alike name, the key by code
   * point. A domain or an address that more than {@link CROWD} customers have says nothing.
   * @param without keys of customers that the user has said it is not.
   */
  find(signs: CompanySigns, without: ReadonlySet<string>): FoundCustomers {
    const sought = soughtOf(signs);
    const all = [...this.possible(sought)]
      .map((customer) => at(this.customers, customer))
      .filter(({ key }) => key !== '' && !without.has(key))
      .flatMap((texts) => judgeCustomer(sought, texts, this.isCrowd) ?? [])
      .sort((a, b) => bySurest(a, b) || b.alike - a.alike || compareCodePoints(a.key, b.key));
    const [first] = all;
    const isProposed = first !== undefined && first.tier !== 'never';
    return {
      candidates: all.slice(0, MOST_CANDIDATES),
      equallySure: isProposed ? all.filter((one) => bySurest(one, first) === 0).length : 0,
      onlyExact: this.names.length < this.customers.length,
    };
  }

  private readonly isCrowd = (key: string): boolean => (this.byKey.get(key)?.length ?? 0) > CROWD;

  /** The customers that share a key with the company, and those whose name is near one of its names. */
  private possible({ traits, codes }: Sought): ReadonlySet<number> {
    const keys = keysOf(
      traits,
      codes.map(({ key }) => key),
    );
    const found = new Set(keys.filter((key) => !this.isCrowd(key)).flatMap((key) => this.byKey.get(key) ?? []));
    for (const own of traits.names) {
      const isNear = nearNames(own);
      this.names.forEach((name, customer) => {
        if (name && isNear(name)) found.add(customer);
      });
    }
    return found;
  }
}

function keysOf({ registrations, domains, emails, names }: CompanyTraits, codes: readonly string[]): string[] {
  const cores = names.flatMap(({ core }) => (core.length > 1 ? [core.split(' ').sort().join(' ')] : []));
  const of = (scheme: string, held: Iterable<string>): string[] => Array.from(held, (one) => `${scheme}:${one}`);
  return [
    ...of('code', codes),
    ...of('registration', registrations),
    ...of('domain', domains),
    ...of('email', emails),
    ...of('name', cores),
  ];
}

function bySurest(a: Candidate, b: Candidate): number {
  const isNamed = ({ reasons }: Candidate): number => (reasons.some(({ rule }) => rule === 'name') ? 1 : 0);
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || isNamed(b) - isNamed(a) || b.reasons.length - a.reasons.length
  );
}
