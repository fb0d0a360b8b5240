import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDirectorySite, type DirectorySite } from '@/test/support/directory-site';
import { openChromium, type Chromium } from './support/chromium';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, rowsOf, takeBackSaved, waitForText, watchFaults } from './support/page';

let site: DirectorySite;
let proxy: LoggingProxy;
let chromium: Chromium;
let tab: Page;
const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-lists-'));
const faults: string[] = [];

beforeAll(async () => {
  site = await startDirectorySite();
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy, profile });
  tab = await chromium.browser.newPage();
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  await site?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const MESSAGE = `王建国 采购总监 13800138001
李晓红 财务经理 13800138002
赵志强 设备主管 13800138003
陈美玲 行政经理 13800138004
周海涛 总经理 13800138005`;

const companiesIn = async (panel: Page): Promise<number> =>
  (await rowsOf(panel, 'records')).filter((row) => row['kind'] === 'company').length;

describe('many records at once, in Chromium', () => {
  it('saves thirty rows of a page in two actions, and takes them back in one', async () => {
    await tab.goto(site.url(1));
    const panel = await chromium.pressAction(tab);
    faults.push(...watchFaults(panel));
    await panel.waitForSelector('[data-row]', { timeout: 20_000 });
    expect((await panel.$$('[data-row]')).length).toBe(30);

    await panel.keyboard.press('Enter');
    await waitForText(panel, 'Saved: 30 records');
    expect(await companiesIn(panel)).toBe(30);
    await takeBackSaved(panel);
  });

  it('goes on over the pages of the list until the site asks to log in', async () => {
    await tab.goto(site.url(1));
    const panel = await chromium.pressAction(tab);
    await panel.waitForSelector('[data-row]', { timeout: 20_000 });
    await clickText(panel, 'button', 'Read the next page too');
    await waitForText(panel, '60 rows so far');
    await clickText(panel, 'button', 'up to 20 pages');
    await waitForText(panel, 'The site asks you to log in');
    expect((await panel.$$('[data-row]')).length).toBe(90);

    await panel.click('button[type="submit"]');
    await waitForText(panel, 'Saved: 90 records');
    expect(await companiesIn(panel)).toBe(90);
    const records = await rowsOf(panel, 'records');
    const urls = new Set(records.map((row) => /"url":"([^"]+)"/.exec(JSON.stringify(row))?.[1]));
    expect([...urls].sort()).toEqual([site.url(1), site.url(2), site.url(3)]);
    await takeBackSaved(panel);
  });

  it('files a pasted message of five people', async () => {
    const panel = await chromium.pressAction(tab);
    await panel.waitForSelector('[data-page-bar]');
    await clickText(panel, '[role="tab"]', 'Inbox');
    const box = await panel.waitForSelector('[role="tabpanel"]:not([style*="none"]) textarea');
    await box?.focus();
    await (await panel.createCDPSession()).send('Input.insertText', { text: MESSAGE });
    await clickText(panel, '[role="tabpanel"]:not([style*="none"]) button', 'Read the text');
    await panel.waitForFunction(() => document.querySelectorAll('[data-row="person"]').length === 5);
    await panel.click('button[type="submit"]');
    await waitForText(panel, 'Saved: 5 records');
    const people = (await rowsOf(panel, 'records')).filter((row) => row['kind'] === 'person');
    expect(people.map((row) => /"value":"([^"]+)"/.exec(JSON.stringify(row))?.[1]).length).toBe(5);
    expect(people.flatMap((row) => row['keys'] as string[])).toContain('phone:+8613800138005');
  });

  it('keeps a page for later in the Inbox, from where it is filed', async () => {
    await tab.goto(site.url(2));
    const panel = await chromium.pressAction(tab);
    await panel.waitForSelector('[data-row]', { timeout: 20_000 });
    await clickText(panel, 'button', 'Keep for later');
    await waitForText(panel, 'Kept in the Inbox.');
    await clickText(panel, '[role="tab"]', 'Inbox');
    await clickText(panel, '[data-item] button', 'Look at it');
    await panel.waitForSelector('[data-row]');
    await panel.click('button[type="submit"]');
    await waitForText(panel, 'Saved: 30 records');
    expect((await rowsOf(panel, 'records')).some((row) => row['kind'] === 'inbox-item')).toBe(false);
  });

  it('says nothing wrong and asks nothing of the network', () => {
    expect(faults).toEqual([]);
    expect(proxy.foreign()).toEqual(['fair.localhost']);
  });
});
