import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { must } from '@/src/kernel/assert';
import { mixedExport } from '@/test/support/sales-exports';
import { openChromium, pressFor, type Chromium } from './support/chromium';
import { makeRecord } from './support/make-records';
import { hold, insertLast, inState, press, write } from './support/notebook-flow';
import { chartsDrawn, clickText, rowsOf, saveTwice, watchFaults } from './support/page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every screen of the workspace, by its address, and what shows that it is there. `<company>` stands for the id of one. */
const SCREENS = [
  ['#/', 'main h1'],
  ['#/today', '[aria-labelledby="duties"] li'],
  ['#/accounts', '[role="grid"] [data-cell]'],
  ['#/accounts?as=board', '[data-column="prospect"] [data-card]'],
  ['#/accounts/<company>', '[role="dialog"] [data-record]'],
  ['#/accounts/people', '[role="grid"] [data-cell]'],
  ['#/accounts/duplicates', '[data-group]'],
  ['#/accounts/tiers', 'main h1'],
  ['#/accounts/registrations', 'main [role="tabpanel"]'],
  ['#/accounts/registrations/week', 'main [role="tabpanel"] h2'],
  ['#/accounts/registrations/unclosed', 'main [role="tabpanel"]'],
  ['#/accounts/registrations/plan', 'main [role="tabpanel"]'],
  ['#/visits', 'main [data-action="new"]'],
  ['#/receivables', 'main h1'],
  ['#/kpi', 'main h1'],
  ['#/pipeline/board?scheme=eight-step', '[data-column="project-approval"]'],
  ['#/pipeline/forecast?scheme=eight-step', '[data-figures="funnel"]'],
  ['#/pipeline/schemes', '[data-scheme="eight-step"]'],
  ['#/archive?company=<company>', '[data-completeness]'],
  ['#/people/<company>', '[data-action="add-person"]'],
  ['#/people/<company>/points', '[data-point="9"]'],
  ['#/files/visit', '[role="grid"] [data-cell]'],
  ['#/files/complaint?as=board', '[data-column="received"] [data-card]'],
  ['#/analysis/pareto', '[data-headline="pareto"]'],
  ['#/analysis/cohort', '[data-headline="cohort"]'],
  ['#/analysis/churn', '[data-headline="churn"]'],
  ['#/data', '[data-dataset]'],
  ['#/data/contacts', 'main input[type="file"]'],
  ['#/data/history', '[data-batch]'],
  ['#/data/bin', '[data-deleted]'],
  ['#/data/backup', 'main button'],
  ['#/settings', 'main select'],
] as const;

/** The rooms of key-account work: what the third language is looked at in, and in one scheme, for the time it takes. */
const NEW_ROOMS = SCREENS.filter(([place]) =>
  /^#\/(today|accounts\/(tiers|registrations)|pipeline|visits|archive|people|receivables|kpi)/.test(place),
);

/** The scheme that every rule is tried in is the last: a page begins in the other one, and is switched while it is open. */
const ROUNDS = [
  { language: 'en', schemes: ['dark', 'light'], screens: SCREENS },
  { language: 'zh-CN', schemes: ['dark', 'light'], screens: SCREENS },
  { language: 'zh-TW', schemes: ['light'], screens: NEW_ROOMS },
] as const;

type Scheme = 'dark' | 'light';

/** The rules that a colour can break. All others ask for what is there and what it is called, which no scheme changes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe calls serious or worse, in its own words, on a page that axe is on. */
async function seriousFaults(page: Page, rules: 'all' | 'colour'): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules === 'colour' ? { runOnly: COLOUR_RULES } : {}) };
  const { passed, faults } = await page.evaluate(async (asked) => {
    // Safe: the caller put it there.
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
    const { violations, passes } = await axe.run(document, asked);
    return {
      passed: passes.length,
      faults: violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    };
  }, options);
  expect(passed).toBeGreaterThan(rules === 'colour' ? 0 : 5);
  return faults;
}

/** Looks at an open page in every scheme, as wide as a screen and as narrow as a telephone. */
async function examine(page: Page, present: string, schemes: readonly Scheme[]): Promise<void> {
  await page.evaluate(AXE);
  for (const [width, height] of [
    [1280, 900],
    [360, 800],
  ] as const) {
    await page.setViewport({ width, height });
    for (const scheme of schemes) {
      await inScheme(page, scheme);
      await isDrawnIn(page, scheme);
      await settle(page, present);
      expect({ scheme, width, overflow: await overflowOf(page) }).toEqual({ scheme, width, overflow: 0 });
      // What is there and what it is called is asked once, where there is least room.
      const rules = scheme === 'light' && width < 400 ? 'all' : 'colour';
      expect({ scheme, width, faults: await seriousFaults(page, rules) }).toEqual({ scheme, width, faults: [] });
    }
  }
}

const inScheme = (page: Page, scheme: Scheme): Promise<void> =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);

