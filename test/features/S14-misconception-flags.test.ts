import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flagOverride } from '@/src/domain/accounts/flag-override.kind';
import type { RecordId } from '@/src/kernel/ids';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const HEADER = 'Customer,Date,Amount,Profit';
/** One big order; one purchase of a group; comes again without profit; a good one. */
const LINES = [
  'Big,2025-03-01,90000,9000',
  'Big,2025-08-01,1000,100',
  'Group,2025-05-03,4000,400',
  'Group,2025-05-10,4000,400',
  'Group,2025-05-17,4000,400',
  'Poor,2025-01-10,5000,-50',
  'Poor,2025-04-10,5000,20',
  'Poor,2025-09-10,5000,-10',
  'Good,2025-01-01,3000,300',
  'Good,2025-06-15,3000,300',
  'Good,2025-12-31,3000,300',
];

async function flagged(key: string, lines = LINES, header = HEADER): Promise<unknown> {
  const record = await desk.company(key);
  const dataset = await desk.sales(lines, 'sales.csv', header);
  await desk.isCustomer(record, dataset, key);
  const found = await desk.app.accounts.figuresOf(record, dataset.id);
  return found.ok ? found.value[0]?.figures?.flags : found.error.code;
}

describe('S14 three-misconception flags', () => {
  it.each([
    ['Big', { 'big-ticket': true, 'one-off': false, unprofitable: false }],
    ['Group', { 'big-ticket': false, 'one-off': true, unprofitable: false }],
    ['Poor', { 'big-ticket': false, 'one-off': false, unprofitable: true }],
    ['Good', { 'big-ticket': false, 'one-off': false, unprofitable: false }],
  ])('flags %s exactly', async (key, flags) => {
    expect(await flagged(key)).toEqual(flags);
  });

  it('cannot test the profit of a file without profit, and does not call it passed', async () => {
    const lines = LINES.map((line) => line.slice(0, line.lastIndexOf(',')));
    expect(await flagged('Poor', lines, 'Customer,Date,Amount')).toMatchObject({ unprofitable: null });
  });

  it('gives the reasons: orders, the largest share, the months, the profit', async () => {
    const record = await desk.company('Big');
    const dataset = await desk.sales(LINES, 'sales.csv', HEADER);
    await desk.isCustomer(record, dataset, 'Big');
    const found = await desk.app.accounts.figuresOf(record, dataset.id);

    expect(found).toMatchObject({
      ok: true,
      value: [{ customer: 'Big', figures: { orders: 2, activeMonths: 2, profit: '9100', largestShare: 90 / 91 } }],
    });
  });

  it('is overridden with a note only, which the history keeps, and comes back when that is lifted', async () => {
    const { app } = desk;
    const record = await desk.company('Big');
    const override = (note: string): Promise<{ readonly ok: boolean }> =>
      app.records.make(flagOverride, app.newRecord(), { company: record, flag: 'big-ticket', note });
    expect((await override('')).ok).toBe(false);
    expect((await override('A plant in two parts; the third is agreed.')).ok).toBe(true);

    const [held] = await app.accounts.overridesOf(record);
    expect(held?.fields).toMatchObject({ flag: 'big-ticket', note: 'A plant in two parts; the third is agreed.' });
    const [made] = await app.records.history(held?.id ?? ('' as RecordId));
    expect(made).toMatchObject({ header: { cause: 'make', actor: 'user' } });
    expect((await app.records.remove([held?.id ?? ('' as RecordId)])).ok).toBe(true);
    expect(await app.accounts.overridesOf(record)).toEqual([]);
  });
});
