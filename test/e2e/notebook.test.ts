import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './support/chromium';
import { openFirefox } from './support/firefox';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import {
  hold,
  insertLast,
  inState,
  openFile,
  press,
  settled,
  stateOf,
  stopRunning,
  textSaved,
  until,
  write,
} from './support/notebook-flow';
import { rowsOf, textOf } from './support/page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** CRLF, a byte order mark, a cell of the future, a name that is taken twice: what a file may come with. */
const STRANGE = [
  '\uFEFF---\r\nnotebook: 1\r\ntitle: 陌生人的笔记本\r\n---\r\n\r\n每行都要原样保留。\r\n\r\n',
  '```sql name=rows\r\nselect count(*) as n from orders\r\n```\r\n\r\n',
  '```js name=answer\r\nreturn 6 * 7\r\n```\r\n\r\n',
  '~~~hologram name=later\r\nspin: 3\r\n~~~\r\n\r\n',
  '```js name=answer\r\nreturn 1\r\n```',
].join('');

const BROWSERS = ['Chromium', 'Firefox'] as const;

describe.each(BROWSERS)('a notebook in %s', (name) => {
  let browser: Awaited<ReturnType<typeof openChromium>> | Awaited<ReturnType<typeof openFirefox>>;
  let proxy: LoggingProxy;
  let page: Page;
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-notebook-'));

  beforeAll(async () => {
    proxy = await startLoggingProxy();
    const profile = path.join(folder, 'profile');
    browser =
      name === 'Chromium'
        ? await openChromium({ proxy, profile })
        : await openFirefox({ proxyPort: proxy.port, profile });
    page = await browser.openWorkspace();
    await press(page, '[data-action="sample"]');
    await page.waitForSelector('[data-headline="pareto"]', { timeout: 60_000 });
    await settled(page);
  });
  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('that is shipped is copied, and a cell of the copy edited by keyboard', async () => {
    await press(page, '[data-action="copy-notebook"]');
    await page.waitForSelector('[data-cell="classes"][tabindex]', { timeout: 30_000 });
    await settled(page);
    await page.focus('[data-cell="classes"]');
    await page.keyboard.press('Enter');
    await write(page, '{ from: pareto.entities, group: class, column: value, measures: [count] }');
    // What it gave before is drawn until the new result is there.
    await until(page, () => document.querySelectorAll('[data-cell="classes"] th').length < 7);
    await inState(page, 'classes', 'fresh');
    await settled(page);

    expect(await page.$$eval('[data-cell="classes"] th', (heads) => heads.length)).toBe(2);
    expect(await stateOf(page, 'pareto')).toBe('fresh');
  });

  it('takes cells of SQL and JavaScript and a chart, runs them, and shows what they gave', async () => {
    await insertLast(page, 'sql');
    await write(page, 'select customer, count(*) as n from orders group by customer order by n desc, customer limit 5');
    await inState(page, 'sql', 'fresh');
    await insertLast(page, 'js');
    await write(page, 'return { answer: 6 * 7 };');
    await inState(page, 'js', 'fresh');
    await insertLast(page, 'chart-bar');
    await hold(page, 'Control', 'Enter');
    await inState(page, 'chart', 'fresh');
    await page.waitForSelector('[data-cell="chart"] [data-drawn="true"]', { timeout: 60_000 });

    expect(await page.$$eval('[data-cell="sql"] tbody tr', (rows) => rows.length)).toBe(5);
    expect(JSON.parse(await textOf(page, '[data-value="js"]'))).toEqual({ answer: 42 });
    expect(await page.$$eval('[data-cell="chart"] .mark-rect path', (bars) => bars.length)).toBe(5);
  });

  it('filters the table below a chart by what is picked in it, until that is let go', async () => {
    const bar = await page.waitForSelector('[data-cell="chart"] .mark-rect path');
    await bar?.scrollIntoView();
    await bar?.click();
    await page.waitForSelector('[data-filtered]', { timeout: 20_000 });
    expect(await page.$$eval('[data-cell="chart"] tbody tr', (rows) => rows.length)).toBe(1);

    await press(page, '[data-filtered]');
    await until(page, () => document.querySelectorAll('[data-cell="chart"] tbody tr').length === 5);
    expect(await page.$('[data-filtered]')).toBeNull();
  });

  it('is undone step by step, by keyboard', async () => {
    await page.focus('[data-cell="chart"]');
    await page.keyboard.press('Delete');
    await until(page, () => document.querySelector('[data-cell="chart"]') === null);
    await hold(page, 'Control', 'z');
    await page.waitForSelector('[data-cell="chart"]');
    await page.focus('[data-cell="js"]');
    await hold(page, 'Alt', 'ArrowUp');
    await settled(page);

    expect(
      await page.$$eval('[data-cell]', (cells) => cells.map((one) => (one as HTMLElement).dataset['cell'])),
    ).toEqual(['pareto', 'classes', 'js', 'sql', 'chart']);
  });

  it('stops a program that never ends, while the page answers', async () => {
    await insertLast(page, 'js');
    await write(page, 'while (true) {}');
    await inState(page, 'js_2', 'running');
    const { deafMs, stopMs } = await stopRunning(page, 'js_2');

    // Half a second and a fifth of one are held in js-cells.test.ts; a page that hung would be deaf for ten seconds.
    expect(deafMs).toBeLessThan(2000);
    expect(stopMs).toBeLessThan(2000);
    await inState(page, 'js_2', 'failed');
    expect(await page.$eval('[data-cell="js_2"] [data-error]', (one) => one.getAttribute('data-error'))).toBe(
      'cancelled',
    );
    expect(await stateOf(page, 'sql')).toBe('fresh');
    await page.focus('[data-cell="js_2"]');
    await page.keyboard.press('Delete');
  });

  it('is saved with Ctrl+S, and there again in another tab', async () => {
    await page.focus('[data-cell="sql"]');
    await hold(page, 'Control', 's');
    await page.waitForSelector('[data-saved="true"]', { timeout: 20_000 });
    const [row] = await rowsOf(page, 'notebooks');
    expect(JSON.stringify(row)).toContain('group by customer order by n desc');

    const place = await page.evaluate(() => window.location.hash);
    await page.close();
    page = await browser.openWorkspace(place);
    await page.waitForSelector('[data-cell="sql"][data-state="fresh"]', { timeout: 60_000 });
    expect(await page.$$eval('[data-cell="sql"] tbody tr', (rows) => rows.length)).toBe(5);
  });

  it('from a file runs nothing before a click that says what it would run, and is saved byte for byte', async () => {
    const file = path.join(folder, 'strange.md');
    writeFileSync(file, STRANGE);
    await openFile(page, file);
    expect(await textOf(page, '[data-untrusted]')).toMatch(/1 SQL query, 2 JavaScript programs/);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const states = await page.$$eval('[data-cell][data-state]', (cells) =>
      cells.map((one) => (one as HTMLElement).dataset['state']),
    );
    expect(new Set(states)).toEqual(new Set(['untrusted']));
    expect(await page.$$('[data-value], main table')).toEqual([]);
    const saved = await textSaved(page, async () => {
      await press(page, '[data-menu="notebook"]');
      await press(page, '[data-act="export"]');
    });
    expect(saved).toBe(STRANGE.slice(1));

    await press(page, '[data-action="trust"]');
    await inState(page, 'answer', 'fresh');
    expect(await textOf(page, '[data-value="answer"]')).toBe('42');
    await until(page, () => document.body.innerText.includes('does not run “hologram” cells'));
    expect(await page.$('[data-untrusted]')).toBeNull();
  });

  it('asked nothing of the network', () => {
    expect(proxy.foreign()).toEqual([]);
  });
});

