import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import type { LoggingProxy } from './logging-proxy';

export const CHROME_BUILD = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');
export const FIREFOX_BUILD = path.resolve(import.meta.dirname, '../../../.output/firefox-mv3');

export type Chromium = Awaited<ReturnType<typeof launchChromium>>;

/** Chromium with the built extension, every request through the proxy. */
export async function openChromium(
  options: { proxy?: LoggingProxy; profile?: string; language?: string } = {},
): Promise<Chromium> {
  if (!existsSync(path.join(CHROME_BUILD, 'manifest.json'))) throw new Error('Build first: npm run build');
  const { proxy, ...rest } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found.');
  return launchChromium({
    executablePath,
    extension: CHROME_BUILD,
    args: proxy ? [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'] : [],
    ...rest,
  });
}

/** Everything a page says wrong: errors in its console, exceptions, broken security policies. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

/** Clicks the first element of a kind whose text contains `text`. */
export async function clickText(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (kind, wanted) => [...document.querySelectorAll(kind)].some((element) => element.textContent?.includes(wanted)),
    { timeout: 20_000 },
    selector,
    text,
  );
  await page.evaluate(
    (kind, wanted) => {
      const found = [...document.querySelectorAll<HTMLElement>(kind)].find((element) =>
        element.textContent?.includes(wanted),
      );
      found?.click();
    },
    selector,
    text,
  );
}

export async function textOf(page: Page, selector = 'body'): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText);
}

export async function waitForText(page: Page, text: string, timeout = 30_000): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout }, text);
}

/** All rows of a table of the live database, read past the product, straight from IndexedDB. */
export async function rowsOf(page: Page, table: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (store) => {
    const open = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('cannot open'));
      });
    const name = (await indexedDB.databases())
      .map((one) => one.name ?? '')
      .find((candidate) => candidate.startsWith('vital-few-'));
    const db = await open(name ?? '');
    try {
      return await new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () =>
          resolve(request.result.map((row: Record<string, unknown>) => ('data' in row ? { ...row, data: null } : row)));
        request.onerror = () => reject(request.error ?? new Error('cannot read'));
      });
    } finally {
      db.close();
    }
  }, table);
}
