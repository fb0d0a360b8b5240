// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '@/src/kernel/result';
import { createApp, type App } from '@/src/app/create-app';
import type { Cells, JsRequest } from '@/src/app/ports/cells';
import { table } from '@/src/domain/analysis/result';
import type { Language } from '@/src/domain/notebook/notebook';
import { AnalysisPage } from '@/src/ui/pages/analysis/analysis-page';
import { useRoute } from '@/src/ui/shell/route';
import { click, gone, press, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { importOrders } from '@/test/support/import-orders';
import { createWorld, salesFile, type World } from '@/test/support/world';

const TEXT = [
  '---\nnotebook: 1\ntitle: { en: Mine, zh-CN: 我的, zh-TW: 我的 }\n---\n\nThere are {{answer}} of them.\n',
  '```sql name=top\nselect 1\n```\n',
  '```js name=answer\nreturn 42\n```\n',
  '```js name=slow heavy\nreturn later\n```\n',
].join('\n');

/** SQL that gives one cut row, and programs that give what the test says. */
class FewCells implements Cells {
  asked: string[] = [];
  js = vi.fn(async ({ source }: JsRequest, signal: AbortSignal) => {
    this.asked.push(source.trim());
    if (source.includes('say')) return this.saying(source.includes('fail'));
    if (source.includes('42')) return ok({ value: 42, notices: [{ code: 'no-danfojs' as const }] });
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return err({ code: 'cancelled' as const });
  });

  private saying(fails: boolean) {
    const said = { lines: ['<img src=x onerror=alert(1)>', '第二行'], isCut: fails };
    if (fails) return err({ code: 'cell-failed' as const, detail: 'no', said });
    return ok({ value: 1, notices: [], said });
  }

  sql: Cells['sql'] = async ({ sql }) => {
    this.asked.push(sql.trim());
    return ok({ table: table({ n: 'count' }, [[1234]]), notices: [{ code: 'rows-cut', kept: 1 }] });
  };
}

let world: World;
let cells: FewCells;
let app: App;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  window.location.hash = '';
  world = await createWorld();
  cells = new FewCells();
  app = createApp({ ...world.ports, cells, notebooks: { mine: TEXT } });
  await importOrders(world.app, salesFile());
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

function Page() {
  return <AnalysisPage route={useRoute()} />;
}

async function show(language: Language = 'en'): Promise<void> {
  cleanup();
  ({ cleanup } = await showOn(app, <Page />, language));
}

async function openFile(text: string): Promise<void> {
  const input = await see('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File([text], 'theirs.md')], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Goes to the shipped one: what was changed is saved by that. Gives the text then. */
async function leave(): Promise<string> {
  const before = (await app.notebooks.list())[0]?.fields.text;
  await click('[data-notebook-link="mine"]');
  return vi.waitFor(async () => {
    const { text, draft } = (await app.notebooks.list())[0]?.fields ?? {};
    expect([text === before, draft]).toEqual([false, undefined]);
    return text ?? '';
  }, 10_000);
}

describe('a shipped notebook', () => {
  it('runs, says how its cells stand, what was done to results, and fills its facts in', async () => {
    await show();
    await see('[data-cell="top"][data-state="fresh"]', 'Up to date');
    expect(said(await see('[data-cell="top"] [data-notice="rows-cut"]'))).toBe('Only the first 1 rows are shown.');
    await see('[data-value="answer"]', '42');
    await see('p', 'There are 42 of them.');
    expect(document.querySelector('[data-cell="top"] [data-menu]')).toBeNull();
  });

  it.each([
    ['en', 'Console', 'Only the beginning is shown.'],
    ['zh-CN', '控制台', '只显示开头部分。'],
    ['zh-TW', '主控台', '只顯示開頭部分。'],
  ] as const)('shows in %s what its programs say, as text and nothing else', async (language, title, cut) => {
    const text = ['```js name=good\nsay\n```\n', '```js name=bad\nsay and fail\n```\n'].join('\n');
    app = createApp({ ...world.ports, cells, notebooks: { mine: text } });
    await show(language);
    const lines = (await see('pre[data-console="good"]')).textContent;
    expect(lines).toBe('<img src=x onerror=alert(1)>\n第二行');
    expect(document.querySelector('[data-cell] img')).toBeNull();
    expect(said(await see('[data-cell="good"]', title))).not.toContain(cut);

    await see('[data-cell="bad"] [data-error="cell-failed"]', 'no');
    await see('[data-cell="bad"] pre[data-console="bad"]');
    await see('[data-cell="bad"]', cut);
  });

  it('lets a heavy cell wait for a click, and stops it with another', async () => {
    await show();
    await see('[data-cell="slow"][data-state="waiting"]', 'Waits for a click');
    expect(cells.asked).not.toContain('return later');
    await click('[data-cell="slow"] [data-action="run"]');
    await see('[data-cell="slow"][data-state="running"]', 'Running');
    await click('[data-cell="slow"] [data-action="stop"]');

    await see('[data-cell="slow"][data-state="failed"] [data-error="cancelled"]', 'Stopped.');
  });

  it.each([
    ['zh-CN', '已是最新', '等待点击'],
    ['zh-TW', '已是最新', '等待點擊'],
  ] as const)('says so in %s', async (language, fresh, waiting) => {
    await show(language);
    const [top, slow] = [await see('[data-cell="top"]', fresh), await see('[data-cell="slow"]', waiting)];
    expect([top.dataset['state'], slow.dataset['state']]).toEqual(['fresh', 'waiting']);
  });
});

describe('a notebook of the user', () => {
  it('is a copy that can be changed, undone, renamed and deleted, which is undone too', async () => {
    await show();
    await click('[data-action="copy-notebook"]');
    await see('h2', 'Mine (copy)');
    await click('[data-cell="answer"] [data-menu]');
    await click('[data-act="delete"]');
    await gone('[data-cell="answer"]');
    await click('[role="toolbar"] button', 'Undo');
    await see('[data-cell="answer"]');
    await click('[data-menu="notebook"]');
    await click('[role="menuitem"]', 'Rename');
    const field = await see('input[aria-label="Name"]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Ours');
    press(field, 'Enter');
    await see('h2', 'Ours');
    await click('[data-menu="notebook"]');
    await click('[data-act="remove"]');
    await gone('[data-notebook-link]', 'Ours');
    await click('output button', 'Undo');

    await see('[data-notebook-link]', 'Ours');
    expect((await app.notebooks.list()).map(({ fields }) => [fields.title, fields.text])).toEqual([['Ours', TEXT]]);
  });

  it('keeps what is changed beside what is saved, until it is saved as a version', async () => {
    await show();
    await click('[data-action="copy-notebook"]');
    await click('[data-cell="answer"] [data-menu]');
    await click('[data-act="delete"]');
    await see('[data-saved="false"]', 'Changes are kept');
    await vi.waitFor(async () => expect((await app.notebooks.list())[0]?.fields.draft).not.toContain('42'), 10_000);
    expect((await app.notebooks.list())[0]?.fields.text).toBe(TEXT);
    await click('[role="toolbar"] button', 'Save');
    await see('[data-saved="true"]');

    expect((await app.notebooks.list())[0]?.fields.text).not.toContain('42');
    await click('[data-menu="notebook"]');
    await click('[role="menuitem"]', 'Earlier versions');
    await click('[data-version="1"] button', 'Use this version');
    await see('[data-cell="answer"][data-state="fresh"]');
    expect((await app.notebooks.list())[0]?.fields.text).toBe(TEXT);
  });

  it('goes by keyboard from cell to cell, moves them, and is saved when it is left', async () => {
    await show();
    await click('[data-action="copy-notebook"]');
    const top = await see('[data-cell="top"][tabindex]');
    top.focus();
    press(top, 'ArrowDown');
    expect(document.activeElement?.getAttribute('data-cell')).toBe('answer');
    top.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }),
    );

    await vi.waitFor(() =>
      expect([...document.querySelectorAll('[data-cell]')].map((one) => one.getAttribute('data-cell'))).toEqual([
        'answer',
        'top',
        'slow',
      ]),
    );
    const text = await leave();
    expect(text.indexOf('name=answer')).toBeLessThan(text.indexOf('name=top'));
  });
});

