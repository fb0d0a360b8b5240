import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { PageRequest, SiteProvider, Suggestion, VisitedPage } from '@/src/domain/enrich/provider';
import { readRobots, type Robots } from '@/src/domain/enrich/robots';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { HtmlReader } from './ports/html-reader';
import type { SentFor, Web, WebError, WebText } from './ports/web';
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
  /** `robots`: the site asks programs not to read it. `robots-unknown`: it could not say. `unread`: nothing to read without running it. `unreadable`: no JSON. */
  readonly why: WebError['code'] | 'robots' | 'robots-unknown' | 'unread' | 'login' | 'captcha' | 'unreadable';
}

export interface Visit {
  readonly suggestions: readonly Suggestion[];
  /** Addresses of the pages that were read. */
  readonly read: readonly string[];
  readonly missed: readonly MissedPage[];
}

const AGENT = 'vital-few';

interface Course extends Visiting {
  readonly ports: VisitPorts;
  asked: number;
  /** No page that was read tells of anybody. */
  saysNothing: boolean;
  readonly suggestions: Suggestion[];
  readonly read: string[];
  readonly missed: MissedPage[];
  readonly rules: Map<string, Robots | 'unknown'>;
  /** Origins that lead to another of the site. */
  readonly moved: Map<string, string>;
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
    for (const next of provider.follow(page, fields)) if (hasRoom(course, next)) await visit(course, next);
  }
  if (signal.aborted) return err({ code: 'cancelled' });
  const { suggestions, read, missed } = course;
  const [home] = read;
  if (course.saysNothing && home !== undefined) missed.push({ url: home, why: 'unread' });
  return ok({ suggestions, read, missed });
}

function begin(ports: VisitPorts, visiting: Visiting): Course {
  const found = { suggestions: [], read: [], missed: [] };
  return { ...visiting, ...found, ports, asked: 0, saysNothing: true, rules: new Map(), moved: new Map() };
}

/** Whether a page can be asked for, with the rules of its site where they are not known yet. */
function hasRoom({ asked, provider, rules }: Course, { url }: PageRequest): boolean {
  return asked + (rules.has(new URL(url).origin) ? 1 : 2) <= provider.mostRequests;
}

/** One page, if the site lets it be read; what it suggests is taken down. */
async function visit(course: Course, request: PageRequest): Promise<VisitedPage | undefined> {
  const { ports, provider, fields, home, missed } = course;
  const answer = await fetchPage(course, request);
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

async function fetchPage(course: Course, request: PageRequest): Promise<Result<WebText, MissedPage['why']>> {
  const answer = await fetchAllowed(course, request.url);
  const isSilent = !answer.ok && (answer.error === 'unreachable' || answer.error === 'slow');
  return isSilent && request.otherwise ? fetchAllowed(course, request.otherwise) : answer;
}

async function fetchAllowed(course: Course, url: string): Promise<Result<WebText, MissedPage['why']>> {
  const { origin, pathname, search } = new URL(url);
  const robots = await rulesOf(course, origin);
  if (!robots.ok) return robots;
  if (robots.value === 'unknown') return err('robots-unknown');
  if (!robots.value.allows(`${pathname}${search}`)) return err('robots');
  const answer = await get(course, `${course.moved.get(origin) ?? origin}${pathname}${search}`, 'page');
  return answer.ok ? answer : err(answer.error.code);
}

/** What a site lets be read. One that has no such file allows all; one whose server fails allows nothing. @source RFC 9309 §2.3.1 */
async function rulesOf(course: Course, origin: string): Promise<Result<Robots | 'unknown', WebError['code']>> {
  const known = course.rules.get(origin);
  if (known) return ok(known);
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

function get(course: Course, url: string, expects: 'page' | 'text'): Promise<Result<WebText, WebError>> {
  const { ports, provider, record, signal, onProgress } = course;
  course.asked++;
  onProgress?.({ url, nth: course.asked, most: provider.mostRequests });
  const sent: SentFor = { provider: provider.id, record, fields: ['website'] };
  return ports.web.get({ url, expects, sent }, signal);
}
