import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import {
  accountsOf,
  goTo,
  groupsOf,
  importReviewed,
  mergeGroups,
  reviewFile,
  undoLatest,
  waitForAccounts,
} from './support/contacts-flow';
import { hubspotFile, plantedFile, sparseFile } from './support/hubspot-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, rowsOf, waitForText, watchFaults } from './support/page';

let proxy: LoggingProxy;
let chromium: Chromium;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-contacts-'));
const fileOf = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(async () => {
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a file of 2,000 contacts in Chromium', () => {
  it('comes in, once only, is merged where it is double, and goes again as if it had never been there', async () => {
    const page = await chromium.openWorkspace('#/data/contacts');
    const faults = watchFaults(page);
    expect(await reviewFile(page, fileOf('before.csv', sparseFile(3)))).toEqual({ all: 6, new: 6 });
    await importReviewed(page, 'before.csv: 6 new, 0 changed.');
    const before = await accountsOf(page);

    const file = fileOf('contacts.csv', hubspotFile(2000));
    expect(await reviewFile(page, file)).toEqual({ all: 2600, new: 2594, update: 6 });
    await importReviewed(page, 'contacts.csv: 2,594 new, 6 changed.');
    await waitForAccounts(page, '600', '2,000');
    const imported = await accountsOf(page);

    expect(await reviewFile(page, file)).toEqual({ all: 2600, same: 2600 });
    expect(
      await page.$eval('[data-action="import-contacts"]', (one) => [one.textContent, one.matches(':disabled')]),
    ).toEqual(['Nothing to import', true]);

    await clickText(page, '[data-review] button', 'Cancel');

    expect(await reviewFile(page, fileOf('again.csv', plantedFile(40)))).toEqual({ all: 80, same: 40, question: 40 });
    await page.select('main [data-review] select', 'new');
    await page.waitForSelector('[data-filter="new"][data-count="40"]');
    await importReviewed(page, 'again.csv: 40 new, 0 changed.');
    await goTo(page, '#/accounts/duplicates');
    expect(await groupsOf(page)).toBe(40);
    const doubled = await accountsOf(page);
    await mergeGroups(page, 30);
    expect(await accountsOf(page)).toHaveLength(doubled.length - 30);

    await undoLatest(page, 'merge', 30);
    expect(await accountsOf(page)).toEqual(doubled);
    await undoLatest(page, 'import', 1);
    expect(await accountsOf(page)).toEqual(imported);
    await undoLatest(page, 'import', 1);
    expect(await accountsOf(page)).toEqual(before);
    expect(await rowsOf(page, 'records')).toHaveLength(before.length);
    await goTo(page, '#/accounts/people');
    await waitForText(page, '3 of 3');
    await goTo(page, '#/data/backup');
    await clickText(page, 'button', 'Check the data');
    await waitForText(page, 'All is well');
    expect(faults).toEqual([]);
  }, 400_000);

  it('asked nothing of the network', async () => {
    expect(proxy.foreign()).toEqual([]);

    const tab = await chromium.browser.newPage();
    await tab.goto('http://control.example/').catch(() => undefined);
    expect(proxy.foreign()).toEqual(['control.example']);
  });
});
