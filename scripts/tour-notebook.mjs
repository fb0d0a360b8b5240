/** A notebook over the sample data, through the real extension: a cell being written, and the page it leaves as. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeNotes } from './close-notes.mjs';

const PATIENCE = { timeout: 60_000 };

/**
 * @param {Awaited<ReturnType<typeof import('./browser/chromium.mjs').launchChromium>>} chromium with nothing on file
 * @param {(page: import('puppeteer-core').Page, name: string) => Promise<void>} picture called at each thing worth seeing
 */
export async function tourNotebook(chromium, picture) {
  const page = await chromium.openWorkspace();
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-tour-'));
  try {
    await press(page, '[data-action="sample"]');
    await page.waitForSelector('[data-headline="pareto"]', PATIENCE);
    await page.evaluate(() => (location.hash = location.hash.replace(/analysis\/\w+/u, 'analysis/tutorial')));
    await page.waitForSelector('[data-cell="quarters"]', PATIENCE);
    await press(page, '[data-action="copy-notebook"]');
    await page.waitForSelector('[data-cell="quarters"][tabindex]', PATIENCE);
    await settled(page);
    await closeNotes(page);
    await page.focus('[data-cell="quarters"]');
    await page.keyboard.press('Enter');
    const editor = await page.waitForSelector('[data-editing] .cm-content', PATIENCE);
    await editor.evaluate((one) => one.closest('[data-unit]').scrollIntoView());
    await picture(page, 'notebook');
    await page.keyboard.press('Escape');
    await picture(await savedPage(chromium, page, folder), 'notebook-page');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Saves the notebook as one page and opens that from the disk. */
async function savedPage(chromium, page, folder) {
  await chromium.keepDownloads(folder);
  await press(page, '[data-action="export"]');
  await press(page, '[data-export="html"]');
  const name = await downloaded(folder);
  const saved = await chromium.browser.newPage();
  await saved.goto(pathToFileURL(path.join(folder, name)).href);
  await saved.waitForSelector('svg', PATIENCE);
  return saved;
}

async function downloaded(folder) {
  for (let i = 0; i < 300; i++) {
    const name = readdirSync(folder).find((one) => one.endsWith('.html'));
    if (name !== undefined) return name;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No page was saved.');
}

async function settled(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('[data-notebook]')?.getAttribute('aria-busy') === 'false' &&
      document.querySelector('[data-chart]:not([data-drawn="true"])') === null,
    PATIENCE,
  );
}

/** Also where it is out of sight. */
async function press(page, selector) {
  const button = await page.waitForSelector(selector, PATIENCE);
  await button.evaluate((one) => one.click());
}
