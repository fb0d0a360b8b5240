import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { openChromium, type Chromium } from './support/chromium';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { clickText, rowsOf, waitForText, watchFaults } from './support/page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CLIENT = '上海青禾岭泵业有限公司';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let proxy: LoggingProxy;
let chromium: Chromium;
const faults: string[] = [];

beforeAll(async () => {
  site = await startDemoSite();
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy, language: 'en' });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  await site?.close();
});

const capture = async (): Promise<Page> => {
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url('qingheling', ''));
  const panel = await chromium.pressAction(tab);
  await panel.waitForSelector('[data-party]', { timeout: 20_000 });
  return panel;
};
const recordsOf = async (page: Page, kind: string): Promise<Record<string, unknown>[]> =>
  (await rowsOf(page, 'records')).filter((row) => row['kind'] === kind);
const fieldsOf = (row: Record<string, unknown> | undefined): Record<string, unknown> => ({
  ...(row?.['fields'] as object | undefined),
});
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe calls serious or worse, in both schemes. */
async function seriousFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(AXE);
  for (const value of ['dark', 'light']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.waitForFunction(
      (scheme) =>
        document.documentElement.dataset['mantineColorScheme'] === scheme &&
        !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'),
      {},
      value,
    );
    faults.push(
      ...(await page.evaluate(async () => {
        // Safe: it was put there above.
        const { axe } = globalThis as unknown as { axe: { run(root: Document): Promise<AxeResults> } };
        return (await axe.run(document)).violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      })),
    );
  }
  return faults;
}

describe('claim and follow in Chromium', () => {
  let panel: Page;

  it('goes from the capture to a submitted registration in one step, with a time that nobody can edit', async () => {
    panel = await capture();
    faults.push(...watchFaults(panel));
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('[data-saved]');
    const before = Date.now();
    await (await panel.waitForSelector('[data-action="claim"]'))?.click();
    await waitForText(panel, `Registered: ${CLIENT}`);
    const [claim] = await recordsOf(panel, 'registration');
    const { submittedAt, client } = fieldsOf(claim);
    expect([claim?.['state'], client]).toEqual(['submitted', CLIENT]);
    expect(Date.parse(String(submittedAt))).toBeGreaterThanOrEqual(before);

    const page = await chromium.openWorkspace(`#/accounts/registrations/${String(claim?.['id'])}`);
    await page.waitForSelector('[role="dialog"] [data-record]');
    await waitForText(page, 'Submission time');
    const edits = await page.$$eval('[role="dialog"] button[aria-label^="Edit"]', (buttons) =>
      buttons.map((button) => button.getAttribute('aria-label')),
    );
    expect(edits.length).toBeGreaterThan(3);
    expect(edits.filter((label) => /Submitted|Confirmed/.test(label ?? ''))).toEqual([]);
    await page.close();
  });

  it('keeps the user from following up until the manager has confirmed', async () => {
    await clickText(panel, '[data-saved] button', 'Done');
    panel = await capture();
    const content = await panel.waitForSelector('[data-follow-up] [data-input="content"]');
    await content?.type('Called too early');
    await content?.press('Enter');
    await waitForText(panel, 'no registration was confirmed yet');
    expect(await recordsOf(panel, 'follow-up')).toEqual([]);

    const page = await chromium.openWorkspace('#/accounts/registrations');
    faults.push(...watchFaults(page));
    await (await page.waitForSelector('[data-action="confirm"]'))?.click();
    await page.waitForSelector('[data-claim][data-state="confirmed"]');
    await page.setViewport({ width: 360, height: 740 });
    expect(await overflow(page)).toBe(0);
    await page.close();
    const [company] = await recordsOf(panel, 'company');
    expect(fieldsOf(company)['owner']).toMatchObject({ value: 'user' });
  });

  it('saves a follow-up from the panel in three interactions', async () => {
    await panel.reload();
    panel = await capture();
    await panel.bringToFront();
    const content = await panel.waitForSelector('[data-follow-up] [data-input="content"]');
    let interactions = 0;
    // 1: the pointer goes into the first field; means and day are filled in.
    await content?.click();
    interactions++;
    await panel.keyboard.type('Wants a quote for 40 pumps');
    // 2: on to the next field.
    await panel.keyboard.press('Tab');
    interactions++;
    await panel.keyboard.type('Send the quote');
    // 3: saved.
    await panel.keyboard.press('Enter');
    interactions++;
    await waitForText(panel, `Follow-up saved: ${CLIENT}`);
    expect(interactions).toBeLessThanOrEqual(3);
    const saved = await recordsOf(panel, 'follow-up');
    expect(saved.map(fieldsOf)).toEqual([
      expect.objectContaining({ content: 'Wants a quote for 40 pumps', nextStep: 'Send the quote', means: 'phone' }),
    ]);
    await panel.close();
  });

  it('assembles the week and hands it in', async () => {
    const page = await chromium.openWorkspace('#/accounts/registrations/week');
    faults.push(...watchFaults(page));
    await page.setViewport({ width: 360, height: 740 });
    await clickText(page, 'button', 'Week after');
    await page.waitForSelector('[data-logged]');
    expect(await page.$eval('[data-figure="total"] td', (cell) => cell.textContent)).toBe('1');
    await (await page.waitForSelector('[data-action="hand-in"]'))?.click();
    await waitForText(page, 'Handed in: week');
    await page.waitForSelector('[data-hand-in="user"][data-state="on-time"]');
    await page.close();
  });

  it('has four tabs that are usable at 360 px, in both schemes', async () => {
    const page = await chromium.openWorkspace('#/accounts/registrations');
    faults.push(...watchFaults(page));
    await page.setViewport({ width: 360, height: 740 });
    await page.waitForSelector('[data-claim]');
    for (const tab of ['Weekly report', 'Unclosed clients', 'Work plan', 'Registrations']) {
      await clickText(page, '[role="tab"]', tab);
      await page.waitForFunction(
        (name) => document.querySelector('[role="tab"][aria-selected="true"]')?.textContent === name,
        {},
        tab,
      );
      expect([tab, await overflow(page)]).toEqual([tab, 0]);
      expect([tab, await seriousFaults(page)]).toEqual([tab, []]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