describe('the page of notebooks', () => {
  it.each(['en', 'zh-CN'])('can be used by everyone in %s, in both schemes, wide and narrow', async (language) => {
    const chromium = await openChromium({ language });
    try {
      const page = await chromium.openWorkspace();
      await press(page, '[data-action="sample"]');
      await page.waitForSelector('[data-headline="pareto"]', { timeout: 60_000 });
      await press(page, '[data-action="copy-notebook"]');
      await page.waitForSelector('[data-cell="classes"][tabindex]', { timeout: 30_000 });
      await insertLast(page, 'sql');
      await settled(page);
      await page.evaluate(AXE);
      for (const width of [1280, 360])
        for (const scheme of ['dark', 'light'] as const) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await page.waitForSelector(`[data-mantine-color-scheme="${scheme}"]`);
          await new Promise((resolve) => setTimeout(resolve, 800));
          expect({ width, scheme, faults: await axeFaults(page) }).toEqual({ width, scheme, faults: [] });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ width, overflow }).toEqual({ width, overflow: 0 });
        }
    } finally {
      await chromium.close();
    }
  });
});

/** What axe finds, in its own words, on a page that axe is on. */
async function axeFaults(page: Page): Promise<string[]> {
  const { passed, faults } = await page.evaluate(async () => {
    // Safe: the caller put it there.
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const said = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    return { passed: passes.length, faults: said };
  });
  expect(passed).toBeGreaterThan(5);
  return faults;
}
