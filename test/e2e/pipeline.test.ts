import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { makeCompany } from './support/make-records';
import { chooseByKeys, clickText, formOpens, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let chromium: Chromium;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.locator(`[role="dialog"] ::-p-aria(${label})`).fill(text);
}

/** Adds an opportunity to the scheme whose board is open; it is open beside it, and closed again. */
async function add(page: Page, title: string, amount: string): Promise<void> {
  await clickText(page, 'main button', 'New opportunity');
  await formOpens(page);
  await fill(page, 'Title', title);
  await fill(page, 'Company', 'Northwick');
  await clickText(page, '[role="option"]', 'Northwick Instruments');
  await fill(page, 'Amount', amount);
  await clickText(page, '[role="dialog"] button[type="submit"]', 'Save');
  await page.waitForSelector('[data-record] [data-steps]');
  await close(page);
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
}

/** By keyboard alone: the menu of the card, the step, and back where the card then stands. */
async function moveByKeys(page: Page, title: string, step: string): Promise<void> {
  const card = await page.waitForSelector(`::-p-xpath(//*[@data-card]//button[normalize-space(.)="${title}"])`);
  // A dialog that has just closed gives the keyboard back where it was before, a moment later.
  await expect
    .poll(
      async () => {
        await card?.press('m');
        return page.waitForSelector('[role="menuitem"]', { timeout: 2_000 }).catch(() => null);
      },
      { timeout: 30_000 },
    )
    .not.toBeNull();
  await chooseByKeys(page, step);
}

const inColumn = (step: string): string => `[data-column="${step}"] [data-card]`;
const askedIn = (page: Page): Promise<string[]> =>
  page.$$eval('[role="dialog"] [data-criterion]', (all) => all.map((one) => one.getAttribute('data-criterion') ?? ''));
const opportunityOf = async (page: Page): Promise<Record<string, unknown>> => {
  const found = (await rowsOf(page, 'records')).find(({ kind }) => kind === 'opportunity');
  return (found?.['fields'] ?? {}) as Record<string, unknown>;
};

describe('the pipeline in Chromium', () => {
  it('walks an opportunity through the six phases by keyboard, asking for the evidence of each key node', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    await makeCompany(page, { name: 'Northwick Instruments' });
    await page.evaluate(() => (window.location.hash = '#/pipeline/board?scheme=six-phase'));
    await waitForText(page, 'No open opportunity follows this scheme.');
    await add(page, 'Pumps for the quarry', '120000 CNY');
    await page.waitForSelector(inColumn('development'));
    const before = await opportunityOf(page);

    await moveByKeys(page, 'Pumps for the quarry', 'Project approval');
    await formOpens(page);
    expect(await textOf(page, '[role="dialog"]')).toContain('7 things are missing.');
    expect(await askedIn(page)).toEqual(['project-information']);
    await fill(page, 'Accurate project information', 'Notes of the site visit');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await waitForText(page, 'This is still missing.');
    expect(await opportunityOf(page)).toEqual(before);
    for (const name of ['Budget', 'Timetable', 'Competition', 'Decision', 'Priority'])
      await fill(page, `${name} (1–5)`, '4');
    await page.select('[role="dialog"] select', 'fits');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await page.waitForSelector(inColumn('approval'));
    await page.waitForFunction(() => document.activeElement?.textContent === 'Pumps for the quarry');

    await clickText(page, 'output [data-tone="good"]:last-child button', 'Undo');
    await page.waitForSelector(inColumn('development'));
    expect(await opportunityOf(page)).toEqual(before);

    await moveByKeys(page, 'Pumps for the quarry', 'Implementation');
    await formOpens(page);
    const nodes = ['project-information', 'pre-sales-approval', 'relations', 'bid', 'contract'];
    expect(await askedIn(page)).toEqual(nodes);
    for (const id of nodes) {
      const text = await page.waitForSelector(`[data-criterion="${id}"] textarea`);
      await text?.type(`Minutes on ${id}`);
    }
    for (const name of ['Budget', 'Timetable', 'Competition', 'Decision', 'Priority'])
      await fill(page, `${name} (1–5)`, '4');
    await page.select('[role="dialog"] select', 'fits');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await page.waitForSelector(inColumn('implementation'));
    expect(faults).toEqual([]);
  }, 60_000);

  it('records the last node beside the board, and goes back only with a reason', async () => {
    const page = await chromium.openWorkspace('#/pipeline/board?scheme=six-phase');
    const faults = watchFaults(page);
    await clickText(page, '[data-card] button', 'Pumps for the quarry');
    await clickText(page, '[data-steps] button', 'Record evidence');
    await fill(page, 'Acceptance and project closure', 'Signed acceptance');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Record');
    await waitForText(page, 'Pumps for the quarry: evidence recorded.');
    await page.waitForSelector('[data-steps] [data-met="true"]');
    expect(await textOf(page, '[data-rating]')).toBe('Rating: 20 of 25');
    await close(page);

    await moveByKeys(page, 'Pumps for the quarry', 'Bidding');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await waitForText(page, 'Give a reason first.');
    await fill(page, 'Reason', 'The bid is invited again');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await page.waitForSelector(inColumn('bidding'));
    expect(faults).toEqual([]);
  }, 60_000);

  it('weighs the funnel exactly, draws it, and says it as a table', async () => {
    const page = await chromium.openWorkspace('#/pipeline/board?scheme=eight-step');
    const faults = watchFaults(page);
    await add(page, 'Valves', '1000.10 CNY');
    await page.evaluate(() => (window.location.hash = '#/pipeline/forecast?scheme=eight-step'));
    await page.waitForSelector('[data-chart="funnel-CNY"][data-drawn="true"]', { timeout: 30_000 });
    const total = await page.$$eval('[data-figures="funnel"] [data-row="@total"] > *', (cells) =>
      cells.map(({ textContent }) => textContent),
    );
    expect(total).toEqual(['Total', '1', '', '1,000.10 CNY', '50.005 CNY']);
    expect(await textOf(page, '[data-figures="times"] [data-row="project-approval"]')).toContain('1');
    await waitForText(page, 'Nothing was lost so far.');
    expect(faults).toEqual([]);
  }, 60_000);

  it('copies a scheme that comes with the product, and keeps the copy', async () => {
    const page = await chromium.openWorkspace('#/pipeline/schemes');
    const faults = watchFaults(page);
    await clickText(page, '[data-scheme="eight-step"] button', 'Copy and change');
    await fill(page, 'Name of step 1', 'First call');
    await fill(page, 'Name of the scheme', 'House way');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Save');
    await waitForText(page, 'Kept: “House way”.');
    await waitForText(page, 'Steps: First call → Solution setting');
    expect(faults).toEqual([]);
  }, 60_000);
});
