import { Dexie } from 'dexie';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createApp, type App } from '@/src/app/create-app';
import type { Enrichment } from '@/src/app/enrich-uses';
import type { Settings } from '@/src/app/settings';
import type { ProviderId } from '@/src/domain/enrich/provider';
import { PROVIDERS } from '@/src/domain/enrich/providers';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import words from '@/src/locales/en/enrich.json';
import { encoded } from '@/test/support/encoded';
import { COMPANIES_HOUSE_FAULTS } from '@/test/support/register-answers-companies-house';
import { GLEIF_FAULTS } from '@/test/support/register-answers-gleif';
import { WIKIDATA_FAULTS } from '@/test/support/register-answers-wikidata';
import { content } from '@/test/support/store';
import { html, redirect, startWebStub, status, type Answer, type WebStub } from '@/test/support/web-stub';
import { createWorld, type World } from '@/test/support/world';

/** A source that is put under every fault: to add one is to add a line here. */
interface Source {
  readonly id: ProviderId;
  readonly filed: Readonly<Record<string, string>>;
  /** What it answers by path when all is well; of any other path it knows nothing. */
  readonly good: (path: string) => string | undefined;
  readonly type: string;
  /** The same with words in Chinese, and what of them comes out. */
  readonly chinese: { readonly good: (path: string) => string | undefined; readonly found: string };
  readonly says: Readonly<Record<'good' | 'gone' | 'page' | 'chinese' | 'cut' | 'nonsense' | 'robots', string>>;
}

const JSON_TYPE = 'application/json';

const rdapAnswer = (org: string): string =>
  JSON.stringify({
    objectClassName: 'domain',
    ldhName: 'QUILL-TOOLS.COM',
    events: [{ eventAction: 'registration', eventDate: '2004-07-09T10:11:12Z' }],
    entities: [{ roles: ['registrant'], vcardArray: ['vcard', [['org', {}, 'text', org]]] }],
  });
const viesAnswer = (name: string, address: string): string =>
  JSON.stringify({ isValid: true, requestDate: '2026-11-21T08:59:58.123Z', userError: 'VALID', name, address });
const dnsAnswer = (host: string, comment = ''): string =>
  JSON.stringify({ Status: 0, Answer: [{ type: 15, TTL: 300, data: `10 ${host}.` }], Comment: comment });
const sitePage = (body: string): string => `<html><title>Quill</title><body>${body}</body></html>`;

const REGISTER = { cut: 'unreadable', nonsense: 'unreadable', page: 'not-a-page' };

const SOURCES: readonly Source[] = [
  {
    id: 'own-site',
    filed: { name: 'Quill Tools', website: 'https://quill-tools.com/' },
    type: 'text/html',
    good: (path) => (path === '/' ? sitePage('<h1>Quill Tools</h1><p>E-mail: info@quill-tools.com</p>') : undefined),
    chinese: {
      good: (path) =>
        path === '/' ? sitePage('<p>地址：厦门市集美区孙坂路12号</p><p>电话：0592-5550101</p>') : undefined,
      found: '厦门市集美区孙坂路12号',
    },
    says: {
      good: '+emails',
      gone: 'not-found',
      page: 'login',
      chinese: '+phones +addresses',
      cut: '+emails',
      nonsense: 'unread',
      robots: 'robots',
    },
  },
  {
    id: 'dns',
    filed: { name: 'Quill Tools', website: 'https://quill-tools.com/', 'emails/a': 'info@quill-tools.com' },
    type: `${JSON_TYPE}; charset=UTF-8`,
    good: (path) => (path.endsWith('type=MX') ? dnsAnswer('mx.quill-tools.com') : undefined),
    chinese: {
      good: (path) => (path.endsWith('type=MX') ? dnsAnswer('mx.quill.cn', '来自域名服务器的响应') : undefined),
      found: 'mx.quill.cn',
    },
    says: { ...REGISTER, good: 'mail', gone: 'not-found', chinese: 'mail', robots: 'mail' },
  },
  {
    id: 'rdap',
    filed: { name: 'Quill Tools', website: 'https://quill-tools.com/' },
    type: 'application/rdap+json',
    good: (path) => (path === '/com/v1/domain/quill-tools.com' ? rdapAnswer('Quill Tools Ltd') : undefined),
    chinese: { good: () => rdapAnswer('青禾岭泵业有限公司'), found: '青禾岭泵业有限公司' },
    says: {
      ...REGISTER,
      good: 'domain-since +legalName',
      gone: 'not-listed',
      chinese: 'domain-since +legalName',
      robots: 'domain-since +legalName',
    },
  },
  GLEIF_FAULTS,
  WIKIDATA_FAULTS,
  {
    id: 'vies',
    filed: { name: 'Quill Outils', 'registrationIds/a': 'FR 40 303 265 045' },
    type: JSON_TYPE,
    good: (path) =>
      path === '/taxation_customs/vies/rest-api/ms/FR/vat/40303265045'
        ? viesAnswer('SAS QUILL OUTILS', '12 RUE DU PORT\n44000 NANTES')
        : undefined,
    chinese: { good: () => viesAnswer('青禾岭泵业有限公司', '---'), found: '青禾岭泵业有限公司' },
    says: {
      ...REGISTER,
      good: 'vat-valid +legalName +addresses',
      gone: 'not-found',
      chinese: 'vat-valid +legalName',
      robots: 'vat-valid +legalName +addresses',
    },
  },
  COMPANIES_HOUSE_FAULTS,
];

