import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createApp } from '@/src/app/create-app';
import type { BulkPlan } from '@/src/app/bulk-enrich-uses';
import type { JobRow } from '@/src/domain/enrich/queue/enrich-job.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';
import type { Row } from '@/src/domain/records/record';
import { WEB_LIMITS } from '@/src/platform/net/web';
import { startRunner, type Load, type MortalRunner, type Sites } from '@/test/support/mortal-runner';
import { runs } from '@/test/support/runs';
import { batch, dump } from '@/test/support/store';
import { VirtualClock } from '@/test/support/virtual-clock';
import { createWorld, NOW, type World } from '@/test/support/world';

const MAIL = (host: string): string =>
  `<html lang="en-GB"><title>Quill</title><body><h1>Quill</h1><p>Phone: +44 20 7946 0958</p><p>Mail us: <a href="mailto:info@${host}">info@${host}</a></p></body></html>`;
const page = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/html' } });

let world: World;
let clock: VirtualClock;
let load: Load;
let sites: Sites & { answer: Sites['answer']; isGranted: Sites['isGranted'] };
let runners: MortalRunner[];

beforeEach(async () => {
  world = await createWorld();
  clock = new VirtualClock(NOW);
  load = { calls: 0, writes: 0 };
  runners = [];
  sites = {
    requests: [],
    latencyMs: 200,
    answer: (host, path) => (path === '/' ? page(MAIL(host)) : new Response('', { status: 404 })),
    isGranted: () => true,
  };
  world = { ...world, ports: { ...world.ports, clock }, app: createApp({ ...world.ports, clock }) };
});
afterEach(async () => {
  for (const one of runners) one.kill();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Companies whose sites are these. */
async function file(hosts: readonly string[]): Promise<readonly Row<CompanyFields>[]> {
  const at = new Date(NOW).toISOString();
  const ids = hosts.map(() => world.app.newRecord());
  const changes = hosts.map((host, i) => ({
    make: must(ids[i], 'one for each'),
    kind: company.name,
    fields: {
      name: typedValue(`Company ${i}`, at),
      ...(host === '' ? {} : { website: typedValue(`https://${host}/`, at) }),
    },
  }));
  await world.ports.store.commit(batch(changes));
  // Safe: these are the companies.
  return (await world.ports.store.rowsById(ids)) as Row<CompanyFields>[];
}
const planned = (rows: readonly Row<CompanyFields>[], olderThan?: number): BulkPlan =>
  world.app.bulk.plan(rows, {}, { olderThan, now: clock.now() });
async function queue(hosts: readonly string[]): Promise<readonly Row<CompanyFields>[]> {
  const rows = await file(hosts);
  expect(await world.app.bulk.add(planned(rows))).toEqual({ ok: true, value: hosts.length });
  return rows;
}
const jobs = async (): Promise<readonly JobRow[]> => (await world.ports.store.rows('enrich-job')) as readonly JobRow[];
const states = async (): Promise<string> => (await jobs()).map(({ state }) => state).join(' ');
const mails = async (id: RecordId): Promise<string[]> => {
  const [row] = (await world.ports.store.rowsById([id])) as Row<CompanyFields>[];
  return Object.values(row?.fields.emails ?? {}).map(({ value }) => value);
};
function start(isAlone = true): MortalRunner {
  const runner = startRunner({ ...world.ports, clock }, sites, load, isAlone);
  runners.push(runner);
  return runner;
}
/** Lets time pass, each moment when the database is at rest, until it is so. */
async function pass(isSo: () => Promise<boolean> | boolean, most = 20_000): Promise<void> {
  for (let step = 0; step < most; step++) {
    await atRest();
    if (await isSo()) return;
    clock.step();
  }
  throw new Error(`never came: ${await states()}`);
}
async function atRest(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (load.calls > 0) quiet = -1;
  }
}
const areOver = async (): Promise<boolean> => !/waiting|running/.test(await states());

describe('a run over many companies', () => {
  it('says before anything is asked whom it would ask, and passes over who has no site', async () => {
    const rows = await file(['quill-tools.com', '', 'oxbow.co.uk', 'quill-tools.com']);
    const plan = planned(rows);

    expect(plan.sources).toEqual([
      {
        provider: 'own-site',
        hosts: ['quill-tools.com', 'www.quill-tools.com', 'oxbow.co.uk', 'www.oxbow.co.uk'],
        companies: 3,
        sends: ['website'],
      },
    ]);
    expect([plan.mostRequests, plan.without.map(({ fields }) => fields.name.value)]).toEqual([15, ['Company 1']]);
    expect(await states()).toBe('');
  });

  it('adds nothing where the user refuses the sites, and nobody twice', async () => {
    const rows = await file(['quill-tools.com', 'oxbow.co.uk']);
    world.refusing.add('oxbow.co.uk');
    expect(await world.app.bulk.add(planned(rows))).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await states()).toBe('');

    world.refusing.clear();
    expect(await world.app.bulk.add(planned(rows))).toEqual({ ok: true, value: 2 });
    expect(await world.app.bulk.add(planned(rows))).toEqual({ ok: true, value: 0 });
    expect(await states()).toBe('waiting waiting');
  });

  it('files by itself what is sure, keeps the rest to be looked at, and says what came of it', async () => {
    const [row] = await queue(['quill-tools.com', 'gone.example.net']);
    sites.answer = (host, path) =>
      host === 'quill-tools.com' && path === '/' ? page(MAIL(host)) : new Response('', { status: 404 });
    start();
    await pass(areOver);
    const known = must(row, 'the first');

    expect(await mails(known.id)).toEqual(['info@quill-tools.com']);
    expect((await world.app.history.list(9)).map(({ header, note }) => [header.cause, note.title])).toContainEqual([
      'enrich',
      'Company 0',
    ]);
    const { runs: sums } = await world.app.bulk.state({});
    expect(sums).toMatchObject([{ total: 2, open: 0, done: 1, failed: 1, filled: 1, reasons: [['not-found', 1]] }]);

    const [now] = (await world.ports.store.rowsById([known.id])) as Row<CompanyFields>[];
    const kept = must(await world.app.bulk.keptFor(must(now, 'it is there')), 'something was kept');
    expect(kept.list.map(({ field, value }) => `${field} ${value}`)).toEqual(['phones +442079460958']);
    const saved = await world.app.bulk.decide(kept, kept.list, []);
    expect(saved.ok).toBe(true);
    expect(await world.app.bulk.keptFor(must(now, 'it is there'))).toBeUndefined();
    if (saved.ok) await world.app.history.undo(saved.value.batchId);
    expect((await world.app.bulk.keptFor(must(now, 'it is there')))?.list.length).toBe(1);
  });

  it('is taken back as a whole, keeps what was changed since, and is not done again', async () => {
    const rows = await queue(['quill-tools.com', 'oxbow.co.uk']);
    const runner = start();
    await pass(areOver);
    await runner.end();
    const [first, second] = rows;
    const [row] = (await world.ports.store.rowsById([must(second, 'two').id])) as Row<CompanyFields>[];
    const [item] = Object.keys(row?.fields.emails ?? {});
    await world.app.records.edit({
      kind: company,
      records: [must(second, 'two').id],
      inputs: { [`emails/${item}`]: 'me@oxbow.co.uk' },
    });

    const run = must((await jobs())[0], 'a job').fields.run;
    expect(await world.app.bulk.undo(run)).toEqual({ ok: true, value: { companies: 2, kept: 1 } });
    expect([await mails(must(first, 'one').id), await mails(must(second, 'two').id)]).toEqual([[], ['me@oxbow.co.uk']]);
    const before = sites.requests.length;
    start();
    await pass(() => clock.now() > NOW + 3_600_000 || sites.requests.length > before, 400).catch(() => undefined);
    expect([await states(), sites.requests.length]).toEqual(['undone undone', before]);
  });

  it('does not do again what was taken back company by company', async () => {
    const [row] = await queue(['quill-tools.com']);
    const first = start();
    await pass(areOver);
    await first.end();
    const [done] = await world.app.history.list(1);
    expect([done?.header.cause, await mails(must(row, 'it').id)]).toEqual(['enrich', ['info@quill-tools.com']]);
    expect((await world.app.history.undo(must(done, 'a batch').header.batchId)).ok).toBe(true);
    const before = sites.requests.length;
    start();
    await pass(areOver);

    expect([await states(), await mails(must(row, 'it').id), sites.requests.length]).toEqual(['undone', [], before]);
  });

  it('lets go of a person who is erased, also where only a suggestion names them', async () => {
    const [row] = await queue(['quill-tools.com']);
    const { id } = must(row, 'it');
    sites.answer = (host, path) =>
      path === '/'
        ? page(`<html lang="zh-CN"><p>统一社会信用代码：91510100MA6CD5XH7A</p><p>法定代表人：许文涛</p>${MAIL(host)}`)
        : new Response('', { status: 404 });
    start();
    await pass(areOver);
    const kept = async (): Promise<string[]> => {
      const [now] = (await world.ports.store.rowsById([id])) as Row<CompanyFields>[];
      return (await world.app.bulk.keptFor(must(now, 'it')))?.list.map(({ field }) => field) ?? [];
    };
    expect(await kept()).toContain('legalRepresentative');

    const someone = world.app.newRecord();
    await world.app.records.make(must(world.app.kinds.get('person'), 'people'), someone, {
      name: '许文涛',
      company: id,
    });
    expect((await world.app.parties.erase(someone)).ok).toBe(true);
    expect(await kept()).not.toContain('legalRepresentative');
    expect(JSON.stringify(await dump(world.db))).not.toContain('许文涛');
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('goes with its company', async () => {
    const [row] = await queue(['quill-tools.com']);
    await world.app.records.remove([must(row, 'it').id]);
    expect(await states()).toBe('');
  });
});

describe('the queue', () => {
  it('waits while it is paused, goes on when it is resumed, and is stopped', async () => {
    await queue(['quill-tools.com', 'oxbow.co.uk']);
    await world.app.bulk.pause();
    start();
    for (let i = 0; i < 20; i++) {
      await atRest();
      clock.step();
    }
    expect([await states(), sites.requests]).toEqual(['waiting waiting', []]);

    await world.app.bulk.resume();
    await pass(async () => sites.requests.length > 0);
    await world.app.bulk.stop();
    await pass(areOver);
    expect(await states()).toBe('stopped stopped');
  });

  it('comes back to a busy site when it says, and not before', async () => {
    await queue(['quill-tools.com']);
    let isBusy = true;
    const { answer } = sites;
    sites.answer = (host, path) =>
      isBusy ? new Response('', { status: 429, headers: { 'retry-after': '600' } }) : answer(host, path);
    start();
    await pass(async () => (await jobs())[0]?.fields.waitsFor === 'busy');
    const { length } = sites.requests;
    const until = must((await jobs())[0]?.fields.notBefore, 'a time');
    expect(until - NOW).toBeGreaterThanOrEqual(600_000);

    isBusy = false;
    await pass(areOver);
    expect(await states()).toBe('done');
    expect(must(sites.requests[length], 'asked again').at).toBeGreaterThanOrEqual(until);
  });

  it('survives a permission that is taken back in the middle, and goes on when it is given again', async () => {
    await queue(['quill-tools.com', 'oxbow.co.uk']);
    const taken = new Set<string>();
    sites.isGranted = (url) => !taken.has(new URL(url).hostname.replace('www.', ''));
    start();
    await pass(async () => sites.requests.some(({ host }) => host === 'quill-tools.com'));
    taken.add('quill-tools.com');
    await pass(async () => (await states()) === 'waiting done');
    expect((await jobs())[0]?.fields.waitsFor).toBe('permission');

    taken.clear();
    await pass(areOver);
    expect(await states()).toBe('done done');
  });

  it('gives up what never comes to an end', async () => {
    await queue(['quill-tools.com']);
    for (let i = 0; i < 9; i++) {
      const runner = start();
      const { length } = sites.requests;
      await pass(async () => sites.requests.length > length || areOver());
      runner.kill();
    }
    start();
    await pass(areOver);
    expect((await jobs()).map(({ state, fields }) => [state, fields.outcome?.reasons])).toEqual([
      ['failed', ['gave-up']],
    ]);
  });

  it('fails a site that breaks the reading of it, and reads the others', async () => {
    await queue(['quill-tools.com', 'oxbow.co.uk']);
    const { html } = world.ports;
    const reader = {
      read: (text: string, url: string) =>
        url.includes('quill') ? Promise.reject(new Error('odd')) : html.read(text, url),
    };
    runners.push(startRunner({ ...world.ports, html: reader, clock }, sites, load, true));
    await pass(areOver);
    expect(await states()).toBe('failed done');
  });

  it('compares only old values with their source, shows a change with both dates, and files nothing', async () => {
    const [row] = await file(['quill-tools.com']);
    const { id } = must(row, 'it');
    const old = {
      kind: 'json-ld',
      url: 'https://quill-tools.com/',
      snippet: 'x',
      at: '2026-01-02T00:00:00.000Z',
      extractor: 'test',
    } as const;
    const legalName = { value: 'Quill & Sons', raw: 'x', confidence: 1, sources: [old], status: 'accepted' };
    await world.ports.store.commit(batch([{ set: id, kind: 'company', values: { legalName } }]));
    const rows = (await world.ports.store.rowsById([id])) as Row<CompanyFields>[];
    expect([planned(rows, 365).rows.length, planned(rows, 365).fresh, planned(rows, 180).rows.length]).toEqual([
      0, 1, 1,
    ]);

    sites.answer = (_, path) =>
      path === '/'
        ? page(
            `<script type="application/ld+json">{"@type":"Organization","name":"Quill","legalName":"Quill Tools Ltd","url":"https://quill-tools.com/"}</script><a href="mailto:info@quill-tools.com">m</a>`,
          )
        : new Response('', { status: 404 });
    await world.app.bulk.add(planned(rows, 180), 180);
    start();
    await pass(areOver);
    const [now] = (await world.ports.store.rowsById([id])) as Row<CompanyFields>[];
    const kept = await world.app.bulk.keptFor(must(now, 'it'));
    expect(
      kept?.list.map(({ field, value, held, sources }) => [
        field,
        value,
        held?.sources[0]?.at.slice(0, 10),
        sources[0]?.at.slice(0, 10),
      ]),
    ).toEqual([['legalName', 'Quill Tools Ltd', '2026-01-02', '2026-11-21']]);
    expect([now?.fields.legalName?.value, now?.fields.emails]).toEqual(['Quill & Sons', undefined]);
  });
});

const { numRuns: MANY } = runs(40, 200);
const { numRuns: KILLS } = runs(8, 20);

describe(`${MANY} companies, and a page that dies ${KILLS} times`, () => {
  const { numRuns } = runs(1, 3);
  it.each(Array.from({ length: numRuns }, (_, seed) => seed))(
    'does each once, loses none, keeps the pace: %i',
    async (seed) => {
      const random = generator(seed);
      // Some share a site.
      const rows = await queue(Array.from({ length: MANY }, (_, i) => `werk${i % 20 === 1 ? i - 1 : i}.de`));
      const killed: { readonly at: number; readonly jobs: ReadonlySet<string> }[] = [];
      const done = new Map<string, number>();
      let runner = start();
      let dieAt = Math.floor(random() * 20);
      let seen = -1;
      await pass(async () => {
        const isNew = load.writes !== seen;
        seen = load.writes;
        if (!isNew && sites.requests.length < dieAt) return false;
        for (const { fields, state } of await jobs())
          if (state === 'done' && !done.has(fields.company)) done.set(fields.company, clock.now());
        if (killed.length < KILLS && done.size < MANY && sites.requests.length >= dieAt) {
          const running = (await jobs()).filter(({ state }) => state === 'running');
          runner.kill();
          killed.push({ at: clock.now(), jobs: new Set(running.map(({ fields }) => fields.company)) });
          // With the turn of the dead passed on by the browser, or with nothing to go by but the time.
          runner = start(random() < 0.5);
          dieAt = sites.requests.length + 1 + Math.floor(random() * 20);
        }
        return done.size === MANY && areOver();
      }, 200_000);

      expect([killed.length, done.size, rows.length]).toEqual([KILLS, MANY, MANY]);
      // Each has its mailbox once, by one batch.
      const filed = (await world.ports.store.rowsById(rows.map(({ id }) => id))) as Row<CompanyFields>[];
      expect(filed.filter(({ fields }) => Object.keys(fields.emails ?? {}).length !== 1)).toEqual([]);
      const batches = await world.app.history.list(2000);
      expect(batches.filter(({ header }) => header.cause === 'enrich').length).toBe(MANY);
      expect((await world.app.verify()).ok).toBe(true);
      // No host sooner than the pace allows, whoever asked before.
      const last = new Map<string, number>();
      for (const { host, at } of sites.requests) {
        expect(at - (last.get(host) ?? -Infinity)).toBeGreaterThanOrEqual(WEB_LIMITS.apartMs);
        last.set(host, at);
      }
      // What is done is not asked about again, and a page twice only where the one that asked had died.
      const asked = new Map<string, number>();
      for (const { record, host, path, at } of sites.requests) {
        expect(at).toBeLessThanOrEqual(done.get(record) ?? 0);
        const key = `${record} ${host}${path}`;
        asked.set(key, (asked.get(key) ?? 0) + 1);
      }
      for (const [key, times] of asked) {
        const died = killed.filter((one) => one.jobs.has(key.split(' ')[0] ?? '')).length;
        expect(times).toBeLessThanOrEqual(1 + died);
      }
    },
    600_000,
  );
});

/** Numbers from 0 to 1 that are the same each time. @source https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
