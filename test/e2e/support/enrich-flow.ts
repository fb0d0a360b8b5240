import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import { answerOf, INVENTED_SITES } from '@/test/support/invented-sites';
import { textOf, waitForText, watchFaults } from './page';

/** Filed without encryption, and as a bare host that answers without encryption only. */
export const SITES = ['hengxing-jixie.com.cn', 'brandt-werkzeugbau.de'];

export interface SitesServer {
  readonly port: number;
  /** Host and path of all that reached it. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The invented sites on one port, for a browser that asks it for every host, by name or as its proxy. Nothing is encrypted. */
export async function startSitesServer(): Promise<SitesServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = (request.url ?? '').replace(/^http:\/\/[^/]*/, '');
    asked.push(`${host}${path}`);
    const answer = answerOf(host, path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Refused\r\n\r\n'));
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

/** From the company that is filed with its site alone over plan, requests and proposals to what is filed, and back by undo. */
export async function enrichAndUndo(page: Page, host: string, asked: string[]): Promise<void> {
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
  for (const [field, value] of site.facts) if (field !== 'phones') await waitForText(page, value);
  expect(own().length).toBeLessThanOrEqual(6);
  expect(own().every((one) => one.startsWith(host) || one.startsWith(`www.${host}`))).toBe(true);

  // What was made is told there as well.
  await page.$$eval('output button', (all) => all.findLast((one) => one.textContent === 'Undo')?.click());
  await waitForText(page, `Undone: ${site.filed.name}: ${ticked} values filed`);
  expect(faults.filter((fault) => !/net::ERR|404/.test(fault))).toEqual([]);
}

export async function makeCompany(page: Page, { name, website }: { name: string; website: string }): Promise<void> {
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
