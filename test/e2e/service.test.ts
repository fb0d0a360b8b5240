import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { makeCompany } from './support/make-records';
import { clickText, formOpens, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let chromium: Chromium;
let page: Page;
let faults: string[];

beforeAll(async () => {
  chromium = await openChromium();
  page = await chromium.openWorkspace('#/accounts');
  faults = watchFaults(page);
  await makeCompany(page, { name: 'Home Stores' });
});
afterAll(async () => chromium?.close());

const go = async (place: string): Promise<void> => {
  await page.evaluate((to) => (window.location.hash = to), place);
  await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
};

/** A day goes in at once: typed, its parts would follow the language of the browser. */
function typeDay(input: Element, day: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, day);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Fills the open form: links by typing and picking, everything else as text or choice. */
async function fillForm(values: Readonly<Record<string, string>>): Promise<void> {
  await formOpens(page);
  for (const [name, text] of Object.entries(values)) {
    const field = await page.waitForSelector(`[role="dialog"] form [data-input="${name}"]`);
    const sort = await field?.evaluate(
      (one) => one.ariaHasPopup ?? ((one as HTMLInputElement).type === 'date' ? 'date' : one.tagName),
    );
    if (sort === 'SELECT') await field?.select(text);
    else if (sort === 'date') await field?.evaluate(typeDay, text);
    else await field?.asLocator().fill(text);
    if (sort === 'listbox') await clickText(page, '[role="option"]', text);
  }
  await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
}

const saved = (): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[role="dialog"] form') === null);

async function add(what: string, values: Readonly<Record<string, string>>): Promise<void> {
  await clickText(page, '[data-action="add"]', 'Add');
  await clickText(page, '[role="menuitem"]', what);
  await fillForm(values);
}

const ofKind = async (kind: string) => (await rowsOf(page, 'records')).filter((row) => row['kind'] === kind);

describe('credit and indicators in Chromium', () => {
  it('lets a client owe up to its limit, asks a manager for more, and shows it by age', async () => {
    await clickText(page, '[role="dialog"] a', 'Receivables');
    await waitForText(page, 'Nothing is owed');
    expect(await page.evaluate(() => window.location.hash)).toContain('#/receivables?company=');
    await add('settlement sheet', {
      subject: 'Main store',
      settlement: 'monthly',
      settlementDay: '25',
      creditLimit: '1000 CNY',
    });
    await saved();
    await add('receivable', { invoice: 'I-1', amount: '1000 CNY', dueOn: '2020-01-05' });
    await saved();
    await page.waitForSelector('[data-row]');
    await add('receivable', { invoice: 'I-2', amount: '0.01 CNY' });
    await waitForText(page, 'This would bring the client beyond its credit limit.');
    expect(await ofKind('receivable')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await saved();

    await add('credit approval', { purpose: 'Spring festival', amount: '10 CNY', until: '2099-12-31' });
    await saved();
    await go('#/today');
    await clickText(page, '[data-approval] button', 'Grant');
    await page.waitForFunction(() => document.querySelector('[data-approval] button') === null);
    await go('#/receivables');
    await page.waitForSelector('[data-row]');
    await add('receivable', { invoice: 'I-2', company: 'Home Stores', amount: '0.01 CNY', dueOn: '2099-01-01' });
    await saved();
    await waitForText(page, 'I-2');
    const table = await textOf(page, 'tfoot');
    expect(table.split('\t').map((cell) => cell.trim())).toEqual(
      expect.arrayContaining(['All accounts, CNY', '0.01', '1,000', '1,000.01']),
    );
    expect(await page.$('[data-over]')).toBeNull();
    await clickText(page, 'main a', 'I-1');
    await page.waitForSelector('[role="dialog"] [data-record]');
    expect(await page.evaluate(() => window.location.hash)).toContain('#/files/receivable/');
  });

  it('computes the indicators of a quarter from what is on file and typed, and leads to the records behind them', async () => {
    await go('#/files/complaint');
    await clickText(page, '[data-action="new"]', 'New complaint');
    await fillForm({ subject: 'Late lorry', company: 'Home Stores', severity: 'low', fault: 'ours' });
    await page.waitForSelector('[role="dialog"] [data-record]');
    await go('#/today');
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForSelector('[data-kpi="sales-plan"]');
    const value = (id: string) => textOf(page, `[data-kpi="${id}"] [data-value]`);
    expect(await value('sales-plan')).toBe('n/a');
    expect(await value('valid-complaints')).toBe('1');
    for (const [button, amount] of [
      ['Enter: Plan', '200 CNY'],
      ['Enter: Actual', '150 CNY'],
    ] as const) {
      await clickText(page, '[data-kpi="sales-plan"] button', button);
      await fillForm({ amount });
      await saved();
      await page.waitForFunction(
        (said) =>
          ![...document.querySelectorAll('[data-kpi="sales-plan"] button')].some((one) => one.textContent === said),
        {},
        button,
      );
    }
    await page.waitForFunction(
      () => document.querySelector('[data-kpi="sales-plan"] [data-value]')?.textContent === '75%',
    );
    expect(await textOf(page, '[data-kpi="sales-plan"]')).toContain('150 CNY ÷ 200 CNY');
    await clickText(page, '[data-kpi="sales-plan"] button', 'Trend');
    await page.waitForSelector('[data-kpi="sales-plan"] [data-drawn="true"]');
    expect(await page.$$('[data-kpi="sales-plan"] tbody tr')).toHaveLength(8);
    await clickText(page, 'main label', 'Month');
    await waitForText(page, 'Not assessed by this kind of period.');
    expect(await value('churn-count')).toBe('0');
    await clickText(page, 'main label', 'Quarter');
    await clickText(page, '[data-kpi="valid-complaints"] button', '1 record behind it');
    await clickText(page, '[data-kpi="valid-complaints"] a', 'Late lorry');
    await page.waitForSelector('[role="dialog"] [data-record]');
    expect(faults).toEqual([]);
  });
});
