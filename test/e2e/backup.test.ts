import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { openChromium, type Chromium } from './support/chromium';
import { clickText, downloaded, rowsOf, textOf, waitForText } from './support/page';

let chromium: Chromium;
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-backup-'));
const TABLES = ['records', 'datasets', 'notebooks', 'blobs'];

beforeAll(async () => {
  chromium = await openChromium();
  page = await chromium.openWorkspace();
  await chromium.keepDownloads(folder);
  await clickText(page, 'button', 'Load sample data');
  await page.waitForSelector('[data-headline="pareto"]');
});
afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What a user would see. The blobs' bytes are held by their digests, which `Check the data` computes anew. */
async function content(): Promise<Record<string, unknown>> {
  return Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await rowsOf(page, table)])));
}

async function backedUp(): Promise<string> {
  await page.evaluate(() => (window.location.hash = '#/data/backup'));
  await clickText(page, 'button', 'Write a backup');
  await waitForText(page, 'Backup written');
  return downloaded(folder, '.vitalfew');
}

async function restore(file: string): Promise<void> {
  await page.evaluate(() => (window.location.hash = '#/data/backup'));
  const input = await page.waitForSelector<'input'>('input[accept=".vitalfew,.zip"]' as 'input');
  await must(input, 'a place for the file').uploadFile(file);
}

describe('a backup in Chromium', () => {
  it('leaves as one file, is refused when damaged, and brings everything back', async () => {
    const before = await content();
    const file = await backedUp();
    await page.evaluate(() => (window.location.hash = '#/'));
    await clickText(page, 'button', 'Remove sample data');
    await waitForText(page, 'Load sample data');
    const emptied = await content();

    expect(before['records']).not.toEqual([]);
    expect(emptied['records']).toEqual([]);

    const bytes = readFileSync(file);
    const damaged = path.join(folder, 'damaged.vitalfew.copy');
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 100));
    await restore(damaged);
    await waitForText(page, 'damaged');
    expect(await content()).toEqual(emptied);

    const loaded = page.waitForNavigation({ timeout: 60_000 });
    await restore(file);
    await loaded;
    await page.waitForSelector('#content *');
    expect(await content()).toEqual(before);

    await page.evaluate(() => (window.location.hash = '#/data/backup'));
    await clickText(page, 'button', 'Check the data');
    await waitForText(page, 'All is well');
    expect(await textOf(page, 'nav')).toContain('backup');
  });
});
