import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '@/src/kernel/calendar';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, downloaded, keepDownloads, watchFaults } from './support/page';

const MOST_BYTES = 3 * 2 ** 20;

let proxy: LoggingProxy;
let chromium: Chromium;
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-export-'));
const sales = path.join(folder, 'sales.csv');
/** By notebook its first analysis, whose answer says that the page is there; those without one have no page of figures. */
const firstAnalysis = new Map(
  readdirSync('notebooks').flatMap((file): [string, string][] => {
    const analysis = /^analysis: (\S+)$/m.exec(readFileSync(path.join('notebooks', file), 'utf8'))?.[1];
    return analysis === undefined ? [] : [[path.basename(file, '.md'), analysis]];
  }),
);
const names = [...firstAnalysis.keys()];

beforeAll(async () => {
  const lastDay = dayOf({ year: 2026, month: 10, day: 18 });
  writeFileSync(sales, sampleOrders({ seed: 1, lines: 12_000, lastDay, language: 'zh' }));
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy });
  page = await chromium.openWorkspace('#/data');
  await dropFile(page, sales);
  await page.waitForSelector('[data-dry-run]');
  await page.click('[data-action="import"]');
  await page.waitForSelector('[data-headline="pareto"]', { timeout: 30_000 });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function save(name: string, choice: string, ending: string): Promise<string> {
  const own = path.join(folder, `${name}${ending}`);
  mkdirSync(own);
  await keepDownloads(chromium, own);
  await page.evaluate((to) => {
    window.location.hash = window.location.hash.replace(/analysis\/[\w-]+/, `analysis/${to}`);
  }, name);
  await page.waitForSelector(`[data-headline="${firstAnalysis.get(name) ?? ''}"]`, { timeout: 30_000 });
  await page.waitForFunction(
    () => [...document.querySelectorAll('[data-chart]')].every((chart) => chart.getAttribute('data-drawn') === 'true'),
    { timeout: 30_000 },
  );
  await clickText(page, 'button', 'Save as');
  await clickText(page, '[role="menuitem"]', choice);
  return downloaded(own, ending);
}

describe.each(names)('the notebook %s, saved', (name) => {
  it('is one page that opens from disk, asks for nothing, and has its charts and tables', async () => {
    const file = await save(name, 'Web page', '.html');
    const charts = await page.$$eval('[data-chart]', (all) => all.length);
    const reader = await chromium.browser.newPage();
    const faults = watchFaults(reader);
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    await reader.setOfflineMode(true);
    await reader.goto(pathToFileURL(file).href);
    await reader.waitForFunction((count) => document.querySelectorAll('figure svg').length === count, {}, charts);

    expect(charts).toBeGreaterThan(0);
    expect(statSync(file).size).toBeLessThan(MOST_BYTES);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(await reader.$$eval('tbody tr', (rows) => rows.length)).toBeGreaterThan(0);
    expect(
      await reader.$$eval('figure svg', (all) =>
        all.every((svg) => svg.querySelector('.mark-rect, .mark-line, .mark-rule, .mark-area') !== null),
      ),
    ).toBe(true);
    expect(faults).toEqual([]);
    await reader.close();
  });

  it('is a workbook with numbers as numbers and its definitions', async () => {
    const workbook = read(readFileSync(await save(name, 'Excel workbook', '.xlsx')));
    const sheets = workbook.SheetNames.map((sheet) => workbook.Sheets[sheet] ?? {});
    const cells = sheets.flatMap((sheet) => Object.values(sheet) as { t?: string }[]);
    const definitions = utils.sheet_to_json<string[]>(workbook.Sheets['Definitions'] ?? {}, { header: 1 });

    expect(cells.filter(({ t }) => t === 'n').length).toBeGreaterThan(10);
    expect(definitions.flat().join('\n')).toContain('sales.csv');
  });
});