/** Waits until the page has heard of its scheme, and no colour is on its way to another. */
async function isDrawnIn(page: Page, scheme: Scheme): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.documentElement.dataset['mantineColorScheme'] === wanted &&
      !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
    { timeout: 20_000 },
    scheme,
  );
}

async function settle(page: Page, present: string): Promise<void> {
  await page.waitForSelector(present, { timeout: 30_000 });
  const until = Date.now() + 30_000;
  while ((await page.$('[aria-busy="true"]')) || ((await page.$('[data-chart]')) && !(await chartsDrawn(page)))) {
    if (Date.now() > until) throw new Error('the page did not come to rest');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How far the page is wider than its window, in pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const WORDS = {
  en: { visit: 'New visit', complaint: 'New complaint', remove: 'Delete' },
  'zh-CN': { visit: '新建拜访', complaint: '新建投诉', remove: '删除' },
  'zh-TW': { visit: '新增拜訪', complaint: '新增投訴', remove: '刪除' },
} as const;

/** A visit that is due, a complaint, a visit in the recycle bin. @returns the id of a company */
async function fillFiles(page: Page, words: (typeof WORDS)[keyof typeof WORDS]): Promise<string> {
  await makeRecord(page, '#/files/visit', words.visit);
  await makeRecord(page, '#/files/complaint', words.complaint);
  await makeRecord(page, '#/files/visit', words.visit);
  await clickText(page, '[role="dialog"] [data-record] button', words.remove);
  await page.waitForFunction(() => document.querySelector('[data-record]') === null);
  return String((await rowsOf(page, 'records')).find(({ kind }) => kind === 'company')?.['id']);
}

describe.each(ROUNDS)('the screens in $language', ({ language, schemes, screens }) => {
  let company: string;
  let site: Awaited<ReturnType<typeof startDemoSite>>;
  let chromium: Chromium;
  const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-axe-'));

  beforeAll(async () => {
    site = await startDemoSite();
    chromium = await openChromium({ profile, language });
    const page = await chromium.openWorkspace();
    await page.waitForSelector('[data-action="sample"]');
    await page.click('[data-action="sample"]');
    await page.waitForSelector('[data-headline="pareto"]', { timeout: 60_000 });
    company = await fillFiles(page, WORDS[language]);
    await page.close();
    const tab = await chromium.browser.newPage();
    await tab.goto(site.url('northwick'));
    await saveTwice(chromium, tab);
    await tab.close();
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it.each(screens)('%s can be used by everyone, and at 360 pixels', async (place, present) => {
    const page = await chromium.browser.newPage();
    const faults = watchFaults(page);
    await inScheme(page, schemes[0]);
    await page.goto(`${chromium.origin}/workspace.html${place.replace('<company>', company)}`);
    await settle(page, present);

    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await examine(page, present, schemes);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('a sales file before it is imported, too: what it is taken for, what would come of it, what is set aside', async () => {
    const file = path.join(profile, 'mixed.csv');
    writeFileSync(file, mixedExport());
    const page = await chromium.browser.newPage();
    const faults = watchFaults(page);
    await inScheme(page, schemes[0]);
    await page.goto(`${chromium.origin}/workspace.html#/data`);
    const input = await page.waitForSelector<'input'>('main input[type="file"]' as 'input');
    await must(input, 'a place for the file').uploadFile(file);
    await page.waitForSelector('[data-format="currency"]');
    await page.select('[data-format="currency"]', 'EUR');
    await examine(page, '[data-dry-run] [data-set-aside] [data-reason="other-currency"]', schemes);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('a notebook that is written in, too', async () => {
    const page = await chromium.openWorkspace('#/analysis/pareto');
    const faults = watchFaults(page);
    await inScheme(page, schemes[0]);
    await press(page, '[data-action="new-notebook"]');
    await insertLast(page, 'sql');
    await write(page, 'select customer, count(*) as n from orders group by customer order by n desc, customer limit 5');
    await inState(page, 'sql', 'fresh');
    await insertLast(page, 'chart-bar');
    await hold(page, 'Control', 'Enter');
    await page.waitForSelector('[data-cell="chart"] [data-drawn="true"]', { timeout: 60_000 });
    await insertLast(page, 'js');
    await examine(page, '[data-editing] .cm-content', schemes);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('the panel, too', async () => {
    const tab = await chromium.browser.newPage();
    await tab.goto(site.url('northwick', 'team.html'));
    const panel = await pressFor(chromium, tab, '[data-party]');
    await panel.evaluate(AXE);
    for (const scheme of schemes) {
      await inScheme(panel, scheme);
      await isDrawnIn(panel, scheme);
      const rules = scheme === 'light' ? 'all' : 'colour';
      expect({ scheme, faults: await seriousFaults(panel, rules) }).toEqual({ scheme, faults: [] });
      expect(await overflowOf(panel)).toBe(0);
    }
    await tab.close();
  });
});
