import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SentLine } from '@/src/app/ports/sent-log';
import type { Web } from '@/src/app/ports/web';
import { createTextCache } from '@/src/platform/store/text-cache';
import { createWeb, WEB_LIMITS, type WebLimits, type WebTools, type Wire } from '@/src/platform/net/web';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebStub {
  readonly web: Web;
  /** Leads every address to the server. */
  readonly wire: Wire;
  /** Host and path of all that reached the server. */
  readonly asked: string[];
  readonly lines: SentLine[];
  readonly granted: Set<string>;
  /** The user's own keys, by provider. */
  readonly keys: Map<string, string>;
  /** Milliseconds of the clock; waiting moves it. */
  readonly clock: { now: number };
  online: boolean;
  canLog: boolean;
  close(): Promise<void>;
}

/**
 * The fetcher over a server on this machine that stands for every host: `answers` by host and path. Addresses stay those of the
 * invented sites, so that what guards them is as strict as ever; only the wire leads here.
 */
export async function startWebStub(
  answers: (host: string, path: string) => Answer | undefined,
  { cacheMs = 3_600_000, ...limits }: Partial<WebLimits> & { readonly cacheMs?: number } = {},
): Promise<WebStub> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const [, host = '', ...rest] = (request.url ?? '').split('/');
    const path = `/${rest.join('/')}`;
    asked.push(`${host}${path}`);
    const answer = answers(host, path);
    if (answer) answer(request, response);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const wire: Wire = (url, _, signal, headers) => {
    const { host, pathname, search } = new URL(url);
    return fetch(`http://127.0.0.1:${port}/${host}${pathname}${search}`, { redirect: 'manual', signal, headers });
  };
  const stub: Omit<WebStub, 'web'> = {
    wire,
    asked,
    lines: [],
    granted: new Set(),
    keys: new Map(),
    clock: { now: Date.UTC(2026, 10, 21, 9, 0, 0) },
    online: true,
    canLog: true,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return Object.assign(stub, { web: createWeb(toolsOf(stub, wire, cacheMs), { ...WEB_LIMITS, ...limits }) });
}

/** Each stub keeps answers of its own. */
export function toolsOf(stub: Omit<WebStub, 'web'>, wire: Wire, cacheMs = 3_600_000): WebTools {
  return {
    wire,
    cache: createTextCache(cacheMs, 20_000_000, `answers-${stubs++}`),
    isGranted: async (url) => stub.granted.has(new URL(url).hostname),
    log: {
      add: async (line) => {
        if (stub.canLog) stub.lines.unshift(line);
        return stub.canLog;
      },
      lines: async () => stub.lines,
      clear: async () => void stub.lines.splice(0),
      drop: async (isGone) => void stub.lines.splice(0, Infinity, ...stub.lines.filter((line) => !isGone(line))),
    },
    clock: {
      now: () => stub.clock.now,
      wait: async (ms) => {
        stub.clock.now += ms;
      },
    },
    keyOf: async (provider) => stub.keys.get(provider),
    isOnline: () => stub.online,
  };
}

let stubs = 0;

export const html =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8'): Answer =>
  (_, response) =>
    void response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body);

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();

export const redirect = (to: string): Answer => status(302, { location: to });
