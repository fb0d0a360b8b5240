import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

const WAIT = { timeout: 10_000, interval: 100 };

/** A tab on a demo company's page, after a press of the toolbar button there, with the panel and the id of the tab. */
async function pressed(company: string): Promise<{ tab: Page; panel: Page; id: number }> {
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url(company));
  const panel = await chromium.pressAction(tab);
  const id = await panel.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
    return active?.id ?? -1;
  });
  return { tab, panel, id };
}

/** The address of a tab, as far as the browser tells us, and whether a script may run there. */
const reach = (panel: Page, id: number): Promise<(string | boolean)[]> =>
  panel.evaluate(async (tabId) => {
    const { url = 'unknown' } = await chrome.tabs.get(tabId);
    const run = chrome.scripting.executeScript({ target: { tabId }, func: () => true });
    return [url, await run.then(() => true).catch(() => false)];
  }, id);

describe('what a press of the toolbar button gives in Chromium', () => {
  it('is the tab as long as it stays on the site, reloading included, and nothing of another site', async () => {
    const { tab, panel, id } = await pressed('northwick');
    const home = site.url('northwick');
    expect(await reach(panel, id)).toEqual([home, true]);

    await tab.reload();
    expect(await reach(panel, id)).toEqual([home, true]);
    await tab.goto(`${home}team.html`);
    expect(await reach(panel, id)).toEqual([`${home}team.html`, true]);

    await tab.goto(site.url('tarnhill'));
    expect(await reach(panel, id)).toEqual(['unknown', false]);
    await tab.goto(home);
    expect(await reach(panel, id)).toEqual(['unknown', false]);
    await tab.close();
  });

  it('is no other tab of the same site', async () => {
    const { tab, panel } = await pressed('northwick');
    const other = await chromium.browser.newPage();
    await other.goto(site.url('northwick'));
    const id = await panel.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1);

    expect(await reach(panel, id)).toEqual(['unknown', false]);
    await other.close();
    await tab.close();
  });
});

describe('the panel beside a page', () => {
  it('says on the toolbar button what the page holds, until the tab shows another', async () => {
    const { tab, panel, id } = await pressed('northwick');
    const mark = (): Promise<string[]> =>
      panel.evaluate(
        async (tabId) => [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })],
        id,
      );
    await vi.waitFor(async () => expect(await mark()).toEqual(['1', 'Vital Few: 1 card found on this page']), WAIT);

    await tab.goto(`${site.url('northwick')}team.html`);
    await vi.waitFor(async () => expect((await mark())[0]).toBe(''), WAIT);
    await tab.close();
  });

  it('says when more came, leaves the document as it was, and reads it again', async () => {
    const { tab, panel } = await pressed('northwick');
    await panel.waitForSelector('[data-party]');
    const before = await tab.content();
    await tab.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'Northwick Instruments '.repeat(200);
      document.body.append(more);
    });
    await panel.waitForSelector('[data-notice="stale"]');
    const more = `<p>${'Northwick Instruments '.repeat(200)}</p>`;
    expect((await tab.content()).replace(more, '')).toBe(before);
    await panel.click('[data-notice="stale"] button');
    await panel.waitForSelector('[data-notice="stale"]', { hidden: true });
    await panel.waitForSelector('[data-party]');
    await tab.close();
  });

  it('read a page as one of the country that the user says, and the next as its own', async () => {
    const { tab, panel } = await pressed('northwick');
    const readAs = (): Promise<string[]> =>
      panel.$$eval('[data-page-bar] select', (selects) => selects.map(({ value }) => value));

    await panel.waitForSelector('[data-page-bar]');
    expect(await readAs()).toEqual(['GB', 'en-GB']);
    await panel.select('[data-page-bar] select', 'DE');
    await vi.waitFor(async () => expect(await readAs()).toEqual(['DE', 'en-GB']), WAIT);
    await chromium.pressAction(tab);
    await vi.waitFor(async () => expect(await readAs()).toEqual(['GB', 'en-GB']), WAIT);
    await tab.close();
  });
});
