import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bandsOf, policyOf, tierInversions } from '@/src/domain/accounts/tier-inversions';
import { tier } from '@/src/domain/accounts/tier.kind';
import { must } from '@/src/kernel/assert';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const alerts = async (): Promise<string[]> =>
  tierInversions(await desk.app.accounts.tiers()).map(
    ({ lower, upper, term, lowerValue, upperValue }) =>
      `${lower.fields.name} ${term} ${lowerValue} > ${upper.fields.name} ${upperValue}`,
  );

/** The chicken head has better terms than the phoenix tail. */
async function inverted(): Promise<void> {
  const { 'A (A+)': a, Crystal } = await desk.tiers();
  const edit = (id: typeof a.id, inputs: Readonly<Record<string, string>>) =>
    desk.app.records.edit({ kind: tier, records: [id], inputs });
  await edit(a.id, { discount: '12', visits: '1', visitsPer: 'month' });
  await edit(Crystal.id, { discount: '8' });
}

describe('S18 overlap band service team', () => {
  it('alerts where a lower tier is better off than the next one up, counted by the year', async () => {
    expect(await alerts()).toEqual([]);
    await inverted();

    expect(await alerts()).toEqual(['A (A+) discount 12 > Crystal 8', 'A (A+) visits 12 > Crystal 8']);
  });

  it('gives both tiers one team and one policy in one batch, and the alerts are gone; undo brings them back', async () => {
    const { app } = desk;
    await inverted();
    const band = must(bandsOf(await app.accounts.tiers())[0], 'a band');
    const policy = policyOf(band, 'Band team');
    expect(policy).toEqual({
      team: 'Band team',
      discount: 12,
      visits: 3,
      calls: 1,
    });
    const joined = await app.accounts.joinBand({ lower: band.lower.id, upper: band.upper.id, policy });

    expect(await alerts()).toEqual([]);
    const { 'A (A+)': a, Crystal } = await desk.tiers();
    expect([a.fields.team, Crystal.fields.team]).toEqual(['Band team', 'Band team']);
    const shared = { discount: 12, visits: 3, visitsPer: 'quarter', calls: 1, callsPer: 'month' };
    expect([a.fields, Crystal.fields]).toMatchObject([shared, shared]);
    expect(bandsOf(await app.accounts.tiers()).map(({ team }) => team)).toEqual(['Band team', undefined]);
    const batch = joined.ok ? joined.value.batchId : expect.fail('not joined');
    expect((await app.history.undo(batch)).ok).toBe(true);
    expect(await alerts()).toHaveLength(2);
  });

  it('joins neighbours only, and no team without a name', async () => {
    const { 'A (A+)': a, Crystal, 'From 10,000': top } = await desk.tiers();
    const policy = { team: 'T', discount: 1, visits: 1, calls: undefined };
    const { joinBand } = desk.app.accounts;

    expect(await joinBand({ lower: a.id, upper: top.id, policy })).toMatchObject({ error: { code: 'not-neighbours' } });
    expect(await joinBand({ lower: Crystal.id, upper: a.id, policy })).toMatchObject({
      error: { code: 'not-neighbours' },
    });
    const nameless = { ...policy, team: ' ' };
    expect(await joinBand({ lower: a.id, upper: Crystal.id, policy: nameless })).toMatchObject({
      error: { code: 'required' },
    });
  });

  /** An A customer and a crystal one of a year, each with its list price and what it paid of it. */
  const sold = (paidByA: string): string[] => [
    `Head,2025-01-01,${paidByA},1,24000`,
    'Tail,2025-06-01,36000,1,40000',
    `Head,2025-12-31,0,0,1`,
  ];
  const HEADER = 'Customer,Date,Amount,Quantity,Unit price';

  it('lists customers who got more off than the next tier, by the sales file; with the same discount the list is empty', async () => {
    const { app } = desk;
    const unequal = await desk.sales(sold('19200'), 'before.csv', HEADER);
    const found = await app.accounts.inversions(unequal);
    const { 'A (A+)': a, Crystal } = await desk.tiers();
    expect(found.ok && found.value).toMatchObject([
      { customer: 'Head', tier: { id: a.id }, upper: { id: Crystal.id }, discount: 0.2, upperDiscount: 0.1 },
    ]);
    const harmonised = await desk.sales(sold('21600'), 'after.csv', HEADER);
    expect(await app.accounts.inversions(harmonised)).toEqual({ ok: true, value: [] });
    const priceless = await desk.sales(['Head,2025-01-01,1', 'Head,2025-12-31,2'], 'bare.csv');
    expect(await app.accounts.inversions(priceless)).toEqual({ ok: true, value: undefined });
  });

  it('compares nothing that is left open', async () => {
    const { Crystal } = await desk.tiers();
    await desk.app.records.edit({ kind: tier, records: [Crystal.id], inputs: { visits: '400', discount: '90' } });
    expect(await alerts()).toEqual([]);
  });
});
