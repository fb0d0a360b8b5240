import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { openChromium, type Chromium } from './support/chromium';
import { makeCompany } from './support/make-records';
import {
  chartsDrawn,
  chooseByKeys,
  formOpens,
  keyboardRests,
  rowsOf,
  textOf,
  waitForText,
  watchFaults,
} from './support/page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Name, position, the letters that pick the role, influence, the letters that pick the stance. */
const PEOPLE = [
  ['Ines Roth', 'Managing director', 'Dec', '5', 'Dou'],
  ['Bo Lind', 'Head of works', 'Tech', '4', 'Sup'],
  ['Carla Meyer', 'Head of buying', 'Pur', '4', 'Neu'],
  ['Dirk Vos', 'Head of finance', 'Eco', '4', 'Hos'],
  ['Ella Stone', 'Foreman', 'Use', '2', 'Sup'],
  ['Finn Berg', 'Engineer', 'Inf', '3', 'Mis'],
  ['Gwen Hale', 'Buyer', 'Pur', '2', 'Bac'],
  ['Hugo Kern', 'Controller', 'Fin', '2', 'Neu'],
  ['Iris Lohr', 'Quality', 'Inf', '3', 'Sup'],
  ['Jan Moor', 'Plant manager', 'All', '3', 'Sup'],
  ['Kara Nord', 'Assistant', 'Blo', '1', 'Neu'],
  ['', 'Somebody inside', 'Coa', '', ''],
] as const;

let chromium: Chromium;
let page: Page;
let faults: string[];
let company: string;

beforeAll(async () => {
  chromium = await openChromium({ language: 'en' });
  page = await chromium.openWorkspace('#/accounts');
  faults = watchFaults(page);
  await makeCompany(page, { name: 'Tarnhill Optics' });
  company = String((await rowsOf(page, 'records'))[0]?.['id']);
});
afterAll(async () => {
  await chromium?.close();
});

