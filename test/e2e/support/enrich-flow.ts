import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import { answerOf, INVENTED_SITES } from '@/test/support/invented-sites';
import { html, redirect, type Answer } from '@/test/support/web-stub';
import { makeCompany } from './make-records';
import { textOf, waitForText, watchFaults } from './page';

/** Filed without encryption, and as a bare host that answers without encryption only. */
export const SITES = ['hengxing-jixie.com.cn', 'brandt-werkzeugbau.de'];
/** Numbers, days and accounts are shown in forms of their own. */
const SHOWN_AS_FILED = new Set(['legalName', 'emails', 'addresses', 'registrationIds', 'legalRepresentative']);
/** A site whose pages lead into the network of whoever asks for them. */
export const ASTRAY = 'astray-pumpen.de';
const LEADS: Readonly<Record<string, string>> = {
  '/impressum': 'http://127.0.0.1:8080/reached',
  '/kontakt': 'http://localhost/reached',
  '/ueber-uns': 'http://169.254.169.254/reached',
};
/** Asked only where the user has it asked. */
export const REGISTER = 'dns.google';

export interface SitesServer {
  readonly port: number;
  /** Host and path of all that reached it; of what was encrypted, host and port. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The invented sites as the proxy of a browser, which asks it for every host. What is encrypted is refused. */
export async function startSitesServer(): Promise<SitesServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '').replace(/^http:\/\/[^/]*/, '');
    asked.push(`${host}${path}`);
    const answer = host === ASTRAY ? astray(path) : answerOf(host, path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`encrypted ${request.url}`);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // Safe: it listens on a port, not on a pipe.
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function astray(path: string): Answer | undefined {
  const to = LEADS[path];
  if (to !== undefined) return redirect(to);
  if (path !== '/') return undefined;
  return html(
    `<html lang="de"><title>Astray Pumpen</title><body>${Object.keys(LEADS)
      .map((one) => `<a href="${one}">${one}</a>`)
      .join(' ')}`,
  );
}

/** From the company that is filed with its site alone over plan, requests and proposals to what is filed, and back by undo. @returns what the page says went wrong. */
export async function enrichAndUndo(page: Page, host: string, asked: string[]): Promise<readonly string[]> {
  const site = must(INVENTED_SITES[host], 'the site');
  // What a browser asks for by itself comes through a proxy as well.
  const own = (): string[] => asked.filter((one) => Object.keys(INVENTED_SITES).some((name) => one.includes(name)));
  asked.length = 0;
  const faults = watchFaults(page);
  await makeCompany(page, site.filed);
  await page.waitForSelector('[data-action="enrich"]');
  await page.$eval('[data-action="enrich"]', (one) => (one as HTMLElement).click());
  await page.waitForSelector('[data-plan]');
  expect(await textOf(page, '[data-plan]')).toContain(host);
  expect(own()).toEqual([]);

  await page.waitForSelector('[data-action="start"]');
  await (await page.$('[data-action="start"]'))?.click();
  await page.waitForSelector('[data-proposal]', { timeout: 30_000 });
  const ticked = await page.$$eval('[data-proposal]:has(input:checked)', (all) => all.length);
  await page.$eval('[data-action="save"]', (one) => (one as HTMLElement).click());
  await waitForText(page, `${site.filed.name}: ${ticked} values filed.`);
  for (const [field, value] of site.facts) if (SHOWN_AS_FILED.has(field)) await waitForText(page, value);
  expect(own().filter((one) => !one.startsWith('encrypted')).length).toBeLessThanOrEqual(5);
  const isItsOwn = new RegExp(`^(?:encrypted )?(?:www\\.)?${host.replaceAll('.', '\\.')}`);
  expect(own().filter((one) => !isItsOwn.test(one))).toEqual([]);

  // What was made is told there as well.
  await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
  await waitForText(page, `Undone: ${site.filed.name}: ${ticked} values filed`);
  return faults.filter((fault) => !/net::ERR|404/.test(fault));
}

/** The same by the keyboard alone. @returns what is said when it is filed. */
export async function enrichByKeys(page: Page, host: string): Promise<string> {
  const { filed } = must(INVENTED_SITES[host], 'the site');
  await makeCompany(page, { ...filed, website: `http://www.${host}/` });
  await page.waitForSelector('[data-action="enrich"]');
  await page.focus('[data-action="enrich"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('[data-action="start"]'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-proposal]', { timeout: 30_000 });
  await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] [role="status"]'));
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('[data-action="save"]'))) break;
  }
  await page.keyboard.press('Enter');
  await waitForText(page, 'values filed.');
  return textOf(page, 'output');
}

/** Whether pages that lead into the user's own network are asked there. @returns what was reached. */
export async function enrichAstray(page: Page, asked: string[]): Promise<readonly string[]> {
  await begin(page, { name: 'Astray Pumpen', website: `http://${ASTRAY}` });
  for (const path of Object.keys(LEADS))
    await waitForText(page, `${ASTRAY}${path}: leads to another site, which was not asked`);
  expect(asked.filter((one) => one.startsWith(ASTRAY))).toHaveLength(5);
  return asked.filter((one) => one.includes('reached'));
}

/** Has a register asked from now on. @returns whether it was asked before, and whether it is now. */
export async function switchRegisterOn(page: Page, asked: string[]): Promise<readonly [boolean, boolean]> {
  const isAsked = (): boolean => asked.some((one) => one.includes(REGISTER));
  const before = isAsked();
  await page.evaluate(() => (window.location.hash = '#/settings'));
  await (await page.waitForSelector('[data-provider="dns"] input[type="checkbox"]'))?.click();
  await page.waitForSelector('[data-provider="dns"] select');
  await page.evaluate(() => (window.location.hash = '#/accounts'));
  await begin(page, { name: 'Astray Mail', website: `http://${ASTRAY}` });
  await waitForText(page, `${REGISTER}/resolve: cannot be reached`);
  return [before, isAsked()];
}

/** Makes a company and presses the button that asks. */
async function begin(page: Page, filed: { name: string; website: string }): Promise<void> {
  await makeCompany(page, filed);
  await page.waitForSelector('[data-action="enrich"]');
  await page.$eval('[data-action="enrich"]', (one) => (one as HTMLElement).click());
  await (await page.waitForSelector('[data-action="start"]'))?.click();
}
