import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, pressFor, type Chromium } from './support/chromium';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, rowsOf, takeBackSaved, textOf, waitForText, watchFaults } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let proxy: LoggingProxy;
let chromium: Chromium;
const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-e2e-'));
const faults: string[] = [];

beforeAll(async () => {
  site = await startDemoSite();
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy, profile });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  await site?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const press = async (company: string, page = ''): Promise<{ tab: Page; panel: Page }> => {
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url(company, page));
  await markShown();
  const panel = await pressFor(chromium, tab, '[data-party]:not([data-before])');
  return { tab, panel };
};
/** The driver takes leave of a worker that it has closed, which may be gone by then. Any other refusal is one. */
const isGone = (cause: unknown): void => {
  if (!String(cause).includes('No session with given id')) throw cause;
};
/** The panel stays open from tab to tab: what it shows of the page before must not be taken for the next one's. */
const markShown = async (): Promise<void> => {
  const open = chromium.browser.targets().find((target) => target.url().endsWith('/sidepanel.html'));
  const panel = await open?.asPage();
  await panel?.$$eval('[data-party]', (cards) => cards.forEach((card) => card.setAttribute('data-before', '')));
};
const fieldsOf = (
  row: Record<string, unknown> | undefined,
): Record<string, { value: string; sources: { snippet: string }[] }> => row?.['fields'] as never;

