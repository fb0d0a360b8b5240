import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import { must } from '@/src/kernel/assert';
import { INVENTED_SITES } from '@/test/support/invented-sites';
import type { Chromium } from './support/chromium';
import { startSitesServer, type SitesServer } from './support/enrich-flow';
import { grantingBuild } from './support/granting-build';
import { makeCompany } from './support/make-records';
import { textOf, waitForText, watchFaults } from './support/page';

const SITES = Object.keys(INVENTED_SITES);
const build = grantingBuild(SITES);
let server: SitesServer;
let chromium: Chromium;

beforeAll(async () => {
  server = await startSitesServer();
  chromium = await launchChromium({
    executablePath: must(findChromium(), 'a Chromium'),
    extension: build.folder,
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${server.port}`],
  });
});
afterAll(async () => {
  await chromium.close();
  await server.close();
  build.remove();
});

describe('enriching many companies in Chromium', () => {
  it('goes on after the page is loaded again in the middle, and does each once', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    // Of a try before.
    server.asked.length = 0;
    for (const [host, { filed }] of Object.entries(INVENTED_SITES)) {
      // Nothing is encrypted there.
      await makeCompany(page, { name: filed.name, website: `http://www.${host}/` });
      await page.evaluate(() => void (location.hash = '#/accounts'));
      await page.waitForFunction(() => document.querySelector('[data-record]') === null);
    }
    await page.waitForSelector('thead input[type="checkbox"], [role="columnheader"] input[type="checkbox"]');
    await page.$eval('thead input[type="checkbox"], [role="columnheader"] input[type="checkbox"]', (one) =>
      (one as HTMLElement).click(),
    );
    await page.waitForSelector('[data-action="bulk-enrich"]');
    await page.$eval('[data-action="bulk-enrich"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-bulk-plan]');
    expect(await textOf(page, '[data-bulk-plan]')).toContain(`${SITES.length} sites are asked`);
    const own = (): string[] => server.asked.filter((one) => SITES.some((host) => one.includes(host)));
    expect(own()).toEqual([]);

    await (await page.waitForSelector('[data-action="queue"]'))?.click();
    await page.waitForSelector('[data-queue]');
    for (let i = 0; i < 600 && own().length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    await page.reload();
    await page.waitForSelector('[data-run]');
    const early = await page.$$eval('[data-job="done"]', (all) => all.length);
    expect(early).toBeLessThan(SITES.length);
    await page.waitForFunction(
      (most) => document.querySelectorAll('[data-job="done"]').length === most,
      { timeout: 60_000 },
      SITES.length,
    );
    expect(await textOf(page, '[data-sum]')).toContain(`${SITES.length} of ${SITES.length} companies`);
    // The first page of a site twice only where the page was gone before its answer was filed.
    const homes = own().filter((one) => /^[^/]+\/$/.test(one));
    const twice = homes.filter((one, i) => homes.indexOf(one) < i);
    expect(twice.length).toBeLessThanOrEqual(2);
    await waitForText(page, 'value filed');

    await page.$eval('[data-action="undo-run"]', (one) => (one as HTMLElement).click());
    await waitForText(page, 'Taken back on');
    expect(faults.filter((fault) => !/net::ERR|404/.test(fault))).toEqual([]);
  });
});
