import { at } from '@/src/kernel/assert';
import { compareCodePoints } from '@/src/kernel/text';
import { nearNames, readCompanyName, type CompanyName } from '../identity/company-name';
import { TIERS } from '../identity/match';
import { CROWD } from '../parties/group-duplicates';
import { companyKeys } from '../parties/party-traits';
import { codeKey, type CompanySigns } from './company-signs';
import { judgeCustomer, soughtOf, valuesOfCustomer, type Candidate, type CustomerTexts } from './judge-customer';

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
export const MOST_NAMES = 200_000;
const MOST_CANDIDATES = 5;

/** The customers of a dataset, read once, to be asked for one company after the other. */
export class CustomerIndex {
  private readonly customers: readonly CustomerTexts[];
  private readonly byKey = new Map<string, number[]>();
  private readonly names: readonly (CompanyName | undefined)[];

  constructor(customers: readonly CustomerTexts[], mostNames = MOST_NAMES) {
    this.customers = customers;
    customers.forEach((texts, customer) => {
      for (const key of keysOfCustomer(texts)) {
        const known = this.byKey.get(key);
        if (known) known.push(customer);
        else this.byKey.set(key, [customer]);
      }
    });
    const isFew = customers.length <= mostNames;
    this.names = isFew ? customers.map((texts) => valuesOfCustomer(texts)('name').map(readCompanyName)[0]) : [];
  }

  /**
   * Ranked by tier, then an equal name before an alike one, more reasons before fewer, the more alike name, the key by code
   * point. A domain or an address that more than {@link CROWD} customers have says nothing.
   * @param without keys of customers that the user has said it is not.
   */
  find(signs: CompanySigns, without: ReadonlySet<string>): FoundCustomers {
    const sought = soughtOf(signs);
    const all = [...this.possible(signs)]
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
  private possible(signs: CompanySigns): ReadonlySet<number> {
    const { values, traits, codes } = soughtOf(signs);
    const keys = [...companyKeys(values), ...codes.map(({ key }) => `code:${key}`)];
    const found = new Set(keys.filter((key) => !this.isCrowd(key)).flatMap((key) => this.byKey.get(key) ?? []));
    for (const own of traits.names) {
      const mayBeNear = nearNames(own);
      this.names.forEach((name, customer) => {
        if (name && mayBeNear(name)) found.add(customer);
      });
    }
    return found;
  }
}

function keysOfCustomer(texts: CustomerTexts): string[] {
  const codes = [texts.key, ...texts.codes].flatMap((text) => codeKey(text) ?? []);
  return [...new Set([...companyKeys(valuesOfCustomer(texts)), ...codes.map((code) => `code:${code}`)])];
}

function bySurest(a: Candidate, b: Candidate): number {
  const isNamed = ({ reasons }: Candidate): number => (reasons.some(({ rule }) => rule === 'name') ? 1 : 0);
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || isNamed(b) - isNamed(a) || b.reasons.length - a.reasons.length
  );
}
