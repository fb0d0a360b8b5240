import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '@/src/kernel/calendar';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { mixedExport, SALES_EXPORTS } from '@/test/support/sales-exports';
import { openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { startLoggingProxy, type LoggingProxy } from './support/logging-proxy';
import { chartsDrawn, clickText, rowsOf, textOf, waitForText, watchFaults } from './support/page';

let proxy: LoggingProxy;
let chromium: Chromium;
let faults: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-sales-'));
const profile = path.join(folder, 'profile');
const small = path.join(folder, '销售明细.csv');
const lastDay = dayOf({ year: 2026, month: 10, day: 18 });

beforeAll(async () => {
  writeFileSync(small, sampleOrders({ seed: 1, lines: 12_000, lastDay, language: 'zh' }));
  proxy = await startLoggingProxy();
  chromium = await openChromium({ proxy, profile });
});
afterAll(async () => {
  await chromium?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const open = async (place: string): Promise<Page> => {
  const page = await chromium.openWorkspace(place);
  faults = watchFaults(page);
  return page;
};
describe('a sales file in Chromium', () => {
  it('is dropped, understood, and answers who matters, who comes back and who stops', async () => {
    const page = await open('#/data');
    await dropFile(page, small);
    await page.waitForSelector('[data-dry-run]');
    expect(
      await page.$$eval('th select', (selects) => selects.map((select) => (select as HTMLSelectElement).value)),
    ).toEqual([
      'orderId',
      'customer',
      'date',
      'product',
      'productLine',
      'quantity',
      'unitPrice',
      'amount',
      'region',
      'salesperson',
      'status',
    ]);
    await page.click('[data-action="import"]');

    for (const [name, sentence] of [
      ['pareto', /customers make 80% of the revenue/],
      ['cohort', /of new customers order again/],
      ['churn', /customers who make 80% are slipping/],
    ] as const) {
      if (name !== 'pareto')
        await page.evaluate(
          (to) => (window.location.hash = window.location.hash.replace(/analysis\/\w+/, `analysis/${to}`)),
          name,
        );
      await page.waitForSelector(`[data-headline="${name}"]`, { timeout: 30_000 });
      expect(await textOf(page, `[data-headline="${name}"]`)).toMatch(sentence);
      await page.waitForFunction(
        () => {
          const charts = [...document.querySelectorAll('[data-chart]')];
          return charts.length > 1 && charts.every((chart) => chart.getAttribute('data-drawn') === 'true');
        },
        { timeout: 30_000 },
      );
      expect(
        await page.$$eval('main table', (tables) =>
          tables.every((table) => table.querySelectorAll('tbody tr').length > 0),
        ),
      ).toBe(true);
    }
    expect(faults).toEqual([]);
  });

  it('changes its answer with a parameter, which is in the address', async () => {
    const page = await open('#/analysis/pareto');
    await page.waitForSelector('[data-headline="pareto"]');
    const before = await textOf(page, '[data-headline="pareto"]');
    await page.select('main select', 'region');
    await waitForText(page, 'regions make 80% of the revenue');

    expect(await textOf(page, '[data-headline="pareto"]')).not.toBe(before);
    expect(await page.evaluate(() => window.location.hash)).toContain('entity=region');
  });

  it('says what every figure means, where it comes from, and gives the rows that do not count', async () => {
    const page = await open('#/analysis/pareto');
    await page.waitForSelector('[data-headline="pareto"]');
    await clickText(page, 'button', 'Definition');
    await waitForText(page, 'the smallest number whose values together reach the asked share');
    await clickText(page, 'button', 'Where it comes from');
    await waitForText(page, 'SHA-256');
    expect(await textOf(page, 'main')).toContain('no customer');
  });

  it.each(SALES_EXPORTS.map((make) => [make().name, make()] as const))(
    'is recognised, imported with one click and answered: %s',
    async (_, exported) => {
      const file = path.join(folder, exported.name);
      writeFileSync(file, exported.bytes);
      const page = await open('#/data');
      await dropFile(page, file);
      await page.waitForSelector(`[data-dry-run="${exported.used}"]`);
      const shown = await textOf(page, 'main');
      for (const text of [exported.encoding, `${exported.used} of ${exported.total}`, exported.amount])
        expect(shown).toContain(text);
      expect(shown).toContain(exported.system === undefined ? 'Check the columns' : `Looks like ${exported.system}`);
      await page.click('[data-action="import"]');
      await page.waitForSelector('[data-headline="pareto"]');
      expect(await textOf(page, '[data-headline="pareto"]')).toContain('80% of the revenue');
      expect(faults).toEqual([]);
    },
  );

  it('in two currencies is not added up: one is chosen, and the answer is in that one', async () => {
    const file = path.join(folder, 'mixed.csv');
    writeFileSync(file, mixedExport());
    const page = await open('#/data');
    await dropFile(page, file);
    await waitForText(page, 'There are amounts in EUR, USD.');
    expect(await page.$eval('[data-action="import"]', (button) => button.matches(':disabled'))).toBe(true);
    await page.select('[data-format="currency"]', 'EUR');
    await page.waitForSelector('[data-reason="other-currency"]');
    expect(await textOf(page, '[data-dry-run]')).toContain('350.50 EUR');
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]');
    await page.evaluate(() => (window.location.hash = '#/data'));
    await waitForText(page, 'Only amounts in EUR count');
  });

  it('in two currencies is one by a file of rates, which is named wherever it counts', async () => {
    const rates = path.join(folder, 'rates.csv');
    writeFileSync(rates, 'date,currency,rate\n2026-01-01,USD,0.90\n2026-02-01,USD,0.9165\n');
    const page = await open('#/data');
    await dropFile(page, path.join(folder, 'mixed.csv'));
    await clickText(page, 'button', 'Convert all into one currency');
    const input = await page.waitForSelector('[data-rates] input[type=file]');
    await input?.uploadFile(rates);
    await waitForText(page, '1 USD = 0.9165 EUR from Feb 1, 2026');
    await clickText(page, '[data-action=convert]', 'Convert');
    await page.waitForSelector('[data-conversion="EUR"]');
    // 100 + 250.50 + 40 × 0.9165
    expect(await textOf(page, '[data-dry-run]')).toContain('387.16 EUR');
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]');
    await page.evaluate(() => (window.location.hash = '#/data'));
    await waitForText(page, 'All amounts are in EUR, by rates.csv (2 rates)');
    expect(faults).toEqual([]);
  });

  it('is understood in GB18030, and a wrong guess of columns can be corrected', async () => {
    const file = path.join(folder, 'gbk.csv');
    // 客户,日期,金额 / 甲,2024-01-05,12 / 乙,2024-01-06,3 in GB18030.
    writeFileSync(
      file,
      Buffer.from(
        'bfcdbba72cc8d5c6da2cbdf0b6ee0abcd72c323032342d30312d30352c31320ad2d22c323032342d30312d30362c330a',
        'hex',
      ),
    );
    const page = await open('#/data');
    await dropFile(page, file);
    await page.waitForSelector('[data-dry-run]');
    expect(await textOf(page, '[data-import]')).toContain('gb18030');
    expect(await textOf(page, 'thead')).toContain('客户');
    await page.select('th:nth-child(3) select', '');
    await waitForText(page, 'Still missing: Amount');
    await page.select('th:nth-child(3) select', 'amount');
    await waitForText(page, 'Ready to import.');
    expect(await textOf(page, 'th:nth-child(3)')).toContain('your choice');
    await page.click('[data-action="import"]');
    await page.waitForSelector('[data-headline="pareto"]');
    expect(await textOf(page, '[data-headline="pareto"]')).toContain('1 customer');
  });

  it('that is none says so and leaves nothing', async () => {
    const file = path.join(folder, 'empty.csv');
    writeFileSync(file, '');
    const page = await open('#/data');
    const before = (await rowsOf(page, 'datasets')).length;
    await dropFile(page, file);
    await waitForText(page, 'The file is empty');

    expect((await rowsOf(page, 'datasets')).length).toBe(before);
  });

  it('is there after a restart, with the same answer, and goes with its undo', async () => {
    let page = await open('#/analysis/pareto');
    const list = await rowsOf(page, 'datasets');
    const first = String(list[0]?.['id']);
    await page.evaluate((id) => (window.location.hash = `#/analysis/pareto?dataset=${id}`), first);
    await waitForText(page, 'customers make 80%');
    const answer = await textOf(page, '[data-headline="pareto"]');
    await chromium.close();
    chromium = await openChromium({ proxy, profile });

    page = await open(`#/analysis/pareto?dataset=${first}`);
    await page.waitForSelector('[data-headline="pareto"]');
    expect(await textOf(page, '[data-headline="pareto"]')).toBe(answer);
    await page.waitForFunction(() => document.querySelector('[data-drawn="true"]') !== null, { timeout: 30_000 });
    expect(await chartsDrawn(page)).toBe(true);
    await page.evaluate(() => (window.location.hash = '#/data/history'));
    await clickText(page, '[data-batch="import"] button', 'Undo');
    await waitForText(page, 'Undone');
    expect((await rowsOf(page, 'datasets')).length).toBe(list.length - 1);
  });

  it('asked nothing of the network', async () => {
    expect(proxy.foreign()).toEqual([]);

    const tab = await chromium.browser.newPage();
    await tab.goto('http://control.example/').catch(() => undefined);
    expect(proxy.foreign()).toEqual(['control.example']);
  });
});
