// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { err, ok } from '@/src/kernel/result';
import { createApp, type App } from '@/src/app/create-app';
import type { Web } from '@/src/app/ports/web';
import type { Language } from '@/src/domain/notebook/notebook';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { BulkEnrich } from '@/src/ui/pages/accounts/bulk-enrich';
import { EnrichmentPage } from '@/src/ui/pages/accounts/enrichment-page';
import { KeptSuggestions } from '@/src/ui/enrich/kept-suggestions';
import { EnrichLine } from '@/src/ui/shell/enrich-line';
import { click, findOne, gone, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

const HOME = `<html lang="en-GB"><head><title>Quill Tools</title></head><body><h1>Quill Tools</h1><p>Phone: +44 20 7946 0958</p>
  <p>Mail us: <a href="mailto:info@quill-tools.com">info@quill-tools.com</a></p></body></html>`;

let world: World;
let app: App;
let ids: RecordId[];
let asked: string[];
let control: AbortController;
let cleanups: (() => void)[];

beforeEach(async () => {
  world = await createWorld();
  asked = [];
  cleanups = [];
  control = new AbortController();
  const web: Web = {
    forget: async () => undefined,
    get: async ({ url }) => {
      asked.push(url);
      return url === 'https://quill-tools.com/' ? ok({ url, text: HOME }) : err({ code: 'not-found' });
    },
  };
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  app = createApp({ ...world.ports, web, clock: { ...world.ports.clock, wait } });
  ids = [];
  for (const [name, website] of [
    ['Quill Tools', 'https://quill-tools.com/'],
    ['Oxbow', 'https://oxbow-tools.co.uk/'],
    ['Nameless', ''],
  ] as const) {
    const id = app.newRecord();
    await app.records.make(company, id, { name, website });
    ids.push(id);
  }
});
afterEach(async () => {
  control.abort();
  for (const cleanup of cleanups) cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

// Safe: the companies that are filed.
const rows = async (): Promise<readonly Row<CompanyFields>[]> =>
  (await world.ports.store.rowsById(ids)) as Row<CompanyFields>[];
async function show(language: Language = 'en'): Promise<void> {
  const { cleanup } = await showOn(
    app,
    <>
      <EnrichLine />
      <BulkEnrich rows={await rows()} />
      <EnrichmentPage />
    </>,
    language,
  );
  cleanups.push(cleanup);
}

describe('enriching companies that are ticked', () => {
  it('shows the plan in words and asks nothing, then queues those that have a site', async () => {
    await show();
    await click('[data-action="bulk-enrich"]', 'Enrich 3…');
    const plan = said(await see('[data-bulk-plan]'));
    expect(plan).toContain('2 sites are asked, each about its own company: quill-tools.com, oxbow-tools.co.uk');
    expect(plan).toContain('At most 10 requests in all.');
    expect(said(await see('[data-without]'))).toBe('Passed over, since nothing leads to a site: Nameless');
    expect(asked).toEqual([]);

    await click('[data-action="queue"]');
    await see('output', '2 companies are in the queue.');
    await see('[data-enrich-line]', 'Enriching: 0 of 2');
    expect((await app.records.rows('enrich-job')).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(asked).toEqual([]);
  });

  it('says so when the user does not allow the sites', async () => {
    world.refusing.add('oxbow-tools.co.uk');
    await show();
    await click('[data-action="bulk-enrich"]');
    await click('[data-action="queue"]');

    expect(said(await see('[role="alert"]'))).toContain('nothing was asked');
    expect(await app.records.rows('enrich-job')).toEqual([]);
  });

  it('shows progress, result and reasons, and takes all of it back', async () => {
    await app.bulk.add(app.bulk.plan(await rows(), {}, { olderThan: undefined, now: app.now() }));
    await show();
    await see('[data-queue] [role="status"]', '0 of 2 companies');
    void app.bulk.work(control.signal);
    await see('[data-sum]', '2 of 2 companies · 1 value filed · 1 suggestion kept · 1 company failed');
    await see('[data-job="done"]', 'Quill Tools');
    await see('[data-job="failed"]', 'is not there');
    await gone('[data-enrich-line]');
    expect(Object.keys((await rows())[0]?.fields.emails ?? {}).length).toBe(1);

    await click('[data-action="undo-run"]');
    await see('output', 'Taken back on 1 company.');
    expect((await rows())[0]?.fields.emails).toBeUndefined();
    await see('[data-job="undone"]', 'Quill Tools');
    await click('button', 'Remove from this page');
    await click('[data-action="forget"]');
    await see('p', 'Nothing is in the queue.');
  });

  it('pauses, goes on and stops', async () => {
    await app.bulk.add(app.bulk.plan(await rows(), {}, { olderThan: undefined, now: app.now() }));
    await show();
    await click('[data-action="pause"]', 'Pause');
    await vi.waitFor(async () => expect((await app.settings.read())['enrich-queue']).toBe('paused'));
    void app.bulk.work(control.signal);
    await click('[data-action="stop"]');
    await see('[data-job="stopped"]', 'Oxbow');
    expect(asked).toEqual([]);
  });

  it('names the sites that are not allowed any more, and goes on when they are again', async () => {
    await app.bulk.add(app.bulk.plan(await rows(), {}, { olderThan: undefined, now: app.now() }));
    world.granted.clear();
    void app.bulk.work(control.signal);
    await show();
    await see('[data-forbidden]', 'Not allowed, and therefore not asked (2): quill-tools.com, oxbow-tools.co.uk');
    expect(asked).toEqual([]);
    await click('[data-forbidden] button', 'Allow');
    await see('[data-sum]', '2 of 2 companies');
  });

  it('keeps on the company what is to be looked at', async () => {
    await app.bulk.add(app.bulk.plan(await rows(), {}, { olderThan: undefined, now: app.now() }));
    void app.bulk.work(control.signal);
    await vi.waitFor(async () => expect((await app.bulk.state({})).runs[0]?.open).toBe(0), { timeout: 10_000 });
    const row = must((await rows())[0], 'the first');
    cleanups.push((await showOn(app, <KeptSuggestions row={row} />)).cleanup);
    await click('[data-action="kept"]', '1 suggestion waiting');
    must((await see('[data-proposal="phones0"]')).querySelector('input'), 'a box to tick').click();
    await click('[data-action="save-kept"]');
    await see('output', 'Quill Tools: suggestions looked at.');
    await gone('[data-action="kept"]');
    expect(Object.values((await rows())[0]?.fields.phones ?? {}).map(({ value }) => value)).toEqual(['+442079460958']);
    expect(findOne('[data-proposal]')).toBeUndefined();
  });

  it.each([
    ['zh-CN', '向 2 个网站查询各自的公司'],
    ['zh-TW', '向 2 個網站查詢各自的公司'],
  ] as const)('speaks %s', async (language, text) => {
    await show(language);
    await click('[data-action="bulk-enrich"]');

    expect(said(await see('[data-bulk-plan]'))).toContain(text);
  });
});
