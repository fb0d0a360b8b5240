// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { TodayPage } from '@/src/ui/pages/today/today-page';
import { createClaims, type Claims } from '@/test/support/claims';
import { click, said, see } from '@/test/support/hands';
import { importOrders } from '@/test/support/import-orders';
import { showOn } from '@/test/support/show';

let world: Claims;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createClaims();
});
afterEach(async () => {
  cleanup();
  await world.close();
});

async function make(kind: string, inputs: Readonly<Record<string, string>>): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(must(world.app.kinds.get(kind), kind), record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}
const show = async (): Promise<void> => void ({ cleanup } = await showOn(world.app, <TodayPage />));
const sections = (): string[] => [...document.querySelectorAll('h2')].map((heading) => said(heading));
const linesOf = (name: string): string[] =>
  [...document.querySelectorAll(`[aria-labelledby="${name}"] li`)].map((line) => said(line));

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const orders = (customer: string, gap: number, end: number, amount: number): string[] =>
  Array.from({ length: 40 }, (_, i) => `${customer}-${i},${customer},${day(end - i * gap)},${amount}`);

describe('today', () => {
  it('says what lands there while there is nothing', async () => {
    await show();
    await see('h2', 'Nothing waits for you today');

    expect(sections()).toEqual(['Nothing waits for you today']);
  });

  it('shows what waits for a decision and what is due, and moves a record on with one click', async () => {
    await world.file('submitted', { title: 'waiting' });
    await world.file('draft', { title: 'late', seen: '2026-11-11' });
    await show();

    await see('[data-approval]', 'waiting');
    await see('[data-near="overdue"]', 'late');
    expect(said(await see('p', 'duty due'))).toBe('Nov 21, 2026 · 1 duty due');
    expect(sections()).toEqual(['Approvals', 'Duties']);
    await click('[data-near="overdue"] button', 'submit');
    await see('[role=dialog]', 'late');
  });

  it('shows the accounts that slip, why, and plans a visit to one', async () => {
    const lines = [...orders('steady', 10, 800, 100), ...orders('late', 15, 760, 100)];
    const staged = await importOrders(world.app, new File([['订单号,客户,日期,金额', ...lines].join('\n')], 'a.csv'));
    const dataset = staged.ok ? staged.value.datasetId : expect.fail(staged.error.code);
    const company = await make('company', { name: 'Late Ltd' });
    const customer = { key: 'late', label: 'late', reasons: [], doubts: [] };
    await world.app.ownData.answer({ company, dataset, customer, answer: 'same' });
    await show();
    await see('h2', '1 account is slipping');

    expect(linesOf('slipping')).toEqual([
      expect.stringMatching(/^Late Ltd .*15 days.*40.* in 12 months, \d+(\.\d+)?% of the revenue Plan a visit$/),
    ]);
    await click('[aria-labelledby="slipping"] button', 'Plan a visit');
    const dialog = await see('[role=dialog]', 'Company');
    const chosen = (): string | undefined => dialog.querySelector<HTMLInputElement>('[data-input="company"]')?.value;
    await vi.waitFor(() => expect(chosen()).toBe('Late Ltd'));
  });

  it('shows open complaints that no duty is about, and what can be done', async () => {
    const company = await make('company', { name: 'Quarry Works' });
    const inputs = { company, receivedOn: '2026-11-20', severity: 'high' };
    await make('complaint', { subject: 'Leak', ...inputs });
    const second = await make('complaint', { subject: 'Late delivery', ...inputs });
    const kind = must(world.app.kinds.get('complaint'), 'complaints');
    await world.app.records.move({ kind, record: second, to: 'investigating', inputs: { apology: 'by phone' } });
    await show();
    await see('h2', '1 open complaint');

    // What a client complains of is a need that nobody has clarified yet.
    await vi.waitFor(() =>
      expect(linesOf('duties')).toEqual([
        expect.stringMatching(/^Leak Apologise/),
        expect.stringMatching(/^Late delivery Clarify/),
        expect.stringMatching(/^Leak Clarify/),
      ]),
    );
    expect(linesOf('complaints')).toEqual([expect.stringMatching(/^Late delivery .*received Nov 20, 2026/)]);
    await world.app.records.remove([second]);
    await vi.waitFor(() => expect(sections()).toEqual(['Duties']));
  });
});
