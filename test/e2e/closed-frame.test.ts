import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';

/**
 * The frame that requests are sent from, in a real Chromium with every name mapped to one server: in an extension of its own, with
 * the policy of ours and the sites granted, so that nobody has to answer the browser's question.
 */
const MANIFEST = {
  manifest_version: 3,
  name: 'closed frame',
  version: '1',
  host_permissions: ['*://a.example/*', '*://www.a.example/*', '*://127.0.0.1/*', '*://localhost/*'],
  background: { service_worker: 'background.js' },
  content_security_policy: {
    extension_pages: "default-src 'self'; connect-src 'self' blob: data: https: http:; frame-src 'self'",
  },
};
const SOURCE = path.resolve(import.meta.dirname, '../../src/platform/net/closed-frame.ts');

const seen: string[] = [];
const headers: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'closed-frame-'));
const server = createServer((request, response) => {
  const { host = '', cookie = '', referer = '' } = request.headers;
  seen.push(`${host.replace(/:\d+$/, '')}${request.url}`);
  headers.push(`${cookie}${referer}`);
  const to = REDIRECTS[request.url ?? ''];
  if (to !== undefined) response.writeHead(302, { location: to.replace('PORT', String(portOf())) }).end();
  else response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'known=1' }).end('<p>here</p>');
});
const REDIRECTS: Readonly<Record<string, string>> = {
  '/twin': 'http://www.a.example/there',
  '/elsewhere': 'http://evil.example/there',
  '/subdomain': 'http://shop.a.example/there',
  '/loopback': 'http://127.0.0.1:PORT/there',
  '/name': 'http://localhost/there',
  '/private': 'http://192.168.0.1/there',
  '/cloud': 'http://169.254.169.254/there',
  '/number': 'http://2130706433/there',
  '/port': 'http://a.example:8080/there',
};
// Safe: it listens on a port, not on a pipe.
const portOf = (): number => (server.address() as AddressInfo).port;

let chromium: Awaited<ReturnType<typeof launchChromium>>;
let page: Awaited<ReturnType<typeof chromium.browser.newPage>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'background.js': '',
    'frame.js': code,
    'main.js': "import { closedFrameWire } from './frame.js'; globalThis.wire = closedFrameWire;",
    'page.html': '<!doctype html><body><script type="module" src="main.js"></script></body>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const executablePath = must(findChromium(), 'a Chromium');
  const args = [`--host-resolver-rules=MAP * 127.0.0.1:${portOf()}`];
  chromium = await launchChromium({ executablePath, extension: folder, args });
  page = await chromium.browser.newPage();
  await page.goto(`${chromium.origin}/page.html`);
  await page.waitForFunction('globalThis.wire !== undefined');
});
afterAll(async () => {
  await chromium.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** What comes of a request, and which hosts and paths it reached. */
async function send(
  from: 'wire' | 'fetch',
  name: string,
): Promise<readonly [outcome: string, reached: readonly string[]]> {
  seen.length = 0;
  const call =
    from === 'wire'
      ? `wire('http://a.example${name}', ['a.example', 'www.a.example'], AbortSignal.timeout(5000))`
      : `fetch('http://a.example${name}', { signal: AbortSignal.timeout(5000) })`;
  const outcome = await page.evaluate(
    `${call}.then((got) => typeof got === 'string' ? got : got.text().then((text) => text + ' ' + got.url), (error) => error.name)`,
  );
  return [String(outcome), [...seen]];
}

describe('a request from the closed frame', () => {
  it('reaches its site and is answered, without cookies and without saying where it comes from', async () => {
    headers.length = 0;
    await send('wire', '/');

    expect(await send('wire', '/')).toEqual(['<p>here</p> http://a.example/', ['a.example/']]);
    expect(headers.join('')).toBe('');
  });

  it('is led to the twin of its host', async () => {
    expect(await send('wire', '/twin')).toEqual([
      '<p>here</p> http://www.a.example/there',
      ['a.example/twin', 'www.a.example/there'],
    ]);
  });

  it.each(Object.keys(REDIRECTS).filter((name) => name !== '/twin'))('is led nowhere by %s', async (name) => {
    expect(await send('wire', name)).toEqual(['left-site', [`a.example${name}`]]);
  });

  it.each(['/loopback', '/name', '/elsewhere'])('would be led there without the frame: %s', async (name) => {
    const [, reached] = await send('fetch', name);

    expect(reached.length).toBe(2);
  });
});