/** What goes wrong, and what is then said: by all alike, or by each in its own way. */
interface Fault {
  readonly says: string | keyof Source['says'];
  /** Instead of the good answer. @param nth of the requests, from 1. */
  readonly answer?: (source: Source, path: string, nth: number) => Answer | undefined;
  /** Requests more than the source may cost: to ask again when told to, to follow redirects. */
  readonly more?: number;
  readonly before?: () => void;
  readonly abort?: true;
}

const plain = (text: string | undefined, type: string): Answer | undefined =>
  text === undefined ? undefined : html(text, type);
const drip =
  (type: string): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type }).write(' ');
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
const LOGIN = sitePage('Please log in <form><input type="text"><input type="password"></form>');
const REDIRECTS = 5;

const FAULTS: Readonly<Record<string, Fault>> = {
  '200 good': { says: 'good' },
  '204 empty': { says: 'empty', answer: () => status(204) },
  '404 gone': { says: 'gone', answer: () => undefined },
  '429, come soon': {
    says: 'good',
    more: 1,
    answer: (source, path, nth) =>
      nth === 1 ? status(429, { 'retry-after': '2' }) : plain(source.good(path), source.type),
  },
  '429, come late': { says: 'busy', answer: () => status(429, { 'retry-after': '600' }) },
  '429 for ever': { says: 'busy', more: 1, answer: () => status(429, { 'retry-after': '1' }) },
  '500 failed': { says: 'server-error', answer: () => status(500) },
  hang: { says: 'slow', answer: () => () => undefined },
  'slow drip': { says: 'slow', answer: ({ type }) => drip(type) },
  'cut off': { says: 'cut', answer: ({ good, type }, path) => plain(good(path)?.slice(0, -9), type) },
  nonsense: { says: 'nonsense', answer: ({ type }) => html('%&/', type) },
  'login page': { says: 'page', answer: () => html(LOGIN) },
  '5 MB': { says: 'too-large', answer: ({ type }) => html(' '.repeat(5_000_000), type) },
  'redirect off-site': { says: 'left-site', answer: () => redirect('https://parked.example/') },
  'redirect into the network': { says: 'forbidden-address', answer: () => redirect('http://192.168.0.1/') },
  'redirect loop': { says: 'redirect-loop', more: REDIRECTS, answer: (_, path) => redirect(path) },
  'GBK, not said': {
    says: 'chinese',
    answer: ({ chinese, type }, path) => {
      const text = chinese.good(path);
      return text === undefined ? undefined : html(encoded(text, 'gb18030'), type.split(';')[0]);
    },
  },
  'robots disallow': { says: 'robots' },
  abort: { says: 'cancelled', abort: true, answer: () => () => undefined },
  'permission denied': { says: 'not-allowed', before: () => void (isAllowed = false) },
  'permission taken back': { says: 'not-granted', before: () => void (isTakenBack = true) },
  offline: { says: 'offline', before: () => void (stub.online = false) },
};

let world: World;
let stub: WebStub;
let app: App;
let answer: (path: string) => Answer | undefined;
let isAllowed: boolean;
let isTakenBack: boolean;

