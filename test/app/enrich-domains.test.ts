import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createApp, type App } from '@/src/app/create-app';
import type { Enrichment } from '@/src/app/enrich-uses';
import type { Settings } from '@/src/app/settings';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { content } from '@/test/support/store';
import { html, startWebStub, type WebStub } from '@/test/support/web-stub';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let stub: WebStub;
let app: App;
const accepts: string[] = [];

const ANSWERS: Readonly<Record<string, object>> = {
  'dns.google': { Status: 0, Answer: [{ type: 15, data: '10 mx.brandt-pumpen.com.' }] },
  'cloudflare-dns.com': { Status: 3 },
  'rdap.verisign.com': {
    ldhName: 'BRANDT-PUMPEN.COM',
    events: [{ eventAction: 'registration', eventDate: '1999-03-04T05:06:07Z' }],
  },
  'ec.europa.eu': { isValid: true, userError: 'VALID', name: 'BRANDT PUMPEN GMBH', address: '---' },
};
const IMPRINT = `<html lang="de"><title>Impressum</title><body><h1>Impressum</h1><p>Brandt Pumpen GmbH</p>
  <p>USt-IdNr.: DE 136 695 976</p></body></html>`;

beforeEach(async () => {
  world = await createWorld();
  stub = await startWebStub((host, path) => {
    const answer = ANSWERS[host];
    if (!answer) return path === '/' ? html(IMPRINT) : undefined;
    return (request, response) => {
      accepts.push(`${host} ${request.headers.accept ?? ''}`);
      html(JSON.stringify(answer), 'application/json')(request, response);
    };
  });
  const askAll = async (urls: readonly string[]): Promise<boolean> => {
    for (const url of urls) stub.granted.add(new URL(url).hostname);
    return true;
  };
  app = createApp({ ...world.ports, web: stub.web, sites: { ...world.ports.sites, askAll } });
});
afterEach(async () => {
  await stub.close();
  accepts.splice(0);
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const BRANDT = {
  name: 'Brandt Pumpen',
  website: 'https://brandt-pumpen.com/',
  'emails/a': 'info@brandt-pumpen.com',
  'registrationIds/a': 'DE136695976',
};
const ALL_ON: Settings = { 'enrich-own-site': 'off', 'enrich-dns': 'on', 'enrich-rdap': 'on', 'enrich-vies': 'on' };

async function file(inputs: Readonly<Record<string, string>>): Promise<Row<CompanyFields>> {
  const record: RecordId = app.newRecord();
  expect((await app.records.make(company, record, inputs)).ok).toBe(true);
  // Safe: only companies are filed here.
  return must(await app.records.row(record), 'the company') as Row<CompanyFields>;
}
async function enriched(row: Row<CompanyFields>, settings: Settings): Promise<Enrichment> {
  const enrichment = await app.enrich.run(row, { settings, signal: new AbortController().signal });
  if (!enrichment.ok) throw new Error(enrichment.error.code);
  return enrichment.value;
}
const leaves = (): string[] =>
  stub.lines.map(({ url, provider, fields }) => `${provider} ${new URL(url).hostname} ${fields.join()}`).sort();

describe('registers', () => {
  it('are not asked where the user has not said so', async () => {
    const row = await file(BRANDT);
    const plan = app.enrich.plan(row, {}).map(({ provider }) => provider);
    const off = await app.enrich.run(row, {
      settings: { ...ALL_ON, 'enrich-dns': 'off', 'enrich-rdap': 'off', 'enrich-vies': 'off' },
      signal: new AbortController().signal,
    });

    expect(plan).toEqual(['own-site']);
    expect(off).toEqual({ ok: false, error: { code: 'no-site' } });
    expect([stub.asked, stub.lines, [...stub.granted]]).toEqual([[], [], []]);
  });

  it('are asked what the plan says, and the log names the fields that left', async () => {
    const row = await file(BRANDT);
    expect(app.enrich.plan(row, ALL_ON).map(({ provider, hosts, sends }) => [provider, ...hosts, ...sends])).toEqual([
      ['dns', 'dns.google', 'emails', 'website', 'name'],
      ['rdap', 'rdap.verisign.com', 'website', 'emails', 'name'],
      ['vies', 'ec.europa.eu', 'registrationIds'],
    ]);
    await enriched(row, ALL_ON);

    expect(stub.asked.toSorted()).toEqual([
      'dns.google/resolve?name=brandt-pumpen.com&type=MX',
      'ec.europa.eu/taxation_customs/vies/rest-api/ms/DE/vat/136695976',
      'rdap.verisign.com/com/v1/domain/brandt-pumpen.com',
    ]);
    expect(leaves()).toEqual([
      'dns dns.google emails',
      'rdap rdap.verisign.com website',
      'vies ec.europa.eu registrationIds',
    ]);
    expect(accepts.toSorted()).toEqual([
      'dns.google application/json',
      'ec.europa.eu application/json',
      'rdap.verisign.com application/rdap+json',
    ]);
    expect(stub.lines.every(({ record }) => record === row.id)).toBe(true);
  });

  it('say what fills no field, and propose what does with the register as its place', async () => {
    const row = await file(BRANDT);
    const before = await content(world.db);
    const { remarks, list, missed } = await enriched(row, ALL_ON);

    expect(remarks.map(({ code, values }) => [code, ...Object.values(values)])).toEqual([
      ['mail', 'brandt-pumpen.com', 'mx.brandt-pumpen.com'],
      ['domain-since', 'brandt-pumpen.com', '1999-03-04'],
      ['vat-valid', 'DE136695976'],
    ]);
    expect(list.map(({ field, value, ticked, effect }) => [field, value, ticked, effect])).toEqual([
      ['legalName', 'BRANDT PUMPEN GMBH', true, 'fills'],
    ]);
    expect(missed).toEqual([]);

    const saved = await app.enrich.save({ record: row.id, accepted: list, refused: [] });
    if (!saved.ok) throw new Error(saved.error.code);
    // Safe: only companies are filed here.
    const held = must(await app.records.row(row.id), 'the company') as Row<CompanyFields>;
    expect(held.fields.legalName?.sources[0]).toMatchObject({
      kind: 'register',
      snippet: 'name: BRANDT PUMPEN GMBH',
      extractor: 'vital-few-vies/1',
      at: expect.stringMatching(/^2026-11-21T/),
    });
    expect((await app.history.undo(saved.value.batchId)).ok).toBe(true);
    expect(await content(world.db)).toEqual(before);
  });

  it('are asked nothing again within the age of the cache', async () => {
    const row = await file(BRANDT);
    const first = await enriched(row, ALL_ON);
    const asked = stub.asked.length;
    const second = await enriched(row, ALL_ON);

    expect(second.remarks).toEqual(first.remarks);
    expect([asked, stub.asked.length, stub.lines.length]).toEqual([3, 3, 3]);
  });

  it('are asked at the server that the user chose', async () => {
    const settings: Settings = { 'enrich-own-site': 'off', 'enrich-dns': 'on', 'dns-server': 'cloudflare' };
    const { remarks } = await enriched(await file(BRANDT), settings);

    expect(remarks.map(({ code }) => code)).toEqual(['no-mail']);
    expect(accepts).toEqual(['cloudflare-dns.com application/dns-json']);
  });

  it('are asked about a number that only the own site has, and the log says so', async () => {
    const row = await file({ name: 'Brandt Pumpen', website: 'https://brandt-pumpen.com/' });
    const { list } = await enriched(row, { 'enrich-vies': 'on' });

    expect(leaves().filter((line) => line.startsWith('vies'))).toEqual(['vies ec.europa.eu registrationIds']);
    expect(list.filter(({ field }) => field === 'legalName').map(({ value }) => value)).toContain('Brandt Pumpen GmbH');
  });

  it('say nothing of a company that they could not be asked about', async () => {
    const row = await file({ name: 'Quill', website: 'https://quill.1688.com/' });

    expect(app.enrich.plan(row, ALL_ON)).toEqual([]);
    expect(await app.enrich.run(row, { settings: ALL_ON, signal: new AbortController().signal })).toEqual({
      ok: false,
      error: { code: 'no-site' },
    });
  });
});
