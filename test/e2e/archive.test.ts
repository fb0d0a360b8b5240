import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { makeCompany } from './support/make-records';
import { clickText, formOpens, keyboardRests, rowsOf, waitForText, watchFaults } from './support/page';

let chromium: Chromium;
let page: Page;
const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-archive-'));
const faults: string[] = [];

beforeAll(async () => {
  chromium = await openChromium({ profile, language: 'en' });
  page = await chromium.openWorkspace('#/accounts');
  faults.push(...watchFaults(page));
});
afterAll(async () => {
  await chromium?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const open = (place: string): Promise<string> => page.evaluate((to) => (window.location.hash = to), place);
/** Goes to a place that is no record, away from any that is open. */
const go = async (place: string): Promise<void> => {
  await open(place);
  await page.waitForFunction(() => !document.querySelector('[role="dialog"]'));
};

/** Works on as somebody else, by the settings. */
async function actAs(name: string, role: string): Promise<void> {
  await go('#/settings');
  const field = await page.waitForSelector('::-p-xpath(//main//label[starts-with(normalize-space(.), "Your name")])');
  await field?.click({ count: 3 });
  const typed = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  for (let left = (await typed()).length; left > 0; left--) await page.keyboard.press('Backspace');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await waitForSetting('user-name', name);
  await page.select('main select:has(option[value="representative"])', role);
  await waitForSetting('user-role', role);
}

async function waitForSetting(name: string, value: string): Promise<void> {
  const isThere = async (): Promise<boolean> =>
    (await rowsOf(page, 'settings')).some((row) => row['id'] === name && JSON.stringify(row).includes(`"${value}"`));
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const items = async () => (await rowsOf(page, 'records')).filter((row) => row['kind'] === 'archive-item');
const stateOf = async (state: string): Promise<void> => {
  await page.waitForSelector(`[role="dialog"] [data-state="${state}"]`);
};
const fieldCalled = async (label: string) => {
  await formOpens(page);
  return page.waitForSelector(
    `::-p-xpath(//*[@role="dialog"]//form//label[starts-with(normalize-space(.), "${label}")])`,
  );
};

describe('the client archive, in Chromium', () => {
  it('files an item with three signatures, asks before it changes, and opens on request', async () => {
    await makeCompany(page, { name: 'Quarry Works' });
    await page.$eval('[data-action="archive"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-completeness]');
    const archive = await page.evaluate(() => window.location.hash);
    await actAs('Lin', 'representative');

    // An item of Lin's gets its number by itself.
    await go(archive);
    await page.waitForSelector('[data-category="contracts"]');
    await page.$eval('[data-category="contracts"]', (one) => (one as HTMLElement).click());
    await page.$eval('main [data-action="new"]', (one) => (one as HTMLElement).click());
    await (await fieldCalled('Title'))?.click();
    await page.keyboard.type('Master agreement');
    await page.$eval('[role="dialog"] [data-input="signedOn"]', (one) => (one as HTMLElement).focus());
    await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-index="contracts"] a');
    expect(await page.$eval('[data-index="contracts"] a', ({ textContent }) => textContent)).toMatch(
      /^\d{4}-2-001 Master agreement$/,
    );
    const [item] = await items();
    const id = String(item?.['id']);

    // A manager checks it, once it says when it was signed.
    await actAs('Mei', 'manager');
    await open(`#/archive/items/${id}`);
    await page.waitForSelector('[role="dialog"] [data-record]');
    await clickText(page, '[role="dialog"] button', 'Check as true');
    await waitForText(page, 'A contract needs the day on which it was signed.');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('[aria-modal="true"]').length === 1);
    await page.$eval('[role="dialog"] [data-action="empty-fields"]', (one) => (one as HTMLElement).click());
    await page.$eval('[role="dialog"] [aria-label="Edit Signed on"]', (one) => (one as HTMLElement).click());
    await (await page.waitForSelector('[role="dialog"] input[type="date"]'))?.type('03012026');
    await page.keyboard.press('Enter');
    await waitForText(page, 'Changed: Signed on.');
    await clickText(page, '[role="dialog"] button', 'Check as true');
    await stateOf('checked');

    // Lin has the client's signature, and signs; a change of the title has to be asked for.
    await actAs('Lin', 'representative');
    await open(`#/archive/items/${id}`);
    await page.waitForSelector('[role="dialog"] [data-record]');
    await clickText(page, '[role="dialog"] button', 'Client has signed');
    await (await fieldCalled('Signed for the client by'))?.click();
    await page.keyboard.type('Ines Roth');
    await page.keyboard.press('Enter');
    await stateOf('client-signed');
    await clickText(page, '[role="dialog"] button', 'Sign as handler');
    await stateOf('handler-signed');
    await page.$eval('[role="dialog"] [aria-label="Edit Title"]', (one) => (one as HTMLElement).click());
    const title = await page.waitForSelector('[role="dialog"] [data-input="title"]');
    await title?.click({ count: 3 });
    await page.keyboard.type('Framework agreement');
    await page.keyboard.press('Enter');
    await waitForText(page, 'This change needs approval');
    await keyboardRests(page, 'textarea[data-autofocus]');
    await page.keyboard.type('misread');
    // With the pointer: the question stands in front of the record.
    await page.click('::-p-xpath(//button[normalize-space(.)="Hand in for approval"])');
    await waitForText(page, 'Handed in for approval: 1 request.');
    expect(JSON.stringify((await items())[0])).toContain('Master agreement');

    // Mei approves both from Today, then it is filed.
    await actAs('Mei', 'manager');
    await go('#/today');
    await waitForText(page, 'Title: Master agreement → Framework agreement');
    for (const left of [1, 0]) {
      await page.$eval('[data-approval] button', (one) => (one as HTMLElement).click());
      await page.waitForFunction((count) => document.querySelectorAll('[data-approval]').length === count, {}, left);
    }
    await open(`#/archive/items/${id}`);
    await stateOf('approved');
    await clickText(page, '[role="dialog"] button', 'File it');
    await stateOf('filed');
    expect(JSON.stringify((await items())[0])).toContain('Framework agreement');

    // Wu sees that there is an item, not what it is, and asks.
    await actAs('Wu', 'representative');
    await go(archive);
    await waitForText(page, 'closed to you');
    expect(await page.$eval('main', ({ textContent }) => textContent)).not.toContain('agreement 2');
    await page.$eval('[data-index="contracts"] a', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-closed] textarea');
    expect(await page.$eval('[role="dialog"]', ({ textContent }) => textContent)).not.toContain('Framework');
    await page.type('[data-closed] textarea', 'audit');
    await clickText(page, '[role="dialog"] button', 'Ask for access');
    await waitForText(page, 'You have asked for access');
    await go('#/kpi');
    await waitForText(page, 'Not in the menu of your role');
    expect(faults).toEqual([]);
  });
});
