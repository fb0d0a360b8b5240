import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import { REGISTERS } from '@/src/domain/enrich/opened/registers';
import { must } from '@/src/kernel/assert';
import { registerPages } from '@/test/support/register-pages';
import { CHROME_BUILD, type Chromium } from './support/chromium';
import { makeCompany } from './support/make-records';
import { clickText, rowsOf, textOf, waitForText, watchFaults } from './support/page';

const NAME = '深圳市澜舟精密科技有限公司';
const asked: string[] = [];
const pages = registerPages();
/** The pages of the registers under their own hosts; what is asked with encryption does not get through to it. */
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', `https://${request.headers.host}`);
  asked.push(url.href);
  const page = pages.find((one) => one.url === url.href);
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page?.html ?? '');
});
const HOSTS = REGISTERS.map(({ host }) => host);
const here = ({ port }: AddressInfo): string => `127.0.0.1:${port}`;
let chromium: Chromium;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  chromium = await launchChromium({
    executablePath: must(findChromium(), 'a Chromium'),
    extension: CHROME_BUILD,
    // Safe: it listens on a port, not on a pipe.
    args: [
      `--host-resolver-rules=${HOSTS.map((host) => `MAP *.${host} ${here(server.address() as AddressInfo)}`).join(',')}`,
    ],
  });
});
afterAll(async () => {
  await chromium?.close();
  await new Promise((resolve) => server.close(resolve));
});

const act = (page: Page, selector: string): Promise<void> =>
  page.$eval(selector, (one) => (one as HTMLElement).click());

async function captureAt(name: string): Promise<{ readonly tab: Page; readonly panel: Page }> {
  const { url } = must(
    pages.find((page) => page.name === name),
    name,
  );
  const tab = await chromium.browser.newPage();
  await tab.goto(url.replace('https:', 'http:'));
  return { tab, panel: await chromium.pressAction(tab) };
}

describe('a register in Chromium', () => {
  it('is opened by a click, and the page that comes of it fills in the company', async () => {
    asked.length = 0;
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    await makeCompany(page, { name: NAME });
    await page.bringToFront();
    await page.waitForSelector('[data-action="registers"]');
    await act(page, '[data-action="registers"]');
    await page.waitForSelector('[data-register="qcc"]');
    expect(await textOf(page, '[data-register="qcc"]')).toContain(`the site is told “${NAME}”`);
    expect(asked).toEqual([]);

    const opened = chromium.browser.waitForTarget((one) => one.url().includes('qcc.com/web/search'));
    await act(page, '[data-register="qcc"]');
    expect((await opened).url()).toBe(`https://www.qcc.com/web/search?key=${encodeURIComponent(NAME)}`);
    await waitForText(page, `“${NAME}” is copied.`);

    // Another site's page is not it.
    const other = await captureAt('tianyancha-company');
    await other.panel.waitForSelector('[data-party="company"]', { timeout: 20_000 });
    expect(await other.panel.$('[data-notice="arrived"]')).toBeNull();
    await waitForText(other.panel, `fills in “${NAME}”`);

    const { panel } = await captureAt('qcc-company');
    await panel.waitForSelector('[data-notice="arrived"][data-fit="fits"]', { timeout: 20_000 });
    expect(await textOf(panel, '[data-notice="arrived"]')).toContain(`This page fills in “${NAME}”.`);
    await clickText(panel, 'button[type="submit"]', 'Save');
    await panel.waitForSelector('[data-saved]', { timeout: 20_000 });
    await page.bringToFront();
    for (const fact of ['卓景行', '3000万元人民币', '91440306MA5H3R9L0N', '专用设备制造业'])
      await waitForText(page, fact);
    expect(await panel.$('[data-notice="awaited"]')).toBeNull();

    await clickText(panel, '[data-saved] button', 'Undo');
    await waitForText(panel, 'Undone');
    const filed = (await rowsOf(panel, 'records')).find((row) => row['kind'] === 'company');
    expect(Object.keys((filed?.['fields'] ?? {}) as object).sort()).toEqual(['name', 'owner']);
    expect(faults.filter((fault) => !/net::ERR|404/.test(fault))).toEqual([]);
    // Nothing of ours went there by itself.
    expect(asked.filter((url) => !pages.some((one) => one.url === url) && !/\.(?:ico|svg|png)$/.test(url))).toEqual([]);
  });
});
