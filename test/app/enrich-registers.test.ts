import type { IncomingMessage } from 'node:http';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import type { Result } from '@/src/kernel/result';
import { createApp, type App } from '@/src/app/create-app';
import type { Enrichment, EnrichError } from '@/src/app/enrich-uses';
import type { Settings } from '@/src/app/settings';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { encoded } from '@/test/support/encoded';
import { COMPANIES_HOUSE_FAULTS, COMPANIES_HOUSE_RUN } from '@/test/support/register-answers-companies-house';
import {
  GLEIF_FAULTS,
  GLEIF_RUN,
  gleifList,
  gleifOne,
  QUILLMARK,
  QUILLMARK_HOLDING,
} from '@/test/support/register-answers-gleif';
import { WIKIDATA_FAULTS, WIKIDATA_RUN } from '@/test/support/register-answers-wikidata';
import { answerOfRun } from '@/test/support/register-run';
import { content } from '@/test/support/store';
import { html, redirect, startWebStub, status, type Answer, type WebStub } from '@/test/support/web-stub';
import { createWorld, type World } from '@/test/support/world';

const RUNS = [GLEIF_RUN, WIKIDATA_RUN, COMPANIES_HOUSE_RUN];
const OF_REGISTERS = (_: string, path: string): Answer | undefined =>
  RUNS.map((run) => answerOfRun(run, path)).find((answer) => answer !== undefined);

let world: World;
let stub: WebStub;
let app: App;
let answers = OF_REGISTERS;
/** The header with a key, by the host that it reached. */
let keysSent: string[];

