/**
 * Opens stored pages in a real Chromium, scripts and network off, runs there what the extension would inject, and in another
 * tab what its panel would make of it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../browser/find.mjs';
import { bundleOf } from '../bundle.mjs';
import { stop } from '../set-up.mjs';

/** Where a page is opened that does not say where it is from. */
const NOWHERE = 'https://unknown.invalid/';

/**
 * @typedef {{ page: string, base?: string, charset?: string }} Listed A line of a manifest.
 * @typedef {{ inPage: number, task: number, walk: number, shownWalk: number }} Times Milliseconds: taking the image, the
 *   longest task of all, a walk over the page's text nodes, and one that asks of each whether it is drawn.
 * @param {string} manifest file of lines, pages relative to it
 * @param {readonly (string | undefined)[]} groups readings of each page: of one group of sources, or of all (undefined)
 * @param {number} pool pages open at a time; two are done sooner, but make each other slow
 * @returns {Promise<{ readings: object[][], times: Times[] }>} a list for each page in order, one reading for each group
 */
export async function readPages(manifest, groups = [undefined], pool = 2) {
  const listed = readFileSync(manifest, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const scripts = await bundles();
  const browser = await launch();
  const readings = [];
  const times = [];
  let next = 0;
  const work = async () => {
    const panel = await panelTab(browser, scripts.panel);
    const tab = await quietTab(browser, scripts.page);
    while (next < listed.length) {
      const at = next++;
      const one = listed[at];
      await tab.open(one, readFileSync(path.resolve(path.dirname(manifest), one.page)));
      const taken = await tab.take(one.base);
      const walks = await tab.walks();
      const read = [];
      for (const group of groups) read.push(await panel('readTaken', one.page, taken, group));
      readings[at] = read.map(({ line }) => line);
      times[at] = { inPage: read[0].inPage, task: read[0].longestTask, ...walks };
    }
  };
  try {
    await Promise.all(Array.from({ length: pool }, work));
  } finally {
    await browser.close();
  }
  return { readings, times };
}

/**
 * What a page costs in a browser that has just been started, nothing of ours being warm, and what it costs again there.
 * @param {Listed & { html: string }} page @param {number} count of readings, the page being opened anew for each
 * @returns {Promise<{ ms: number, inPage: number, task: number }[]>}
 */
export async function readAnew(page, count) {
  const scripts = await bundles();
  const browser = await launch();
  const results = [];
  try {
    const panel = await panelTab(browser, scripts.panel);
    const tab = await quietTab(browser, scripts.page);
    for (let i = 0; i < count; i++) {
      await tab.open(page, page.html);
      const { line, inPage, longestTask } = await panel('readTaken', page.page, await tab.take(page.base));
      results.push({ ms: line.ms, inPage, task: longestTask });
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function bundles() {
  const one = async (file) =>
    `globalThis.vitalFew = (() => { ${await bundleOf(`scripts/capture/${file}`, 'iife', 'vitalFew')}; return vitalFew; })();`;
  return { page: await one('page.ts'), panel: await one('panel.ts') };
}

/** A tab that stays from page to page, as the panel does. @returns {Promise<(name: string, ...given: unknown[]) => any>} */
async function panelTab(browser, script) {
  const page = await browser.newPage();
  await page.evaluate(script);
  return (name, ...given) => page.evaluate((called, rest) => globalThis.vitalFew[called](...rest), name, given);
}

function launch() {
  const executablePath = findChromium();
  if (!executablePath) stop('No Chromium, Chrome or Edge was found. BROWSER_PATH can name one.');
  const isRoot = process.getuid?.() === 0;
  return puppeteer.launch({ executablePath, pipe: true, args: isRoot ? ['--no-sandbox'] : [] });
}

/** A tab that is given one file at a time as if it came from its address; everything else it asks for fails. */
async function quietTab(browser, script) {
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
    async open({ base, charset }, body) {
      // Ends what the last page may still have in mind, a refresh to elsewhere.
      answer = undefined;
      await page.goto('about:blank');
      const contentType = charset ? `text/html; charset=${charset}` : 'text/html';
      answer = { status: 200, contentType, body };
      await page.goto(base || NOWHERE, { waitUntil: 'domcontentloaded' });
      // A page that is read has been drawn before.
      await page.evaluate(() => void document.documentElement.getBoundingClientRect());
      await page.evaluate(script);
    },
    take: (base = '') => page.evaluate((url) => globalThis.vitalFew.takePage(url), base),
    walks: () =>
      page.evaluate(() => ({
        walk: globalThis.vitalFew.walkText(),
        shownWalk: globalThis.vitalFew.walkShownText(),
      })),
  };
}

/**
 * @param {readonly { file: string, base: string }[]} pages
 * @returns {Promise<object[]>} what the structured data of each page give, see structure.ts
 */
export async function readStructures(pages) {
  const scripts = await bundles();
  const browser = await launch();
  try {
    const panel = await panelTab(browser, scripts.panel);
    const tab = await quietTab(browser, scripts.page);
    const structures = [];
    for (const { file, base } of pages) {
      await tab.open({ base, charset: 'utf-8' }, readFileSync(file));
      structures.push(await panel('readStructure', await tab.take(base)));
    }
    return structures;
  } finally {
    await browser.close();
  }
}