describe('capture in Chromium', () => {
  it('goes from the toolbar button to a record with evidence in two actions, and back by undo', async () => {
    const { tab, panel } = await press('qingheling');
    faults.push(...watchFaults(panel));
    const before = await tab.content();

    expect(await panel.$$eval('[data-party]', (cards) => cards.map((card) => card.getAttribute('data-party')))).toEqual(
      ['company', 'person', 'person'],
    );
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Save');

    await panel.keyboard.press('Enter');
    await waitForText(panel, 'Saved: 3 records');
    const rows = await rowsOf(panel, 'records');
    const company = rows.find((row) => row['kind'] === 'company');
    const person = rows.find((row) => fieldsOf(row)['name']?.value === '王晓岚');

    expect(fieldsOf(company)['name']).toMatchObject({ value: '上海青禾岭泵业有限公司', status: 'accepted' });
    expect(fieldsOf(company)['name']?.sources[0]?.snippet).toContain('"name": "上海青禾岭泵业有限公司"');
    expect(company?.['keys']).toContain('phone:+862155550101');
    expect(fieldsOf(person)['company']?.value).toBe(company?.['id']);
    expect(await tab.content()).toBe(before);

    await takeBackSaved(panel);
    await tab.close();
  });

  it('knows a company again and adds to it only what is new', async () => {
    const first = await press('northwick');
    await first.panel.keyboard.press('Enter');
    await waitForText(first.panel, 'Saved: 1 record');
    await first.tab.close();

    const { tab, panel } = await press('northwick', 'team.html');
    await panel.waitForSelector('[data-known]');
    expect(await textOf(panel, '[data-known]')).toContain(
      'On file already: Northwick Instruments Ltd (same web domain, name)',
    );
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'Saved: 2 records');
    const kinds = (await rowsOf(panel, 'records')).map((row) => row['kind']);

    expect(kinds.toSorted()).toEqual(['company', 'person', 'person']);
    await tab.close();
  });

  it('shows evidence on demand and takes a correction as the user’s own', async () => {
    const { tab, panel } = await press('tarnhill', 'impressum.html');
    await panel.click('[data-field="name"] button');
    await waitForText(panel, 'structured data of the page (microdata)');
    await panel.keyboard.press('Escape');
    // What is typed before the button has the keyboard back would be lost to it.
    await panel.waitForFunction(() => document.activeElement === document.querySelector('[data-field="name"] button'));
    const input = await panel.waitForSelector<'input'>(
      '[data-field="name"] input[type="text"], [data-field="name"] input:not([type])' as 'input',
    );
    // Three clicks select all only when they come quickly enough, which a busy machine does not promise.
    await input?.focus();
    await input?.evaluate((one) => one.select());
    await panel.keyboard.type('Tarnhill Optik');
    await panel.waitForFunction((one) => one?.value === 'Tarnhill Optik', {}, input);
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'Saved: 1 record');
    // The panel may still show the note of the save before: the record is what counts.
    const named = async () =>
      (await rowsOf(panel, 'records')).find((row) => fieldsOf(row)['name']?.value === 'Tarnhill Optik');
    const saved = await vi.waitUntil(named, { timeout: 20_000, interval: 200 });

    expect(fieldsOf(saved)['name']).toMatchObject({ raw: 'Tarnhill Optik GmbH', status: 'typed' });
    await tab.close();
  });

  it('shows where the page says a value, and leaves the page as it was', async () => {
    const { tab, panel } = await press('northwick');
    const before = await tab.content();
    const marked = (): Promise<string[]> =>
      tab.evaluate(() => [...(CSS.highlights.get('vital-few') ?? [])].map((range) => String(range)));

    // Pressed where it stands: the foot with the buttons may lie over it.
    await clickText(panel, '[data-field="name"] button', 'i');
    await clickText(panel, 'button', 'Show on page');
    await vi.waitFor(async () => expect(await marked()).toEqual(['Northwick Instruments Ltd']), { timeout: 10_000 });
    await panel.keyboard.press('Escape');
    // What fades away still lies over the buttons below it.
    await panel.waitForSelector('.mantine-Popover-dropdown', { hidden: true });

    await clickText(panel, '[data-field="phones"] button', 'i');
    await clickText(panel, 'button', 'Show on page');
    await waitForText(panel, 'The page does not show this text');
    expect(await tab.content()).toBe(before);
    await tab.close();
  });

  it('files at once what is certain when asked to, and asks when it may be on file', async () => {
    const { tab, panel } = await press('qingheling');
    const before = (await rowsOf(panel, 'records')).length;
    /** As the background does at Alt+Shift+S, which only a person can press. */
    const askQuickly = (): Promise<void> =>
      panel.evaluate(async () => {
        const requests = Object.entries(await chrome.storage.session.get(null));
        const [key = '', last] = requests.find(([name]) => name.startsWith('capture-request-')) ?? [];
        await chrome.storage.session.set({ [key]: { ...(last as object), at: Date.now(), isQuick: true } });
      });

    await askQuickly();
    // Notes of the saves before may still be on the screen: the records are what counts.
    await vi.waitFor(async () => expect((await rowsOf(panel, 'records')).length).toBe(before + 3), { timeout: 20_000 });
    await panel.waitForSelector('[data-saved]');

    await askQuickly();
    await panel.waitForSelector('[data-known]');
    expect((await rowsOf(panel, 'records')).length).toBe(before + 3);

    // The newest note is the last.
    await panel.$$eval('button', (buttons) => buttons.findLast(({ textContent }) => textContent === 'Undo')?.click());
    await waitForText(panel, 'Undone');
    expect((await rowsOf(panel, 'records')).length).toBe(before);
    await tab.close();
  });

  it('says so when a page cannot be read', async () => {
    const tab = await chromium.browser.newPage();
    await tab.goto('chrome://version/');
    const panel = await chromium.pressAction(tab);
    await waitForText(panel, 'cannot be read by any extension');

    expect(await panel.$('[data-field]')).toBeNull();
    await tab.close();
  });

  it('says when the tab has gone to another page meanwhile', async () => {
    const { tab, panel } = await press('northwick', 'contact.html');
    await tab.goto(site.url('tarnhill'));
    await waitForText(panel, 'The tab shows another page');

    expect(await panel.$('[data-field="name"]')).not.toBeNull();
    await tab.close();
  });

  it('loses nothing acknowledged when the background worker is killed around a save', async () => {
    const before = (await rowsOf(await chromium.openWorkspace('#/settings'), 'records')).length;
    let acknowledged = 0;
    for (const [i, wait] of [0, 5, 20, 60].entries()) {
      const { tab, panel } = await press('qingheling', 'contact.html');
      if (i > 0) await clickText(panel, 'label', 'Save as new');
      const worker = await chromium.serviceWorker();
      const killed = new Promise((resolve) => setTimeout(resolve, wait)).then(() => worker?.close()).catch(isGone);
      await panel.keyboard.press('Enter');
      await waitForText(panel, 'Saved:');
      await killed;
      acknowledged++;
      await tab.close();
    }
    const rows = await rowsOf(await chromium.openWorkspace('#/settings'), 'records');

    expect(acknowledged).toBe(4);
    expect(rows.length).toBeGreaterThan(before);
    expect(rows.filter((row) => row['kind'] === 'person').length).toBeGreaterThanOrEqual(1);
  });

  it('keeps everything over a restart of the browser, and undoes it afterwards', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    const rows = await rowsOf(page, 'records');
    await chromium.close();
    chromium = await openChromium({ proxy, profile });

    const reopened = await chromium.openWorkspace('#/accounts');
    expect(await rowsOf(reopened, 'records')).toEqual(rows);
    await waitForText(reopened, 'Northwick Instruments Ltd');
    await reopened.evaluate(() => {
      window.location.hash = '#/data/history';
    });
    await clickText(reopened, '[data-batch="capture"] button', 'Undo');
    await waitForText(reopened, 'Undone');
    expect((await rowsOf(reopened, 'records')).length).toBeLessThan(rows.length);
    await reopened.evaluate(() => {
      window.location.hash = '#/data/backup';
    });
    await clickText(reopened, 'button', 'Check the data');
    await waitForText(reopened, 'All is well');
  });

  it('asked nothing of the network but the demo sites', async () => {
    console.log('hosts asked for:', proxy.hosts().join(' '));
    expect(faults).toEqual([]);
    expect(proxy.foreign().filter((host) => !host.endsWith('.localhost'))).toEqual([]);

    // The proxy does see what is asked for: a page that the test asks for itself.
    const tab = await chromium.browser.newPage();
    await tab.goto('http://control.example/').catch(() => undefined);
    expect(proxy.foreign()).toContain('control.example');
  });
});