beforeEach(async () => {
  world = await createWorld();
  stub = await startWebStub((_, path) => answer(path), { timeoutMs: 800, redirects: REDIRECTS });
  const askAll = async (urls: readonly string[]): Promise<boolean> => {
    if (isAllowed && !isTakenBack) for (const url of urls) stub.granted.add(new URL(url).hostname);
    return isAllowed;
  };
  app = createApp({ ...world.ports, web: stub.web, sites: { ...world.ports.sites, askAll } });
});
afterEach(async () => {
  await stub.close();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const table: (readonly string[])[] = [];
afterAll(() => {
  const rows = [['', ...Object.keys(FAULTS)], ...table];
  const lines = Object.keys(rows[0] ?? []).map((column) => {
    const [fault = '', ...said] = rows.map((row) => row[Number(column)] ?? '');
    return `${fault.padEnd(26)}${said.map((one) => one.padEnd(33)).join('')}`.trimEnd();
  });
  console.log(lines.join('\n'));
});

/** The rules of a site are there whatever happens to its pages. */
function answersOf(source: Source, name: string, fault: Fault): (path: string) => Answer | undefined {
  let nth = 0;
  return (path) => {
    if (path === '/robots.txt')
      return name === 'robots disallow' ? html('User-agent: *\nDisallow: /', 'text/plain') : undefined;
    nth++;
    return fault.answer ? fault.answer(source, path, nth) : plain(source.good(path), source.type);
  };
}

async function file(inputs: Readonly<Record<string, string>>): Promise<Row<CompanyFields>> {
  const record: RecordId = app.newRecord();
  expect((await app.records.make(company, record, inputs)).ok).toBe(true);
  // Safe: only companies are filed here.
  return must(await app.records.row(record), 'the company') as Row<CompanyFields>;
}

/** The source alone. */
function settingsFor(id: ProviderId): Settings {
  return Object.fromEntries(PROVIDERS.map((one) => [`enrich-${one.id}`, one.id === id ? 'on' : 'off']));
}

const KNOWN = new Set([
  ...Object.keys(words.failed),
  ...Object.keys(words.missed),
  ...Object.keys(words.remark).map((key) => key.replace(/_(?:one|other)$/, '')),
]);

/** The codes that the user is shown words for, and the fields that something is proposed for. */
function told({ list, missed, remarks }: Enrichment): string {
  const codes = [...remarks.map(({ code }) => code), ...missed.map(({ why }) => why)];
  expect(codes.filter((code) => !KNOWN.has(code))).toEqual([]);
  return [...new Set([...codes, ...list.map(({ field }) => `+${field}`)])].join(' ');
}

/** What is said under one fault. The record stays as it is, and no more is asked than may be. */
async function underFault(source: Source, name: string, row: Row<CompanyFields>): Promise<string> {
  const fault = must(FAULTS[name], name);
  stub.web.forget();
  // Whoever wanted to be left alone has been.
  stub.clock.now += 7_200_000;
  Object.assign(stub, { online: true });
  [isAllowed, isTakenBack] = [true, false];
  stub.granted.clear();
  // Only who needs a key is sent one.
  stub.keys.set(source.id, 'an-invented-key');
  stub.asked.splice(0);
  fault.before?.();
  answer = answersOf(source, name, fault);
  const before = await content(world.db);
  const signal = fault.abort ? AbortSignal.timeout(50) : new AbortController().signal;
  const enrichment = await app.enrich.run(row, { settings: settingsFor(source.id), signal });
  const provider = must(
    PROVIDERS.find(({ id }) => id === source.id),
    source.id,
  );

  expect([name, await content(world.db)]).toEqual([name, before]);
  const most = provider.mostRequests + (fault.more ?? 0);
  expect([name, Math.max(most, stub.asked.length)]).toEqual([name, most]);
  if (!enrichment.ok) return enrichment.error.code;
  if (fault.says === 'chinese') {
    const { list, remarks } = enrichment.value;
    const shown = [...list.map(({ value }) => value), ...remarks.flatMap(({ values }) => Object.values(values))];
    expect(shown).toContain(source.chinese.found);
  }
  return told(enrichment.value);
}

describe.each(SOURCES)('$id', (source) => {
  it('says under every fault what happened, and changes nothing', async () => {
    const row = await file(source.filed);
    const said: Record<string, string> = {};
    for (const name of Object.keys(FAULTS)) said[name] = await underFault(source, name, row);
    table.push([source.id, ...Object.values(said)]);

    // Safe: names of the one are looked up in the other, where they may be none of its.
    const own = source.says as Readonly<Record<string, string>>;
    const wanted = Object.entries(FAULTS).map(([name, { says }]) => [name, own[says] ?? says]);
    expect(said).toEqual(Object.fromEntries(wanted));
    expect(Object.values(said)).not.toContain('');
  });

  it('is asked nothing again within the hour, and says the same', async () => {
    const row = await file(source.filed);
    const first = await underFault(source, '200 good', row);
    expect(stub.asked.length).toBeGreaterThan(0);
    stub.asked.splice(0);
    const again = await app.enrich.run(row, {
      settings: settingsFor(source.id),
      signal: new AbortController().signal,
    });

    expect(again.ok && told(again.value)).toBe(first);
    expect(stub.asked).toEqual([]);
  });
});

describe('the table', () => {
  it('has a line for every source', () => {
    expect(SOURCES.map(({ id }) => id)).toEqual(PROVIDERS.map(({ id }) => id));
  });
});