beforeEach(async () => {
  world = await createWorld();
  answers = OF_REGISTERS;
  keysSent = [];
  const noted = (host: string, request: IncomingMessage): void => {
    const { authorization } = request.headers;
    if (authorization !== undefined) keysSent.push(`${host} ${authorization}`);
  };
  stub = await startWebStub((host, path) => (request, response) => {
    noted(host, request);
    const answer = answers(host, path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  const { sites } = world.ports;
  const askAll = async (urls: readonly string[]): Promise<boolean> => {
    for (const url of urls) stub.granted.add(new URL(url).hostname);
    return sites.askAll(urls);
  };
  app = createApp({ ...world.ports, web: stub.web, sites: { ...sites, askAll } });
});
afterEach(async () => {
  await stub.close();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(inputs: Readonly<Record<string, string>>): Promise<RecordId> {
  const record = app.newRecord();
  expect((await app.records.make(company, record, inputs)).ok).toBe(true);
  return record;
}
async function run(record: RecordId, settings: Settings): Promise<Result<Enrichment, EnrichError>> {
  // Safe: only companies are filed here.
  const row = must(await app.records.row(record), 'the company') as Row<CompanyFields>;
  const given = { 'home-region': 'DE', ...settings };
  return app.enrich.run(row, { settings: given, signal: new AbortController().signal });
}
async function enriched(record: RecordId, settings: Settings): Promise<Enrichment> {
  const enrichment = await run(record, settings);
  if (!enrichment.ok) throw new Error(enrichment.error.code);
  return enrichment.value;
}
const proposed = ({ list }: Enrichment): string[] => list.map(({ field, value }) => `${field} ${value}`);
const ALL_ON: Settings = { 'enrich-gleif': 'on', 'enrich-wikidata': 'on', 'enrich-companies-house': 'on' };

describe.each(RUNS)('the register $id', ({ id, filed, settings, key, answers: expected, facts }) => {
  it('is not asked unless the user says so', async () => {
    const record = await file(filed);
    if (key) stub.keys.set(id, key);

    expect(await run(record, { 'enrich-own-site': 'off' })).toEqual({ ok: false, error: { code: 'no-site' } });
    expect(await run(record, { ...settings, [`enrich-${id}`]: 'off' })).toMatchObject({ ok: false });
    expect([stub.asked, stub.lines]).toEqual([[], []]);
  });

  it('is asked what it is to be asked, in order, and its values are proposed', async () => {
    const record = await file(filed);
    if (key) stub.keys.set(id, key);
    const before = await content(world.db);
    const enrichment = await enriched(record, settings);

    expect(stub.asked).toHaveLength(Object.keys(expected).length);
    for (const [i, part] of Object.keys(expected).entries()) expect(stub.asked[i]).toContain(part);
    const wanted = facts.map(([field, value]) => `${field} ${value}`);
    expect(proposed(enrichment).toSorted()).toEqual(wanted.toSorted());
    expect(enrichment.missed).toEqual([]);
    expect(await content(world.db)).toEqual(before);
    expect(enrichment.list.every(({ ticked, sources }) => ticked && sources[0]?.snippet !== '')).toBe(true);
  });

  it('is logged with what of the record left, and not with the key', async () => {
    const record = await file(filed);
    if (key) stub.keys.set(id, key);
    await enriched(record, settings);
    const [first, ...others] = [...stub.lines].reverse();

    expect(first).toMatchObject({ provider: id, record });
    expect(first?.fields).toHaveLength(1);
    expect(filed).toHaveProperty(first?.fields[0] ?? '');
    // What is asked next was told by the register itself.
    expect(others.flatMap(({ fields }) => fields)).toEqual([]);
    const log = JSON.stringify(stub.lines);
    for (const secret of key ? [key, btoa(`${key}:`)] : []) expect(log).not.toContain(secret);
  });

  it('is asked nothing again within the age of the cache', async () => {
    const record = await file(filed);
    if (key) stub.keys.set(id, key);
    const first = await enriched(record, settings);
    const asked = stub.asked.length;

    expect(proposed(await enriched(record, settings))).toEqual(proposed(first));
    expect(stub.asked.length).toBe(asked);
  });

  it('says which request failed, and the record stays as it is', async () => {
    const record = await file(filed);
    if (key) stub.keys.set(id, key);
    const before = await content(world.db);
    const faults: [Answer, string][] = [
      [status(404), 'not-found'],
      [html('<h1>Log in</h1>'), 'not-a-page'],
      [redirect('https://parked.example/'), 'left-site'],
      [html('{"data":[', 'application/json'), 'unreadable'],
    ];
    for (const [answer, why] of faults) {
      answers = () => answer;
      await stub.web.forget();
      const enrichment = await enriched(record, settings);
      expect([enrichment.missed.map((one) => one.why), enrichment.list]).toEqual([[why], []]);
    }
    expect(await content(world.db)).toEqual(before);
  });
});

it.each([GLEIF_FAULTS, WIKIDATA_FAULTS, COMPANIES_HOUSE_FAULTS])(
  '$id is read where it answers in GBK and does not say so',
  async ({ id, filed, type, chinese }) => {
    stub.keys.set(id, 'an-invented-key');
    answers = (_, path) => html(encoded(chinese.good(path) ?? '', 'gb18030'), type.split(';')[0]);
    const { list } = await enriched(await file(filed), { 'enrich-own-site': 'off', [`enrich-${id}`]: 'on' });

    expect(list.map(({ value }) => value)).toContain(chinese.found);
  },
);

describe('the key of Companies House', () => {
  const { id, filed, settings } = COMPANIES_HOUSE_RUN;

  it('is needed: without one nothing reaches the server', async () => {
    const { missed, list } = await enriched(await file(filed), settings);

    expect(missed.map(({ why }) => why)).toEqual(['no-key']);
    expect([list, stub.asked, stub.lines]).toEqual([[], [], []]);
  });

  it('is said not to be accepted where the server says so', async () => {
    stub.keys.set(id, 'an-old-key');
    answers = () => status(401);

    expect((await enriched(await file(filed), settings)).missed.map(({ why }) => why)).toEqual(['bad-key']);
  });

  it('goes to its own host and to no other', async () => {
    stub.keys.set(id, 'an-invented-key');
    await enriched(await file({ ...filed, website: 'https://www.quill-tools.co.uk/' }), ALL_ON);
    const hosts = new Set(stub.asked.map((path) => path.split('/')[0]));

    expect([...hosts]).toEqual(expect.arrayContaining(['api.gleif.org', 'www.wikidata.org', 'www.quill-tools.co.uk']));
    const expected = `api.company-information.service.gov.uk Basic ${btoa('an-invented-key:')}`;
    expect(keysSent).toEqual([expected, expected]);
  });

  it('does not follow where the server leads away', async () => {
    stub.keys.set(id, 'an-invented-key');
    answers = () => redirect('https://api.gleif.org/');
    const { missed } = await enriched(await file(filed), { ...settings, 'enrich-gleif': 'on' });

    expect(missed.map(({ why }) => why)).toContain('left-site');
    expect(keysSent.filter((one) => !one.startsWith('api.company-information.service.gov.uk '))).toEqual([]);
  });
});

describe('what the company’s own site says', () => {
  const FILED = { name: 'Quillmark', website: 'https://quillmark-werkzeuge.com/' };
  const imprint = (more: string): Answer =>
    html(`<!doctype html><html lang="de"><title>Impressum</title><body><h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p>
      <p>Quillmark Werkzeuge GmbH<br>Lindenstraße 14<br>70563 Stuttgart</p><p>Amtsgericht Stuttgart, HRB 123456</p>${more}</body></html>`);
  const site = (more: string, found: object) => (host: string, path: string) => {
    if (host === 'quillmark-werkzeuge.com') return path === '/' || path === '/impressum' ? imprint(more) : undefined;
    const body = path.includes('/direct-parent') ? gleifOne(QUILLMARK_HOLDING) : found;
    return html(JSON.stringify(body), 'application/vnd.api+json');
  };
  const gleifPaths = (): string[] =>
    stub.asked.filter((path) => path.startsWith('api.gleif.org')).map(decodeURIComponent);

  it('is used to ask: its LEI', async () => {
    answers = site('<p>LEI: 529900QUILLWERKZEU43</p>', gleifOne(QUILLMARK));
    const record = await file(FILED);
    const enrichment = await enriched(record, { 'enrich-gleif': 'on' });

    expect(gleifPaths()[0]).toBe('api.gleif.org/api/v1/lei-records/529900QUILLWERKZEU43');
    expect(stub.lines.filter(({ provider }) => provider === 'gleif').map(({ fields }) => fields.join())).toEqual([
      'registrationIds',
      'registrationIds',
    ]);
    expect(proposed(enrichment)).toContain('parent Quillmark Holding SE');
  });

  it('is used to ask: its registered name; and agrees with the register', async () => {
    answers = site('', gleifList(QUILLMARK));
    const { list } = await enriched(await file(FILED), { 'enrich-gleif': 'on' });

    expect(gleifPaths()[0]).toContain('filter[entity.legalName]=Quillmark+Werkzeuge+GmbH');
    const legal = list.find(({ field }) => field === 'legalName');
    expect(legal?.value).toBe('Quillmark Werkzeuge GmbH');
    expect(new Set(legal?.sources.map(({ url }) => new URL(url).hostname))).toEqual(
      new Set(['quillmark-werkzeuge.com', 'search.gleif.org']),
    );
    expect(legal?.confidence).toBeGreaterThan(0.98);
    expect(list.filter(({ value }) => value.includes('Lindenstraße'))).toHaveLength(1);
  });

  it('keeps a namesake away: its VAT number is of another country', async () => {
    const british = { ...QUILLMARK, country: 'GB', headquartersAddress: undefined, legalAddress: undefined };
    const { headquartersAddress: _, legalAddress: __, ...namesake } = british;
    answers = site('<p>USt-IdNr.: DE136695976</p>', gleifList(namesake));
    const enrichment = await enriched(await file(FILED), { 'enrich-gleif': 'on' });

    expect(enrichment.remarks.map(({ code }) => code)).toEqual(['not-listed']);
    expect(enrichment.list.filter(({ provider }) => provider === 'gleif')).toEqual([]);
  });
});
