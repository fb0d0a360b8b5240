// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tier } from '@/src/domain/accounts/tier.kind';
import { keyException } from '@/src/domain/accounts/key-exception.kind';
import { TiersPage } from '@/src/ui/pages/accounts/tiers-page';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { click, gone, said, see, type } from '@/test/support/hands';
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
  ({ cleanup } = await showOn(desk.app, <TiersPage route={{ path: ['accounts', 'tiers'], params: {} }} />));
};
const SALES = ['Up,2024-01-05,36000', 'Gone,2024-12-31,48000', 'Up,2025-01-05,120000', 'New,2025-12-31,60000'];

describe('the page of tiers', () => {
  it('installs the starter table where there is none', async () => {
    for (const { id } of await desk.app.accounts.tiers()) await desk.app.records.remove([id]);
    await show();
    await click('[data-action="install-tiers"]');
    await see('output', 'Added: three tiers.');
    await gone('[data-action="install-tiers"]');

    const names = (await desk.app.accounts.tiers()).map(({ fields }) => fields.name);
    expect(names).toEqual(['A (A+)', 'Crystal', 'From 10,000']);
  });

  it('freezes two years, and tells who is new, lost and up', async () => {
    await desk.sales(SALES, 'orders.csv');
    await show();
    await click('[data-action="freeze"]');
    await see('[data-key-list="2026"]', 'Key accounts 2026');
    await click('[data-action="freeze"]');
    await see('[data-changes]', 'Against 2025');

    expect(said(await see('[data-change="new"]'))).toContain('New: 1 New');
    expect(said(await see('[data-change="lost"]'))).toContain('Lost: 1 Gone');
    expect(said(await see('[data-change="up"]'))).toContain('Up: 1 Up: Crystal → From 10,000');
  });

  it('shows an exception with its reason, and counts it', async () => {
    const { app } = desk;
    const dataset = await desk.sales(SALES, 'orders.csv');
    const threshold = { amount: '3000', currency: 'CNY' };
    await app.accounts.freezeKeyList({ dataset, year: 2026, threshold, name: 'Key accounts 2026' });
    const record = await desk.company('Alder');
    await show();
    await see('[data-key-list="2026"]', '2 accounts');
    const [list] = await app.accounts.keyLists();
    const inputs = { list: list?.id ?? '', company: record, change: 'add', reason: 'Three years agreed' };
    expect((await app.records.make(keyException, app.newRecord(), inputs)).ok).toBe(true);

    await see('[data-exception="add"]', 'Added: Alder. Three years agreed');
    await see('[data-key-list="2026"]', '3 accounts');
  });

  it('alerts an inversion, and ends it by one team', async () => {
    const { 'A (A+)': a } = await desk.tiers();
    await desk.app.records.edit({ kind: tier, records: [a.id], inputs: { visits: '3' } });
    await show();
    await see('[data-inversion="visits"]', 'A (A+) gets more visits a year, 12, than Crystal, 8.');
    await click('[data-action="join-band"]');
    await type('Team', 'Band team');
    await click('[role="dialog"] form button', 'Apply to both');
    await see('[data-band]', 'One team: Band team');

    await gone('[data-inversion="visits"]');
    expect((await desk.tiers()).Crystal.fields).toMatchObject({ team: 'Band team', visits: 3, visitsPer: 'quarter' });
  });
});
