import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './support/chromium';
import { openFirefox } from './support/firefox';
import {
  HOSTILE_CHARTS,
  HOSTILE_SQL,
  hitsIn,
  hitsOfSaved,
  hostileNotebook,
  REFUSED,
  setTrap,
  touchCharts,
} from './support/hostile-cells';
import { startListeningPost, type ListeningPost } from './support/listening-post';
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
import { cellsOf, contentOf, openSaved, saveAs, tickRows } from './support/saved-notebook';

/** CRLF, a byte order mark, a cell of the future, a name that is taken twice: what a file may come with. */
const STRANGE = [
  '\uFEFF---\r\nnotebook: 1\r\ntitle: 陌生人的笔记本\r\n---\r\n\r\n每行都要原样保留。\r\n\r\n',
  '```sql name=rows\r\nselect count(*) as n from orders\r\n```\r\n\r\n',
  '```js name=answer\r\nreturn 6 * 7\r\n```\r\n\r\n',
  '~~~hologram name=later\r\nspin: 3\r\n~~~\r\n\r\n',
  '```js name=answer\r\nreturn 1\r\n```',
].join('');

const BROWSERS = ['Chromium', 'Firefox'] as const;

/** What is written over two cells of the tutorial. */
const EDITED = {
  regions: 'select "Region", sum(amount) as "Sold" from orders group by all order by "Sold" desc limit $most',
  lean: "return { columns: ['period', 'partA'], types: ['text', 'share'], rows: spread.objects().map((row) => [row.period, row.A / (row.A + row.B + row.C)]) };",
};

describe.each(BROWSERS)('a notebook in %s', (name) => {
  let browser: Awaited<ReturnType<typeof openChromium>> | Awaited<ReturnType<typeof openFirefox>>;
  let proxy: LoggingProxy;
  let post: ListeningPost;
  let page: Page;
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-notebook-'));

  beforeAll(async () => {
    proxy = await startLoggingProxy();
    post = await startListeningPost();
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
    await post?.close();
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

  it('from a hostile file asks nobody by SQL, says so in each cell, and answers the next question', async () => {
    const file = path.join(folder, 'hostile.md');
    writeFileSync(file, hostileNotebook(`http://127.0.0.1:${post.port}`));
    await openFile(page, file);
    await setTrap(page);
    await press(page, '[data-action="trust"]');
    await inState(page, 'few', 'fresh');
    await settled(page);

    const said = await page.$$eval('[data-cell^="sql_"]', (cells) =>
      cells.map((cell) => {
        const error = cell.querySelector<HTMLElement>('[data-error]');
        return `${cell.getAttribute('data-state')}, ${error?.dataset['error']}: ${error?.innerText}`;
      }),
    );
    expect(said).toEqual(HOSTILE_SQL.map(() => expect.stringMatching(REFUSED)));
    await page.focus('[data-cell="sql_0"]');
    await page.keyboard.press('Enter');
    await write(page, 'select count(*) > 0 as there from orders');
    await inState(page, 'sql_0', 'fresh');
    expect(await textOf(page, '[data-cell="sql_0"] tbody')).toBe('yes');
    expect(post.asked).toEqual([]);
  });

  it('from a hostile file runs nothing and loads nothing by its charts, also where they are saved', async () => {
    await settled(page);
    await until(page, () => document.querySelector('[data-drawn="false"] [class*="Loader"]') === null);
    const shown = await page.$$('figure, [data-fault="bad-cell"]');
    expect(shown).toHaveLength(Object.keys(HOSTILE_CHARTS).length);
    await touchCharts(page);
    await page.waitForSelector('#vg-tooltip-element.visible');
    expect(await page.$$('#vg-tooltip-element img')).toEqual([]);
    expect(await hitsIn(page)).toBe(0);

    await tickRows(page);
    const saved = await saveAs(browser, page, 'page', path.join(folder, 'hostile'));
    expect(await hitsOfSaved(browser.browser, saved)).toEqual({ before: 0, afterOne: 1 });
    expect(post.asked).toEqual([]);
  });

  it('that teaches is edited, run, and saved as a page, a workbook and a text', async () => {
    await page.evaluate(() => {
      window.location.hash = window.location.hash.replace(/analysis\/[\w-]+/, 'analysis/tutorial');
    });
    await page.waitForSelector('[data-notebook="tutorial"]');
    await press(page, '[data-action="copy-notebook"]');
    await page.waitForSelector('[data-cell="lean"][tabindex]', { timeout: 60_000 });
    await settled(page);
    for (const [cell, text] of Object.entries(EDITED)) {
      await page.focus(`[data-cell="${cell}"]`);
      await page.keyboard.press('Enter');
      await write(page, text);
    }
    // From 80 to 85 percent, and from five rows to two: what has the focus keeps it.
    await page.focus('[role="slider"][aria-label="Share of the revenue"]');
    await page.keyboard.press('ArrowRight');
    await page.focus('[role="slider"][aria-label="Rows at most"]');
    for (const [key, rows] of [
      ['Home', '1'],
      ['ArrowRight', '2'],
    ] as const) {
      await page.keyboard.press(key);
      await until(page, (n) => document.querySelectorAll('[data-cell="regions"] tbody tr').length === Number(n), rows);
    }
    await settled(page);
    await until(page, () => document.querySelectorAll('[data-drawn="true"]').length === 3);
    expect(await textOf(page, '[data-notebook]')).toMatch(/\d+ of [\d,]+ customers make 85% of the last year/);
    const states = await page.$$eval('[data-cell][data-state]', (all) =>
      all.map((one) => one.getAttribute('data-state')),
    );
    expect(new Set(states)).toEqual(new Set(['fresh']));

    await tickRows(page);
    const to = (as: string): string => path.join(folder, as);
    const saved = await openSaved(browser.browser, await saveAs(browser, page, 'page', to('page')));
    const { rows, marks } = await contentOf(saved.page);
    const text = await textOf(saved.page);
    await saved.page.close();
    expect(rows).toBeGreaterThan(10);
    expect(marks).toHaveLength(3);
    expect(marks).not.toContain(0);
    expect(text).toMatch(/customers make 85% of the last year/);
    expect([...saved.asked, ...saved.faults]).toEqual([]);

    const workbook = read(readFileSync(await saveAs(browser, page, 'workbook', to('workbook'))));
    const regions = utils.sheet_to_json(workbook.Sheets['regions'] ?? {});
    expect(regions).toEqual([0, 1].map(() => ({ Region: expect.any(String), Sold: expect.any(Number) })));

    expect(cellsOf(readFileSync(await saveAs(browser, page, 'text', to('text')), 'utf8'))).toEqual({
      ...cellsOf(readFileSync('notebooks/tutorial.md', 'utf8')),
      ...EDITED,
    });
  });

  it('asked nothing of the network, which would have been heard', async () => {
    expect(proxy.foreign()).toEqual([]);
    const tab = await browser.browser.newPage();
    await tab.goto(`http://127.0.0.1:${post.port}/page`);

    expect(post.asked).toContain('/page');
    expect(proxy.foreign()).toEqual(['127.0.0.1']);
  });
});