async function press(key: KeyInput, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

const isOn = (selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Goes on with Tab until the keyboard is on it. */
async function tabTo(selector: string): Promise<void> {
  await page.waitForSelector(selector);
  for (let i = 0; i < 200; i++) {
    if (await isOn(selector)) return;
    await press('Tab');
  }
  throw new Error(`Tab does not come to ${selector}`);
}

const seats = async () =>
  (await rowsOf(page, 'records')).filter(({ kind }) => kind === 'stakeholder') as {
    id: string;
    fields: Record<string, unknown>;
  }[];
const seatAt = async (position: string) =>
  must(
    (await seats()).find(({ fields }) => fields['position'] === position),
    position,
  );

const placeOfAssistant = async (): Promise<unknown> => (await seatAt('Assistant')).fields['place'];

const noDialog = (): Promise<unknown> => page.waitForFunction(() => !document.querySelector('[role="dialog"] form'));

async function addPerson([name, position, role, influence, stance]: (typeof PEOPLE)[number]): Promise<void> {
  await tabTo('[data-action="add-person"]');
  await press('Enter');
  await formOpens(page);
  await page.keyboard.type(name);
  await tabTo('[role="dialog"] [data-input="position"]');
  await page.keyboard.type(position);
  await tabTo('[role="dialog"] [data-input="role"]');
  await page.keyboard.type(role);
  await tabTo('[role="dialog"] [data-input="influence"]');
  await page.keyboard.type(influence);
  if (stance !== '') {
    await tabTo('[role="dialog"] [data-input="stance"]');
    await page.keyboard.type(stance);
  }
  await tabTo('[role="dialog"] [data-input="position"], [data-action="save-seat"]');
  await press('Enter');
  await noDialog();
}

async function connect(from: string, letters: string, to: string): Promise<void> {
  await tabTo(`[data-menu="${(await seatAt(from)).id}"]`);
  await press('Enter');
  await chooseByKeys(page, 'Connect');
  await formOpens(page);
  await page.keyboard.type(letters);
  await press('Tab');
  await page.keyboard.type(to);
  await tabTo('[data-action="save-tie"]');
  await press('Enter');
  await noDialog();
}

/** What axe calls serious or worse. */
async function seriousFaults(): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // Safe: the line before put it there.
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

const goTo = (hash: string): Promise<void> =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

describe('the people of an account in Chromium', () => {
  it('a map of twelve people is made, typed, moved, mended and kept by the keyboard alone', async () => {
    const loaded = async (): Promise<boolean> => (await page.$('link[href*="people-map"]')) !== null;
    expect(await loaded()).toBe(false);
    await goTo(`#/people/${company}`);
    await page.waitForSelector('[data-action="add-person"]');
    expect(await loaded()).toBe(false);

    const began = Date.now();
    for (const person of PEOPLE) await addPerson(person);
    await page.waitForFunction(() => document.querySelectorAll('[data-seat]').length === 12);
    expect(await loaded()).toBe(true);
    expect((await seats()).map(({ fields }) => [fields['role'], fields['influence'], fields['stance']])).toEqual([
      ['decider', 5, 'doubter'],
      ['technical-gate', 4, 'supporter'],
      ['purchaser', 4, 'neutral'],
      ['economic-buyer', 4, 'hostile'],
      ['user', 2, 'supporter'],
      ['influencer', 3, 'misunderstander'],
      ['purchaser', 2, 'backslider'],
      ['finance', 2, 'neutral'],
      ['influencer', 3, 'supporter'],
      ['ally', 3, 'supporter'],
      ['blocker', 1, 'neutral'],
      ['coach', undefined, undefined],
    ]);

    await connect('Head of works', 'rep', 'Ines');
    await connect('Foreman', 'rep', 'Bo');
    await connect('Engineer', 'tru', 'Bo');
    await connect('Head of finance', 'is in', 'Carla');
    await connect('Assistant', 'has', 'Ines');
    await page.waitForFunction(() => document.querySelectorAll('.react-flow__edge').length === 5);
    const types = (await rowsOf(page, 'records')).filter(({ kind }) => kind === 'stakeholder-tie');
    expect(types.map(({ fields }) => (fields as { type: string }).type)).toEqual(['trusts', 'conflicts', 'hidden']);
    expect((await seatAt('Foreman')).fields['reportsTo']).toBe((await seatAt('Head of works')).id);

    const { id } = await seatAt('Assistant');
    await tabTo(`.react-flow__node[data-id="${id}"]`);
    await press('Enter');
    await press('ArrowRight', 3);
    await press('ArrowDown', 2);
    await waitForText(page, 'Moved on the map: Kara Nord.');
    const drawn = await page.$eval(`.react-flow__node[data-id="${id}"]`, (node) => {
      const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform);
      return { x: m41, y: m42 };
    });
    await expect.poll(placeOfAssistant).toEqual(drawn);
    await press('Delete');
    await page.waitForFunction(() => document.querySelectorAll('[data-seat]').length === 11);
    expect((await rowsOf(page, 'records')).filter(({ kind }) => kind === 'stakeholder-tie')).toHaveLength(2);
    await page.keyboard.down('Control');
    await press('z');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelectorAll('[data-seat]').length === 12);
    expect(await placeOfAssistant()).toEqual(drawn);
    expect(Date.now() - began).toBeLessThan(180_000);

    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length === 12);
    await page.waitForFunction(() => document.querySelectorAll('.react-flow__edge').length === 5);
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('a menu stays with the keyboard while the map moves its card out of sight', async () => {
    const { id } = await seatAt('Foreman');
    await tabTo(`[data-menu="${id}"]`);
    await press('Enter');
    await keyboardRests(page, '[role="menuitem"]');
    const isLeft = (): Promise<boolean> =>
      page.$eval(`.react-flow__node[data-id="${id}"]`, (card) => card.getBoundingClientRect().right < 0);
    await page.$eval('.react-flow__viewport', (one) => {
      (one as HTMLElement).style.transform = 'translate(-3000px, 0)';
    });
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 500)));
    expect(await isLeft()).toBe(true);
    expect(await isOn('[role="menuitem"]')).toBe(true);
    await page.reload();
  });

  it('the list shows the same people, ranked, and does what the map does; support is there in figures', async () => {
    await goTo(`#/people/${company}/list`);
    // What became of each is read after the lines are there.
    await page.waitForFunction(() =>
      /^1\s+new\b/.test(document.querySelector<HTMLElement>('[data-list] [data-line]')?.innerText ?? ''),
    );
    const lines = await page.$$eval('[data-list] [data-line]', (rows) =>
      rows.map((row) => (row as HTMLElement).innerText),
    );
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatch(/^1\s+new\s+Ines Roth/);
    expect(lines[1]).toMatch(/^2 \(tied\)/);
    // 4 + 2 + 3 + 3 of 33.
    expect(await textOf(page, '[data-support]')).toContain('36.4%: 12 of 33 points of influence support us.');
    const { id } = await seatAt('Controller');
    await page.focus(`[data-menu="${id}"]`);
    await press('Enter');
    await page.waitForSelector('[data-way="edit"]');
    await page.$eval('[data-way="edit"]', (one) => (one as HTMLElement).click());
    await formOpens(page);
    await page.$eval('[role="dialog"] [data-input="influence"]', (one) => (one as HTMLInputElement).select());
    await page.type('[role="dialog"] [data-input="influence"]', '5');
    await press('Enter');
    await noDialog();
    await page.waitForFunction(() => document.querySelector('[data-list]')?.textContent?.includes('1 (tied)'));
    await page.waitForSelector('[data-export="clean"]');
    expect(await seriousFaults()).toEqual([]);
    expect(await page.$('[data-chart]').then((chart) => chart === null || chartsDrawn(page))).toBe(true);
    expect(faults).toEqual([]);
  });

  it('warns until whoever decides was met, refuses a fourth success factor, and turns a complaint into a need', async () => {
    await page.waitForSelector('[data-warning="never-met"]');
    await goTo(`#/people/${company}/points`);
    const factors = '[data-point="9"] [data-action="add-finding"]';
    for (const factor of ['Price', 'Delivery', 'Service', 'Colour']) {
      await page.waitForSelector(factors);
      await page.$eval(factors, (one) => (one as HTMLElement).click());
      await formOpens(page);
      await page.type('[role="dialog"] [data-input="finding"]', factor);
      await press('Enter');
      if (factor !== 'Colour') await noDialog();
    }
    await page.waitForSelector('[role="dialog"] [role="alert"]');
    expect(await textOf(page, '[role="dialog"] [role="alert"]')).toContain('Three success factors are watched already');
    await press('Escape');
    await noDialog();
    expect(await page.$$('[data-point="9"] [data-finding]')).toHaveLength(3);
    expect(await seriousFaults()).toEqual([]);

    await goTo(`#/files/complaint`);
    await page.waitForSelector('[data-action="new"]');
    await page.$eval('[data-action="new"]', (one) => (one as HTMLElement).click());
    await formOpens(page);
    await page.type('[role="dialog"] [data-input="subject"]', 'Seals leak');
    await page.select('[role="dialog"] select[data-input="severity"]', 'high');
    await page.click('[role="dialog"] [data-input="company"]');
    await page.waitForSelector('[role="option"]', { visible: true });
    await page.$eval('[role="option"]', (one) => (one as HTMLElement).click());
    await page.$eval('[role="dialog"] form button[type="submit"]', (one) => (one as HTMLElement).click());
    await page.waitForSelector('[data-record]');
    await goTo(`#/people/${company}/needs`);
    await page.waitForSelector('[data-needs="implicit"] [data-need]');
    expect(await textOf(page, '[data-needs="implicit"]')).toContain('Seals leak');
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
  });
});
