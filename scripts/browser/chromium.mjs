/** A real Chromium with the extension in it, driven through the debugging pipe. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

/** Switches off what the browser would ask of the network by itself. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-pings',
];

/**
 * @param {{ executablePath: string, extension: string, headless?: boolean, profile?: string, language?: string, args?: string[], ownSignals?: boolean }} options
 *   `profile`: a folder to keep; without it the profile is made and thrown away. `ownSignals`: the caller ends the browser
 *   on Ctrl-C; otherwise it is killed then, and its profile stays.
 */
export async function launchChromium({
  executablePath,
  extension,
  headless = true,
  profile,
  language = 'en',
  args = [],
  ownSignals = false,
}) {
  const userDataDir = profile ?? mkdtempSync(path.join(tmpdir(), 'vital-few-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: [extension],
    userDataDir,
    handleSIGINT: !ownSignals,
    handleSIGTERM: !ownSignals,
    handleSIGHUP: !ownSignals,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [...switchesFor(headless, language), ...args],
    env: { ...process.env, LANGUAGE: language },
    protocolTimeout: 300_000,
  });
  const [id, loaded] = await loadedExtension(browser);
  // The listeners of the background have to stand before anything is pressed.
  const background = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().includes(id));
  await (await background.worker()).evaluate(() => true);
  const origin = `chrome-extension://${id}`;
  return {
    browser,
    origin,
    /** A tab at a place of the workspace, `#/data` and the like, once it has something on the screen. */
    async openWorkspace(place = '') {
      const page = await browser.newPage();
      await page.goto(`${origin}/workspace.html${place}`);
      await page.waitForSelector('#content *');
      return page;
    },
    /** Presses the toolbar button on a page, for real: the page is granted, the panel opens. Gives the panel. */
    async pressAction(page) {
      await page.bringToFront();
      await page.waitForFunction(() => document.visibilityState === 'visible');
      await loaded.triggerAction(page);
      const target = await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'), { timeout: 20_000 });
      const panel = await target.asPage();
      await panel.waitForSelector('main');
      return panel;
    },
    /** From now on the browser saves what it downloads in a folder, without asking. */
    async keepDownloads(folder) {
      const client = await browser.target().createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    async serviceWorker() {
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
      return target.worker();
    },
    async close() {
      // A browser that was ended from outside cannot be closed again; its profile goes all the same.
      await browser.close().catch(() => undefined);
      if (!profile) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function switchesFor(headless, language) {
  const isRoot = process.getuid?.() === 0;
  return [
    ...QUIET,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(headless ? ['--disable-gpu'] : []),
    `--lang=${language}`,
    `--accept-lang=${language}`,
  ];
}

/** The list may be empty for a moment after the launch. */
async function loadedExtension(browser) {
  for (let i = 0; i < 100; i++) {
    const [first] = await browser.extensions();
    if (first) return first;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension did not load.');
}
