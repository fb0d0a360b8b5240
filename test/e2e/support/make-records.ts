import type { Page } from 'puppeteer-core';
import { clickText, formOpens } from './page';

/**
 * Makes a record on the page of its kind, filling in only what it cannot be without.
 *
 * @param button what the button that adds one says
 * @returns its id; it is open beside its list
 */
export async function makeRecord(page: Page, place: string, button: string): Promise<string> {
  await page.evaluate((to) => (window.location.hash = to), place);
  await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
  await clickText(page, 'main button:not([role="tab"])', button);
  await formOpens(page);
  for (const field of await page.$$('[role="dialog"] form :is(input, textarea, select):required')) {
    const sort = await field.evaluate((one) =>
      one.ariaHasPopup === 'listbox' ? 'record' : (one as HTMLInputElement).type,
    );
    if (sort === 'record') {
      await field.click();
      await page.waitForSelector('[role="option"]', { visible: true });
      await page.$eval('[role="option"]', (option) => (option as HTMLElement).click());
      await page.waitForFunction((one) => (one as HTMLInputElement).value !== '', {}, field);
    } else if (sort === 'select-one') {
      const values = await field.$$eval('option', (options) => options.map(({ value }) => value));
      await field.select(values.at(-1) ?? '');
    } else if (sort !== 'date') await field.type('6/4');
  }
  await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
  const opened = await page.waitForSelector('[role="dialog"] [data-record]');
  return (await opened?.evaluate((one) => one.getAttribute('data-record'))) ?? '';
}

/** Makes a company on the page of companies, as a person types it; it is open beside its list. */
export async function makeCompany(
  page: Page,
  { name, website = '' }: { name: string; website?: string },
): Promise<void> {
  await page.waitForSelector('[data-action="new"]');
  await page.$eval('[data-action="new"]', (one) => (one as HTMLElement).click());
  await formOpens(page);
  for (const [label, text] of [
    ['Name', name],
    ['Web site', website],
  ] as const) {
    if (text === '') continue;
    const field = await page.waitForSelector(`::-p-xpath(//form//label[starts-with(normalize-space(.), "${label}")])`);
    await field?.click();
    await page.keyboard.type(text);
  }
  await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
  await page.waitForSelector('[role="dialog"] [data-record]');
}
