// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import { LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import { ImportPanel } from '@/src/ui/pages/data/import-panel';
import { click, findOne, gone, said, see, type } from '@/test/support/hands';
import { mixedExport, sapExport, shopifyExport, taobaoExport } from '@/test/support/sales-exports';
import { showOn } from '@/test/support/show';
import { changingFile } from '@/test/support/changing-file';
import { content, StepFault } from '@/test/support/store';
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

const NOTHING = { records: [], datasets: [], notebooks: [], blobs: [], settings: [] };

async function drop(file: File, language: Language = 'en'): Promise<void> {
  cleanup();
  ({ cleanup } = await showOn(world.app, <ImportPanel />, language));
  const input = await see('input[type=file]');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function choose(field: HTMLElement, value: string): Promise<void> {
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const fileOf = ({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): File => new File([bytes], name);
const mixed = (): File => new File([mixedExport()], 'mixed.csv');
const isDisabled = async (): Promise<boolean> => (await see('[data-action=import]')).matches(':disabled');
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(said).filter((text) => text !== '');

describe('a sales file that was dropped', () => {
  it('says what it looks like, why, and what would come of it; nothing is saved', async () => {
    await drop(fileOf(sapExport()));
    const run = await see('[data-dry-run="3"]');

    expect(findOne('p', 'Looks like SAP')).toBeDefined();
    expect(findOne('p', 'VF05.csv · windows-1252 · semicolon')).toBeDefined();
    expect(texts('[data-why]')).toContain('by “Nettowert” · without tax');
    for (const text of [
      '3 of 4',
      'Jan 5, 2026 – Feb 28, 2026',
      'Sum (without tax)',
      '2,187.00 EUR',
      'Total rows were left out.',
    ])
      expect(said(run)).toContain(text);
    expect(texts('[data-set-aside] li')).toEqual(['1 · total rows · worth 2,187.00 EUR']);
    expect(await content(world.db)).toEqual(NOTHING);
  });

  it('is imported with one click, which can be undone, and answered in the first notebook', async () => {
    await drop(fileOf(taobaoExport()));
    await see('[data-dry-run]');
    await click('[data-action=import]');
    await see('output p', '3 of 5 rows from 2 customers');
    const [row] = await world.app.datasets.list();

    expect(row?.fields).toMatchObject({ name: '淘宝订单', system: 'taobao-orders', facts: { amount: '502.50' } });
    expect(window.location.hash).toContain(`#/analysis/pareto?dataset=${must(row, 'dataset').id}`);
    expect(findOne('button', 'Undo')).toBeDefined();
  });

  it('gives the rows set aside before anything is saved', async () => {
    await drop(fileOf(shopifyExport()));
    await see('[data-dry-run]');
    await click('button', 'Export these rows');
    await vi.waitFor(() => expect(world.saved).toHaveLength(1));

    expect(world.saved[0]?.name).toBe('orders_export-set-aside.csv');
    expect(await world.saved[0]?.content.text()).toContain('unsold');
  });

  it('is saved when it is read, where yes was said before', async () => {
    const { read } = world.ports.datasets;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    world.ports.datasets.read = async (...args) => {
      const done = await read(...args);
      await held;
      return done;
    };
    await drop(salesFile());
    await click('[data-action=import]');
    expect(await content(world.db)).toEqual(NOTHING);
    release();
    await see('output p', '3 of 4 rows');
    expect(await world.app.datasets.list()).toHaveLength(1);
  });
});

describe('a column that was taken for the wrong thing', () => {
  it('is read again as it is said to be, and the first reading is let go of', async () => {
    await drop(salesFile('甲,乙,日期,金额\nA,x,2024-01-05,1\nB,x,2024-01-06,2\n'));
    await see('[role=alert]', 'Still missing: Customer');
    expect(await isDisabled()).toBe(true);
    const discard = vi.spyOn(world.ports.datasets, 'discard');

    await choose(await see('th:nth-child(1) select'), 'customer');
    expect(said(await see('[data-dry-run="2"] dl'))).toContain('Customers 2');
    await choose(await see('th:nth-child(2) select'), 'customer');
    await gone('[data-dry-run]');
    await vi.waitFor(async () => expect(said(await see('[data-dry-run="2"] dl'))).toContain('Customers 1'), {
      timeout: 10_000,
    });
    expect(discard).toHaveBeenCalledTimes(1);
    expect(texts('[data-why]')[0]).toBe('your choice');
  });

  it('is read with another header line, encoding or delimiter', async () => {
    await drop(salesFile('客户,日期,金额\n甲,2024-01-05,1\n'));
    await see('[data-dry-run="1"]');
    await choose(await see('select[data-format=delimiter]'), ';');
    await see('[role=alert]', 'Still missing: Customer, Date, Amount');
    expect(texts('th select')).toHaveLength(1);
    await choose(await see('select[data-format=delimiter]'), ',');
    expect(said(await see('[data-dry-run="1"]'))).toContain('1 of 1');
  });
});

describe('a file with several amounts', () => {
  it('is counted by another with one click, and says by which', async () => {
    await drop(salesFile('客户,日期,合同金额,回款金额\n甲,2024-01-05,100,60\n乙,2024-01-06,80,80\n'));
    const counted = async (): Promise<string> => said(await see('[data-dry-run="2"] dl'));
    await click('[data-basis] button', '回款金额 · paid');
    await gone('[data-dry-run]');
    expect(await counted()).toContain('Sum (paid) 140');
    await click('[data-basis] button', '合同金额 · ordered');
    await gone('[data-dry-run]');
    expect(await counted()).toContain('Sum (ordered) 180');
    expect(texts('[data-basis] [aria-pressed=true]')).toEqual(['合同金额 · ordered']);
  });
});

describe('several currencies', () => {
  it('are not added up: one is chosen first', async () => {
    await drop(mixed());
    const run = await see('[data-dry-run]');
    expect(said(run)).toContain('There are amounts in EUR, USD.');
    expect(said(run)).toContain('several currencies');
    expect(texts('[data-set-aside] li')).toEqual(['1 · no customer', '1 · no date that exists']);
    expect(await isDisabled()).toBe(true);

    await choose(await see('select[data-format=currency]'), 'USD');
    await see('[data-reason="other-currency"]');
    expect(said(await see('[data-dry-run="1"] dl'))).toContain('40.00 USD');
    await click('[data-action=import]');
    await see('output p', '1 of 5 rows');
    expect((await world.app.datasets.list())[0]?.fields.facts).toMatchObject({ currency: 'USD', amount: '40.00' });
  });
});

describe('several currencies that are converted', () => {
  const convert = (): Promise<void> => click('[data-action=convert]');

  it('are one by rates that were typed, which stay with the dataset', async () => {
    await drop(mixed());
    await click('[data-action=rates]');
    await choose(await see('select[data-rate=target]'), 'CNY');
    await type('1 EUR in CNY', '0');
    await convert();
    await see('[role=alert]', 'Line 1: a rate is above zero, “0” is not.');
    await type('1 EUR in CNY', '7.8');
    await type('1 USD in CNY', '7.125');
    await convert();
    // 350.50 × 7.8 + 40 × 7.125
    expect(said(await see('[data-dry-run="3"] dl'))).toContain('3,018.90 CNY');
    const words = said(await see('[data-conversion=CNY]'));
    for (const text of [
      'by rates that were typed (2 rates)',
      'USD: 1 row, 40.00 USD became 285.00 CNY',
      '1 EUR = 7.8 CNY; 1 USD = 7.125 CNY',
    ])
      expect(words).toContain(text);

    await click('[data-action=import]');
    await see('output p', '3 of 5 rows');
    expect((await world.app.datasets.list())[0]?.fields.facts).toMatchObject({
      amount: '3018.90',
      currency: 'CNY',
      conversion: { decimals: 2, table: { target: 'CNY', rates: [{ rate: '7.8' }, { rate: '7.125' }] } },
    });
  });

  it('are set aside where no rate is given, and one can be chosen after all', async () => {
    await drop(mixed());
    await click('[data-action=rates]');
    await type('1 USD in EUR', '0,9');
    await type('From (optional)', '2026-03-01');
    await convert();
    await see('[data-reason="no-rate"]', '1 · no rate for its currency or day');
    expect(said(await see('[data-dry-run="2"] dl'))).toContain('350.50 EUR');

    await click('button', 'Change the rates');
    expect(await see('[data-rate-line=USD] input')).toHaveProperty('value', '0.9');
    await click('button', 'Back');
    await click('button', 'Do not convert');
    await see('[role=alert]', 'There are amounts in EUR, USD.');
    expect(await isDisabled()).toBe(true);
  });

  it('are one by the rates of a file, and a file that holds none is refused with a sentence', async () => {
    await drop(mixed());
    await click('[data-action=rates]');
    const give = async (text: string): Promise<void> => {
      const input = await see('[data-rates] input[type=file]');
      Object.defineProperty(input, 'files', { value: [new File([text], 'rates.csv')], configurable: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await give('customer,amount\nx,1\ny,2\n');
    await see('[role=alert]', 'No columns with currencies and rates were found in this file.');
    await give('date,currency,rate\n2026-01-01,USD,0.9\n2026-02-01,USD,0.92\n');
    expect(said(await see('[data-rate-file="2"]'))).toContain('1 USD = 0.92 EUR from Feb 1, 2026');
    await convert();
    expect(said(await see('[data-conversion=EUR]'))).toContain('by rates.csv (2 rates)');
    expect(said(await see('[data-dry-run="3"] dl'))).toContain('387.30 EUR');
  });
});

describe('leaving a file', () => {
  it('lets go of what was read', async () => {
    const release = vi.spyOn(world.ports.datasets, 'release');
    await drop(salesFile());
    await see('[data-dry-run]');
    await click('button', 'Cancel');
    await see('input[type=file]');
    expect(release).toHaveBeenCalledTimes(1);

    await drop(salesFile());
    await see('[data-dry-run]');
    cleanup();
    await vi.waitFor(() => expect(release.mock.calls.length).toBeGreaterThan(1));
    expect(await content(world.db)).toEqual(NOTHING);
  });

  it.each(LANGUAGES)('says in %s why a file cannot be read', async (language) => {
    const files = [
      new File([], 'x.csv'),
      new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'x.png'),
      new File([Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], 'x.xlsx'),
    ];
    for (const file of files) {
      await drop(file, language);
      const alert = said(await see('[role=alert]'));
      expect(alert).toMatch(/[.。]$/);
      expect(alert).not.toContain('error.');
    }
  });
});

describe('a disk that is full', () => {
  const FULL = {
    en: 'There is no room left on this device. Nothing was saved.',
    'zh-CN': '设备空间不足，没有保存任何内容。',
    'zh-TW': '裝置空間不足，沒有儲存任何內容。',
  };

  it.each(LANGUAGES)('is said in %s; nothing is half there, and what was read can be saved later', async (language) => {
    const fault = new StepFault();
    world.db.close();
    fault.install(world.db);
    await world.db.open();
    await drop(salesFile(), language);
    await see('[data-dry-run]');
    fault.arm(8, Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    await click('[data-action=import]');
    await see('[role=alert]', FULL[language]);
    expect(fault.seen).toBeGreaterThanOrEqual(8);
    expect(await content(world.db)).toEqual(NOTHING);
    expect(await world.db.journal.count()).toBe(0);

    fault.disarm();
    await click('[data-action=import]');
    await vi.waitFor(async () => expect(await world.app.datasets.list()).toHaveLength(1));
    expect((await world.app.verify()).ok).toBe(true);
  });
});

describe('a file that changes while it is read', () => {
  const CHANGED = {
    en: 'The file was changed, moved or deleted while it was being read. Nothing was saved.',
    'zh-CN': '文件在读取时被修改、移动或删除，没有保存任何内容。',
    'zh-TW': '檔案在讀取時被修改、移動或刪除，沒有儲存任何內容。',
  };

  it.each(LANGUAGES)('is said in %s, and nothing is there', async (language) => {
    await drop(changingFile('客户,日期,金额\n甲,2024-01-05,1\n', 'sales.csv', 1), language);
    await see('[role=alert]', CHANGED[language]);
    expect(await content(world.db)).toEqual(NOTHING);
  });
});

describe('stopping', () => {
  it('says so while a workbook is being opened too', async () => {
    world.ports.datasets.preview = () => new Promise(() => undefined);
    await drop(salesFile());
    await click('button', 'Stop');
    expect(said(await see('[role=alert]'))).toContain('Cancelled. Nothing was saved.');
  });
});
