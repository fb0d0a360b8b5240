import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemoSite } from '@/scripts/demo-server.mjs';
import { must } from '@/src/kernel/assert';
import { askPanel, selectOn } from './support/ask-panel';
import { openChromium, type Chromium } from './support/chromium';
import { clickText, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let site: Awaited<ReturnType<typeof startDemoSite>>;
let chromium: Chromium;
let tab: Page;
let panel: Page;
const faults: string[] = [];

beforeAll(async () => {
  site = await startDemoSite();
  chromium = await openChromium();
  tab = await chromium.browser.newPage();
  await tab.goto(site.url('northwick'));
  panel = await chromium.pressAction(tab);
  faults.push(...watchFaults(panel));
  await panel.waitForSelector('[data-party]', { timeout: 20_000 });
  await panel.keyboard.press('Enter');
  await waitForText(panel, 'Saved: 1 record');
});
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

const WAIT = { timeout: 60_000, interval: 100 };
const CLIP = 'form[aria-label="Clip"]';

const recordsOf = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await rowsOf(panel, 'records')).filter((row) => row['kind'] === kind);

/** Selects lines on the page, clips them from the menu and saves with one press of Enter; gives the record that came of it. */
async function clipped(kind: string, lines: readonly string[]): Promise<Record<string, unknown>> {
  await selectOn(tab, lines);
  await askPanel(panel, { part: { text: lines.join(' '), isLink: false }, isClip: true });
  await panel.waitForSelector(CLIP, { timeout: 20_000 });
  await panel.waitForFunction(() => document.activeElement?.textContent === 'Save');
  await panel.keyboard.press('Enter');
  await panel.waitForSelector(CLIP, { hidden: true });
  const [row] = await recordsOf(kind);
  return must(row, `a record of the kind ${kind}`);
}

