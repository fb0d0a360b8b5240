import type { Page } from 'puppeteer-core';
import { must } from '@/src/kernel/assert';

/** What a user does with an open notebook. Elements are found by what they are, in any language. */

const PATIENCE = { timeout: 60_000 };

/**
 * Waits until something is true of the page. The driver's own way makes a function of a text, which Firefox forbids in pages
 * of extensions.
 */
export async function until(page: Page, isSo: (given: string) => boolean, given = ''): Promise<void> {
  const end = Date.now() + PATIENCE.timeout;
  while (!(await page.evaluate(isSo, given))) {
    if (Date.now() > end) throw new Error(`never came: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until nothing of the notebook runs or is about to. */
export async function settled(page: Page): Promise<void> {
  await until(page, () => document.querySelector('[data-notebook]')?.getAttribute('aria-busy') === 'false');
}

export async function stateOf(page: Page, cell: string): Promise<string | undefined> {
  return page.$eval(`[data-cell="${cell}"]`, (one) => (one as HTMLElement).dataset['state']);
}

export async function inState(page: Page, cell: string, state: string): Promise<void> {
  await page.waitForSelector(`[data-cell="${cell}"][data-state="${state}"]`, PATIENCE);
}

/** Clicks what is there, wherever on the page it stands. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, PATIENCE);
  await page.$eval(selector, (one) => (one as HTMLElement).click());
}

export async function hold(
  page: Page,
  held: 'Control' | 'Alt',
  key: 'Enter' | 'a' | 's' | 'z' | 'ArrowUp',
): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

/** Puts a new cell at the end and opens its editor. */
export async function insertLast(page: Page, kind: string): Promise<void> {
  await page.waitForSelector('[data-unit] [data-menu]', PATIENCE);
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-unit] [data-menu]')].at(-1)?.click());
  await press(page, `[data-new="${kind}"]`);
  await page.waitForSelector('[data-editing] .cm-content', PATIENCE);
  await until(page, () => document.querySelector('[role="menu"]') === null);
}

/** Writes one line in place of what the open editor holds, and runs it. */
export async function write(page: Page, line: string): Promise<void> {
  await page.waitForSelector('[data-editing] .cm-content', PATIENCE);
  await page.$eval('[data-editing] .cm-content', (one) => (one as HTMLElement).focus());
  await hold(page, 'Control', 'a');
  await page.evaluate((text) => document.execCommand('insertText', false, text), line);
  await until(page, (text) => document.querySelector('[data-editing] .cm-content')?.textContent === text, line);
  await hold(page, 'Control', 'Enter');
  await until(page, () => document.querySelector('[data-editing]') === null);
}

/** The text of the next file that the page hands to the user, when `act` makes it do so. */
export async function textSaved(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => Object.assign(globalThis, { savedText: text }));
      return make(blob);
    };
  });
  await act();
  await until(page, () => 'savedText' in globalThis);
  return page.evaluate(() => {
    // Safe: put there by the line above.
    const saved = globalThis as unknown as { savedText?: string };
    const { savedText = '' } = saved;
    delete saved.savedText;
    return savedText;
  });
}

/** Opens a file as a notebook, and waits until it is shown. */
export async function openFile(page: Page, path: string): Promise<void> {
  const before = await page.evaluate(() => window.location.hash);
  const input = await page.waitForSelector<'input'>('main input[type="file"]' as 'input');
  await must(input, 'a place for the file').uploadFile(path);
  await until(page, (hash) => window.location.hash !== hash, before);
  await page.waitForSelector('[data-untrusted]', PATIENCE);
}

/** Stops a cell that runs: how long the page was deaf while it ran for a second, and how long the stop took. */
export function stopRunning(page: Page, cell: string): Promise<{ readonly deafMs: number; readonly stopMs: number }> {
  return page.evaluate(async (name) => {
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const state = (): string | undefined =>
      document.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.dataset['state'];
    let deafMs = 0;
    const end = performance.now() + 1_000;
    for (let before = performance.now(); before < end; before = performance.now()) {
      await wait(5);
      deafMs = Math.max(deafMs, performance.now() - before);
    }
    if (state() !== 'running') throw new Error(`${name} is ${state()}`);
    const asked = performance.now();
    document.querySelector<HTMLElement>(`[data-cell="${name}"] [data-action="stop"]`)?.click();
    while (state() === 'running') await wait(5);
    return { deafMs, stopMs: performance.now() - asked };
  }, cell);
}
