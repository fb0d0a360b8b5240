import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { PageRequest, SiteProvider, Suggestion, VisitedPage } from '@/src/domain/enrich/provider';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { HtmlReader } from './ports/html-reader';
import { siteAsker, type PageFault, type SiteAsker } from './ask-site';
import type { Web } from './ports/web';
import type { Clock } from './ports/world';

export interface VisitPorts {
  readonly web: Web;
  readonly html: HtmlReader;
  readonly clock: Clock;
}

/** A record to be enriched, and who may call the visit off and hear how far it is. */
export interface Visiting {
  readonly provider: SiteProvider;
  readonly record: RecordId;
  readonly fields: CompanyFields;
  /** The user's own country, or empty. */
  readonly home: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: VisitProgress) => void;
}

export interface VisitProgress {
  readonly url: string;
  /** Counted from 1. */
  readonly nth: number;
  readonly most: number;
}

/** A page that was asked for and gave nothing. */
export interface MissedPage {
  readonly url: string;
  /** `unread`: nothing to read without running it. */
  readonly why: PageFault | 'unread' | 'login' | 'captcha';
}

export interface Visit {
  readonly suggestions: readonly Suggestion[];
  /** Addresses of the pages that were read. */
  readonly read: readonly string[];
  readonly missed: readonly MissedPage[];
}

interface Course extends Visiting {
  readonly ports: VisitPorts;
  readonly site: SiteAsker;
  /** No page that was read tells of anybody. */
  saysNothing: boolean;
  readonly suggestions: Suggestion[];
  readonly read: string[];
  readonly missed: MissedPage[];
}

/**
 * Asks what a provider plans, one request after another and no more than it may, and gives what the answers suggest. Nothing is
 * written. A page that fails is told, and the others are read all the same. Errors: `cancelled`, and then nothing is given;
 * `no-site`, when the record says nothing of a site of its own.
 */
export async function visitSite(
  ports: VisitPorts,
  visiting: Visiting,
): Promise<Result<Visit, { readonly code: 'cancelled' | 'no-site' }>> {
  const course = begin(ports, visiting);
  const { provider, fields, signal } = visiting;
  const plan = provider.plan(fields);
  if (plan.length === 0) return err({ code: 'no-site' });
  for (const first of plan) {
    const page = await visit(course, first);
    if (!page) continue;
    for (const next of await furtherOf(course, page)) if (course.site.hasRoom(next)) await visit(course, next);
  }
  if (signal.aborted) return err({ code: 'cancelled' });
  const { read, missed } = course;
  const [home] = read;
  if (course.saysNothing && home !== undefined) missed.push({ url: home, why: 'unread' });
  return ok({ suggestions: provider.settle?.(course.suggestions, fields) ?? course.suggestions, read, missed });
}

function begin(ports: VisitPorts, visiting: Visiting): Course {
  const { provider, record, signal, onProgress } = visiting;
  const site = siteAsker({
    web: ports.web,
    provider,
    sent: { provider: provider.id, record, fields: ['website'] },
    signal,
    onRequest: (url, nth) => onProgress?.({ url, nth, most: provider.mostRequests }),
  });
  return { ...visiting, ports, site, saysNothing: true, suggestions: [], read: [], missed: [] };
}

/** The pages after the first: by its links, or where these lead nowhere by the map of the site. */
async function furtherOf({ site, provider, fields }: Course, page: VisitedPage): Promise<readonly PageRequest[]> {
  if (!provider.needsMap?.(page)) return provider.follow(page, fields);
  const isEmpty = page.reading.notices.includes('nothing');
  return provider.follow(page, fields, await site.sitemap(page.url, isEmpty));
}

/** One page, if the site lets it be read; what it suggests is taken down. */
async function visit(course: Course, request: PageRequest): Promise<VisitedPage | undefined> {
  const { ports, provider, fields, home, missed } = course;
  const answer = await course.site.page(request);
  if (!answer.ok) {
    if (!(request.isGuess && answer.error === 'not-found')) missed.push({ url: request.url, why: answer.error });
    return undefined;
  }
  const { url, text } = answer.value;
  if (course.read.includes(url)) return undefined;
  const page: VisitedPage = { role: request.role, url, ...(await ports.html.read(text, url)) };
  const { notices, obstacle } = page.reading;
  course.read.push(url);
  if (obstacle) missed.push({ url, why: obstacle });
  course.saysNothing &&= !obstacle && notices.includes('nothing');
  const at = new Date(ports.clock.now()).toISOString();
  course.suggestions.push(...provider.parse(page, fields, { at, home }));
  return page;
}
