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
import { EnrichCompany } from '@/src/ui/enrich/enrich-company';
import { SentList } from '@/src/ui/pages/settings/sent-list';
import { click, findOne, gone, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

const HOME = `<html lang="en-GB"><head><title>Quill Tools</title><script type="application/ld+json">{"@type":"Organization",
  "name":"Quill Tools","legalName":"Quill Tools Ltd","url":"https://quill-tools.com/","telephone":"+44 20 7946 0958"}</script></head></html>`;

let world: World;
let app: App;
let record: RecordId;
let asked: string[];
let cleanup = (): void => undefined;

beforeEach(async () => {
  world = await createWorld();
  asked = [];
  const web: Web = {
    forget: async () => undefined,
    get: async ({ url, sent }) => {
      asked.push(url);
      world.sent.unshift({ ...sent, url, at: `2026-11-21T09:00:0${asked.length}.000Z` });
      return new URL(url).pathname === '/' ? ok({ url, text: HOME }) : err({ code: 'not-found' });
    },
  };
  app = createApp({ ...world.ports, web });
  record = app.newRecord();
  await app.records.make(company, record, {
    name: 'Quill Tools',
    website: 'https://quill-tools.com/',
    legalName: 'Quill & Sons',
  });
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

// Safe: the one company that is filed.
const rowNow = async (): Promise<Row<CompanyFields>> =>
  must(await app.records.row(record), 'the company') as Row<CompanyFields>;
async function show(language: Language = 'en'): Promise<void> {
  ({ cleanup } = await showOn(app, <EnrichCompany row={await rowNow()} />, language));
}

describe('enriching a company by a click', () => {
  it('shows the plan first, and asks nothing until it is agreed to', async () => {
    await show();
    await click('[data-action="enrich"]');
    const plan = said(await see('[data-plan]'));

    expect(plan).toContain('At most 5 requests to quill-tools.com, www.quill-tools.com');
    expect(plan).toContain('only the address of the site leaves this browser');
    expect(asked).toEqual([]);
  });

  it('fills what is empty, leaves what differs beside the present value, and can be undone', async () => {
    await show();
    await click('[data-action="enrich"]');
    await click('[data-action="start"]');
    const differing = await see('[data-proposal="legalName0"]', 'Now: Quill & Sons (Nov 21, 2026)');
    const box = (line: HTMLElement): HTMLInputElement => must(line.querySelector('input'), 'a box to tick');
    expect(box(differing).checked).toBe(false);
    expect(box(await see('[data-proposal="phones0"]', '+44 20 7946 0958')).checked).toBe(true);

    await click('[data-action="save"]');
    await see('output', 'Quill Tools: 1 value filed.');
    const { fields } = await rowNow();
    expect([fields.legalName?.value, Object.values(fields.phones ?? {}).map(({ value }) => value)]).toEqual([
      'Quill & Sons',
      ['+442079460958'],
    ]);
    await click('output button', 'Undo');
    await vi.waitFor(async () => expect((await rowNow()).fields.phones).toBeUndefined());
  });

  it('replaces a value that is ticked, and does not suggest again what is refused', async () => {
    await show();
    await click('[data-action="enrich"]');
    await click('[data-action="start"]');
    must((await see('[data-proposal="legalName0"]')).querySelector('input'), 'a box').click();
    await click('button', 'Do not suggest again: +44 20 7946 0958');
    await click('[data-action="save"]');
    await see('output', 'Quill Tools: 1 value filed.');
    const { fields } = await rowNow();
    expect([fields.legalName?.value, fields.phones]).toEqual(['Quill Tools Ltd', undefined]);

    cleanup();
    await show();
    await click('[data-action="enrich"]');
    await click('[data-action="start"]');
    await see('[role="status"]', 'Nothing new was found.');
    expect(findOne('[data-proposal]')).toBeUndefined();
  });

  it('says so when the user does not allow the site', async () => {
    world.refusing.add('quill-tools.com');
    await show();
    await click('[data-action="enrich"]');
    await click('[data-action="start"]');

    expect(said(await see('[role="alert"]'))).toBe('The browser was not allowed to reach the site: nothing was asked.');
    expect(asked).toEqual([]);
  });

  it.each([
    ['zh-CN', '只有网址会离开本浏览器'],
    ['zh-TW', '只有網址會離開本瀏覽器'],
  ] as const)('speaks %s', async (language, text) => {
    await show(language);
    await click('[data-action="enrich"]');

    expect(said(await see('[data-plan]'))).toContain(text);
  });
});

describe('what left this browser', () => {
  it('is listed, handed over as a file and deleted', async () => {
    await app.enrich.run(await rowNow(), { settings: {}, signal: new AbortController().signal });
    ({ cleanup } = await showOn(app, <SentList />));
    await see('[data-sent]', 'https://quill-tools.com/robots.txt');
    await click('button', 'Export');
    await vi.waitFor(() => expect(world.saved.length).toBe(1));
    expect(await world.saved[0]?.content.text()).toContain(`https://quill-tools.com/,own-site,${record},website`);

    await click('button', 'Delete the list');
    await see('p', 'Nothing has left this browser.');
    await gone('[data-sent]');
    expect(world.sent).toEqual([]);
  });
});
