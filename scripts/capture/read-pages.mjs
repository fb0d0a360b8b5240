/** Opens stored pages in a real Chromium, scripts and network off, and runs there what the extension would inject. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../browser/find.mjs';
import { bundleOf } from '../bundle.mjs';
import { stop } from '../set-up.mjs';

/** Pages open at a time. More make each other slow, and the times with them. */
const POOL = 2;
/** Where a page is opened that does not say where it is from. */
const NOWHERE = 'https://unknown.invalid/';

/**
 * @typedef {{ page: string, base?: string, charset?: string }} Listed A line of a manifest.
 * @param {string} manifest file of lines, pages relative to it
 * @param {readonly (string | undefined)[]} groups readings of each page: of one group of sources, or of all (undefined)
 * @returns {Promise<{ readings: object[][], walks: number[], bytes: number }>} a list for each page in order, one reading for each group
 */
export async function readPages(manifest, groups = [undefined]) {
  const listed = readFileSync(manifest, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const script = await pageScript();
  const browser = await launch();
  const readings = [];
  const walks = [];
  let next = 0;
  const work = async () => {
    const tab = await quietTab(browser);
    while (next < listed.length) {
      const at = next++;
      const one = listed[at];
      await tab.open(one, path.resolve(path.dirname(manifest), one.page));
      readings[at] = await tab.read(script, one, groups);
      walks[at] = await tab.page.evaluate(() => globalThis.vitalFew.walkText());
    }
  };
  try {
    await Promise.all(Array.from({ length: POOL }, work));
  } finally {
    await browser.close();
  }
  return { readings, walks, bytes: Buffer.byteLength(script) };
}

/** What is injected, under a name that each page has anew. */
async function pageScript() {
  const code = await bundleOf('scripts/capture/page.ts', 'iife', 'vitalFew');
  return `globalThis.vitalFew = (() => { ${code}; return vitalFew; })();`;
}

function launch() {
  const executablePath = findChromium();
  if (!executablePath) stop('No Chromium, Chrome or Edge was found. BROWSER_PATH can name one.');
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({ executablePath, pipe: true, args: isRoot ? ['--no-sandbox'] : [] });
}

/** A tab that is given one file at a time as if it came from its address; everything else it asks for fails. */
async function quietTab(browser) {
  const page = await browser.newPage();
  let answer;
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    // A page that sends its reader elsewhere stays where it is.
    void (isPage && answer ? request.respond(answer) : request.abort('aborted'));
    if (isPage) answer = undefined;
  });
  return {
    page,
    async open({ base, charset }, file) {
      // Ends what the last page may still have in mind, a refresh to elsewhere.
      answer = undefined;
      await page.goto('about:blank');
      const contentType = charset ? `text/html; charset=${charset}` : 'text/html';
      answer = { status: 200, contentType, body: readFileSync(file) };
      await page.goto(base || NOWHERE, { waitUntil: 'domcontentloaded' });
    },
    async read(script, { page: name, base }, groups) {
      await page.evaluate(script);
      const readings = [];
      for (const group of groups)
        readings.push(
          await page.evaluate((...given) => globalThis.vitalFew.readPage(...given), name, base ?? '', group),
        );
      return readings;
    },
  };
}

/**
 * @param {readonly { file: string, base: string }[]} pages
 * @returns {Promise<object[]>} what the structured data of each page give, see structure.ts
 */
export async function readStructures(pages) {
  const script = await pageScript();
  const browser = await launch();
  try {
    const tab = await quietTab(browser);
    const structures = [];
    for (const { file, base } of pages) {
      await tab.open({ base, charset: 'utf-8' }, file);
      await tab.page.evaluate(script);
      structures.push(await tab.page.evaluate((url) => globalThis.vitalFew.readStructure(url), base));
    }
    return structures;
  } finally {
    await browser.close();
  }
}
