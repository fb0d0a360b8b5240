import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { firstMinutes } from '@/scripts/first-minutes.mjs';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { dayOf } from '@/src/kernel/calendar';
import { openChromium } from './support/chromium';
import { openFirefox } from './support/firefox';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { downloaded, rowsOf } from './support/page';

/** How many of the customers of the sample make 80 % of its last year, added up from its text by nothing of ours. */
function fewOf(text: string, lastDay: Date): number {
  const since = new Date(lastDay);
  since.setUTCFullYear(since.getUTCFullYear() - 1);
  const sums = new Map<string, number>();
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true });
  let above = { order: '', customer: '' };
  for (const row of data) {
    const { 'Order no': order = '', Amount: amount = '' } = row;
    const day = new Date(row['Order date'] ?? '');
    // A line without a customer belongs to whoever placed the order that it is in.
    const customer = row['Customer'] || (order === above.order ? above.customer : '');
    above = { order, customer };
    if (customer === '' || !(day > since)) continue;
    sums.set(customer, (sums.get(customer) ?? 0) + Math.round(Number(amount.replaceAll(',', '')) * 100));
  }
  const ranked = [...sums.values()].filter((sum) => sum > 0).sort((a, b) => b - a);
  const whole = ranked.reduce((sum, one) => sum + one, 0);
  let running = 0;
  return ranked.findIndex((one) => (running += one) >= 0.8 * whole) + 1;
}

type Driven = Parameters<typeof firstMinutes>[0]['driven'] & { close(): Promise<void> };

/** Chromium shows the panel beside the page; of Firefox the driver sees it as a tab. */
const BROWSERS: Readonly<Record<string, (proxy: LoggingProxy, profile: string) => Promise<Driven>>> = {
  Chromium: (proxy) => openChromium({ proxy, language: 'en' }),
  Firefox: async ({ port }, profile) => {
    const firefox = await openFirefox({ proxyPort: port, profile });
    const pressAction = async (tab: Page): Promise<Page> => {
      const panel = await firefox.openPanelTab();
      await firefox.pressAction(tab);
      return panel;
    };
    return { ...firefox, pressAction };
  },
};

describe.each(Object.entries(BROWSERS))('the first five minutes of a newcomer, in %s', (_, open) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-minutes-'));
  let site: Awaited<ReturnType<typeof startDemoSite>>;
  let proxy: LoggingProxy;
  let driven: Driven;

  beforeAll(async () => {
    site = await startDemoSite();
    proxy = await startLoggingProxy();
    driven = await open(proxy, path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await driven?.close();
    await proxy?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  it('lead from the sample to the answer, key accounts, a contact, the map, the visits and a backup', async () => {
    const steps = await firstMinutes({ driven, site, downloads: folder });
    const [answer, accounts, contact, map, today, backup] = steps;

    expect(steps.map(({ step }) => step)).toEqual(['answer', 'key-accounts', 'contact', 'map', 'today', 'backup']);
    expect(answer?.seconds).toBeLessThan(60);
    expect(steps.at(-1)?.seconds).toBeLessThan(300);

    const now = new Date();
    const lastDay = dayOf({ year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() });
    const text = sampleOrders({ seed: 20_260_101, lines: 12_000, lastDay, language: 'en' });
    const few = fewOf(text, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())));
    expect(few).toBeGreaterThan(10);
    expect(answer?.said).toMatch(new RegExp(`^${few} `));

    // The three companies of the sample are among them; three more records are the tiers.
    expect(accounts?.said).toContain(`Companies: ${few - 3} made, 3 labelled.`);
    const page = await driven.openWorkspace('#/data');
    const records = await rowsOf(page, 'records');
    const companies = records.filter(({ kind }) => kind === 'company');
    expect(companies).toHaveLength(few);
    expect(companies.every(({ fields }) => 'tier' in (fields as object))).toBe(true);
    expect(records.filter(({ kind }) => kind === 'tier')).toHaveLength(3);
    expect(contact?.said).toMatch(/Tier: .+Nobody on the map as: Decision-maker, Technical gatekeeper, Coach/);
    expect(map?.said).toMatch(/Decision-maker.*Technical gatekeeper.*Coach/);
    const seats = records
      .filter(({ kind }) => kind === 'stakeholder')
      .map(({ fields }) => fields as { person?: string });
    const tom = records.find(({ kind, fields }) => kind === 'person' && JSON.stringify(fields).includes('Tom Ashby'));
    expect(seats.map(({ person }) => person)).toEqual([undefined, undefined, undefined, tom?.id]);
    expect(records.filter(({ kind }) => kind === 'visit').length).toBeGreaterThan(0);
    expect(readFileSync(await downloaded(folder, '.ics'), 'utf8')).toContain('BEGIN:VEVENT');
    expect(today?.said).not.toBe('');
    expect(backup?.said).toContain('Backup written');

    // The list of first steps is done, and gone.
    await page.evaluate(() => (window.location.hash = '#/'));
    await page.waitForSelector('[data-action="sample"], main h1');
    await expect.poll(async () => page.$('[data-first-steps]'), { timeout: 20_000 }).toBeNull();
    expect([...new Set(proxy.foreign())]).toEqual(['northwick.localhost']);
    await page.close();
  });
});
