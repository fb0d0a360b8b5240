import type { PageRequest, PageRole, VisitedPage } from '../provider';
import { isOnSite } from './site-address';
import type { SiteLink } from './site-links';

type FurtherRole = Exclude<PageRole, 'home'>;

/** In the order of what they are worth: the imprint has what the law asks for, the contact page the numbers. */
const ROLES: readonly FurtherRole[] = ['imprint', 'contact', 'about', 'team'];

/** What links to such a page say, by themselves or among other words. */
const SAID: Readonly<Record<FurtherRole, RegExp>> = {
  imprint:
    /impressum|imprint|legal (?:notice|information)|mentions l[ée]gales|aviso legal|note legali|营业执照|工商信息|公司资质|特定商取引/i,
  contact: /contact|kontakt|contatt|联系|聯[絡繫繋]|联络|お問い?合わ?せ|문의/i,
  about:
    /about|über uns|ueber uns|unternehmen|qui sommes|chi siamo|关于|關於|(?:公司|企业|企業|集团|集團)(?:简介|介绍|概况|概況|簡介|介紹)|^走[进近進]|会社概要|who we are/i,
  team: /\bteam\b|ansprechpartner|our people|management|团队|團隊|领导|管理层/i,
};
/** What their addresses have in the path. */
const PATHED: Readonly<Record<FurtherRole, RegExp>> = {
  imprint: /impressum|imprint|legal-notice|legalnotice|mentions-legales|aviso-legal|license|yyzz/i,
  contact: /contact|kontakt|contatti|lianxi|lxwm/i,
  about: /about|ueber-uns|uber-uns|unternehmen|company|intro|guanyu|gywm|profile|gsjj/i,
  team: /team|people|ansprechpartner/i,
};
/** Where such pages are where no link leads to them. */
const WELL_KNOWN: Readonly<Record<'imprint' | 'contact' | 'about', string>> = {
  imprint: '/impressum',
  contact: '/contact',
  about: '/about',
};
/** Files, and ways out of a session, are no pages. */
const NO_PAGE =
  /\.(?:xml|gz|pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif|svg|webp|mp4|apk|exe|vcf|ics)$|logout|signout|add-to-cart/i;
const LONGEST = 300;

/**
 * Pages of the same site that are likely to say who the company is, one of each sort, the best first: those that links lead to,
 * then two well-known addresses of sorts that nothing leads to. Never the page itself.
 * @param map addresses that the site's map lists: where it has any, nothing is guessed.
 */
export function furtherPages(page: VisitedFrom, map: readonly string[] = []): PageRequest[] {
  const linked = bestOfEach(page, page.links);
  const known = new Set(linked.map(({ role }) => role));
  if (map.length === 0) return [...linked, ...guesses(page, known)];
  const mapped = bestOfEach(
    page,
    map.filter((url) => URL.canParse(url)).map((url) => ({ url, text: '' })),
  );
  return [...linked, ...mapped.filter(({ role, url }) => !known.has(role) && !linked.some((one) => one.url === url))];
}

/** Whether no link leads to a page that says who the company is: a menu that scripts make, or a site of one page. */
export function leadsNowhere(page: VisitedFrom): boolean {
  return bestOfEach(page, page.links).every(({ role }) => role === 'team');
}

type VisitedFrom = Pick<VisitedPage, 'url' | 'links' | 'reading'>;

function bestOfEach({ url: page }: VisitedFrom, all: readonly SiteLink[]): PageRequest[] {
  const here = keyOf(page);
  const links = all.filter(
    ({ url }) => url.length <= LONGEST && isOnSite(url, page) && keyOf(url) !== here && !NO_PAGE.test(pathOf(url)),
  );
  const taken = new Set<string>();
  return ROLES.flatMap((role): PageRequest[] => {
    const best = bestLink(links, role, taken);
    if (!best) return [];
    taken.add(keyOf(best.url));
    return [{ url: best.url, role }];
  });
}

/** The link that says most: its words count more than its path, an address near the root more than one deep inside. */
function bestLink(links: readonly SiteLink[], role: FurtherRole, taken: ReadonlySet<string>): SiteLink | undefined {
  let best: SiteLink | undefined;
  let most = 0;
  for (const link of links) {
    if (taken.has(keyOf(link.url))) continue;
    const score = (SAID[role].test(link.text) ? 4 : 0) + pathScore(link.url, role);
    const depth = Math.min(2, pathOf(link.url).split('/').length * 0.25);
    const worth = score === 0 ? 0 : score - depth - link.text.length / 100;
    if (worth > most) {
      best = link;
      most = worth;
    }
  }
  return best;
}

/** What a path says: most where its last part is about nothing else (`/contact-us.html`), little where it is (`/blog/about-paint`). */
function pathScore(url: string, role: FurtherRole): number {
  const path = pathOf(url);
  if (!PATHED[role].test(path)) return 0;
  const last = /([^/?]*)\/?(?:\?.*)?$/.exec(path)?.[1] ?? '';
  const rest = last.replace(/\.\w{1,5}$/, '').replace(PATHED[role], '');
  return PATHED[role].test(last) && /^[-_]?(?:us|uns|me|details|info|\d{1,3})?[-_]?$/i.test(rest) ? 3 : 1.5;
}

function guesses({ url, reading }: Pick<VisitedPage, 'url' | 'reading'>, found: ReadonlySet<PageRole>): PageRequest[] {
  const isGerman = /^de\b/i.test(reading.hints.lang) || /\.(?:de|at)$/.test(new URL(url).hostname);
  const wanted = (['contact', 'about'] as const).filter((role) => !found.has(role));
  const roles = isGerman && !found.has('imprint') ? (['imprint', ...wanted] as const) : wanted;
  return roles.slice(0, 2).map((role) => ({ url: new URL(WELL_KNOWN[role], url).href, role, isGuess: true }));
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** Equal for addresses that lead to one page. */
function keyOf(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/(?:index\.\w{1,5})?$/, '')}${search}`;
}
