import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { makeCompany, makeRecord } from './support/make-records';
import { clickText, formOpens, rowsOf, waitForText, watchFaults } from './support/page';

let proxy: LoggingProxy;
let chromium: Chromium;

beforeAll(async () => {
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
});

const go = (page: Page, to: string): Promise<void> => page.evaluate((hash) => void (window.location.hash = hash), to);
const stateOf = async (page: Page, id: string): Promise<unknown> =>
  (await rowsOf(page, 'records')).find((row) => row['id'] === id)?.['state'];
const menu = (page: Page): Promise<string[]> =>
  page.$$eval('nav li a', (links) => links.map((link) => link.getAttribute('href') ?? ''));

describe('the day in Chromium', () => {
  it('says what lands there, lists what is to be done, and does it with one click and what is missing', async () => {
    const page = await chromium.openWorkspace('#/today');
    const faults = watchFaults(page);
    await waitForText(page, 'Nothing waits for you today');

    await go(page, '#/accounts');
    await makeCompany(page, { name: 'Quarry Works' });
    const complaint = await makeRecord(page, '#/files/complaint', 'New complaint');
    await go(page, '#/today');
    const line = '[aria-labelledby="duties"] li';
    await page.waitForFunction((one) => document.querySelector(one)?.textContent?.includes('Apologise'), {}, line);
    await clickText(page, `${line} button`, 'Investigate');
    await formOpens(page);
    const apology = await page.waitForSelector('[role="dialog"] [data-input="apology"]');
    await apology?.type('By phone, today');
    await clickText(page, '[role="dialog"] button', 'Move on');
    await expect.poll(() => stateOf(page, complaint), { timeout: 20_000 }).toBe('investigating');
    // No day is set for what comes next: it stays in sight among the open complaints.
    await waitForText(page, '1 open complaint');
    // The newest sentence is the last.
    await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
    await expect.poll(() => stateOf(page, complaint), { timeout: 20_000 }).toBe('received');
    await page.waitForFunction(() => document.querySelector('[aria-labelledby="complaints"]') === null);

    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await waitForText(page, 'KPI board');
    expect(await menu(page)).toContain('#/kpi');
    await go(page, '#/settings');
    await page.waitForSelector('main select');
    await page.evaluate(() => {
      const role = [...document.querySelectorAll('select')].find((one) =>
        [...one.options].some(({ value }) => value === 'representative'),
      );
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(role, 'representative');
      role?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => menu(page), { timeout: 20_000 }).not.toContain('#/kpi');
    expect(await menu(page)).toContain('#/data');
    expect([faults, proxy.foreign()]).toEqual([[], []]);
    await page.close();
  });
});
