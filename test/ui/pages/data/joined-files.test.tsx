// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import { DatasetList } from '@/src/ui/pages/data/dataset-list';
import { ImportPanel } from '@/src/ui/pages/data/import-panel';
import { click, said, see } from '@/test/support/hands';
import { importOrders } from '@/test/support/import-orders';
import { showOn } from '@/test/support/show';
import { createWorld, salesFile, type World } from '@/test/support/world';

let world: World;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  world = await createWorld();
  window.location.hash = '';
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const HEADER = '订单号,客户,日期,金额';
const file = (name: string, ...lines: readonly string[]): File => salesFile([HEADER, ...lines].join('\n'), name);
const MAY = file('may.csv', 'A1,甲,2024-05-05,100', 'A2,乙,2024-05-30,50');
const JUNE = file('june.csv', 'A2,乙,2024-05-30,40', 'B1,丙,2024-06-02,7');
const OTHER = salesFile('Name,Email\nAnn,ann@oxbow.example\n', 'people.csv');

async function shown(language: Language = 'en'): Promise<void> {
  cleanup();
  const page = (
    <>
      <ImportPanel />
      <DatasetList />
    </>
  );
  ({ cleanup } = await showOn(world.app, page, language));
}

async function choose(label: string, files: readonly File[]): Promise<void> {
  const input = await see(`input[type=file][aria-label="${label}"]`);
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map(said);

describe('several files on the data page', () => {
  it('show what each gives and what overlaps, and become one dataset', async () => {
    await shown();
    await choose('Choose files', [MAY, JUNE]);
    await see('[data-dry-run="3"]');
    expect(said(await see('[data-together="2"]'))).toContain('2 files as one');
    expect(texts('[data-source]')).toEqual([
      'may.csv 1 of 2 1 May 5, 2024 – May 30, 2024',
      'june.csv 2 of 2 – May 30, 2024 – Jun 2, 2024',
    ]);
    expect(said(await see('[data-overlapping="1"]'))).toContain('1 order stands in several files');
    await click('[data-action=import]');
    await see('[data-dataset]', 'may – june');
  });

  it('are appended to one that is there, by its columns', async () => {
    await importOrders(world.app, MAY);
    await shown();
    await choose('Append to may', [JUNE]);
    await see('[data-dry-run="3"]');
    expect(texts('[data-source] p')).toEqual(['in the dataset already']);
    expect(texts('th select:not(:disabled)')).toEqual([]);
    await click('[data-action=import]', 'Append files');
    await see('output p', 'Appended to may');
    const [row] = await world.app.datasets.list();
    expect(row?.fields.facts).toMatchObject({ used: 3, total: 4, amount: '147' });
  });

  it('that do not go together are told apart', async () => {
    await shown();
    await choose('Choose files', [OTHER, MAY, JUNE]);
    const misfit = said(await see('[data-misfit="people.csv"]'));
    expect(misfit).toContain('people.csv has no column 订单号, 客户, 日期, 金额.');
    expect(misfit).toContain('Open only this one');
  });

  it.each(LANGUAGES)('say in %s why nothing could be appended', async (language) => {
    await importOrders(world.app, MAY);
    await shown(language);
    const input = await see('[data-dataset] input[type=file]');
    await choose(input.getAttribute('aria-label') ?? '', [OTHER]);
    const misfit = said(await see('[data-misfit]'));
    expect(misfit).toContain('people.csv');
    expect(misfit).not.toMatch(/\{\{|join:/);
  });
});
