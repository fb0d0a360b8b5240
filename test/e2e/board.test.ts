import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';
import { clickText, formOpens, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url('northwick'));
  const panel = await chromium.pressAction(tab);
  await panel.waitForSelector('[data-party]');
  await clickText(panel, 'button', 'Save');
  await waitForText(panel, 'Saved: 1 record');
  await tab.close();
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

/** Types into the field of the dialog that has this name. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.locator(`[role="dialog"] ::-p-aria(${label})`).fill(text);
}

/** The names of what a dialog asks for. */
const askedIn = (page: Page): Promise<string[]> =>
  page.$$eval('[role="dialog"] label', (labels) => labels.map((label) => (label as HTMLElement).innerText));

const visitOf = async (page: Page): Promise<Record<string, unknown> | undefined> =>
  (await rowsOf(page, 'records')).find(({ kind }) => kind === 'visit');

const inColumn = (state: string): string => `[data-column="${state}"] [data-card]`;

describe('the board of the visits in Chromium', () => {
  it('asks for exactly what a visit needs to be done, lets it pass, and takes it back', async () => {
    const page = await chromium.openWorkspace('#/files/visit');
    const faults = watchFaults(page);
    await clickText(page, 'main button', 'New visit');
    await formOpens(page);
    await fill(page, 'Purpose', 'Show the new pumps');
    await fill(page, 'Company', 'Northwick');
    await clickText(page, '[role="option"]', 'Northwick Instruments Ltd');
    await clickText(page, '[role="dialog"] button', 'Save');
    await page.waitForSelector('[data-record]');
    const planned = await visitOf(page);
    expect(planned).toMatchObject({ state: 'planned', fields: { purpose: expect.anything() } });

    await page.evaluate(() => (window.location.hash = '#/files/visit?as=board'));
    await page.waitForSelector(inColumn('planned'));
    await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    await page.click('[aria-label="Move “Show the new pumps” to…"]');
    await clickText(page, '[role="menuitem"]', 'Done');
    await formOpens(page);
    expect(await textOf(page, '[role="dialog"]')).toContain('2 things are missing before it can move on.');
    expect(await askedIn(page)).toEqual(['Means *', 'Report *', 'Reason']);

    await fill(page, 'Report', 'They want an offer.');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await page.waitForSelector('[role="dialog"] [aria-invalid="true"]');
    expect(await visitOf(page)).toEqual(planned);
    await page.select('[role="dialog"] select', 'phone');
    await clickText(page, '[role="dialog"] button[type="submit"]', 'Move on');
    await waitForText(page, 'Show the new pumps: Report (Done).');
    await page.waitForSelector(inColumn('done'));
    expect(await page.$(inColumn('planned'))).toBeNull();
    expect(await visitOf(page)).toMatchObject({ state: 'done', fields: { report: expect.anything() } });

    await clickText(page, 'output [data-tone="good"]:last-child button', 'Undo');
    await page.waitForSelector(inColumn('planned'));
    expect(await page.$(inColumn('done'))).toBeNull();
    expect(await visitOf(page)).toEqual(planned);
    expect(faults).toEqual([]);
  });
});