describe('a notebook from a file', () => {
  it.each([
    ['en', '1 SQL query, 2 JavaScript programs'],
    ['zh-CN', '1 个 SQL 查询、2 段 JavaScript 程序'],
    ['zh-TW', '1 個 SQL 查詢、2 段 JavaScript 程式'],
  ] as const)('says in %s what it would run, and runs it after the click', async (language, told) => {
    app = createApp({ ...world.ports, cells, notebooks: {} });
    await show(language);
    await openFile(TEXT);
    await see('[data-untrusted]', told);
    expect(cells.asked).toEqual([]);
    await click('[data-action="trust"]');
    await see('[data-cell="top"][data-state="fresh"]');
    await gone('[data-untrusted]');

    expect(cells.asked).toEqual(['select 1', 'return 42']);
    expect((await app.notebooks.list())[0]?.fields.trusted).toBe(true);
  });

  it('offers another name for one that is taken twice', async () => {
    await show();
    await openFile(`${TEXT}\n\`\`\`sql name=top\nselect 2\n\`\`\`\n`);
    await see('[data-fault="name-twice"]', 'used twice');
    await click('[data-fault="name-twice"] button', 'Rename to top_2');

    await see('[data-cell="top_2"]');
    await gone('[data-fault="name-twice"]');
    expect(await leave()).toContain('```sql name=top_2\nselect 2');
  });
});
