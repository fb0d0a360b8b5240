import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { cellBlocks } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { clickText, downloaded, watchFaults } from './page';

/** What the menu calls a way to save, and how the names of its files end. */
export const SAVED = {
  page: { choice: 'Web page', ending: '.html' },
  workbook: { choice: 'Excel workbook', ending: '.xlsx' },
  text: { choice: 'Notebook (text)', ending: '.md' },
} as const;

/** Saves the notebook that is open by its menu. @param folder is empty, or not there yet. @returns the file */
export async function saveAs(
  browser: { keepDownloads(folder: string): Promise<void> },
  page: Page,
  as: keyof typeof SAVED,
  folder: string,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await browser.keepDownloads(folder);
  await clickText(page, 'button', 'Save as');
  await clickText(page, '[role="menuitem"]', SAVED[as].choice);
  return downloaded(folder, SAVED[as].ending);
}

/** From now on what may hold rows of the file is saved with the rest. */
export async function tickRows(page: Page): Promise<void> {
  await clickText(page, 'button', 'Save as');
  await clickText(page, '[role="menu"] label', 'which may hold rows of the file');
  await clickText(page, 'button', 'Save as');
}

/** What a reader without a network sees of a page on the disk. */
export interface SavedPage {
  readonly page: Page;
  /** Addresses that were asked for beside the file itself. Those that carry what they name are not asked for. */
  readonly asked: readonly string[];
  readonly faults: readonly string[];
}

/** Opens a page from the disk, and waits until its charts are drawn. */
export async function openSaved(browser: Browser, file: string): Promise<SavedPage> {
  const page = await browser.newPage();
  const faults = watchFaults(page);
  const own = pathToFileURL(file).href;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('data:')) asked.push(request.url());
  });
  await page.setOfflineMode(true);
  await page.goto(own);
  await page.waitForFunction(() => [...document.querySelectorAll('figure')].every((one) => one.querySelector('svg')));
  return { page, asked, faults };
}

/** How many rows its tables have, and how many marks each of its charts draws for them. */
export function contentOf(page: Page): Promise<{ readonly rows: number; readonly marks: readonly number[] }> {
  return page.evaluate(() => ({
    rows: document.querySelectorAll('tbody tr').length,
    marks: [...document.querySelectorAll('figure svg')].map((svg) => svg.querySelectorAll('.role-mark > *').length),
  }));
}

/** The text of each cell of a notebook, by its name. */
export function cellsOf(text: string): Readonly<Record<string, string>> {
  const notebook = parseNotebook(text);
  if (notebook.faults.length > 0) throw new Error(`not understood: ${JSON.stringify(notebook.faults)}`);
  return Object.fromEntries(cellBlocks(notebook).map(({ key, body }) => [key, body.trim()]));
}
