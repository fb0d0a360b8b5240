import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox } from '@/scripts/browser/firefox.mjs';
import { findFirefox } from '@/scripts/browser/find.mjs';
import { table } from '@/src/domain/analysis/result';
import { must } from '@/src/kernel/assert';
import { FIREFOX_BUILD, openChromium } from './support/chromium';
import { offerJsCells, runIn, type Ran } from './support/js-cells';
import { startListeningPost, type ListeningPost } from './support/listening-post';
import { SURE_WAYS, tryWays, WAYS_OUT } from './support/ways-out';

const TOP = table({ name: 'text', value: 'money', orders: 'count' }, [
  ['上海泵业', '100.10', 3],
  ['Bo', '20.20', null],
]);

/** The driver switches processes of their own for sandboxed frames off, which users have on. */
const asUsersHaveIt = async (): ReturnType<typeof openChromium> => {
  process.env['PUPPETEER_TEST_EXPERIMENTAL_CHROME_FEATURES'] = 'true';
  try {
    return await openChromium();
  } finally {
    delete process.env['PUPPETEER_TEST_EXPERIMENTAL_CHROME_FEATURES'];
  }
};

const firefoxIn = (profile: string): ReturnType<typeof launchFirefox> =>
  launchFirefox({ executablePath: must(findFirefox(), 'a Firefox'), extension: FIREFOX_BUILD, profile });

/** Runs in a page. */
async function callByRtc(udp: number): Promise<void> {
  const rtc = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
  rtc.createDataChannel('x');
  await rtc.setLocalDescription(await rtc.createOffer());
}

/**
 * Runs in a page: each text in a worker of its own. It does not wait for them: a worker in a worker now and then keeps
 * Firefox 153 from going on with the outer one.
 */
async function fromWorkers(texts: readonly string[], ms: number): Promise<void> {
  const workers = texts.map(
    (text) => new Worker(URL.createObjectURL(new Blob([`(async () => { ${text} })().catch(() => undefined)`]))),
  );
  await new Promise((resolve) => setTimeout(resolve, ms));
  for (const worker of workers) worker.terminate();
}

function sendDatagram(udp: number): void {
  const socket = createSocket('udp4');
  socket.send('x', udp, '127.0.0.1', () => socket.close());
}

