import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Chromium } from './chromium';

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
      // Where a person would have it: what opens beside a button that is out of sight is not shown.
      found?.scrollIntoView({ block: 'center' });
      found?.click();
    },
    selector,
    text,
  );
}

/** Captures the page of a tab and saves it, and again as if it were not known. */
export async function saveTwice(chromium: Chromium, tab: Page): Promise<void> {
  for (const isKnown of [false, true]) {
    const panel = await chromium.pressAction(tab);
    await panel.waitForSelector('[data-party]', { timeout: 20_000 });
    if (isKnown) {
      await panel.waitForSelector('[data-known]');
      await panel.evaluate(() => document.querySelector<HTMLElement>('[data-known] input[value="new"]')?.click());
    }
    await panel.click('button[type="submit"]');
    await panel.waitForFunction(() => document.querySelector('[data-party]') === null, { timeout: 20_000 });
  }
}

/** Takes back what the panel has just saved. A note of an undo before may still be shown: the records are what counts. */
export async function takeBackSaved(panel: Page): Promise<void> {
  await clickText(panel, '[data-saved] button', 'Undo');
  await expect.poll(() => rowsOf(panel, 'records'), { timeout: 30_000 }).toEqual([]);
}

/** The first file with this ending in a folder, as soon as it is there whole: Firefox writes beside an empty one. */
export async function downloaded(folder: string, ending: string): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const names = readdirSync(folder);
    const found = names.find((name) => name.endsWith(ending));
    if (found !== undefined && !names.some((name) => name.endsWith('.part'))) return path.join(folder, found);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No ${ending} was downloaded.`);
}

/**
 * Waits until the keyboard has come to such an element and stays there: a menu or a dialog that opens takes it to its
 * first field, and once more a moment later, from wherever it is by then.
 */
export async function keyboardRests(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    async (wanted) => {
      const at = document.activeElement;
      if (!at?.matches(wanted)) return false;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return document.activeElement === at;
    },
    { timeout: 30_000 },
    selector,
  );
}

/** Waits for the form of a dialog that can be typed in. */
export async function formOpens(page: Page): Promise<void> {
  await page.waitForSelector('[role="dialog"] form');
  await keyboardRests(page, '[role="dialog"] *');
}

/** Chooses by the keyboard, in the menu that has just been opened, the item that begins so. */
export async function chooseByKeys(page: Page, beginning: string): Promise<void> {
  await keyboardRests(page, '[role="menuitem"]');
  const at = await page.$$eval(
    '[role="menuitem"]',
    (items, text) => items.findIndex((item) => item.textContent?.startsWith(text)),
    beginning,
  );
  expect(at).toBeGreaterThanOrEqual(0);
  for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

export async function textOf(page: Page, selector = 'body'): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText);
}

/** Whether there are charts and all of them are drawn. */
export function chartsDrawn(page: Page): Promise<boolean> {
  return page.$$eval(
    '[data-chart]',
    (charts) => charts.length > 0 && charts.every((chart) => chart.getAttribute('data-drawn') === 'true'),
  );
}

export async function waitForText(page: Page, text: string, timeout = 30_000): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout }, text);
}

/**
 * All rows of a table of the live database, read past the product, straight from IndexedDB. They travel as one text: the
 * driver of Firefox would describe each value of each record by itself.
 */
export async function rowsOf(page: Page, table: string): Promise<Record<string, unknown>[]> {
  const text = await page.evaluate(async (store) => {
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
      const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () =>
          resolve(request.result.map((row: Record<string, unknown>) => ('data' in row ? { ...row, data: null } : row)));
        request.onerror = () => reject(request.error ?? new Error('cannot read'));
      });
      return JSON.stringify(rows);
    } finally {
      db.close();
    }
  }, table);
  // Safe: what the page wrote a moment ago.
  return JSON.parse(text) as Record<string, unknown>[];
}
