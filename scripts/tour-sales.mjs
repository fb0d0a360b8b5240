/** A sales file on its way in, through the real extension: what it is taken for, what would come of it, what is set aside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeNotes } from './close-notes.mjs';
import { SALES_TEXTS } from './tour-sales-texts.mjs';

const PATIENCE = { timeout: 60_000 };

/**
 * @param {import('puppeteer-core').Page} page the workspace
 * @param {keyof SALES_TEXTS} language
 * @param {(name: string, clip: import('puppeteer-core').ScreenshotClip) => Promise<void>} picture called at each thing worth
 *   seeing, with the part of the window that shows it
 */
export async function tourSales(page, language, picture) {
  const { file, encoding, lines } = SALES_TEXTS[language];
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-tour-'));
  try {
    const name = path.join(folder, file);
    writeFileSync(name, encoded(lines.join('\r\n'), encoding));
    await page.evaluate(() => (location.hash = '#/data'));
    const input = await page.waitForSelector('main input[type="file"]', PATIENCE);
    await input.uploadFile(name);
    const dryRun = await page.waitForSelector('[data-dry-run]', PATIENCE);
    const { y } = await dryRun.boundingBox();
    await picture('sales-recognised', { x: 0, y: 0, width: 1280, height: y });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await picture('sales-dry-run', await around(dryRun));
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]', PATIENCE);
    await page.evaluate(() => (location.hash = '#/data'));
    const dataset = await page.waitForSelector('[data-dataset]', PATIENCE);
    await closeNotes(page);
    await picture('sales-set-aside', await around(dataset));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an element covers, with a little of what is around it. */
async function around(element) {
  const { x, y, width, height } = await element.boundingBox();
  const scrolled = await element.evaluate(() => scrollY);
  return { x: x - 12, y: y + scrolled - 12, width: width + 24, height: height + 24 };
}

/** Text in an encoding of two bytes: what the platform decodes, turned round. */
function encoded(text, encoding) {
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = new Map();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0xfe; lead >= 0x81; lead--)
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1) bytes.set(char, [lead, trail]);
    }
  return Buffer.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (bytes.get(char) ?? []))));
}
