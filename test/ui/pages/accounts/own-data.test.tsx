// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { createApp, type App } from '@/src/app/create-app';
import type { Language } from '@/src/domain/notebook/notebook';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { OwnData } from '@/src/ui/pages/accounts/own-data';
import { click, findOne, gone, said, see } from '@/test/support/hands';
import { importOrders } from '@/test/support/import-orders';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let app: App;
let record: RecordId;
let cleanup = (): void => undefined;

beforeEach(async () => {
  world = await createWorld();
  app = world.app;
  record = app.newRecord();
  await app.records.make(company, record, { name: 'Quill Tools' });
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Quill ordered every 31 days or so and has been silent since April; the file ends in November. */
const SALES = [
  'Customer,Order date,Amount incl. VAT',
  'Quill Tools Ltd,2024-01-01,100.50',
  'Quill Tools Ltd,2024-02-01,100',
  'Quill Tools Ltd,2024-03-03,100',
  'Quill Tools Ltd,2024-04-03,100',
  'Oxbow,2024-01-15,1000',
  'Oxbow,2024-05-15,1000',
  'Oxbow,2024-11-20,1000',
].join('\n');
const files = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) expect((await importOrders(app, new File([SALES], name))).ok).toBe(true);
};
async function show(language: Language = 'en', on: App = app): Promise<void> {
  // Safe: the one company that is filed.
  const row = must(await app.records.row(record), 'the company') as Row<CompanyFields>;
  ({ cleanup } = await showOn(on, <OwnData row={row} />, language));
}
const figure = async (name: string): Promise<string> => said(await see(`[data-figure="${name}"] button`));

describe('the own sales data of a company', () => {
  it('without a file says what to do', async () => {
    await show();
    const link = await see('[data-own-data] a', 'Import a sales file');

    expect(link.getAttribute('href')).toBe('#/data');
  });

  it('are proposed with the reason, and confirmed by one click that can be undone', async () => {
    await files('sales-2024.csv');
    await show();
    const card = said(await see('[data-customer="Quill Tools Ltd"]'));
    expect(card).toContain('Perhaps the same');
    expect(card).toContain('Same name: Quill Tools Ltd in the file, Quill Tools on this record');

    await click('[data-action="same"]');
    await see('output', 'This company is Quill Tools Ltd in sales-2024.');
    await see('[data-own-customer="Quill Tools Ltd"]');
    await click('output button', 'Undo');
    await see('[data-customer="Quill Tools Ltd"]');
  });

  it('are told with the days they cover, what they rest on, and in the words of the analysis', async () => {
    await files('sales-2024.csv');
    await show();
    await click('[data-action="same"]');

    expect(await figure('value')).toContain('400.50');
    expect(await figure('rank')).toContain('2 of 2 customers, 11.8% of the revenue');
    expect(await figure('last-order')).toContain('Apr 3, 2024');
    expect(await figure('usual-gap')).toContain('every 31 days');
    expect(await figure('standing')).toContain('lost: usually every 31 days, now 231');
    const block = said(await see('[data-own-dataset]'));
    expect(block).toContain('Nov 21, 2023 to Nov 20, 2024, the last day of the file');
    expect(block).toContain('The file begins only on Jan 1, 2024');
    expect(block).toContain('Amounts are those of the column Amount incl. VAT: with tax.');
    expect(block).toContain('The file does not say in which currency.');
  });

  it('open the rows that a figure is made of', async () => {
    await files('sales-2024.csv');
    await show();
    await click('[data-action="same"]');
    await click('[data-figure="last-order"] button');
    const rows = said(await see('table', '2024'));
    expect(rows).toContain('Apr 3, 2024');
    expect(rows).not.toContain('Mar 3, 2024');
  });

  it('of what it is not are not proposed again, until that is taken back', async () => {
    await files('sales-2024.csv');
    await show();
    await click('[data-action="other"]');
    await see('output', 'Quill Tools Ltd is not proposed again for this company.');
    await see('[data-own-dataset]', 'No customer of this file looks like this company.');
    expect(findOne('[data-customer]')).toBeUndefined();

    cleanup();
    await show();
    await see('[data-own-dataset]', '1 customer is not proposed because you said so.');
    await click('[data-action="again"]');
    await see('[data-customer="Quill Tools Ltd"]');
  });

  it('stand file by file, the newest first; older ones are asked by a click', async () => {
    await files('a.csv', 'b.csv', 'c.csv');
    let asked = 0;
    const { datasets } = world.ports;
    const counting = {
      ...datasets,
      customersLike: (...args: Parameters<typeof datasets.customersLike>) => (asked++, datasets.customersLike(...args)),
    };
    await show('en', createApp({ ...world.ports, datasets: counting }));
    await see('[data-own-dataset]:nth-of-type(2) [data-customer]');
    const names = [...document.querySelectorAll('[data-own-dataset] > p:first-child')].map(said);

    expect([names, asked]).toEqual([['c', 'b', 'a'], 2]);
    await click('button', 'Look in this file');
    await gone('button', 'Look in this file');
    await see('[data-own-dataset]:last-of-type [data-customer]');
    expect(asked).toBe(3);
  });

  it('of a file that was dropped are said to be gone', async () => {
    await files('sales-2024.csv');
    await show();
    await click('[data-action="same"]');
    await see('[data-figure="value"]');
    const [dataset] = await app.datasets.list();
    await app.datasets.drop(must(dataset, 'the dataset'));

    await see('[data-own-data]', 'Quill Tools Ltd: the sales file was dropped, so there are no figures any more.');
    expect(findOne('[data-figure]')).toBeUndefined();
  });

  it.each([
    ['zh-CN', '名称相同：文件中为 Quill Tools Ltd', '12 个月指 2023年11月21日 至 2024年11月20日'],
    ['zh-TW', '名稱相同：檔案中為 Quill Tools Ltd', '12 個月指 2023年11月21日 至 2024年11月20日'],
  ] as const)('speak %s', async (language, reason, basis) => {
    await files('sales-2024.csv');
    await show(language);
    await see('[data-customer]', reason);
    await click('[data-action="same"]');
    expect(said(await see('[data-own-customer]', basis))).toContain('400.50');
  });
});
