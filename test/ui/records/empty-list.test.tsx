// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { Language } from '@/src/domain/notebook/notebook';
import { RecordList } from '@/src/ui/records/record-list';
import { renderWith, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let page: Rendered | undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await page?.cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function emptyText(name: string, language: Language): Promise<string> {
  const kind = must(world.app.kinds.get(name), name);
  const nothing = (): void => undefined;
  const list = <RecordList kind={kind} params={{}} onParams={nothing} onOpen={nothing} onNew={nothing} />;
  page = await renderWith(world.app, list, language);
  await until('the way to add one', () => page?.container.querySelector('button:not([disabled])'));
  return page.container.querySelector('p')?.textContent ?? '';
}

describe('a list of nothing yet', () => {
  it.each([
    ['price-observation', 'en', 'Select a price on a shop’s page and clip it'],
    ['account-event', 'zh-CN', '摘录，到当天会出现在“今日”'],
    ['account-fact', 'zh-TW', '摘錄到相應類別'],
    ['requirement', 'en', 'the fields of your trade are added with one click'],
    ['visit', 'en', 'Visits: nothing on file yet.'],
  ] as const)('of the kind %s says what to do, in %s', async (kind, language, sentence) => {
    expect(await emptyText(kind, language)).toContain(sentence);
  });
});
