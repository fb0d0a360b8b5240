import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';
import { clickText, downloaded, rowsOf, saveTwice, textOf, waitForText, watchFaults } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-accounts-'));

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('accounts in Chromium', () => {
  it('finds duplicates with their reason, merges them and brings them back by undo', async () => {
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

  it('does not propose again what is not the same, until that is undone', async () => {
    const page = await chromium.openWorkspace('#/accounts/duplicates');
    const faults = watchFaults(page);
    await page.waitForSelector('[data-group="same"]');
    await clickText(page, '[data-group] button', 'Not the same');
    await waitForText(page, 'Northwick Instruments Ltd will not be proposed together with the others again.');
    await waitForText(page, 'No two records look like the same company or person.');
    await clickText(page, 'button', 'Undo');
    await page.waitForSelector('[data-group="same"]');

    expect((await rowsOf(page, 'records')).filter((row) => row['kind'] === 'distinction')).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('gives what the list shows as an address book', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    await chromium.keepDownloads(folder);
    await clickText(page, 'button', 'Export');
    await clickText(page, '[role="menuitem"]', 'vCard 4.0');
    await waitForText(page, 'Exported: 2 records.');
    const file = await downloaded(folder, '.vcf');

    expect(readFileSync(file, 'utf8').match(/FN:Northwick Instruments Ltd/g)).toHaveLength(2);
  });
});
