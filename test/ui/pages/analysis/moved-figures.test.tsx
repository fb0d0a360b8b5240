// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { createApp, type App } from '@/src/app/create-app';
import { figureMemory } from '@/src/app/shown-figures';
import type { Language } from '@/src/domain/notebook/notebook';
import { AnalysisPage } from '@/src/ui/pages/analysis/analysis-page';
import { useRoute } from '@/src/ui/shell/route';
import { click, gone, said, see } from '@/test/support/hands';
import { importOrders } from '@/test/support/import-orders';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

const TEXT = [
  '---\ntitle: { en: Mine }\n---\n',
  '```analysis name=who\nanalysis: concentration\nshow: [headline]\n```\n',
].join('\n');

/** Customers 甲, 乙, 丙 … each with one order of so many hundreds. */
const sales = (name: string, hundreds: readonly number[]): File =>
  new File(
    [
      '单号,客户,日期,金额\n',
      ...hundreds.map((each, i) => `${name}-${i},${'甲乙丙丁'.charAt(i)},2024-0${i + 1}-15,${each * 100}\n`),
    ],
    `${name}.csv`,
  );

let world: World;
let app: App;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  window.location.hash = '';
  world = await createWorld();
  app = createApp({ ...world.ports, notebooks: { mine: TEXT } });
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
  await see('[data-cell="who"][data-state="fresh"]');
}

async function take(file: File): Promise<RecordId> {
  const taken = await importOrders(app, file);
  return taken.ok ? taken.value.datasetId : expect.fail(taken.error.code);
}

async function append(file: File, onto: RecordId): Promise<void> {
  const together = await app.datasets.openTogether([file], {}, onto);
  if (!together.ok) expect.fail(together.error.code);
  const { opened } = together.value;
  const request = {
    ...together.value,
    opened: must(opened, 'a file that can be read'),
    datasetId: app.newRecord(),
    onto,
  };
  const read = await app.datasets.read(request, () => undefined);
  if (!read.ok) expect.fail(read.error.code);
  expect((await app.datasets.save(read.value)).ok).toBe(true);
}

const shownLast = () => figureMemory(world.ports, () => expect.fail('nothing is written'), 'mine').last();
const rows = (): (string | null)[][] =>
  [...document.querySelectorAll('[data-figure]')].map((row) => [...row.children].map((cell) => cell.textContent));

describe('figures that a changed file moved', () => {
  it('are shown at once when the file is appended to, and closed with a click', async () => {
    const id = await take(sales('one', [3, 1]));
    await show();
    expect(document.querySelector('[data-moved]')).toBeNull();
    await append(sales('two', [12]), id);

    const panel = await see('[data-moved]');
    expect(said(panel)).toContain('“one” has changed since these figures were last shown.');
    expect(rows()).toEqual([
      ['Share of the top fifth', '75.0%', '93.8%', '+18.75 pp'],
      ['Share of the largest', '75.0%', '93.8%', '+18.75 pp'],
      ['Gini', '0.25', '0.4375', '+0.1875'],
      ['Effective number', '1.6', '1.133', '-0.4673'],
    ]);
    await click('[data-moved] button');
    await gone('[data-moved]');
  });

  it.each([
    ['en', 'compared with “one”', '4 of 4 figures', ['Share of the largest', '75.0%', '62.5%', '-12.5 pp']],
    ['zh-CN', '与之前显示的“one”对比', '4 个数字中有 4 个', ['最大一家的占比', '75.0%', '62.5%', '-12.5 个百分点']],
    ['zh-TW', '與之前顯示的「one」對比', '4 個數字中有 4 個', ['最大一家的佔比', '75.0%', '62.5%', '-12.5 個百分點']],
  ] as const)('are told in %s when another file is looked at later', async (language, lead, number, largest) => {
    await take(sales('one', [3, 1]));
    await show(language);
    await vi.waitFor(async () => expect(await shownLast()).toBeDefined());
    cleanup();
    await take(sales('two', [5, 3]));
    await show(language);

    expect(said(await see('[data-moved]', lead))).toContain(number);
    expect(rows()).toContainEqual([...largest]);
  });

  it('say so where none did', async () => {
    const id = await take(sales('one', [2, 2]));
    await show();
    await append(sales('two', [2, 2]), id);

    expect(said(await see('[data-moved="0"]'))).toContain('None of 4 figures moved.');
  });
});
