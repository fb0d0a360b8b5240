import { err, ok, type Result } from '@/src/kernel/result';
import type { PageRequest, Provider } from '@/src/domain/enrich/provider';
import { readRobots, type Robots } from '@/src/domain/enrich/site/robots';
import { isOnSite } from '@/src/domain/enrich/site/site-address';
import { readSitemap } from '@/src/domain/enrich/site/sitemap';
import type { SentFor, Web, WebError, WebRequest, WebText } from './ports/web';

/** Asks the sites of one record, no more often than its provider may and nothing that they close to programs. */
export interface SiteAsker {
  /** Whether a page can be asked for, with the rules of its site where they are not known yet. */
  hasRoom(request: PageRequest): boolean;
  page(request: PageRequest): Promise<Result<WebText, PageFault>>;
  /**
   * The addresses in the sitemap of a page's site: the one that its robots.txt names, or, where it is likely, the one in the usual
   * place. None where there is none, or no room for a request more.
   */
  sitemap(page: string, isLikely: boolean): Promise<readonly string[]>;
}

/** `robots`: the site asks programs not to read it. `robots-unknown`: it could not say. */
export type PageFault = WebError['code'] | 'robots' | 'robots-unknown';

export interface Asking {
  readonly web: Web;
  readonly provider: Pick<Provider, 'id' | 'mostRequests'>;
  readonly sent: SentFor;
  readonly signal: AbortSignal;
  readonly onRequest: (url: string, nth: number) => void;
}

interface Course extends Asking {
  asked: number;
  readonly rules: Map<string, Robots | 'unknown'>;
  /** Origins that lead to another of the site. */
  readonly moved: Map<string, string>;
}

const AGENT = 'vital-few';

/** @returns an asker for one visit: it counts its requests. */
export function siteAsker(asking: Asking): SiteAsker {
  const course: Course = { ...asking, asked: 0, rules: new Map(), moved: new Map() };
  return {
    hasRoom: ({ url }) =>
      course.asked + (course.rules.has(new URL(url).origin) ? 1 : 2) <= asking.provider.mostRequests,
    page: async (request) => {
      const answer = await fetchAllowed(course, request.url);
      const isSilent = !answer.ok && (answer.error === 'unreachable' || answer.error === 'slow');
      return isSilent && request.otherwise ? fetchAllowed(course, request.otherwise) : answer;
    },
    sitemap: (page, isLikely) => sitemapOf(course, page, isLikely),
  };
}

/** A page that may be read, wherever its address leads within the site. */
async function fetchAllowed(course: Course, url: string): Promise<Result<WebText, PageFault>> {
  const closed = await whyClosed(course, url);
  if (closed) return err(closed);
  const { origin, pathname, search } = new URL(url);
  const asked = `${course.moved.get(origin) ?? origin}${pathname}${search}`;
  const answer = await get(course, asked, 'page');
  if (!answer.ok) return err(answer.error.code);
  // A browser follows redirects by itself: what was reached is looked at before it is read.
  const closedThere = answer.value.url === asked ? undefined : await whyClosed(course, answer.value.url);
  return closedThere ? err(closedThere) : answer;
}

/** Why a page may not be read; undefined where it may. */
async function whyClosed(course: Course, url: string): Promise<PageFault | undefined> {
  const { origin, pathname, search } = new URL(url);
  const rules = await rulesOf(course, origin);
  if (!rules.ok) return rules.error;
  if (rules.value === 'unknown') return 'robots-unknown';
  return rules.value.allows(`${pathname}${search}`) ? undefined : 'robots';
}

/** What a site lets be read. One that has no such file allows all; one whose server fails allows nothing. @source RFC 9309 §2.3.1 */
async function rulesOf(course: Course, origin: string): Promise<Result<Robots | 'unknown', WebError['code']>> {
  const known = course.rules.get(origin);
  if (known) return ok(known);
  if (course.asked >= course.provider.mostRequests) return ok('unknown');
  const answer = await get(course, `${origin}/robots.txt`, 'text');
  const code = answer.ok ? undefined : answer.error.code;
  if (code && !ABSENT.has(code) && !UNSAID.has(code)) return err(code);
  const rules = code && UNSAID.has(code) ? 'unknown' : readRobots(answer.ok ? answer.value.text : '', AGENT);
  course.rules.set(origin, rules);
  // A site that has moved to its twin has moved with its rules.
  const now = answer.ok ? new URL(answer.value.url).origin : origin;
  if (now !== origin) course.moved.set(origin, now);
  course.rules.set(now, rules);
  return ok(rules);
}

const ABSENT: ReadonlySet<WebError['code']> = new Set(['not-found', 'refused', 'empty', 'not-a-page', 'left-site']);
const UNSAID: ReadonlySet<WebError['code']> = new Set(['server-error', 'too-large', 'redirect-loop']);

async function sitemapOf(course: Course, page: string, isLikely: boolean): Promise<readonly string[]> {
  const rules = course.rules.get(new URL(page).origin);
  if (!rules || rules === 'unknown' || course.asked >= course.provider.mostRequests) return [];
  const named = rules.sitemaps.find((address) => isOnSite(address, page));
  const address = named ?? (isLikely ? new URL('/sitemap.xml', page).href : undefined);
  if (address === undefined || (await whyClosed(course, address))) return [];
  const answer = await get(course, address, 'xml');
  return answer.ok ? readSitemap(answer.value.text) : [];
}

async function get(course: Course, url: string, expects: WebRequest['expects']): Promise<Result<WebText, WebError>> {
  const { web, sent, signal, onRequest } = course;
  course.asked++;
  onRequest(url, course.asked);
  const answer = await web.get({ url, expects, sent }, signal);
  const { requests = 1 } = answer.ok ? answer.value : answer.error;
  // What did not reach the site costs it nothing.
  const isLost = !answer.ok && answer.error.code === 'unreachable';
  course.asked += isLost ? -1 : requests - 1;
  return answer;
}
