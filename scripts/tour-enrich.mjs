/** Companies of the demo, filed with little, enriched from their sites through the real extension. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from './browser/chromium.mjs';
import { findChromium } from './browser/find.mjs';
import { closeNextNote, closeNotes } from './close-notes.mjs';
import { startDemoSite } from './demo-server.mjs';

const PATIENCE = { timeout: 60_000 };

/** What is on file of whom the tour shows: a number that the site does not give any more. */
const SHOWN = {
  en: { name: 'Tarnhill Optik', website: 'http://tarnhill.example/', legalName: 'Tarnhill Optics GmbH' },
  'zh-CN': { name: '青禾岭泵业', website: 'http://qingheling.example/', legalName: '上海青禾岭水泵厂' },
  'zh-TW': { name: '青禾岭泵业', website: 'http://qingheling.example/', legalName: '上海青禾岭水泵厂' },
};

/** The companies of the demo; whoever is shown is filed already. */
const ALL = [
  ['Northwick Instruments', 'http://northwick.example/'],
  ['Tarnhill Optik', 'http://tarnhill.example/'],
  ['青禾岭泵业', 'http://qingheling.example/'],
];

/**
 * @param {{ extension: string, language: string, picture: (page: import('puppeteer-core').Page, name: string) => Promise<void> }} tour
 *   `picture` is called at each thing worth seeing
 */
export async function tourEnrich({ extension, language, picture }) {
  const site = await startDemoSite();
  const granting = grantingBuild(extension);
  const chromium = await launchChromium({
    executablePath: findChromium(),
    extension: granting,
    language,
    args: [`--proxy-server=127.0.0.1:${site.port}`],
  });
  try {
    const page = await chromium.openWorkspace('#/accounts');
    await makeCompany(page, SHOWN[language]);
    await closeNextNote(page);
    await press(page, '[data-action="enrich"]');
    await page.waitForSelector('[data-plan]', PATIENCE);
    await settled(page);
    await picture(page, 'enrich-plan');
    await press(page, '[data-action="start"]');
    await page.waitForSelector('[data-proposal]', PATIENCE);
    await closeNotes(page);
    await settled(page);
    await picture(page, 'enrich-review');
    await press(page, '[data-action="save"]');
    await closeNextNote(page);
    await makeOthers(page, SHOWN[language].website);
    await page.evaluate(() => (window.location.hash = '#/accounts'));
    await press(page, '[role="grid"] thead input[type="checkbox"]');
    await press(page, '[data-action="bulk-enrich"]');
    await press(page, '[data-action="queue"]');
    await page.waitForFunction(() => document.querySelectorAll('[data-job="done"]').length === 3, PATIENCE);
    await closeNotes(page);
    await settled(page);
    await picture(page, 'enrich-many');
    await page.evaluate(() => (window.location.hash = '#/settings'));
    const log = await page.waitForSelector('[data-sent]', PATIENCE);
    await log.evaluate((one) => one.closest('table').scrollIntoView({ block: 'center' }));
    await settled(page);
    await picture(page, 'enrich-sent');
  } finally {
    await chromium.close();
    await site.close();
    rmSync(granting, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The build with the sites of the demo granted: nobody is there to answer the browser's question. */
function grantingBuild(extension) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-tour-'));
  cpSync(extension, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), host_permissions: ['*://*.example/*'] }),
  );
  return folder;
}

async function makeCompany(page, given) {
  await press(page, '[data-action="new"]');
  for (const [field, text] of Object.entries(given)) {
    const input = await page.waitForSelector(`[role="dialog"] form [data-input="${field}"]`, PATIENCE);
    await input.type(text);
  }
  await press(page, '[role="dialog"] form button[type="submit"]');
  await page.waitForSelector('[role="dialog"] [data-record]', PATIENCE);
}

/** Two companies more, filed with their sites alone. */
async function makeOthers(page, shown) {
  for (const [name, website] of ALL.filter(([, site]) => site !== shown)) {
    await page.evaluate(() => (window.location.hash = '#/accounts'));
    await page.waitForFunction(() => document.querySelector('[data-record]') === null, PATIENCE);
    await makeCompany(page, { name, website });
    await closeNextNote(page);
  }
  await page.evaluate(() => (window.location.hash = '#/accounts'));
  await page.waitForFunction(() => document.querySelector('[data-record]') === null, PATIENCE);
}

/** Also where it is out of sight. */
async function press(page, selector) {
  const button = await page.waitForSelector(selector, PATIENCE);
  await button.evaluate((one) => one.click());
}

/** Dialogs fade in. */
async function settled(page) {
  await new Promise((resolve) => setTimeout(resolve, 600));
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'), PATIENCE);
}
