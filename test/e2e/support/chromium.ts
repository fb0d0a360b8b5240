import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import type { LoggingProxy } from './logging-proxy';

export const CHROME_BUILD = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');
export const FIREFOX_BUILD = path.resolve(import.meta.dirname, '../../../.output/firefox-mv3');

export type Chromium = Awaited<ReturnType<typeof launchChromium>>;

/** Chromium with the built extension, every request through the proxy. */
export async function openChromium(
  options: { proxy?: LoggingProxy; profile?: string; language?: string; extension?: string } = {},
): Promise<Chromium> {
  if (!existsSync(path.join(CHROME_BUILD, 'manifest.json'))) throw new Error('Build first: npm run build');
  const { proxy, ...rest } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found.');
  return launchChromium({
    executablePath,
    extension: CHROME_BUILD,
    args: proxy ? [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'] : [],
    ...rest,
  });
}

/**
 * Presses the toolbar button on a tab, and gives the panel with what it makes of the page. The driver now and then presses before
 * the tab is the one in front: the page is not granted then, and the panel asks for another press.
 */
export async function pressFor(chromium: Chromium, tab: Page, present: string): Promise<Page> {
  const panel = await chromium.pressAction(tab);
  await panel.waitForFunction(
    (wanted) => document.querySelector(wanted) ?? document.querySelector('[data-failed]'),
    { timeout: 20_000 },
    present,
  );
  if (await panel.$('[data-failed="not-granted"]')) await chromium.pressAction(tab);
  await panel.waitForSelector(present, { timeout: 20_000 }).catch(async (cause: unknown) => {
    const text = await panel.evaluate(() => document.body.innerText);
    throw new Error(`${present} did not come; the panel says: ${text}`, { cause });
  });
  return panel;
}
