import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';
import { clickText, rowsOf, saveTwice, textOf, waitForText, watchFaults } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

describe('duplicates in Chromium', () => {
  it('are found with their reason, merged value by value, and come back by undo', async () => {
    const tab = await chromium.browser.newPage();
    await tab.goto(site.url('northwick'));
    await saveTwice(chromium, tab);
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    const before = (await rowsOf(page, 'records')).filter((row) => row['kind'] === 'company');
    await clickText(page, 'a', 'Find duplicates');
    await page.waitForSelector('[data-group="same"]');

    expect(before).toHaveLength(2);
    expect(await textOf(page, '[data-group]')).toContain('same web domain, e-mail, phone, name');
    await clickText(page, '[data-group] button', 'Merge 2 records');
    await waitForText(page, 'Merged into Northwick Instruments Ltd.');
    await waitForText(page, 'No two records look like the same company or person.');
    const merged = (await rowsOf(page, 'records')).filter((row) => row['kind'] === 'company');

    expect(merged).toEqual([before[0]]);
    await clickText(page, 'button', 'Undo');
    await page.waitForSelector('[data-group="same"]');
    expect((await rowsOf(page, 'records')).filter((row) => row['kind'] === 'company')).toEqual(before);
    expect(faults).toEqual([]);
  });
});