describe('what is chosen in the menu of a page, in Chromium', () => {
  it('files a competitor’s price with its product, its shop and where it stood', async () => {
    const row = await clipped('price-observation', ['Calder flow meter CF-20', 'Was £245.00 Now £199.00 / piece']);

    expect(row['fields']).toMatchObject({
      product: { value: 'Calder flow meter CF-20', status: 'accepted' },
      price: {
        value: { amount: '199.00', currency: 'GBP' },
        sources: [expect.objectContaining({ kind: 'text', url: site.url('northwick') })],
      },
      shop: { value: 'northwick.localhost' },
    });
    expect(JSON.stringify(row)).toContain('Now £199.00');
  });

  it('files an event of the company whose page it is, on its day', async () => {
    const text = 'Northwick Instruments Ltd opens its new branch in Leeds on 3 May 2027.';
    const row = await clipped('account-event', [text]);
    const [company] = await recordsOf('company');

    expect(row['fields']).toMatchObject({
      what: { value: 'opening' },
      day: { value: '2027-05-03' },
      company: { value: company?.['id'] },
      headline: { sources: [expect.objectContaining({ snippet: text })] },
    });
  });

  it('files what is neither as a fact of the company', async () => {
    const text = 'Northwick Instruments Ltd buys its sensors from two suppliers and reviews them every spring.';
    const row = await clipped('account-fact', [text]);
    const [company] = await recordsOf('company');

    expect(row['fields']).toMatchObject({
      fact: { sources: [expect.objectContaining({ snippet: text })] },
      company: { value: company?.['id'] },
    });
  });

  it('asks for the company where none on file is named, and files nothing until it is chosen', async () => {
    const away = await chromium.browser.newPage();
    await away.goto(site.url('tarnhill'));
    await chromium.pressAction(away);
    await panel.waitForFunction(() => document.body.innerText.includes('tarnhill.localhost'));
    await selectOn(away, ['Hollins Pumps celebrates its anniversary on 9 June 2027.']);
    await askPanel(panel, { part: { text: 'Hollins Pumps celebrates', isLink: false }, isClip: true });
    await panel.waitForSelector(CLIP, { timeout: 20_000 });
    const before = await recordsOf('account-event');
    await clickText(panel, `${CLIP} button`, 'Save');
    const company = await panel.waitForSelector(`${CLIP} [data-input="company"][aria-invalid="true"]`);
    expect(await recordsOf('account-event')).toEqual(before);

    await company?.click();
    await company?.type('Northwick');
    await panel.waitForSelector('[role="option"]', { visible: true });
    await panel.$eval('[role="option"]', (option) => (option as HTMLElement).click());
    await clickText(panel, `${CLIP} button`, 'Save');
    await panel.waitForSelector(CLIP, { hidden: true });
    expect((await recordsOf('account-event')).length).toBe(before.length + 1);
    await away.close();
    await chromium.pressAction(tab);
    await panel.waitForFunction(() => document.body.innerText.includes('northwick.localhost'));
  });

  it('reads a marked signature as somebody, files them, and takes them back', async () => {
    await selectOn(tab, ['Clara Whitfield', 'Head of Buying', 'clara.whitfield@northwick.example']);
    await askPanel(panel, { part: { text: 'Clara Whitfield', isLink: false } });
    await panel.waitForSelector('[data-party="person"]', { timeout: 20_000 });
    expect(await textOf(panel, '[data-party="person"]')).toContain('Person');
    await panel.click('button[type="submit"]');
    await vi.waitFor(async () => expect(await recordsOf('person')).toHaveLength(1), WAIT);
    await clickText(panel, '[data-saved] button', 'Undo');
    await vi.waitFor(async () => expect(await recordsOf('person')).toEqual([]), WAIT);
  });

  it('asks whose a linked number is, files nothing without a name, and files it with one', async () => {
    const before = await recordsOf('person');
    await askPanel(panel, { part: { text: 'tel:+447400123456', isLink: true } });
    await panel.waitForSelector('[data-whose]', { timeout: 20_000 });
    expect(await textOf(panel, '[data-whose]')).toContain('Nothing says whose this is. Type the name');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Name');
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'Tick or type a name first.');
    expect(await recordsOf('person')).toEqual(before);

    await panel.keyboard.type('Ruth Calder');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('[data-saved]');
    const made = (await recordsOf('person')).filter(({ id }) => !before.some((row) => row['id'] === id));
    expect(made.map(({ fields }) => fields)).toMatchObject([{ name: { value: 'Ruth Calder', status: 'typed' } }]);
    expect(made[0]?.['keys']).toContain('phone:+447400123456');
  });

  it('adds a linked mailbox to the company that its domain is of', async () => {
    await askPanel(panel, { part: { text: 'mailto:export@northwick.example?subject=Hello', isLink: true } });
    await panel.waitForSelector('[data-known]', { timeout: 20_000 });
    expect(await textOf(panel, '[data-known]')).toContain('Northwick Instruments Ltd');
    await clickText(panel, '[data-known] label', 'Add to it');
    await panel.waitForSelector('[data-whose]', { hidden: true });
    await panel.click('button[type="submit"]');
    await panel.waitForSelector('[data-saved]');

    const [company, ...others] = await recordsOf('company');
    expect(others).toEqual([]);
    expect(company?.['keys']).toContain('email:export@northwick.example');
  });

  it('keeps a link to another page in the Inbox', async () => {
    await askPanel(panel, { part: { text: 'https://hollins.example/about', isLink: true } });
    await vi.waitFor(async () => expect(await recordsOf('inbox-item')).toHaveLength(1), WAIT);
    const [item] = await recordsOf('inbox-item');

    expect(item?.['fields']).toMatchObject({ url: 'https://hollins.example/about' });
  });

  it('is there until it is switched off in the settings, and again when it is switched on', async () => {
    const worker = must(await chromium.serviceWorker(), 'the background worker');
    const isThere = (id: string): Promise<boolean> =>
      worker.evaluate(
        (one) =>
          chrome.contextMenus.update(one, {}).then(
            () => true,
            () => false,
          ),
        id,
      );
    const areThere = (): Promise<boolean[]> =>
      Promise.all(['page', 'selection', 'clip', 'link', 'later'].map((id) => isThere(id)));
    const all = [true, true, true, true, true];
    await vi.waitFor(async () => expect(await areThere()).toEqual(all), WAIT);
    expect(await isThere('nothing-of-ours')).toBe(false);

    const settings = await chromium.openWorkspace('#/settings');
    await clickText(settings, 'label', 'Menu of web pages');
    await vi.waitFor(async () => expect(await areThere()).toEqual(all.map(() => false)), WAIT);
    await settings.waitForSelector('input[name="page-menu"]:not(:checked)');
    await clickText(settings, 'label', 'Menu of web pages');
    await vi.waitFor(async () => expect(await areThere()).toEqual(all), WAIT);
    await settings.close();
  });

  it('says nothing wrong', () => {
    expect(faults).toEqual([]);
  });
});
