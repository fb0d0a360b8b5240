import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { startDirectorySite, type DirectorySite } from '@/test/support/directory-site';
import { askPanel, selectOn } from './support/ask-panel';
import { openFirefox, type Firefox } from './support/firefox';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, rowsOf, takeBackSaved, waitForText } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let directory: DirectorySite;
let proxy: LoggingProxy;
let firefox: Firefox;
let tab: Page;
let panel: Page;
const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-firefox-sites-'));

beforeAll(async () => {
  site = await startDemoSite();
  directory = await startDirectorySite();
  proxy = await startLoggingProxy();
  firefox = await openFirefox({ proxyPort: proxy.port, profile, grantsWhatIsAsked: true });
  panel = await firefox.openPanelTab();
  tab = await firefox.browser.newPage();
});
afterAll(async () => {
  await firefox?.close();
  await proxy?.close();
  await directory?.close();
  await site?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const press = async (url: string, present: string): Promise<void> => {
  await tab.goto(url);
  await firefox.pressAction(tab);
  await panel.waitForSelector(present, { timeout: 20_000 });
};
const recordsOf = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await rowsOf(panel, 'records')).filter((row) => row['kind'] === kind);

describe('sites and the menu of pages, in Firefox', () => {
  it('says which key to press when the tab goes to another site', async () => {
    await press(site.url('northwick'), '[data-party]');
    await tab.goto(site.url('tarnhill'));
    await waitForText(panel, 'The tab shows another page. Press Alt+Shift+C there to read it.');

    expect(
      await panel.$eval(
        '[data-field="name"] input[type="text"], [data-field="name"] input:not([type])',
        (input) => (input as HTMLInputElement).value,
      ),
    ).toBe('Northwick Instruments Ltd');
  });

  it('runs over the pages of a list only where the site is granted, and saves them as one batch', async () => {
    await press(directory.url(1), '[data-row]');
    await clickText(panel, 'button', 'up to 20 pages');
    await waitForText(panel, 'The next page is not open to Vital Few');
    expect(await panel.$$('[data-row]')).toHaveLength(30);

    await press(directory.url(1), '[data-row]');
    await panel.bringToFront();
    await panel.waitForFunction(
      () => document.querySelector('[data-page-bar] label') && !document.body.innerText.includes('is not open to'),
    );
    await panel.click('[data-page-bar] label');
    await panel.waitForSelector('[data-page-bar] input[type="checkbox"]:checked', { timeout: 30_000 });
    await clickText(panel, 'button', 'up to 20 pages');
    await waitForText(panel, 'The site asks you to log in', 90_000);
    expect(await panel.$$('[data-row]')).toHaveLength(90);

    await clickText(panel, 'button[type="submit"]', 'Save');
    await waitForText(panel, 'Saved: 90 records');
    expect(await recordsOf('company')).toHaveLength(90);
    await takeBackSaved(panel);
  });

  it('reads a granted site unasked, and not any more once it is taken back', async () => {
    await tab.bringToFront();
    await tab.goto(directory.url(2));
    await panel.waitForFunction(() => document.body.innerText.includes('Exhibit EB Tools Ltd'), { timeout: 20_000 });

    await panel.bringToFront();
    await panel.click('[data-page-bar] label');
    await panel.waitForSelector('[data-page-bar] input[type="checkbox"]:not(:checked)');
    await tab.bringToFront();
    await tab.goto(directory.url(1));
    await waitForText(panel, 'The tab shows another page. Press Alt+Shift+C there to read it.');
    expect(await panel.$eval('[data-list]', ({ textContent }) => textContent)).toContain('Exhibit EB Tools Ltd');
  });

  it('files a clip with its evidence', async () => {
    await press(site.url('northwick'), '[data-party]');
    const text = 'Calder flow meter CF-20: now £199.00 / piece';
    await selectOn(tab, [text]);
    await askPanel(panel, { part: { text, isLink: false }, isClip: true });
    await panel.waitForSelector('form[aria-label="Clip"]');
    await clickText(panel, 'form[aria-label="Clip"] button', 'Save');
    await waitForText(panel, 'Clipped: price.');
    const [row] = await recordsOf('price-observation');

    expect(row?.['fields']).toMatchObject({
      product: { value: 'Calder flow meter CF-20' },
      price: { value: { amount: '199.00', currency: 'GBP' }, sources: [{ kind: 'text', snippet: text }] },
    });
  });

  it('has the menu of pages until it is switched off in the settings', async () => {
    const settings = await firefox.openWorkspace('#/settings');
    const areThere = (): Promise<boolean[]> =>
      settings.evaluate(() =>
        Promise.all(
          ['page', 'selection', 'clip', 'link', 'later'].map((id) =>
            chrome.contextMenus.update(id, {}).then(
              () => true,
              () => false,
            ),
          ),
        ),
      );
    const all = [true, true, true, true, true];
    await expect.poll(areThere, { timeout: 30_000 }).toEqual(all);
    await clickText(settings, 'label', 'Menu of web pages');
    await expect.poll(areThere, { timeout: 30_000 }).toEqual(all.map(() => false));
    // The page shows the choice as soon as it is stored; a press before that would say the same once more.
    await settings.waitForSelector('input[name="page-menu"]:not(:checked)');
    await clickText(settings, 'label', 'Menu of web pages');
    await expect.poll(areThere, { timeout: 30_000 }).toEqual(all);
    await settings.close();
  });

  it('asked nothing of the network', () => {
    expect(proxy.foreign()).toEqual(['fair.localhost', 'northwick.localhost', 'tarnhill.localhost']);
  });
});
