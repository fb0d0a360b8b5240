import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createApp, type App } from '@/src/app/create-app';
import type { Enrichment, EnrichError } from '@/src/app/enrich-uses';
import type { Result } from '@/src/kernel/result';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { plainFields } from '@/src/domain/records/values';
import { content } from '@/test/support/store';
import { enrichSite, type SiteScore } from '@/test/support/enrich-site';
import { answerOf, INVENTED_SITES } from '@/test/support/invented-sites';
import { html, redirect, startWebStub, status, type Answer, type WebStub } from '@/test/support/web-stub';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let stub: WebStub;
let app: App;
let answers = answerOf;

beforeEach(async () => {
  world = await createWorld();
  answers = answerOf;
  stub = await startWebStub((host, path) => answers(host, path), { timeoutMs: 1500 });
  const { sites } = world.ports;
  const askAll = async (urls: readonly string[]): Promise<boolean> => {
    const isDone = await sites.askAll(urls);
    if (isDone) for (const url of urls) stub.granted.add(new URL(url).hostname);
    return isDone;
  };
  app = createApp({ ...world.ports, web: stub.web, sites: { ...sites, askAll } });
});
afterEach(async () => {
  await stub.close();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const NEVER = new AbortController().signal;

async function file(inputs: Record<string, string>): Promise<RecordId> {
  const record = app.newRecord();
  expect((await app.records.make(company, record, inputs)).ok).toBe(true);
  return record;
}
async function rowOf(record: RecordId): Promise<Row<CompanyFields>> {
  // Safe: only companies are filed here.
  return must(await app.records.row(record), 'the company') as Row<CompanyFields>;
}
const run = async (record: RecordId, signal = NEVER): Promise<Result<Enrichment, EnrichError>> =>
  app.enrich.run(await rowOf(record), { settings: { 'home-region': 'CN' }, signal });
async function enriched(record: RecordId): Promise<Enrichment> {
  const enrichment = await run(record);
  if (!enrichment.ok) throw new Error(enrichment.error.code);
  return enrichment.value;
}
async function saveTicked(enrichment: Enrichment): Promise<BatchId> {
  const accepted = enrichment.list.filter(({ ticked }) => ticked);
  const saved = await app.enrich.save({ record: enrichment.record, accepted, refused: [] });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.batchId;
}
const filedValues = async (record: RecordId): Promise<Record<string, readonly string[]>> => {
  const plain = plainFields(company.fields, (await rowOf(record)).fields);
  return Object.fromEntries(Object.entries(plain).map(([field, held]) => [field, [held].flat().map(String)]));
};

describe('the invented sites', () => {
  const scores = async (): Promise<(SiteScore & { readonly host: string; readonly requests: number })[]> => {
    const list = [];
    for (const [host, site] of Object.entries(INVENTED_SITES)) {
      for (const name of [host, `www.${host}`]) stub.granted.add(name);
      const before = stub.asked.length;
      const score = await enrichSite(site, stub.web, () => stub.clock.now);
      list.push({ ...score, host, requests: stub.asked.length - before });
    }
    return list;
  };

  it('are twelve, and give nine tenths of what a careful reader files, nothing wrong, in five requests each', async () => {
    const list = await scores();
    const sum = (of: (score: SiteScore) => number): number => list.reduce((total, score) => total + of(score), 0);

    expect(list.length).toBe(12);
    expect(sum(({ wanted }) => wanted)).toBeGreaterThanOrEqual(150);
    expect(sum(({ found }) => found) / sum(({ wanted }) => wanted)).toBeGreaterThanOrEqual(0.95);
    expect(list.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(Math.max(...list.map(({ requests }) => requests))).toBeLessThanOrEqual(5);
    // No site is worse than the worst that all of them may be together.
    expect(list.filter(({ found, wanted }) => found / wanted < 0.9).map(({ host }) => host)).toEqual([]);
    expect(stub.asked.every((path) => Object.keys(INVENTED_SITES).some((host) => path.includes(host)))).toBe(true);
  });

  it('file what they give', async () => {
    const [, { filed, facts } = { filed: QUILL, facts: [] }] = Object.entries(INVENTED_SITES)[0] ?? [];
    const record = await file(filed);
    await saveTicked(await enriched(record));
    const held = await filedValues(record);

    for (const [field, value] of facts.filter(([one]) => one !== 'accounts')) expect(held[field]).toContain(value);
  });
});

const QUILL = { name: 'Quill Tools', website: 'https://quill-tools.com/' };
const page = (body: string): Answer => html(`<html lang="en-GB"><title>Quill Tools</title><body>${body}</body></html>`);
const CONTACT = page(
  '<h1>Contact</h1><p>Phone: +44 20 7946 0958</p><p><a href="mailto:info@quill-tools.com">mail</a></p>',
);
const quill = (pages: Record<string, Answer>) => (_: string, path: string) => pages[path];

describe('enriching', () => {
  it('says before anything is asked whom it would ask', async () => {
    const plan = app.enrich.plan(await rowOf(await file(QUILL)), {});

    expect(plan).toEqual([
      {
        provider: 'own-site',
        hosts: ['quill-tools.com', 'www.quill-tools.com'],
        mostRequests: 5,
        sends: ['website'],
        personalData: true,
      },
    ]);
    expect(app.enrich.plan(await rowOf(await file({ name: 'Quill' })), {})).toEqual([]);
    expect([stub.asked, stub.lines]).toEqual([[], []]);
  });

  it('asks nothing where there is no site, or the user refuses it', async () => {
    expect(await run(await file({ name: 'Quill' }))).toEqual({ ok: false, error: { code: 'no-site' } });
    world.refusing.add('www.quill-tools.com');
    expect(await run(await file(QUILL))).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect([stub.asked, stub.lines]).toEqual([[], []]);
  });

  it('writes nothing before the user decides, then one batch that can be undone as if it had never been', async () => {
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const record = await file(QUILL);
    const before = await content(world.db);
    const enrichment = await enriched(record);
    expect(await content(world.db)).toEqual(before);

    const batch = await saveTicked(enrichment);
    expect(await filedValues(record)).toMatchObject({ phones: ['+442079460958'], emails: ['info@quill-tools.com'] });
    expect((await app.history.list(1))[0]?.header.cause).toBe('enrich');
    expect((await app.history.undo(batch)).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('keeps the place of every value: page, snippet and time', async () => {
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const record = await file(QUILL);
    await saveTicked(await enriched(record));
    const [phone] = Object.values((await rowOf(record)).fields.phones ?? {});

    expect(phone?.status).toBe('accepted');
    expect(phone?.sources[0]).toMatchObject({
      url: 'https://quill-tools.com/contact',
      at: expect.stringMatching(/^2026-11-21T/),
    });
    expect(phone?.sources[0]?.snippet).toContain('+44 20 7946 0958');
  });

  it('asks nothing again within the age of the cache', async () => {
    const record = await file(QUILL);
    answers = quill({ '/': page('x'), '/contact': CONTACT });
    await enriched(record);
    const first = stub.asked.length;
    await enriched(record);

    expect(first).toBe(5);
    expect(stub.asked.length).toBe(first);
  });

  it('logs each request with its record and what of it was in it, and gives the log as a file', async () => {
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const record = await file(QUILL);
    await enriched(record);

    expect(stub.lines.map(({ url }) => url).reverse()).toEqual([
      'https://quill-tools.com/robots.txt',
      'https://quill-tools.com/',
      'https://quill-tools.com/sitemap.xml',
      'https://quill-tools.com/contact',
      'https://quill-tools.com/about',
    ]);
    expect(
      stub.lines.every(
        (one) => one.record === record && one.provider === 'own-site' && one.fields.join() === 'website',
      ),
    ).toBe(true);
  });

  it('does not suggest again what was refused, until that is undone', async () => {
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const record = await file(QUILL);
    const { list } = await enriched(record);
    const saved = await app.enrich.save({
      record,
      accepted: [],
      refused: list.filter(({ field }) => field === 'phones'),
    });
    expect((await enriched(record)).list.map(({ field }) => field)).not.toContain('phones');
    expect(await filedValues(record)).not.toHaveProperty('phones');

    if (saved.ok) await app.history.undo(saved.value.batchId);
    expect((await enriched(record)).list.map(({ field }) => field)).toContain('phones');
  });

  it('deletes the refusals with their company', async () => {
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const record = await file(QUILL);
    await app.enrich.save({ record, accepted: [], refused: (await enriched(record)).list });
    expect((await app.records.rows('refusal')).length).toBeGreaterThan(0);

    expect((await app.records.remove([record])).ok).toBe(true);
    expect(await app.records.rows('refusal')).toEqual([]);
  });

  it('replaces a value only by the user, and only the one that they were shown', async () => {
    answers = quill({
      '/': html(
        '<html><head><script type="application/ld+json">{"@type":"Organization","name":"Quill Tools","legalName":"Quill Tools Ltd","url":"https://quill-tools.com/"}</script></head></html>',
      ),
    });
    const record = await file({ ...QUILL, legalName: 'Quill & Sons' });
    const { list } = await enriched(record);
    const differing = list.filter(({ field }) => field === 'legalName');
    expect(differing.map(({ value, effect, ticked, held }) => [value, effect, ticked, held?.value])).toEqual([
      ['Quill Tools Ltd', 'differs', false, 'Quill & Sons'],
    ]);

    const held = async (): Promise<string | undefined> => (await rowOf(record)).fields.legalName?.value;
    await app.records.edit({ kind: company, records: [record], inputs: { legalName: 'Quill & Daughters' } });
    await app.enrich.save({ record, accepted: differing, refused: [] });
    expect(await held()).toBe('Quill & Daughters');

    await app.records.edit({ kind: company, records: [record], inputs: { legalName: 'Quill & Sons' } });
    const now = (await enriched(record)).list.filter(({ field }) => field === 'legalName');
    await app.enrich.save({ record, accepted: now, refused: [] });
    expect(await held()).toBe('Quill Tools Ltd');
  });

  it('passes over who asked not to be filed again', async () => {
    const record = await file(QUILL);
    answers = quill({ '/': page(''), '/contact': CONTACT });
    const person = app.newRecord();
    await app.records.make(must(app.kinds.get('person'), 'people'), person, {
      name: 'Ada Quill',
      'emails/a': 'info@quill-tools.com',
      'phones/a': '+442079460958',
    });
    await app.parties.erase(person, true);
    const { list } = await enriched(record);

    expect(list.map(({ value }) => value)).not.toContain('+442079460958');
  });
});

describe('erasing a person', () => {
  it('also lets go of the pages that were kept', async () => {
    answers = quill({ '/robots.txt': html('', 'text/plain'), '/': page(''), '/contact': CONTACT, '/about': page('x') });
    const record = await file(QUILL);
    await enriched(record);
    const person = app.newRecord();
    await app.records.make(must(app.kinds.get('person'), 'people'), person, { name: 'Ada Quill' });
    const before = stub.asked.length;
    expect((await app.parties.erase(person)).ok).toBe(true);
    await enriched(record);

    expect(stub.asked.length).toBe(before * 2);
  });
});

const LINKED = ['/impressum', '/contact', '/about'];

describe('what can go wrong', () => {
  it.each<[string, Record<string, Answer>, readonly string[]]>([
    ['the site is not there', {}, ['/ not-found']],
    ['the server fails at once', { '/robots.txt': status(500) }, ['/ robots-unknown']],
    ['the server fails', { '/': status(500) }, ['/ server-error']],
    ['the site has nothing', { '/': status(204) }, ['/ empty']],
    ['the site is busy', { '/': status(429, { 'retry-after': '600' }) }, ['/ busy']],
    ['the site hangs', { '/': () => undefined }, ['/ slow']],
    ['the site is huge', { '/': html('x'.repeat(5_000_000)) }, ['/ too-large']],
    ['the site is a file', { '/': html('x', 'application/pdf') }, ['/ not-a-page']],
    ['the site leads elsewhere', { '/': redirect('https://parked.example/') }, ['/ left-site']],
    ['the site leads into our network', { '/': redirect('http://192.168.0.1/') }, ['/ forbidden-address']],
    ['the site leads in a circle', { '/': redirect('/') }, ['/ redirect-loop']],
    ['the site asks not to be read', { '/robots.txt': html('User-agent: *\nDisallow: /', 'text/plain') }, ['/ robots']],
    ['the site wants a login', { '/': page('Please log in <input type="password">') }, ['/ login']],
    [
      'the site is made by scripts',
      { '/': html('<html><div id="root"></div><script>x()</script></html>') },
      ['/ unread'],
    ],
  ])('%s', async (_, pages, missed) => {
    answers = quill(pages);
    const record = await file(QUILL);
    const before = await content(world.db);
    const enrichment = await enriched(record);

    expect(enrichment.missed.map(({ url, why }) => `${new URL(url).pathname} ${why}`)).toEqual(missed);
    expect(enrichment.list.filter(({ ticked }) => ticked)).toEqual([]);
    expect(await content(world.db)).toEqual(before);
  });

  it('reads the other pages when one fails', async () => {
    answers = quill({
      '/': page('<a href="/contact">Contact</a><a href="/about">About us</a>'),
      '/contact': status(500),
      '/about': CONTACT,
    });
    const enrichment = await enriched(await file(QUILL));

    expect(enrichment.missed).toEqual([{ url: 'https://quill-tools.com/contact', why: 'server-error' }]);
    expect(enrichment.list.map(({ field }) => field)).toContain('phones');
  });

  it('asks for a page that robots.txt closes neither by link nor by guess', async () => {
    answers = quill({
      '/robots.txt': html('User-agent: *\nDisallow: /contact', 'text/plain'),
      '/': page(''),
      '/contact': CONTACT,
    });
    const enrichment = await enriched(await file(QUILL));

    expect(enrichment.missed).toContainEqual({ url: 'https://quill-tools.com/contact', why: 'robots' });
    expect(stub.asked).not.toContain('quill-tools.com/contact');
  });

  it.each([
    ['of the same host', '/intern/', 'https://quill-tools.com/intern/'],
    ['of the twin', 'https://www.quill-tools.com/intern/', 'https://www.quill-tools.com/intern/'],
  ])('reads no page that a redirect leads to and robots.txt closes, %s', async (_, to, closed) => {
    answers = quill({
      '/robots.txt': html('User-agent: *\nDisallow: /intern/', 'text/plain'),
      '/': page('<a href="/contact">Contact</a>'),
      '/contact': redirect(to),
      '/intern/': CONTACT,
    });
    const enrichment = await enriched(await file(QUILL));

    expect(enrichment.missed).toContainEqual({ url: 'https://quill-tools.com/contact', why: 'robots' });
    expect(enrichment.read).not.toContain(closed);
    expect(enrichment.list.map(({ field }) => field)).not.toContain('phones');
  });

  it.each<[string, Record<string, Answer>, readonly string[]]>([
    [
      'that robots.txt names, where nothing of the first page leads on',
      {
        '/robots.txt': html(
          'Sitemap: https://evil.example/map.xml\nSitemap: /a.xml\nSitemap: https://quill-tools.com/map.xml',
        ),
        '/': page('<h1>Quill Tools</h1><p>Phone: +44 20 7946 0111</p><a href="/shop">Shop</a>'),
        '/map.xml': html(
          '<urlset><loc>https://quill-tools.com/x/contact-us</loc><loc>https://evil.example/imprint</loc></urlset>',
          'text/xml',
        ),
        '/x/contact-us': CONTACT,
      },
      ['/robots.txt', '/', '/map.xml', '/x/contact-us'],
    ],
    [
      'in its usual place, where the first page is made by scripts',
      {
        '/': page('<div id="app"></div>'),
        '/sitemap.xml': html('<loc>https://quill-tools.com/imprint</loc>', 'application/xml'),
      },
      ['/robots.txt', '/', '/sitemap.xml', '/imprint'],
    ],
    [
      'of which nothing is a page worth reading: then two are guessed, and the five are used up',
      { '/': page(''), '/sitemap.xml': html('<h1>not there</h1>') },
      ['/robots.txt', '/', '/sitemap.xml', '/contact', '/about'],
    ],
    [
      'never, where a link leads on',
      { '/robots.txt': html('Sitemap: https://quill-tools.com/map.xml'), '/': page('<a href="/contact">Contact</a>') },
      ['/robots.txt', '/', '/contact', '/about'],
    ],
    [
      'never, where robots.txt closes it',
      {
        '/robots.txt': html('User-agent: *\nDisallow: /map\nSitemap: https://quill-tools.com/map.xml'),
        '/': page('x'),
      },
      ['/robots.txt', '/', '/contact', '/about'],
    ],
  ])('reads the map of the site %s', async (_, pages, asked) => {
    answers = quill(pages);
    await enriched(await file(QUILL));

    expect(stub.asked.map((path) => path.slice(path.indexOf('/')))).toEqual(asked);
  });

  it('asks five times at most, the redirects and the rules of a twin among them', async () => {
    const links = ['impressum', 'contact', 'about', 'team'].map((path) => `<a href="/${path}">${path}</a>`).join('');
    answers = (host, path) => {
      if (path === '/robots.txt') return undefined;
      return host.startsWith('www.') ? page(links) : redirect(`https://www.${host}${path}`);
    };
    const enrichment = await enriched(await file(QUILL));

    expect(stub.asked).toEqual([
      'quill-tools.com/robots.txt',
      'quill-tools.com/',
      'www.quill-tools.com/',
      'www.quill-tools.com/robots.txt',
      'www.quill-tools.com/impressum',
    ]);
    expect(enrichment.read.length).toBe(2);
  });

  it('is called off in the middle, and nothing comes of it', async () => {
    answers = quill({ '/': () => undefined });
    const record = await file(QUILL);

    expect(await run(record, AbortSignal.timeout(100))).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('tries without encryption where only the host is known', async () => {
    const links = LINKED.map((path) => `<a href="${path}">${path.slice(1)}</a>`).join('');
    answers = quill({ '/': page(links), '/impressum': page('x'), '/contact': CONTACT, '/about': page('y') });
    const silent: typeof stub.web = {
      forget: stub.web.forget,
      get: (request, signal) =>
        request.url.startsWith('https')
          ? Promise.resolve({ ok: false, error: { code: 'unreachable' } })
          : stub.web.get(request, signal),
    };
    app = createApp({ ...world.ports, web: silent, sites: { ...world.ports.sites, askAll: async () => true } });
    stub.granted.add('quill-tools.com');

    const { read } = await enriched(await file({ name: 'Quill Tools', website: 'quill-tools.com' }));
    expect(read).toEqual(['http://quill-tools.com/', ...LINKED.map((path) => `http://quill-tools.com${path}`)]);
    expect(stub.asked.length).toBe(5);
  });
});