describe.each(['Chromium', 'Firefox'] as const)('js cells in %s', (name) => {
  const isChromium = name === 'Chromium';
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-cells-'));
  let post: ListeningPost;
  let browser: Awaited<ReturnType<typeof openChromium>> | Awaited<ReturnType<typeof launchFirefox>>;
  let page: Page;
  beforeAll(async () => {
    post = await startListeningPost();
    browser = isChromium ? await asUsersHaveIt() : await firefoxIn(folder);
    page = await browser.openWorkspace('#/data');
    await offerJsCells(page, isChromium);
  });
  afterAll(async () => {
    await browser?.close();
    await post?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const run = (source: string, more: object = {}): Promise<Ran> => runIn(page, { source, ...more });
  const resultOf = async (source: string, more: object = {}): Promise<Ran['result']> =>
    (await run(source, more)).result;

  it('gives a value, and a table of the tables and values it was handed', async () => {
    expect(await resultOf('return 6 * 7')).toEqual({ ok: true, value: { value: 42, notices: [] } });
    const source = `const sum = top.column('value').reduce((a, b) => a + b, 0);
      return top.objects().map((row) => ({ ...row, share: row.value / sum > values.least }));`;
    expect(await resultOf(source, { tables: { top: TOP, 'a.b': TOP }, values: { least: 0.5 } })).toEqual({
      ok: true,
      value: {
        notices: [],
        table: {
          columns: ['name', 'value', 'orders', 'share'],
          types: ['text', 'number', 'count', 'flag'],
          rows: [
            ['上海泵业', 100.1, 3, true],
            ['Bo', 20.2, null, false],
          ],
        },
      },
    });
    expect(await resultOf(`return tables['a.b'].column('value') instanceof Float64Array`, { tables: { 'a.b': TOP } }))
      .toMatchObject({ value: { value: true } }); // prettier-ignore
  });

  it('has danfojs as dfd', async () => {
    const source = `const frame = top.frame(); frame['value'].std(); frame.describe(); frame['value'].add(1);
      return frame.query(frame['value'].gt(50)).sortValues('value');`;

    expect(await resultOf(source, { tables: { top: TOP } })).toMatchObject({
      value: { table: { columns: ['name', 'value', 'orders'], rows: [['上海泵业', 100.1, 3]] } },
    });
    expect(
      await resultOf(`return new dfd.DataFrame({ a: ['x', 'y', 'x'], b: [1, 2, 3] }).groupby(['a']).agg({ b: 'sum' })`),
    ).toMatchObject({
      value: { table: { rows: [ ['x', 4], ['y', 2] ] } },
    }); // prettier-ignore
  });

  it('says what failed and in which line', async () => {
    expect(await resultOf('const a = 1;\nconst b = 2;\nthrow new TypeError("no such column")')).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: 'TypeError: no such column', line: 3 },
    });
    expect(await resultOf('return (')).toMatchObject({ error: { code: 'cell-failed', detail: expect.stringContaining('SyntaxError') } }); // prettier-ignore
    expect(await resultOf('return () => 1')).toMatchObject({ error: { detail: 'TypeError: a function is no result' } });
    expect(await resultOf('const a = {}; a.a = a; return a')).toMatchObject({ error: { code: 'cell-failed' } });
    expect(await resultOf('let a = 1; for (let i = 0; i < 200; i++) a = [a]; return a')).toMatchObject({
      error: { detail: 'the result is nested too deeply' },
    });
  });

  it('cuts long tables and refuses large results', async () => {
    expect(await resultOf('return Array.from({ length: 20000 }, (_, i) => ({ i }))')).toMatchObject({
      value: { notices: [{ code: 'rows-cut', kept: 10_000 }], table: { columns: ['i'] } },
    });
    const large = { ok: false, error: { code: 'result-too-large', limit: 5_000_000 } };
    expect(await resultOf('return "x".repeat(6e6)')).toEqual(large);
    expect(await resultOf('postMessage(new ArrayBuffer(6e6)); await new Promise(() => {})')).toEqual(large);
  });

  it('takes no forged message and no broken world for an answer', async () => {
    const unreadable = {
      ok: false,
      error: { code: 'cell-failed', detail: 'the cell gave no answer that can be read' },
    };
    const wait = '; await new Promise(() => {})';
    for (const forged of [
      `postMessage({ type: 'result', bytes: new ArrayBuffer(2) })`,
      `postMessage(new TextEncoder().encode('{"type":"table","columns":["a"],"rows":[[{}]]}').buffer)`,
      `postMessage(new TextEncoder().encode('[]').buffer)`,
      `postMessage('done')`,
      `for (let i = 0; i < 5000; i++) postMessage('alive')`,
    ])
      expect([forged, await resultOf(forged + wait)]).toEqual([forged, unreadable]);
    expect(await resultOf(`setTimeout(() => { throw new Error('too late') })${wait}`)).toEqual({
      ok: false,
      error: { code: 'cell-failed', detail: expect.stringContaining('too late') },
    });
    const broken = `JSON.stringify = () => '{"type":"value","value":1}'; Array.prototype.map = () => 0;
      Object.prototype.toJSON = () => 2; Promise.prototype.then = () => 3; MessagePort.prototype.postMessage = () => 4;
      String.prototype.slice = () => 5; return 6`;
    await run(broken).catch(() => undefined);
    expect(await resultOf('return [1].map((x) => x + 1)')).toMatchObject({ value: { value: [2] } });
    expect(await page.evaluate(() => [{}.toString(), [1].map(String)].join())).toBe('[object Object],1');
  });

  it('is stopped within half a second while the page answers', async () => {
    // Other files run beside this one: the quickest of three tells what the cell costs.
    const tries = [];
    for (let i = 0; i < 3; i++) tries.push(await runIn(page, { source: 'while (true) {}' }, 3000));

    for (const { result } of tries) expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(Math.min(...tries.map(({ ms }) => ms))).toBeLessThan(500);
    expect(Math.min(...tries.map(({ longestPauseMs }) => longestPauseMs))).toBeLessThan(500);
    expect(await page.$$eval('iframe', (frames) => frames.length)).toBe(0);
  });

  it.each([
    ['lists', 'const all = []; for (;;) all.push(new Array(20000).fill(1.5))'],
    ['buffers', 'const all = []; for (;;) all.push(new Uint8Array(5e7).fill(1))'],
  ])('ends when it fills the memory with %s, and the notebook goes on', async (kind, source) => {
    const { result, longestPauseMs } = await run(source);

    const isDeaf = !isChromium && kind === 'lists';
    expect(result).toEqual({
      ok: false,
      error: isDeaf ? { code: 'too-long', seconds: 10 } : { code: 'out-of-memory' },
    });
    expect(longestPauseMs).toBeLessThan(1000);
    expect(await resultOf('return 1')).toEqual({ ok: true, value: { value: 1, notices: [] } });
  });

  it('sends nothing anywhere', async () => {
    const base = `http://127.0.0.1:${post.port}/cell/`;
    // Of a try before.
    post.asked.length = 0;
    const before = post.packets();
    const { result } = await run(tryWays(base, post.udpPort));
    const said = result.ok ? (result.value.value as Record<string, string>) : expect.fail(JSON.stringify(result));
    expect(Object.keys(said)).toEqual(Object.keys(WAYS_OUT));
    expect(post.asked).toEqual([]);
    expect(post.packets()).toBe(before);

    // The same ways from a worker of an ordinary page arrive.
    const tab = await browser.browser.newPage();
    await tab.goto(`http://127.0.0.1:${post.port}/page`);
    const arrived = (way: string): boolean => post.asked.includes(`/control/${way}`);
    await expect
      .poll(
        async () => {
          const texts = SURE_WAYS.filter((way) => !arrived(way)).map((way) =>
            tryWays(`http://127.0.0.1:${post.port}/control/`, post.udpPort, [way]),
          );
          await tab.evaluate(fromWorkers, texts, 2_000);
          return SURE_WAYS.filter((way) => !arrived(way));
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    // Firefox 153 asks no server on the machine itself: there a datagram of ours shows that the post would have heard one.
    if (isChromium) await tab.evaluate(callByRtc, post.udpPort);
    else sendDatagram(post.udpPort);
    await expect.poll(() => post.packets(), { timeout: 20_000 }).toBeGreaterThan(before);
    await tab.close();
  });

  it('reaches no storage, no page and nothing of the extension', async () => {
    const source = `const said = {};
      const attempt = async (name, way) => { try { said[name] = String(await way()); } catch (error) { said[name] = 'no'; } };
      await attempt('origin', () => self.origin);
      await attempt('indexedDB', () => new Promise((resolve, reject) => { const r = indexedDB.open('x'); r.onsuccess = () => resolve('open'); r.onerror = reject; }));
      await attempt('caches', async () => { await caches.open('x'); return 'open'; });
      await attempt('folder', async () => { await navigator.storage.getDirectory(); return 'open'; });
      await attempt('localStorage', () => localStorage.length);
      await attempt('cookies', async () => (await cookieStore.getAll()).length);
      await attempt('chrome', () => chrome.runtime.id);
      await attempt('browser', () => browser.runtime.id);
      await attempt('document', () => document.title);
      await attempt('parent', () => parent.location);
      await attempt('manifest', async () => (await fetch(values.manifest)).status);
      await attempt('rtc', () => RTCPeerConnection.name);
      return said;`;
    const said = await resultOf(source, { values: { manifest: `${browser.origin}/manifest.json` } });

    expect(said).toEqual({
      ok: true,
      value: {
        notices: [],
        value: {
          origin: 'undefined',
          ...Object.fromEntries(
            [
              'indexedDB',
              'caches',
              'folder',
              'localStorage',
              'cookies',
              'chrome',
              'browser',
              'document',
              'parent',
              'manifest',
              'rtc',
            ].map((one) => [one, 'no']),
          ),
        },
      },
    });
  });

  it('cannot be navigated away with what it knows', async () => {
    const away = `http://127.0.0.1:${post.port}/away`;
    const before = post.asked.length;
    await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      frame.remove();
    }, away);

    expect(post.asked.slice(before)).toEqual([]);
  });
});
