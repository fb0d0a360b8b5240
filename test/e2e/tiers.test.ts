import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { makeCompany } from './support/make-records';
import { formOpens, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let proxy: LoggingProxy;
let chromium: Chromium;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-tiers-'));
const sales = path.join(folder, 'orders 2025.csv');

/** Quill 3,000 a month in 2025, Oxbow 20,000; in 2024 Quill less than 3,000. */
const LINES = [
  'Customer code,Customer name,Order date,Net amount (CNY)',
  'K-100,Quill Tools Ltd,2024-01-05,12000',
  'K-200,Oxbow Cranes,2024-06-01,240000',
  'K-100,Quill Tools Ltd,2025-01-05,18000',
  'K-100,Quill Tools Ltd,2025-07-05,18000',
  'K-200,Oxbow Cranes,2025-02-01,120000',
  'K-200,Oxbow Cranes,2025-12-31,120000',
];

beforeAll(async () => {
  writeFileSync(sales, LINES.join('\n'));
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const press = (page: Page, selector: string): Promise<void> =>
  page.waitForSelector(selector).then(() => page.$eval(selector, (one) => (one as HTMLElement).click()));
const go = (page: Page, to: string): Promise<void> => page.evaluate((hash) => void (window.location.hash = hash), to);
const kindsOf = async (page: Page, kind: string): Promise<Record<string, unknown>[]> =>
  (await rowsOf(page, 'records')).filter((row) => row['kind'] === kind);

async function importSales(page: Page): Promise<void> {
  await go(page, '#/data');
  await page.waitForSelector('[data-over]');
  await dropFile(page, sales);
  await press(page, '[data-action="import"]');
  await page.waitForFunction(() => !window.location.hash.startsWith('#/data'));
}

describe('tiers, key list and visits in Chromium', () => {
  it('go the whole way: tiers, a company in its tier by a file, the frozen list, a month planned in three presses', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    await makeCompany(page, { name: 'Quill Tools' });
    const place = await page.evaluate(() => window.location.hash);
    await importSales(page);

    await go(page, '#/accounts/tiers');
    await press(page, '[data-action="install-tiers"]');
    await expect.poll(() => kindsOf(page, 'tier'), { timeout: 20_000 }).toHaveLength(3);

    await go(page, place);
    await press(page, '[data-customer="K-100"] [data-action="same"]');
    await press(page, '[data-action="tier-from-file"]');
    await page.waitForSelector('[data-tier-basis="file"]');
    const standing = await textOf(page, '[data-standing]');
    expect(standing).toContain('Tier: Crystal');
    expect(standing).toContain('3,000.00 CNY a month');
    expect(standing).toContain('orders 2025');

    await go(page, '#/accounts/tiers');
    await press(page, '[data-action="freeze"]');
    await page.waitForSelector('[data-key-list="2026"]');
    expect(await textOf(page, '[data-key-list="2026"]')).toContain('2 accounts');
    await press(page, '[data-action="freeze"]');
    await page.waitForFunction(() => document.querySelectorAll('[data-key-list]').length === 1);
    await page.waitForSelector('[data-changes]');
    const changes = await textOf(page, '[data-changes]');
    expect(changes).toMatch(/New: 1\s+Quill Tools Ltd/);
    expect(changes).toContain('Stayed: 1');

    await press(page, '[data-band] [data-action="join-band"]');
    await formOpens(page);
    const team = await page.waitForSelector('[role="dialog"] form input');
    await team?.type('Band team');
    await press(page, '[role="dialog"] form button[type="submit"]');
    await waitForText(page, 'One team: Band team');

    // Three presses: the room, the plan, to file it.
    await go(page, '#/today');
    await press(page, 'nav a[href="#/visits"]');
    await page.waitForSelector('[data-account="Quill Tools"]');
    await press(page, '[data-action="plan-month"]');
    await page.waitForSelector('[data-plan]');
    await press(page, '[data-action="plan"]');
    await page.waitForSelector('[data-week]');
    const planned = await kindsOf(page, 'visit');
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.every((row) => row['state'] === 'planned')).toBe(true);
    // The newest sentence is the last.
    await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
    await expect.poll(() => kindsOf(page, 'visit'), { timeout: 20_000 }).toEqual([]);
    expect([faults, proxy.foreign()]).toEqual([[], []]);
    await page.close();
  });
});
