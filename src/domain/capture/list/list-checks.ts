import { isFreeMail } from '../../identity/public-hosts';
import type { FoundParty, PartyField } from '../found';
import { hostLabel, likeHost } from '../name/host-label';
import { hostOf } from '../page-head';
import { isOffice } from '../record/company-words';
import { siteDomain } from '../site-domain';

/** Fewer records make no list: a page has two addresses for many reasons. */
export const LEAST_RECORDS = 3;
const CONTACTS: ReadonlySet<PartyField> = new Set([
  'phones',
  'emails',
  'website',
  'addresses',
  'accounts',
  'registrationIds',
]);

/** Whether a record names one company or one person, and says more of them than that. */
export function isWorthwhile(parties: readonly FoundParty[]): boolean {
  const [main] = parties;
  if (!main || (main.kind === 'person' && parties.length > 1)) return false;
  const [name] = valuesOf(parties.slice(0, 1), 'name');
  if (name === undefined) return false;
  const all = parties.flatMap(({ values }) => values);
  return all.some(({ field }) => CONTACTS.has(field) || (main.kind === 'person' && field === 'title'));
}

/** What most records are about; undefined when neither kind is clearly more. */
export function mainKindOf(records: readonly (readonly FoundParty[])[]): 'company' | 'person' | undefined {
  const named = records.flatMap(([main]) => main ?? []);
  const companies = named.filter((party) => party.kind === 'company' || isLikeShop(party)).length;
  if (named.length < LEAST_RECORDS) return undefined;
  if (companies >= named.length * 0.6) return 'company';
  return companies <= named.length * 0.4 ? 'person' : undefined;
}

const SHAPED = 0.75;

/** Two words in capitals without a first name or a title, at an address of their own: Fahrrad Brenner. */
function isLikeShop({ values }: FoundParty): boolean {
  const fields = new Set(values.map(({ field }) => field));
  const name = values.find(({ field }) => field === 'name');
  return name !== undefined && name.confidence < SHAPED && fields.has('addresses') && !fields.has('title');
}

const MOST = 0.6;
const DISTINCT = 0.75;

/**
 * Whether what looks like a list is none of others: the offices, departments or shops of the page's own company, the same
 * number under every article, things with a date or a price.
 */
export function isForeignList(records: readonly (readonly FoundParty[])[], url: string): boolean {
  const names = records.flatMap((parties) => valuesOf(parties.slice(0, 1), 'name'));
  if (new Set(names).size < names.length * DISTINCT) return true;
  const companies = records.filter(([main]) => main?.kind === 'company');
  if (companies.length < records.length * MOST) return false;
  const share = (test: (parties: readonly FoundParty[]) => boolean): number =>
    companies.filter(test).length / companies.length;
  const label = hostLabel(hostOf(url));
  return (
    share((parties) => nameOf(parties).length > 0 && isPlace(nameOf(parties), parties)) >= 0.4 ||
    share((parties) => isOffice(nameOf(parties))) >= 0.4 ||
    (label.length >= 4 && share((parties) => likeHost(nameOf(parties), label) >= 0.55) >= MOST) ||
    share((parties) => hasOwnMail(parties, url)) >= MOST ||
    haveCommonBeginning(companies.map(nameOf)) ||
    areSameContacts(companies)
  );
}

function valuesOf(parties: readonly FoundParty[], field: PartyField): string[] {
  return parties.flatMap(({ values }) =>
    values.filter((value) => value.field === field).map(({ normal, raw }) => normal ?? raw),
  );
}

function nameOf(parties: readonly FoundParty[]): string {
  return valuesOf(parties.slice(0, 1), 'name')[0] ?? '';
}

/** An office is called after its town. */
function isPlace(name: string, parties: readonly FoundParty[]): boolean {
  const plain = name
    .toLowerCase()
    .replace(/[,(/].*$|\s(?:office|büro)$|(?:市|办公室|店)$/g, '')
    .trim();
  return (
    plain.length >= 2 &&
    plain.split(' ').length <= 3 &&
    valuesOf(parties, 'addresses').some((address) => address.toLowerCase().includes(plain))
  );
}

/** Mailboxes on the page's own domain only: parts of one house. */
function hasOwnMail(parties: readonly FoundParty[], url: string): boolean {
  const own = siteDomain(url);
  const domains = valuesOf(parties, 'emails').map((email) => email.split('@')[1] ?? '');
  return (
    own !== undefined &&
    domains.length > 0 &&
    domains.every((domain) => siteDomain(domain) === own && !isFreeMail(domain))
  );
}

/** `Northwick Pumps Leeds`, `Northwick Pumps York`. */
function haveCommonBeginning(names: readonly string[]): boolean {
  const beginnings = names.map((name) =>
    /[\u4e00-\u9fff]/.test(name)
      ? name.slice(0, 5)
      : name
          .toLowerCase()
          .split(/[\s-]+/)
          .slice(0, 2)
          .join(' '),
  );
  const counts = new Map<string, number>();
  for (const one of beginnings) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= Math.max(LEAST_RECORDS, names.length * MOST);
}

/** One number or mailbox for all: of who lists them, not of who is listed. */
function areSameContacts(records: readonly (readonly FoundParty[])[]): boolean {
  const contacts = records.flatMap((parties) => [...valuesOf(parties, 'phones'), ...valuesOf(parties, 'emails')]);
  return contacts.length >= LEAST_RECORDS && new Set(contacts).size <= contacts.length / 2;
}
