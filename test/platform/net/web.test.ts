import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { WebRequest } from '@/src/app/ports/web';
import { createWeb } from '@/src/platform/net/web';
import { html, redirect, startWebStub, status, toolsOf, type Answer, type WebStub } from '@/test/support/web-stub';

const SENT = { provider: 'own-site', record: 'r1' as RecordId, fields: ['website'] };
const HOME = 'https://quill.example/';
const wanted = (url = HOME): WebRequest => ({ url, expects: 'page', sent: SENT });
const go = (ms: number): AbortSignal => AbortSignal.timeout(ms);
const NEVER = new AbortController().signal;

let stub: WebStub;
afterEach(() => stub.close());

/** A server that gives each of these once, the last for ever. */
async function serving(answers: readonly Answer[], limits: Parameters<typeof startWebStub>[1] = {}): Promise<WebStub> {
  let turn = 0;
  stub = await startWebStub(() => answers[Math.min(turn++, answers.length - 1)], limits);
  stub.granted.add('quill.example').add('www.quill.example');
  return stub;
}

const drip: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
};
const broken: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
  response.write('<p>half');
  setTimeout(() => response.destroy(), 20);
};

describe('what comes of a request', () => {
  it.each<[string, readonly Answer[], string, number]>([
    ['200', [html('<p>Quill</p>')], '<p>Quill</p>', 1],
    ['200 without a type', [html('<p>Quill</p>', '')], '<p>Quill</p>', 1],
    ['204', [status(204)], 'empty', 1],
    ['200 with nothing', [html('')], 'empty', 1],
    ['401', [status(401)], 'refused', 1],
    ['403', [status(403)], 'refused', 1],
    ['404', [status(404)], 'not-found', 1],
    ['410', [status(410)], 'not-found', 1],
    ['418', [status(418)], 'refused', 1],
    ['500', [status(500)], 'server-error', 1],
    ['503 without a time', [status(503)], 'server-error', 1],
    ['503 for a while', [status(503, { 'retry-after': '600' })], 'busy', 1],
    ['429 for long', [status(429, { 'retry-after': '600' })], 'busy', 1],
    ['429 without a time', [status(429)], 'busy', 1],
    ['429 for two seconds, then 200', [status(429, { 'retry-after': '2' }), html('<p>later</p>')], '<p>later</p>', 2],
    ['429 for two seconds, again and again', [status(429, { 'retry-after': '2' })], 'busy', 2],
    ['hang', [() => undefined], 'slow', 1],
    ['slow drip', [drip], 'slow', 1],
    ['a body that breaks off', [broken], 'unreachable', 1],
    ['a connection that breaks off', [(request) => void request.socket.destroy()], 'unreachable', 1],
    ['5 MB', [html('x'.repeat(5_000_000))], 'too-large', 1],
    [
      '5 MB without a length',
      [
        (_, response) =>
          void response
            .writeHead(200, { 'content-type': 'text/html', 'transfer-encoding': 'chunked' })
            .end('x'.repeat(5_000_000)),
      ],
      'too-large',
      1,
    ],
    ['a picture', [html('x', 'image/png')], 'not-a-page', 1],
    ['JSON', [html('{}', 'application/json')], 'not-a-page', 1],
    ['redirect within the host', [redirect('/de/'), html('<p>de</p>')], '<p>de</p>', 2],
    ['redirect to its twin', [redirect('https://www.quill.example/'), html('<p>www</p>')], '<p>www</p>', 2],
    ['redirect without an address', [status(302)], 'refused', 1],
    ['redirect loop', [redirect('/')], 'redirect-loop', 6],
    ['redirect off-site', [redirect('https://evil.example/')], 'left-site', 1],
    ['redirect to a subdomain that was not granted', [redirect('https://shop.quill.example/')], 'left-site', 1],
    ['redirect to a look-alike', [redirect('https://quill.example.evil.example/')], 'left-site', 1],
    ['redirect to this machine', [redirect('http://127.0.0.1/')], 'forbidden-address', 1],
    ['redirect to this machine as a number', [redirect('http://2130706433/')], 'forbidden-address', 1],
    ['redirect to this machine by name', [redirect('http://localhost/')], 'forbidden-address', 1],
    ['redirect to the inner network', [redirect('http://192.168.0.1/admin')], 'forbidden-address', 1],
    ['redirect to the data of a cloud', [redirect('http://169.254.169.254/latest/')], 'forbidden-address', 1],
    ['redirect to a file', [redirect('file:///etc/passwd')], 'forbidden-address', 1],
    ['redirect to another port', [redirect('https://quill.example:8443/')], 'forbidden-address', 1],
    ['redirect with a password', [redirect('https://me:pw@quill.example/')], 'forbidden-address', 1],
  ])('%s', async (_, answers, outcome, requests) => {
    const { web, asked, lines } = await serving(answers, { timeoutMs: 300 });
    const got = await web.get(wanted(), NEVER);

    expect(got.ok ? got.value.text : got.error.code).toBe(outcome);
    expect(asked.length).toBe(requests);
    expect(lines.length).toBe(requests);
  });

  it('says for how long a busy server is left alone, and leaves it alone', async () => {
    const { web, asked, clock } = await serving([status(429, { 'retry-after': '600' }), html('<p>later</p>')]);

    expect(await web.get(wanted(), NEVER)).toEqual({ ok: false, error: { code: 'busy', retryAfter: 600_000 } });
    clock.now += 60_000;
    expect(await web.get(wanted(`${HOME}about`), NEVER)).toMatchObject({
      error: { code: 'busy', retryAfter: 540_000 },
    });
    expect(asked.length).toBe(1);
    clock.now += 540_000;
    expect(await web.get(wanted(), NEVER)).toMatchObject({ ok: true });
  });

  it('is called off at any time', async () => {
    const hanging = await serving([() => undefined]);
    expect(await hanging.web.get(wanted(), go(60))).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await hanging.web.get(wanted(), AbortSignal.abort())).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(hanging.asked.length).toBe(1);
    await hanging.close();
    const dripping = await serving([drip]);
    expect(await dripping.web.get(wanted(), go(60))).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('is answered from the cache until that is old', async () => {
    const { web, asked, clock, lines } = await serving([html('<p>1</p>'), html('<p>2</p>')], { cacheMs: 1000 });
    const text = async (): Promise<string> => {
      const got = await web.get(wanted(), NEVER);
      return got.ok ? got.value.text : got.error.code;
    };
    expect([await text(), await text(), asked.length, lines.length]).toEqual(['<p>1</p>', '<p>1</p>', 1, 1]);
    clock.now += 1000;
    expect([await text(), asked.length]).toEqual(['<p>2</p>', 2]);
  });

  it('waits between two requests to one host', async () => {
    const { web, clock } = await serving([html('<p>1</p>')]);
    const started = clock.now;
    for (const path of ['a', 'b', 'c']) await web.get(wanted(HOME + path), NEVER);

    expect(clock.now - started).toBe(500);
  });
});

describe('nothing is sent', () => {
  it.each([
    'http://localhost/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'http://127.0.0.1.nip.io/',
    'https://quill.1688.com/',
    'https://quill.example:22/',
    'ftp://quill.example/',
    'nonsense',
  ])('to %s', async (url) => {
    const { web, asked, lines, granted } = await serving([html('x')]);
    if (URL.canParse(url)) granted.add(new URL(url).hostname);

    expect(await web.get(wanted(url), NEVER)).toEqual({ ok: false, error: { code: 'forbidden-address' } });
    expect([asked, lines]).toEqual([[], []]);
  });

  it('without the permission, without a network, and without the log', async () => {
    const { web, asked, granted } = await serving([html('x')]);
    granted.clear();
    expect(await web.get(wanted(), NEVER)).toEqual({ ok: false, error: { code: 'not-granted' } });
    granted.add('quill.example');
    stub.online = false;
    expect(await web.get(wanted(), NEVER)).toEqual({ ok: false, error: { code: 'offline' } });
    stub.online = true;
    stub.canLog = false;
    expect(await web.get(wanted(), NEVER)).toEqual({ ok: false, error: { code: 'not-logged' } });
    expect(asked).toEqual([]);
  });
});

describe('a wire that follows redirects itself', () => {
  const followed = (url: string): Response => {
    const response = new Response('<p>x</p>', { headers: { 'content-type': 'text/html' } });
    Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
    return response;
  };
  it.each([
    ['https://www.quill.example/de', 'ok'],
    ['https://evil.example/', 'left-site'],
    ['http://127.0.0.1/', 'left-site'],
  ])('that ended at %s: %s', async (url, outcome) => {
    await serving([html('x')]);
    const web = createWeb(toolsOf(stub, async () => followed(url)));
    const got = await web.get(wanted(), NEVER);

    expect(got.ok ? 'ok' : got.error.code).toBe(outcome);
  });

  it('says itself that it was led elsewhere', async () => {
    await serving([html('x')]);
    const web = createWeb(toolsOf(stub, async () => 'left-site'));

    expect(await web.get(wanted(), NEVER)).toEqual({ ok: false, error: { code: 'left-site' } });
  });

  it('notices that the network went meanwhile', async () => {
    await serving([html('x')]);
    const wire = async (): Promise<never> => {
      stub.online = false;
      throw new TypeError('Failed to fetch');
    };

    expect(await createWeb(toolsOf(stub, wire)).get(wanted(), NEVER)).toEqual({
      ok: false,
      error: { code: 'offline' },
    });
  });
});
