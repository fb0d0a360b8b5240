import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';
import { saveTwice, watchFaults } from './support/page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

/** Types into the palette, opened by a key, and waits for the records that answer. */
async function ask(page: Page, text: string): Promise<string[]> {
  await page.keyboard.press('/');
  await page.waitForSelector('[role="combobox"]');
  await page.type('[role="combobox"]', text);
  await page.waitForSelector('#commands[aria-busy="false"] [data-records]', { timeout: 30_000 });
  return page.$$eval('[data-records] [role="option"]', (options) => options.map((one) => one.textContent ?? ''));
}

/** What axe calls serious or worse, in its own words. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    // Safe: the line before put it there.
    const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<AxeResults> } };
    return axe.run(document);
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

describe('the palette in Chromium', () => {
  it('finds a record by a misspelt name, can be used by everyone, and goes to the company', async () => {
    const tab = await chromium.browser.newPage();
    await tab.goto(site.url('northwick'));
    await saveTwice(chromium, tab);
    const page = await chromium.openWorkspace('#/data');
    const faults = watchFaults(page);
    await page.waitForSelector('main h1');

    const found = await ask(page, 'Northwik');
    expect(found[0]).toContain('Northwick Instruments Ltd');
    const { active, checked } = await page.evaluate(() => {
      const field = document.querySelector('[role="combobox"]');
      const selected = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
      return { active: selected?.textContent ?? '', checked: selected?.getAttribute('aria-selected') };
    });
    expect({ active, checked }).toEqual({ active: found[0], checked: 'true' });
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /^#\/accounts\/.+/.test(location.hash));
    expect(faults).toEqual([]);
  });
});
