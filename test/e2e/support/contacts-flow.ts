import type { Page } from 'puppeteer-core';
import { must } from '@/src/kernel/assert';
import { clickText, rowsOf, waitForText } from './page';

/** Outcome → how many rows of the file have it, as the review shows it. */
type Counts = Readonly<Record<string, number>>;

/** Picks a file of contacts and waits for what it would do. */
export async function reviewFile(page: Page, file: string): Promise<Counts> {
  await goTo(page, '#/data/contacts');
  const input = await page.waitForSelector<'input'>('main input[type="file"]' as 'input');
  await must(input, 'a place for the file').uploadFile(file);
  await page.waitForSelector('[data-review]', { timeout: 60_000 });
  return countsOf(page);
}

function countsOf(page: Page): Promise<Counts> {
  return page.$$eval('[data-filter]', (chips) =>
    Object.fromEntries(
      chips.map((chip) => [chip.getAttribute('data-filter') ?? '', Number(chip.getAttribute('data-count'))]),
    ),
  );
}

/** Imports what is under review and waits for the sentence that says what came of it. */
export async function importReviewed(page: Page, sentence: string): Promise<void> {
  await page.waitForSelector('[data-action="import-contacts"]:enabled');
  await page.$eval('[data-action="import-contacts"]', (button) => (button as HTMLElement).click());
  await waitForText(page, sentence, 60_000);
}

/** Merges the first group of duplicates, so many times, each time waiting until one record less is there. */
export async function mergeGroups(page: Page, times: number): Promise<void> {
  await goTo(page, '#/accounts/duplicates');
  for (let i = 0; i < times; i++) {
    const groups = await groupsOf(page);
    await clickText(page, '[data-group] button', 'Merge 2 records');
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-group]').length === before - 1,
      { timeout: 30_000 },
      groups,
    );
  }
}

/** How many groups of duplicates the page shows, as soon as it shows any. */
export async function groupsOf(page: Page): Promise<number> {
  await page.waitForSelector('[data-group]', { timeout: 60_000 });
  return (await page.$$('[data-group]')).length;
}

/** Takes back what the history lists under a cause, the newest first, so many times. */
export async function undoLatest(page: Page, cause: 'merge' | 'import', times: number): Promise<void> {
  await goTo(page, '#/data/history');
  const buttons = `[data-batch="${cause}"] button`;
  for (let i = 0; i < times; i++) {
    await page.waitForSelector(buttons);
    const before = (await page.$$(buttons)).length;
    await page.$eval(buttons, (button) => (button as HTMLElement).click());
    await page.waitForFunction(
      (selector, left) => document.querySelectorAll(selector).length === left,
      { timeout: 60_000 },
      buttons,
      before - 1,
    );
  }
}

/** What the page of the accounts says it holds, as soon as it says these numbers. */
export async function waitForAccounts(page: Page, companies: string, people: string): Promise<void> {
  await goTo(page, '#/accounts/people');
  await waitForText(page, `${companies} companies · ${people} people`);
  await page.waitForSelector('[role="grid"] [data-cell]');
  await waitForText(page, `${people} of ${people}`);
}

/** Everything on file that is not history: companies and people with their fields and their state. */
export async function accountsOf(page: Page): Promise<readonly unknown[]> {
  const rows = await rowsOf(page, 'records');
  return rows.filter(({ kind }) => kind === 'company' || kind === 'person');
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (window.location.hash = to), hash);
}
