import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import { must } from '@/src/kernel/assert';
import { answerOf, INVENTED_SITES } from '@/test/support/invented-sites';
import { CHROME_BUILD, type Chromium } from './support/chromium';
import { textOf, waitForText, watchFaults } from './support/page';

/** Filed without encryption, and as a bare host that answers without encryption only. */
const SITES = ['hengxing-jixie.com.cn', 'brandt-werkzeugbau.de'];

/** Numbers, days and accounts are shown in forms of their own. */
const SHOWN_AS_FILED = new Set(['legalName', 'emails', 'addresses', 'registrationIds', 'legalRepresentative']);

const asked: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-enrich-'));
const server = createServer((request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  asked.push(`${host}${request.url}`);
  const answer = answerOf(host, request.url ?? '');
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});
let chromium: Chromium;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The build with these sites granted: nobody is there to answer the browser's question.
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const granted = SITES.flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: granted }));
  chromium = await launchChromium({
    executablePath: must(findChromium(), 'a Chromium'),
    extension: folder,
    // Safe: it listens on a port, not on a pipe.
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${(server.address() as AddressInfo).port}`],
  });
});
afterAll(async () => {
  await chromium.close();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function makeCompany(page: Page, { name, website }: { name: string; website: string }): Promise<void> {
  await page.waitForSelector('[data-action="new"]');
  await page.$eval('[data-action="new"]', (one) => (one as HTMLElement).click());
  await page.waitForSelector('[role="dialog"] form');
  for (const [label, text] of [
    ['Name', name],
    ['Web site', website],
  ] as const) {
    const field = await page.waitForSelector(`::-p-xpath(//form//label[starts-with(normalize-space(.), "${label}")])`);
    await field?.click();
    await page.keyboard.type(text);
  }
  await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
  await page.waitForSelector('[role="dialog"] [data-record]');
}

describe('enriching in Chromium', () => {
  it.each(SITES)('goes the whole way for %s: plan, requests, proposals, undo', async (host) => {
    const site = must(INVENTED_SITES[host], 'the site');
    asked.length = 0;
    const page = await chromium.openWorkspace('#/accounts');
    const faults = watchFaults(page);
    await makeCompany(page, site.filed);
    await page.waitForSelector('[data-action="enrich"]');
    await page.$eval('[data-action="enrich"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-plan]');
    expect(await textOf(page, '[data-plan]')).toContain(host);
    expect(asked).toEqual([]);

    await page.$eval('[data-action="start"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-proposal]', { timeout: 30_000 });
    const ticked = await page.$$eval('[data-proposal]:has(input:checked)', (all) => all.length);
    await page.$eval('[data-action="save"]', (one) => (one as HTMLElement).click());
    await waitForText(page, `${site.filed.name}: ${ticked} values filed.`);
    for (const [field, value] of site.facts) if (SHOWN_AS_FILED.has(field)) await waitForText(page, value);
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(asked.every((one) => one.startsWith(host) || one.startsWith(`www.${host}`))).toBe(true);

    // What was made is told there as well.
    await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
    await waitForText(page, `Undone: ${site.filed.name}: ${ticked} values filed`);
    expect(faults.filter((fault) => !/net::ERR|404/.test(fault))).toEqual([]);
    await page.close();
  });
});
