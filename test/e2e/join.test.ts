import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { rowsOf, textOf, waitForText, watchFaults } from './support/page';

let chromium: Chromium;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-join-'));
const HEADER = 'Order ID,Customer,Order Date,Amount,Status';
const write = (name: string, lines: readonly string[], header = HEADER): string => {
  const file = path.join(folder, name);
  writeFileSync(file, [header, ...lines].join('\n'));
  return file;
};
const MONTHS = [
  write('2026-01.csv', ['A1,Northwick,2026-01-05,100.00,Paid', 'A2,Tarnhill,2026-01-30,50.50,Paid']),
  write('2026-02.csv', [
    'A2,Tarnhill,2026-01-30,30.25,Paid',
    'B1,Northwick,2026-02-10,7.00,Paid',
    'B2,Oxbow,2026-02-20,5.00,Paid',
  ]),
  write('2026-03.csv', ['B2,Oxbow,2026-02-20,5.00,Cancelled', 'C1,Oxbow,2026-03-01,1.00,Paid']),
];
const APRIL = write('2026-04.csv', ['C1,Oxbow,2026-03-01,1.00,Paid', 'D1,Fernhill,2026-04-02,20.00,Paid']);
const OTHER = write('people.csv', ['Ann,ann@oxbow.example'], 'Name,Email');

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('several sales files in Chromium', () => {
  it('dropped together become one dataset; a fourth is appended, and that is undone', async () => {
    const page = await chromium.openWorkspace('#/data');
    const faults = watchFaults(page);
    await dropFile(page, ...MONTHS, OTHER);
    await page.waitForSelector('[data-dry-run="4"]');
    const shown = await textOf(page, 'main');
    for (const text of ['3 files as one', '138.25', '2 orders stand in several files', 'people.csv has no column'])
      expect(shown).toContain(text);
    expect(await page.$$eval('[data-source]', (rows) => rows.map((row) => row.getAttribute('data-source')))).toEqual([
      '2026-01.csv',
      '2026-02.csv',
      '2026-03.csv',
    ]);
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]');
    const before = await textOf(page, '[data-headline="pareto"]');
    const blobs = (await rowsOf(page, 'blobs')).length;

    await page.evaluate(() => (window.location.hash = '#/data'));
    const input = await page.waitForSelector('input[aria-label="Append to 2026-01 – 2026-03"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(APRIL);
    await page.waitForSelector('[data-dry-run="5"]');
    expect(await textOf(page, '[data-dry-run]')).toContain('158.25');
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]');
    await waitForText(page, 'Appended to 2026-01 – 2026-03');
    expect((await rowsOf(page, 'datasets')).length).toBe(1);
    expect((await rowsOf(page, 'blobs')).length).toBeGreaterThan(blobs);
    const after = await textOf(page, '[data-headline="pareto"]');
    expect(after).not.toBe(before);

    await page.evaluate(() => {
      const told = [...document.querySelectorAll('[data-tone]')].find((one) =>
        one.textContent?.includes('Appended to'),
      );
      told?.querySelector('button')?.click();
    });
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('[data-headline="pareto"]')?.innerText === text,
      { timeout: 20_000 },
      before,
    );
    expect((await rowsOf(page, 'blobs')).length).toBe(blobs);
    expect(faults).toEqual([]);
  });
});
