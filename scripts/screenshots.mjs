/** `npm run screenshots`: the pictures of the README, taken anew: the demo in two languages, the rooms in all three. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './browser/chromium.mjs';
import { findChromium } from './browser/find.mjs';
import { startDemoSite } from './demo-server.mjs';
import { walk } from './demo-walk.mjs';
import { root, run } from './set-up.mjs';
import { tourEnrich } from './tour-enrich.mjs';
import { tourMechanisms } from './tour-mechanisms.mjs';
import { tourNotebook } from './tour-notebook.mjs';
import { tourRooms } from './tour-rooms.mjs';
import { tourSales } from './tour-sales.mjs';
import { TOUR_TEXTS } from './tour-texts.mjs';

const EXTENSION = path.join(root, '.output/chrome-mv3');
const WANTED = new Set(['capture-qingheling', 'capture-northwick', 'columns', 'pareto', 'churn']);

run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');
const site = await startDemoSite();
for (const language of ['en', 'zh-CN']) await withBrowser(language, (chromium) => takeDemo(chromium, language));
for (const language of Object.keys(TOUR_TEXTS)) {
  await withBrowser(language, async (chromium) => {
    const page = await chromium.openWorkspace('#/data/contacts');
    await tourRooms(page, TOUR_TEXTS[language], (name) => save(page, language, name));
  });
  await withBrowser(language, async (chromium) => {
    const page = await chromium.openWorkspace('#/data');
    await tourSales(page, language, (name, clip) => save(page, language, name, clip));
  });
  await tourEnrich({
    extension: EXTENSION,
    language,
    picture: (page, name) => save(page, language, name),
  });
  await withBrowser(language, (chromium) => tourNotebook(chromium, (page, name) => save(page, language, name)));
  await withBrowser(language, (chromium) =>
    tourMechanisms(chromium, site, language, (page, name) => save(page, language, name)),
  );
}
await site.close();

async function takeDemo(chromium, language) {
  const sales = path.join(root, `.output/demo-export-${language}.csv`);
  run(process.execPath, ['scripts/cli.mjs', 'demo-export', '--to', sales, '--language', language.slice(0, 2)]);
  const picture = async (page, name) => {
    if (WANTED.has(name)) await save(page, language, name);
  };
  await walk({ chromium, site, sales, picture });
}

/** @param {(chromium: Awaited<ReturnType<typeof launchChromium>>) => Promise<void>} act */
async function withBrowser(language, act) {
  const chromium = await launchChromium({ executablePath: findChromium(), extension: EXTENSION, language });
  try {
    await act(chromium);
  } finally {
    await chromium.close();
  }
}

/** The window, or the part of the page that is asked for. */
async function save(page, language, name, clip) {
  const folder = path.join(root, 'docs/screenshots', language);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    ...(clip ? { clip, captureBeyondViewport: false } : {}),
  });
}
