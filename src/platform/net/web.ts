import { err, ok, type Result } from '@/src/kernel/result';
import type { SentLog } from '@/src/app/ports/sent-log';
import type { Web, WebError, WebRequest, WebText } from '@/src/app/ports/web';
import type { Clock } from '@/src/app/ports/world';
import { publicAddress } from '@/src/domain/enrich/site/public-address';
import { hostsOf } from '@/src/domain/enrich/site/site-address';
import { ownDomain, registrableDomain } from '@/src/domain/identity/domain-name';
import { createHostPace, retryAfter, type HostPace } from './host-pace';
import { decodePage } from './page-charset';
import { readBody } from './read-body';
import type { TextCache } from '../store/text-cache';

/**
 * Sends one GET without cookies. It gives a redirect back as it is, or follows it itself, but only to these hosts: `left-site`
 * where one leads elsewhere. Rejects where nothing came.
 */
export type Wire = (
  url: string,
  hosts: readonly string[],
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
) => Promise<Response | 'left-site'>;

export interface WebTools {
  readonly wire: Wire;
  /** Whether the user lets this address be asked. */
  readonly isGranted: (url: string) => Promise<boolean>;
  readonly log: SentLog;
  readonly cache: TextCache;
  /** The user's own key for a provider. */
  readonly keyOf: (provider: string) => Promise<string | undefined>;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  readonly isOnline: () => boolean;
}

/** What one request may take, in milliseconds and bytes. */
export const WEB_LIMITS = {
  timeoutMs: 8000,
  bytes: 2_000_000,
  redirects: 5,
  /** Between two requests to one host. */
  apartMs: 250,
  /** A server that is busy for no longer than this is waited for, once. */
  patienceMs: 5000,
};

export type WebLimits = typeof WEB_LIMITS;

interface Fetching extends WebTools {
  readonly limits: WebLimits;
  readonly pace: HostPace;
}

/** The one way in which anything is asked of the web. */
export function createWeb(tools: WebTools, limits: WebLimits = WEB_LIMITS): Web {
  const fetching: Fetching = {
    ...tools,
    limits,
    pace: createHostPace(limits.apartMs),
  };
  return { get: (request, signal) => get(fetching, request, signal), forget: () => fetching.cache.clear() };
}

async function get(fetching: Fetching, request: WebRequest, signal: AbortSignal): Promise<Result<WebText, WebError>> {
  const { cache, clock, limits, pace } = fetching;
  const url = publicAddress(request.url);
  // A page on a portal is nobody's own site; only what answers in JSON is asked there.
  const domainOf = request.expects === 'json' ? registrableDomain : ownDomain;
  if (!url || domainOf(url.hostname) === undefined) return err({ code: 'forbidden-address' });
  const known = await cache.find(url.href, clock.now());
  if (known) return known;
  const whole = { ...request, url: url.href };
  let answer = await ask(fetching, whole, signal);
  const wanted = answer.ok ? undefined : answer.error.retryAfter;
  if (wanted !== undefined && wanted <= limits.patienceMs) {
    if (!(await waited(clock, wanted, signal))) return err({ code: 'cancelled' });
    answer = await ask(fetching, whole, signal);
  }
  if (answer.ok || LASTING.has(answer.error.code)) await cache.keep(url.href, answer, clock.now());
  else if (answer.error.retryAfter !== undefined) pace.close(url.hostname, clock.now() + answer.error.retryAfter);
  return answer;
}

/** What a server will say again when it is asked again soon. */
const LASTING: ReadonlySet<WebError['code']> = new Set(['not-found', 'not-a-page']);

/** One request, with the redirects that the wire leaves to us. Each address on the way is looked at before it is asked. */
async function ask(fetching: Fetching, request: WebRequest, signal: AbortSignal): Promise<Result<WebText, WebError>> {
  const domain = registrableDomain(request.url) ?? '';
  let at = request.url;
  for (let hop = 0; hop <= fetching.limits.redirects; hop++) {
    const sent = await send(fetching, { ...request, url: at }, domain, signal);
    const requests = { requests: hop + 1 };
    if (!sent.ok) return hop === 0 ? sent : err({ ...sent.error, ...requests });
    const { value } = sent;
    if (!('location' in value)) return ok(hop === 0 ? value : { ...value, ...requests });
    const next = publicAddress(value.location);
    if (!next) return err({ code: 'forbidden-address' });
    if (registrableDomain(next.hostname) !== domain || !(await fetching.isGranted(next.href)))
      return err({ code: 'left-site' });
    at = next.href;
  }
  return err({ code: 'redirect-loop', requests: fetching.limits.redirects + 1 });
}

type Sent = Result<WebText | { readonly location: string }, WebError>;

