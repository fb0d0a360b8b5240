import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { startDirectorySite, type DirectorySite } from '@/test/support/directory-site';
import { day } from '@/test/support/orders';
import { SALES_EXPORTS } from '@/test/support/sales-exports';
import {
  accountsOf,
  importReviewed,
  mergeGroups,
  reviewFile,
  undoLatest,
  waitForAccounts,
} from './support/contacts-flow';
import { openFirefox, type Firefox } from './support/firefox';
import { hubspotFile, plantedFile } from './support/hubspot-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { chartsDrawn, clickText, rowsOf, takeBackSaved, textOf, waitForText } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let directory: DirectorySite;
let proxy: LoggingProxy;
let firefox: Firefox;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-firefox-'));
const profile = path.join(folder, 'profile');
const csv = path.join(folder, '销售明细.csv');

beforeAll(async () => {
  writeFileSync(csv, sampleOrders({ seed: 1, lines: 12_000, lastDay: day('2026-10-18'), language: 'zh' }));
  site = await startDemoSite();
  directory = await startDirectorySite();
  proxy = await startLoggingProxy();
  firefox = await openFirefox({ proxyPort: proxy.port, profile });
});
afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await site?.close();
  await directory?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const FIVE_PEOPLE = `王建国 采购总监 13800138001
李晓红 财务经理 13800138002
赵志强 设备主管 13800138003
陈美玲 行政经理 13800138004
周海涛 总经理 13800138005`;

