// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { SavedCard } from '@/src/ui/panel/saved-card';
import { click, renderWith, until, type Rendered } from '@/test/support/render';
import { ACME, createWorld, type World } from '@/test/support/world';

let world: World;
let page: Rendered | undefined;
let records: readonly RecordId[];
const onDone = vi.fn();
const undo = vi.fn();

beforeEach(async () => {
  world = await createWorld();
  world.page = ACME;
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  if (!draft.ok) return expect.fail(draft.error.code);
  const saved = await world.app.capture.save(world.app.newBatch(), { draft: draft.value, updates: new Map() });
  if (!saved.ok) return expect.fail(saved.error.code);
  records = await world.app.history.recordsOf(saved.value.batchId);
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  await Dexie.delete(world.db.name);
});

const button = (text: string): HTMLElement =>
  must(
    [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text)),
    text,
  );
async function show(ids = records): Promise<void> {
  page = await renderWith(world.app, <SavedCard records={ids} onDone={onDone} undo={undo} />);
  await until('what was saved', () => document.querySelector('[data-saved] button:not([disabled])'));
}
async function formats(): Promise<string[]> {
  await click(button('Hand on as'));
  await until('the menu', () => document.querySelector('[role="menuitem"]'));
  return [...document.querySelectorAll('[role="menuitem"]')].map((item) => item.textContent ?? '');
}

describe('SavedCard', () => {
  it('says what was saved, and has the keyboard where the button that saved has gone', async () => {
    await show();
    await until('the names', () => document.body.textContent?.includes('王晓明'));

    expect(document.querySelector('[data-saved]')?.textContent).toMatch(/Saved: 2 records.*上海艾克米有限公司.*王晓明/);
    expect(document.activeElement).toBe(button('Done'));
  });

  it('hands exactly these records on, people with their company’s name', async () => {
    const person = must(records[1], 'a person');
    await show([person]);
    await until('the name', () => document.body.textContent?.includes('王晓明'));

    expect(await formats()).not.toContain('HubSpot: companies');
    await click(
      must(
        [...document.querySelectorAll('[role="menuitem"]')].find((item) => item.textContent === 'vCard 4.0'),
        'vCard',
      ),
    );
    await until('the word', () => document.body.textContent?.includes('1 record handed over.'));
    const text = await must(world.saved.at(-1), 'a file').content.text();

    expect(text.match(/BEGIN:VCARD/g)).toHaveLength(1);
    expect(text).toMatch(/FN:王晓明[^]*ORG:上海艾克米有限公司/);
  });

  it('offers to enrich the company that was saved, and nobody else', async () => {
    await show();
    await until('the button', () => document.querySelector('[data-action="enrich"]'));
    await click(button('Enrich'));
    await until('the plan', () => document.querySelector('[data-plan="own-site"]'));
    expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Enrich 上海艾克米有限公司');
    await page?.cleanup();

    await show([must(records[1], 'a person')]);
    await until('the name', () => document.body.textContent?.includes('王晓明'));
    expect(document.querySelector('[data-action="enrich"]')).toBeNull();
  });

  it('opens what was saved, is done, or takes it back', async () => {
    const open = vi.spyOn(world.ports.host, 'openWorkspace');
    await show();
    await until('the names', () => document.body.textContent?.includes('王晓明'));
    await click(button('Open in the workspace'));
    await click(button('王晓明'));
    await click(button('Done'));
    await click(button('Undo'));

    expect(open.mock.calls).toEqual([[`#/accounts/${records[0]}`], [`#/accounts/people/${records[1]}`]]);
    expect([onDone.mock.calls.length, undo.mock.calls.length]).toEqual([1, 1]);
  });

  it('says so when what was saved is not there any more', async () => {
    await world.app.records.remove(records);
    await show();
    await until('the word', () => document.body.textContent?.includes('not on file any more'));

    expect(button('Hand on as').hasAttribute('disabled')).toBe(true);
  });
});