async function send(fetching: Fetching, request: WebRequest, domain: string, signal: AbortSignal): Promise<Sent> {
  const { clock, isGranted, isOnline, limits, log, pace, wire } = fetching;
  const { url, sent } = request;
  const headers = await headersOf(fetching, request);
  if (!headers) return err({ code: 'no-key' });
  const { hostname } = new URL(url);
  const closed = pace.closedFor(hostname, clock.now());
  if (closed > 0) return err({ code: 'busy', retryAfter: closed });
  if (!isOnline()) return err({ code: 'offline' });
  if (!(await isGranted(url))) return err({ code: 'not-granted' });
  if (!(await waited(clock, pace.turn(hostname, clock.now()), signal))) return err({ code: 'cancelled' });
  if (!(await log.add({ ...sent, url, at: new Date(clock.now()).toISOString() }))) return err({ code: 'not-logged' });
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await wire(url, hostsOf(url), AbortSignal.any([signal, timeout]), headers);
    return response === 'left-site' ? err({ code: response }) : await take(fetching, request, domain, response);
  } catch {
    // The wire says by failing that nothing came; why is known here.
    if (signal.aborted) return err({ code: 'cancelled' });
    if (timeout.aborted) return err({ code: 'slow' });
    return err({ code: isOnline() ? 'unreachable' : 'offline' });
  }
}

/** Undefined where a key is needed and there is none. */
async function headersOf(
  { keyOf }: Fetching,
  { expects, accept, key, sent }: WebRequest,
): Promise<Readonly<Record<string, string>> | undefined> {
  const wanted = { accept: accept ?? ACCEPT[expects] };
  if (!key) return wanted;
  const known = await keyOf(sent.provider);
  // Keys are plain letters; any other is none.
  return known && /^[\x21-\x7e]{1,200}$/.test(known)
    ? { ...wanted, authorization: `Basic ${btoa(`${known}:`)}` }
    : undefined;
}

const ACCEPT = {
  page: 'text/html,application/xhtml+xml',
  text: 'text/plain,*/*;q=0.5',
  json: 'application/json',
  xml: 'application/xml,text/xml',
};

async function take(
  { limits, clock }: Fetching,
  request: WebRequest,
  domain: string,
  response: Response,
): Promise<Sent> {
  const wasRedirected = response.redirected;
  const url = wasRedirected ? response.url : request.url;
  const location = redirectOf(response, url);
  const isElsewhere = registrableDomain(url) !== domain || !publicAddress(url);
  const fault = isElsewhere ? { code: 'left-site' as const } : faultOf(response, request, clock.now());
  if (location !== undefined || fault) await response.body?.cancel();
  if (location !== undefined) return ok({ location });
  if (fault) return err(fault);
  const text = await textOf(response, request, limits.bytes);
  return text.ok ? ok({ url, text: text.value, ...(wasRedirected ? FOLLOWED : {}) }) : text;
}

async function textOf(response: Response, { expects }: WebRequest, most: number): Promise<Result<string, WebError>> {
  const bytes = await readBody(response, most);
  if (bytes === 'too-large') return err({ code: bytes });
  if (bytes.length === 0) return err({ code: 'empty' });
  const text = decodePage(bytes, contentTypeOf(response));
  return expects !== 'json' || isJson(text) ? ok(text) : err({ code: 'unreadable' });
}

function contentTypeOf({ headers }: Response): string {
  return headers.get('content-type') ?? '';
}

/** A browser says that it followed a redirect, not how many. */
const FOLLOWED = { requests: 2 };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Cut off, or something else.
    return false;
  }
}

function redirectOf(response: Response, url: string): string | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : '';
}

function faultOf(response: Response, { expects, key }: WebRequest, now: number): WebError | undefined {
  const { status, headers } = response;
  if (status === 429 || (status === 503 && headers.has('retry-after')))
    return { code: 'busy', retryAfter: retryAfter(headers.get('retry-after'), now) };
  const said = SAID.get(status);
  if (said) return { code: said };
  if (status === 401 && key) return { code: 'bad-key' };
  if (!response.ok) return { code: status >= 500 ? 'server-error' : 'refused' };
  const type = contentTypeOf(response);
  return type === '' || TYPES[expects].test(type) ? undefined : { code: 'not-a-page' };
}

const SAID: ReadonlyMap<number, WebError['code']> = new Map([
  [204, 'empty'],
  [205, 'empty'],
  [404, 'not-found'],
  [410, 'not-found'],
]);
const TYPES = {
  page: /^\s*(?:text\/html|application\/xhtml\+xml)/i,
  text: /^\s*text\//i,
  json: /^\s*(?:application|text)\/(?:[\w.-]{1,40}\+)?(?:dns-|x-)?json/i,
  xml: /^\s*(?:text|application)\/(?:[\w.+-]{0,40}\+)?xml/i,
};

/** Waits, and says whether the wait came to its end without being called off. */
async function waited(clock: Pick<Clock, 'wait'>, ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  if (ms <= 0) return true;
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    signal.addEventListener('abort', stop);
    void clock.wait(ms).then(stop);
  });
  return !signal.aborted;
}
