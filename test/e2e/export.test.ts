import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '@/src/kernel/calendar';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, textOf, waitForText } from './support/page';
import { contentOf, openSaved, saveAs } from './support/saved-notebook';

const MOST_BYTES = 3 * 2 ** 20;

let proxy: LoggingProxy;
let chromium: Chromium;
let page: Page;
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-export-'));
const sales = path.join(folder, 'sales.csv');
/** Nothing is asked in it, or the file has no column for what is asked. */
const WITHOUT_NUMBERS = new Set(['blank', 'churn-by-reason']);
const names = readdirSync('notebooks').map((file) => path.basename(file, '.md'));

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

/** The notebook of this name has run whole, and its charts are drawn. */
async function settled(name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const notebook = document.querySelector(`[data-notebook="${wanted}"]`);
      const charts = [...document.querySelectorAll('[data-chart]')];
      const isDrawn = charts.every((chart) => chart.getAttribute('data-drawn') === 'true');
      return notebook?.getAttribute('aria-busy') === 'false' && isDrawn;
    },
    { timeout: 60_000 },
    name,
  );
}

async function save(name: string, as: 'page' | 'workbook'): Promise<string> {
  await openNotebook(name);
  return saveAs(chromium, page, as, path.join(folder, `${name}-${as}`));
}

async function openNotebook(name: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = window.location.hash.replace(/analysis\/[\w-]+/, `analysis/${to}`);
  }, name);
  await settled(name);
}

describe.each(names)('the notebook %s, saved', (name) => {
  it('is one page that opens from disk, asks for nothing, and has its charts and tables', async () => {
    const file = await save(name, 'page');
    const saved = await openSaved(chromium.browser, file);
    const { rows, marks } = await contentOf(saved.page);
    const details = await saved.page.$$eval('details', (all) => all.length);
    // A tab in front of the page would keep it from being looked at.
    await saved.page.close();

    expect(statSync(file).size).toBeLessThan(MOST_BYTES);
    expect(rows + details).toBeGreaterThan(0);
    if (!WITHOUT_NUMBERS.has(name)) expect(marks).not.toContain(0);
    expect([...saved.asked, ...saved.faults]).toEqual([]);
  });

  it('is a workbook with numbers as numbers and its definitions', async () => {
    const workbook = read(readFileSync(await save(name, 'workbook')));
    const sheets = workbook.SheetNames.map((sheet) => workbook.Sheets[sheet] ?? {});
    const cells = sheets.flatMap((sheet) => Object.values(sheet) as { t?: string }[]);
    const definitions = utils.sheet_to_json<string[]>(workbook.Sheets['Definitions'] ?? {}, { header: 1 });

    if (!WITHOUT_NUMBERS.has(name)) expect(cells.filter(({ t }) => t === 'n').length).toBeGreaterThan(10);
    expect(definitions.flat().join('\n')).toContain('sales.csv');
  });
});

describe('ticked rows of a table', () => {
  /** Ticks the first rows of the first table whose caption contains a text. */
  const tick = (caption: string, rows: number): Promise<void> =>
    page.evaluate(
      (wanted, count) => {
        const section = [...document.querySelectorAll('main section')].find((one) =>
          one.getAttribute('aria-label')?.includes(wanted),
        );
        const boxes = [...(section?.querySelectorAll<HTMLElement>('tbody input[type="checkbox"]') ?? [])];
        boxes.slice(0, count).forEach((box) => box.click());
      },
      caption,
      rows,
    );

  it('open their rows in the file', async () => {
    await openNotebook('pareto');
    await tick('All, ranked', 1);
    await clickText(page, 'button:not(:disabled)', 'Open the rows');
    await page.waitForSelector('[role="dialog"] tbody tr');
    const customers = await page.$$eval('[role="dialog"] tbody tr:not([aria-hidden])', (rows) =>
      rows.map((row) => row.querySelectorAll('td')[2]?.textContent),
    );

    expect(customers.length).toBeGreaterThan(1);
    expect(new Set(customers).size).toBe(1);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role="dialog"]', { hidden: true });
  });

  it('become companies with a label, in one step that undo takes back', async () => {
    await tick('All, ranked', 3);
    await clickText(page, 'button:not(:disabled)', 'Make these companies');
    await page.waitForSelector('[data-action="make-companies"]:not(:disabled)');
    expect(await textOf(page, '[role="dialog"]')).toContain('New: 2.');
    await page.click('[data-action="make-companies"]');
    await waitForText(page, 'Companies: 2 made, 0 labelled.');

    await page.evaluate(() => {
      const notes = [...document.querySelectorAll('button')].filter((one) => one.textContent === 'Undo');
      notes.at(-1)?.click();
    });
    await waitForText(page, 'Undone: Companies: 2 made');
  });

  it('of a cohort open the customers that the cell counts', async () => {
    await openNotebook('cohort');
    await tick('All cells', 1);
    await clickText(page, 'button:not(:disabled)', 'Open the customers');
    await page.waitForSelector('[role="dialog"] tbody tr');
    const counted = await page.$$eval('main section', (sections) => {
      const own = sections.find((one) => one.getAttribute('aria-label')?.includes('All cells'));
      return [...(own?.querySelectorAll('tbody tr:not([aria-hidden]) td') ?? [])].map((cell) => cell.textContent);
    });
    const [, customers] = /· (\d+) rows/.exec(await textOf(page, '[role="dialog"] section')) ?? [];

    expect(Number(customers)).toBeGreaterThan(0);
    // Cohort, age, period, size, active, behind the box to tick.
    expect(counted[5]).toBe(customers);
  });
});