const headlineOf = async (page: Page, name: string): Promise<string> => {
  await page.waitForSelector(`[data-headline="${name}"]`, { timeout: 60_000 });
  return textOf(page, `[data-headline="${name}"]`);
};
/** Chooses a file until it is read, in a page loaded anew: one that has only just come may exchange the place for it. */
const dryRunOf = async (page: Page, file: string, shown: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      const input = await page.waitForSelector<'input'>('input[type="file"]' as 'input');
      await must(input, 'a place for the file').uploadFile(file);
      await page.waitForSelector(shown, { timeout: 20_000 });
      return;
    } catch (cause) {
      if (tries === 3) throw new Error(`no dry run came; the page says: ${await textOf(page, 'main')}`, { cause });
      await page.evaluate(() => window.location.reload()).catch(() => undefined);
    }
  }
};
const waitForCharts = async (page: Page): Promise<void> => {
  const until = Date.now() + 60_000;
  while (!(await chartsDrawn(page))) {
    if (Date.now() > until) throw new Error('the charts were not drawn');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

describe('Firefox', () => {
  it('saves a list of thirty; files a pasted message of five people', async () => {
    const panel = await firefox.openPanelTab();
    const tab = await firefox.browser.newPage();
    await tab.goto(directory.url(1));
    await firefox.pressAction(tab);
    await panel.bringToFront();
    await panel.waitForFunction(() => document.querySelectorAll('[data-row]').length === 30);
    await clickText(panel, 'button[type="submit"]', 'Save');
    await waitForText(panel, 'Saved: 30 records');
    expect(await rowsOf(panel, 'records')).toHaveLength(30);
    await takeBackSaved(panel);

    await clickText(panel, '[role="tab"]', 'Inbox');
    const box = await panel.waitForSelector('[role="tabpanel"]:not([style*="none"]) textarea');
    await box?.type(FIVE_PEOPLE);
    await clickText(panel, '[role="tabpanel"]:not([style*="none"]) button', 'Read the text');
    await panel.waitForFunction(() => document.querySelectorAll('[data-row="person"]').length === 5);
    await clickText(panel, 'button[type="submit"]', 'Save');
    await waitForText(panel, 'Saved: 5 records');
    expect(await rowsOf(panel, 'records')).toHaveLength(5);
    await takeBackSaved(panel);
    await firefox.closeSidebar();
    await panel.close();
    await tab.close();
  });

  it('opens the sidebar on the toolbar button, reads the page, saves it and takes it back', async () => {
    const panel = await firefox.openPanelTab();
    const tab = await firefox.browser.newPage();
    await tab.goto(site.url('qingheling'));
    await firefox.pressAction(tab);

    await expect.poll(() => firefox.isSidebarOpen(), { timeout: 30_000 }).toBe(true);
    await panel.bringToFront();
    await panel.waitForSelector('[data-party]');
    expect(await panel.$$eval('[data-party]', (cards) => cards.map((card) => card.getAttribute('data-party')))).toEqual(
      ['company', 'person', 'person'],
    );
    await clickText(panel, 'button', 'Save');
    await waitForText(panel, 'Saved: 3 records');
    const company = (await rowsOf(panel, 'records')).find((row) => row['kind'] === 'company');
    expect(company?.['fields']).toMatchObject({
      name: {
        value: '上海青禾岭泵业有限公司',
        sources: expect.arrayContaining([expect.objectContaining({ snippet: expect.stringContaining('青禾岭') })]),
      },
    });

    await takeBackSaved(panel);
    await firefox.closeSidebar();
    await tab.close();
    await panel.close();
  });

  it('shows where the page says a value, and leaves the page as it was', async () => {
    const panel = await firefox.openPanelTab();
    const tab = await firefox.browser.newPage();
    await tab.goto(site.url('northwick'));
    const before = await tab.content();
    await firefox.pressAction(tab);
    await panel.waitForSelector('[data-party]');
    const marked = (): Promise<string[]> =>
      tab.evaluate(() => [...(CSS.highlights.get('vital-few') ?? [])].map((range) => String(range)));

    await clickText(panel, '[data-field="name"] button', 'i');
    await clickText(panel, 'button', 'Show on page');
    await expect.poll(marked, { timeout: 30_000 }).toEqual(['Northwick Instruments Ltd']);
    // What the page shows is drawn with it, and the mark goes by itself.
    await expect.poll(marked, { timeout: 30_000 }).toEqual([]);
    expect(await tab.content()).toBe(before);
    await firefox.closeSidebar();
    await tab.close();
    await panel.close();
  });

  it('lets the page that was asked for be read until the tab shows another one', async () => {
    const panel = await firefox.openPanelTab();
    const tab = await firefox.browser.newPage();
    await tab.goto(site.url('northwick'));
    await firefox.pressAction(tab);
    await panel.waitForSelector('[data-party]');
    /** The address of the tab, as far as the browser tells us, and whether a script may run there. */
    const reach = (): Promise<(string | boolean)[]> =>
      panel.evaluate(async () => {
        const requests = Object.entries(await chrome.storage.session.get(null));
        const [, last] = requests.find(([key]) => key.startsWith('capture-request-')) ?? [];
        const { tabId } = last as { tabId: number };
        const { url = 'unknown' } = await chrome.tabs.get(tabId);
        const run = chrome.scripting.executeScript({ target: { tabId }, func: () => true });
        return [url, await run.then(() => true).catch(() => false)];
      });

    expect(await reach()).toEqual([site.url('northwick'), true]);
    await tab.goto(`${site.url('northwick')}team.html`);
    expect(await reach()).toEqual(['unknown', false]);
    await firefox.closeSidebar();
    await tab.close();
    await panel.close();
  });

  it('answers from a sales file in three notebooks with charts', async () => {
    const page = await firefox.openWorkspace('#/data');
    await dryRunOf(page, csv, '[data-dry-run]');
    await page.click('[data-action="import"]');

    expect(await headlineOf(page, 'pareto')).toMatch(/customers make 80% of the revenue/);
    await waitForCharts(page);
    await waitForText(page, 'Median');
    for (const [name, sentence] of [
      ['cohort', /of new customers order again/],
      ['churn', /customers who make 80% are slipping/],
    ] as const) {
      await page.evaluate(
        (to) => (window.location.hash = window.location.hash.replace(/analysis\/\w+/, `analysis/${to}`)),
        name,
      );
      expect(await headlineOf(page, name)).toMatch(sentence);
      await waitForCharts(page);
    }
    await page.close();
  });

  it('reads a file that is large enough for a second worker, to its last row', async () => {
    const file = path.join(folder, 'large.csv');
    const lines = Array.from({ length: 200_000 }, (_, i) => `C${i % 5000},2024-01-05,${i % 100}.50,${'y'.repeat(70)}`);
    writeFileSync(file, ['customer,date,amount,note', ...lines, ''].join('\n'));
    const page = await firefox.openWorkspace('#/data');
    await dryRunOf(page, file, '[data-dry-run="200000"]');
    expect(await textOf(page, 'main')).toContain('10,000,000');
    await page.close();
  });

  it.each(SALES_EXPORTS.map((make) => [make().name, make()] as const))(
    'recognises %s, imports it with one click and answers',
    async (_, exported) => {
      const file = path.join(folder, exported.name);
      writeFileSync(file, exported.bytes);
      const page = await firefox.openWorkspace('#/data');
      await dryRunOf(page, file, `[data-dry-run="${exported.used}"]`);
      const shown = await textOf(page, 'main');
      expect(shown).toContain(exported.amount);
      expect(shown).toContain(exported.system === undefined ? 'Check the columns' : `Looks like ${exported.system}`);
      await page.click('[data-action="import"]');
      expect(await headlineOf(page, 'pareto')).toContain('80% of the revenue');
      await page.close();
    },
  );

  it('takes in 2,000 contacts once, merges what is double, and takes all of it back', async () => {
    const file = path.join(folder, 'contacts.csv');
    const again = path.join(folder, 'again.csv');
    writeFileSync(file, hubspotFile(2000));
    writeFileSync(again, plantedFile(40));
    const page = await firefox.openWorkspace('#/data/contacts');
    const before = await accountsOf(page);
    expect(await reviewFile(page, file)).toEqual({ all: 2600, new: 2600 });
    await importReviewed(page, 'contacts.csv: 2,600 new, 0 changed.');
    await waitForAccounts(page, '600', '2,000');

    expect(await reviewFile(page, file)).toEqual({ all: 2600, same: 2600 });
    await waitForText(page, 'Nothing to import');
    await clickText(page, '[data-review] button', 'Cancel');
    expect(await reviewFile(page, again)).toEqual({ all: 80, same: 40, question: 40 });
    await page.select('main [data-review] select', 'new');
    await page.waitForSelector('[data-filter="new"][data-count="40"]');
    await importReviewed(page, 'again.csv: 40 new, 0 changed.');
    const doubled = await accountsOf(page);
    // Each merge looks through all records anew. contacts.test.ts does thirty; a few show that this browser does the same.
    await mergeGroups(page, 5);
    expect(await accountsOf(page)).toHaveLength(doubled.length - 5);

    await undoLatest(page, 'merge', 5);
    expect(await accountsOf(page)).toEqual(doubled);
    await undoLatest(page, 'import', 2);
    expect(await accountsOf(page)).toEqual(before);
    await page.close();
  }, 400_000);

  it('keeps everything over a restart', async () => {
    let page = await firefox.openWorkspace('#/analysis/pareto');
    const answer = await headlineOf(page, 'pareto');
    await firefox.close();
    firefox = await openFirefox({ proxyPort: proxy.port, profile });

    page = await firefox.openWorkspace('#/analysis/pareto');
    expect(await headlineOf(page, 'pareto')).toBe(answer);
    await page.close();
  });

  it('asked nothing of the network', async () => {
    expect(proxy.hosts()).toContain('qingheling.localhost');
    expect(proxy.foreign()).toEqual(['fair.localhost', 'northwick.localhost', 'qingheling.localhost']);

    const tab = await firefox.browser.newPage();
    await tab.goto('http://control.example/').catch(() => undefined);
    expect(proxy.foreign()).toContain('control.example');
  });
});
