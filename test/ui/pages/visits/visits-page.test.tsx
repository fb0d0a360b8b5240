// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { PREPARATIONS, visit } from '@/src/domain/visits/visit.kind';
import { VisitsPage } from '@/src/ui/pages/visits/visits-page';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { click, gone, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';

let desk: AccountDesk;
let cleanup = (): void => undefined;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(async () => {
  cleanup();
  await desk.close();
});

const show = async (): Promise<void> => {
  ({ cleanup } = await showOn(desk.app, <VisitsPage />));
};
const planned = async (of: RecordId, day: string, more: Readonly<Record<string, string>> = {}): Promise<RecordId> => {
  const record = desk.app.newRecord();
  const made = await desk.app.records.make(visit, record, { purpose: 'Meet', company: of, day, ...more });
  return made.ok ? record : expect.fail(made.error.code);
};

describe('the room of visits', () => {
  it('says what to do while no account has a standard', async () => {
    await show();
    const link = await see('a', 'To the tiers');

    expect(link.getAttribute('href')).toBe('#/accounts/tiers');
    await see('p', 'Nothing is planned.');
  });

  it('shows standard and fact by tier and by account, the overdue first, and plans the next month in two presses', async () => {
    const { Crystal } = await desk.tiers();
    const [alder, birch] = [await desk.company('Alder'), await desk.company('Birch')];
    await desk.app.accounts.setTier([alder, birch], Crystal.id);
    const made = await planned(birch, '2026-10-20', { means: 'on-site' });
    await desk.app.records.move({ kind: visit, record: made, to: 'done', inputs: { report: 'Went well' } });
    await planned(alder, '2026-10-21', { means: 'on-site' });
    await show();
    expect(said(await see('[data-tier="Crystal"]'))).toBe('Crystal 2 1 of 4, 25% 0 of 6, 0% 3');
    expect([...document.querySelectorAll('[data-account]')].map((one) => one.getAttribute('data-account'))).toEqual([
      'Alder',
      'Birch',
    ]);
    await see('[data-week=""]', 'Past, not reported');

    await click('[data-action="plan-month"]');
    await see('[data-plan]', '2 visits, 2 calls');
    await click('[data-action="plan"]');
    await see('[data-week="2026-11-30"]', 'Regular visit');
    await click('output button', 'Undo');
    await gone('[data-week="2026-11-30"]');
  });

  it('takes a first visit from its checklist to its verdict and the second one', async () => {
    const { app } = desk;
    const first = await planned(await desk.company('Alder'), '2026-11-21', { occasion: 'first' });
    await show();
    const boxes = (): HTMLInputElement[] => [
      ...document.querySelectorAll<HTMLInputElement>('[data-checklist] input[type="checkbox"]'),
    ];
    await see('[data-checklist="Alder"]', 'Checklist for Alder, Nov 21, 2026');
    expect(boxes()).toHaveLength(PREPARATIONS.length);
    boxes()[0]?.click();
    await see('output', 'Checklist changed.');
    const ticked = (): boolean[] => boxes().map(({ checked }) => checked);
    await vi.waitFor(() => expect(ticked()).toEqual([true, false, false, false, false, false]));
    await app.visits.check(first, PREPARATIONS, true);
    const inputs = { report: 'Met the buyer', means: 'on-site' };
    expect((await app.records.move({ kind: visit, record: first, to: 'done', inputs })).ok).toBe(true);

    await see('[data-sort="Alder"]', 'worth another visit?');
    await click('[data-verdict="worth"]');
    await see('[data-second="Alder"]', 'Alder, first visited Nov 21, 2026');
    await gone('[data-sort="Alder"]');
  });
});
