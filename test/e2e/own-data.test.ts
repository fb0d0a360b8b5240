import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { formOpens, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let proxy: LoggingProxy;
let chromium: Chromium;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-own-data-'));
const sales = path.join(folder, 'orders 2026.csv');

/** Quill every 30 days until July, Oxbow every 20 to the end. */
function salesText(): string {
  const start = Date.UTC(2026, 0, 1);
  const line = (name: string, code: string, day: number, amount: string): string =>
    `${code},${name},${new Date(start + day * 86_400_000).toISOString().slice(0, 10)},${amount}`;
  const quill = Array.from({ length: 7 }, (_, i) => line('Quill Tools Ltd', 'K-100', i * 30, '100.10'));
  const oxbow = Array.from({ length: 16 }, (_, i) => line('Oxbow Cranes', 'K-200', i * 20, '1000'));
  return ['Customer code,Customer name,Order date,Net amount (EUR)', ...quill, ...oxbow].join('\n');
}

beforeAll(async () => {
  writeFileSync(sales, salesText());
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

async function makeCompany(page: Page, name: string): Promise<void> {
  await press(page, '[data-action="new"]');
  await formOpens(page);
  const field = await page.waitForSelector(`::-p-xpath(//form//label[starts-with(normalize-space(.), "Name")])`);
  await field?.click();
  await page.keyboard.type(name);
  await press(page, '[role="dialog"] form button[type="submit"]');
  await page.waitForSelector('[role="dialog"] [data-record]');
}

describe('own sales data in Chromium', () => {
  it('go the whole way: nothing yet, a file, a customer with its reason, its figures, their rows, undo', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    await makeCompany(page, 'Quill Tools');
    await waitForText(page, 'No sales file has been imported yet.');
    const place = await page.evaluate(() => window.location.hash);
    await press(page, '[data-own-data] a');
    await page.waitForSelector('[data-over]');
    await dropFile(page, sales);
    await press(page, '[data-action="import"]');
    await page.waitForFunction(() => !window.location.hash.startsWith('#/data'));

    await page.evaluate((to) => (window.location.hash = to), place);
    await page.waitForSelector('[data-customer="K-100"]');
    expect(await textOf(page, '[data-customer="K-100"]')).toContain('Same name: Quill Tools Ltd in the file');
    expect(await page.$('[data-customer="K-200"]')).toBeNull();
    await press(page, '[data-action="same"]');
    await page.waitForSelector('[data-figure="value"]');

    const block = await textOf(page, '[data-own-dataset]');
    expect(block).toContain('700.70 EUR');
    expect(block).toContain('2 of 2 customers, 4.2% of the revenue');
    expect(block).toContain('every 30 days');
    expect(block).toContain('lost: usually every 30 days, now 120');
    await press(page, '[data-figure="value"] button');
    await page.waitForFunction(() => document.querySelectorAll('[role="dialog"] table tbody tr').length >= 7);
    await waitForText(page, 'Rows of the file: K-100');
    // It leaves the rows, not the company behind them.
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('[aria-modal="true"]').length === 1);

    const said = (await rowsOf(page, 'records')).filter(({ kind }) => kind === 'customer-match');
    expect(said).toHaveLength(1);
    await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
    await page.waitForSelector('[data-customer="K-100"]');
    expect((await rowsOf(page, 'records')).filter(({ kind }) => kind === 'customer-match')).toEqual([]);
    expect([faults, proxy.foreign()]).toEqual([[], []]);
    await page.close();
  });
});
