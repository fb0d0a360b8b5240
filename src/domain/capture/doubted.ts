import { normaliseEmail } from '../identity/email-address';
import { isJunkEmail } from './email/junk-email';
import type { FoundValue } from './found';
import { hostLabel, isHost } from './name/host-label';
import { nameKey } from './name/name-key';
import { hostOf } from './page-head';
import type { Party } from './schema-party';
import { siteDomain } from './site-domain';

/** What themes and examples fill in where the owner of the site filled in nothing. */
const PLACEHOLDER_NAME =
  /^(?:your |my |the )?(?:company|business|organi[sz]ation|site|website|shop|store|firm|brand)(?: name| title)?$|^(?:site title|wordpress|untitled|lorem ipsum.{0,40}|example(?: company| inc\.?)?|acme corporation|ihre firma|firmenname|mein unternehmen|公司名称|您的公司|网站名称|我的网站|公司名稱)$/i;
const PLACEHOLDER_DIGITS =
  /^(?:1?(?:1234567890|0123456789|2345678901|5555555555)|0{6,15}|1{7,15}|9{8,15}|123456789?|12345678)$/;
/** Below ticking and below what is shown of itself: the values stay to be looked at. */
const DOUBTED = 0.5;
/** A page that tells of more companies than these is a list, whose companies have sites of their own. */
const FEW = 3;

/**
 * Structured data as far as they can be believed: without what a theme filled in, and unsure where they tell of a company
 * of another site that neither the title nor a heading of the page names: the maker of the site, the publisher of the theme.
 * @param heads title and headings of the page.
 */
export function believable(parties: readonly Party[], url: string, heads: readonly string[]): Party[] {
  const known = heads.map(nameKey).filter((head) => head !== '');
  const isList = parties.filter(({ kind }) => kind === 'company').length > FEW;
  const judge = (party: Party): Party => {
    const values = party.values.filter((value) => !isPlaceholder(value, url));
    const isDoubted = party.kind === 'company' && !isList && isForeign(values, url) && !isNamed(values, known);
    const { employer } = party;
    return {
      ...party,
      values: values.map((value) => (isDoubted || isAddressOfSite(value) ? doubt(value) : value)),
      ...(employer ? { employer: judge(employer) } : {}),
    };
  };
  return parties.map(judge).filter(({ values }) => values.length > 0);
}

/** A shop program writes its address where the name should be. */
function isAddressOfSite({ field, raw }: FoundValue): boolean {
  return field === 'name' && isHost(raw.trim());
}

function doubt(value: FoundValue): FoundValue {
  return { ...value, confidence: Math.min(value.confidence, DOUBTED) };
}

function isPlaceholder({ field, raw }: FoundValue, url: string): boolean {
  if (field === 'name' || field === 'legalName') return PLACEHOLDER_NAME.test(raw.trim());
  if (field === 'phones') return PLACEHOLDER_DIGITS.test(raw.replace(/\D/g, ''));
  if (field !== 'emails') return false;
  const address = normaliseEmail(raw);
  const isOwn = address !== undefined && siteDomain(address.split('@')[1] ?? '') === siteDomain(url);
  return address !== undefined && !isOwn && isJunkEmail(address);
}

/** Whether a company says that its site is another than that of the page. Sites with one label are one company's. */
export function isForeign(values: readonly FoundValue[], url: string): boolean {
  const own = siteDomain(url);
  const label = hostLabel(hostOf(url));
  const sites = values.filter(({ field }) => field === 'website').map(({ raw }) => raw);
  const others = sites.filter((site) => siteDomain(site) !== undefined);
  return (
    own !== undefined &&
    others.length > 0 &&
    others.every((site) => siteDomain(site) !== own && hostLabel(hostOf(site)) !== label)
  );
}

function isNamed(values: readonly FoundValue[], heads: readonly string[]): boolean {
  const names = values.filter(({ field }) => field === 'name' || field === 'legalName').map(({ raw }) => nameKey(raw));
  return names.some((name) => name !== '' && heads.some((head) => head.includes(name)));
}
