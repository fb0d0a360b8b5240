import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monthlyOf, reachesMonthly, tierOf } from '@/src/domain/accounts/tier-of';
import { tier } from '@/src/domain/accounts/tier.kind';
import { parseDecimal, type Decimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import { content } from '@/test/support/store';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

let desk: AccountDesk;
beforeEach(async () => {
  desk = await openAccountDesk();
});
afterEach(() => desk.close());

const decimal = (text: string): Decimal => must(parseDecimal(text), text);
/** Twelve months of so much a month, to the cent. */
const yearOf = (monthly: string): Decimal => {
  const { units, scale } = decimal(monthly);
  return { units: units * 12n, scale };
};

describe('S17 tier table and contact standards', () => {
  it.each([
    ['0', undefined],
    ['1499', undefined],
    ['1499.99', undefined],
    ['1500', 'A (A+)'],
    ['2999.99', 'A (A+)'],
    ['3000', 'Crystal'],
    ['9999.99', 'Crystal'],
    ['10000', 'From 10,000'],
  ])('puts %s a month into %s: a bound belongs to the tier above it', async (monthly, wanted) => {
    const found = tierOf({ amount: yearOf(monthly), currency: 'CNY' }, await desk.app.accounts.tiers());

    expect(found.ok && found.value?.fields.name).toBe(wanted);
  });

  it('compares the whole year, not a rounded month', () => {
    expect(reachesMonthly(decimal('17999.99'), decimal('1500'))).toBe(false);
    expect(monthlyOf(decimal('17999.99'))).toBe('1500.00');
    expect(reachesMonthly(decimal('18000'), decimal('1500.00'))).toBe(true);
    expect(monthlyOf(decimal('-12.06'))).toBe('-1.01');
  });

  it('ships the standards that the sources give, and none above 10,000', async () => {
    const tiers = await desk.tiers();
    expect(tiers['A (A+)'].fields).toMatchObject({ visits: 1, visitsPer: 'quarter', calls: 1, callsPer: 'month' });
    expect(tiers.Crystal.fields).toMatchObject({ visits: 2, visitsPer: 'quarter', calls: 1, callsPer: 'month' });
    const { visits, calls } = tiers['From 10,000'].fields;
    expect([visits, calls]).toEqual([undefined, undefined]);
    expect(await desk.app.accounts.installTiers((key) => key)).toMatchObject({
      ok: false,
      error: { code: 'installed' },
    });
  });

  it('sets the tier from a file, and says from which, of which days and when; undo takes it back', async () => {
    const { app } = desk;
    const record = await desk.company('Alder');
    const low = await desk.company('Birch');
    const dataset = await desk.sales(
      ['K1,2025-01-05,36000', 'K2,2025-06-01,1200', 'K1,2025-12-31,0.12'],
      'orders 2025.csv',
    );
    await desk.isCustomer(record, dataset, 'K1');
    await desk.isCustomer(low, dataset, 'K2');
    const before = await content(desk.world.db);
    const assigned = await app.accounts.assignTiers({ dataset });

    expect(assigned).toMatchObject({ ok: true, value: { set: 2, kept: 0 } });
    const { Crystal } = await desk.tiers();
    expect(await desk.valuesOf(record)).toMatchObject({
      tier: Crystal.id,
      tierBasis: 'file',
      tierOn: '2026-11-21',
      tierFile: 'orders 2025',
      tierSpend: '3000.01 CNY',
      tierFrom: '2025-01-01',
      tierTo: '2025-12-31',
    });
    expect((await desk.rowOf(record)).fields.tier?.sources[0]).toMatchObject({ kind: 'file', url: 'orders 2025' });
    expect(await desk.valuesOf(low)).toMatchObject({ tierBasis: 'file', tierSpend: '100.00 CNY' });
    expect((await desk.rowOf(low)).fields.tier).toBeUndefined();
    const batch = assigned.ok ? assigned.value.batchId : expect.fail('not assigned');
    expect((await app.history.undo(batch)).ok).toBe(true);
    expect(await content(desk.world.db)).toEqual(before);
  });

  it('keeps a tier that was set by hand unless asked otherwise, and no form can change either', async () => {
    const { app } = desk;
    const record = await desk.company('Alder');
    const dataset = await desk.sales(['K1,2025-01-05,36000', 'K1,2025-12-31,1']);
    await desk.isCustomer(record, dataset, 'K1');
    const { 'From 10,000': top, Crystal } = await desk.tiers();
    expect((await app.accounts.setTier([record], top.id)).ok).toBe(true);

    expect(await desk.valuesOf(record)).toMatchObject({ tier: top.id, tierBasis: 'hand', tierOn: '2026-11-21' });
    expect(await app.accounts.assignTiers({ dataset })).toMatchObject({ ok: true, value: { set: 0, kept: 1 } });
    expect(await app.accounts.assignTiers({ dataset, overHand: true })).toMatchObject({ ok: true, value: { set: 1 } });
    expect(await desk.valuesOf(record)).toMatchObject({ tier: Crystal.id, tierBasis: 'file' });
    const kind = must(app.kinds.get('company'), 'companies');
    expect((await app.records.edit({ kind, records: [record], inputs: { tierBasis: 'hand' } })).ok).toBe(false);
  });

  it('guesses nothing: no tiers, another currency and no customer are refused', async () => {
    const { app } = desk;
    const record = await desk.company('Alder');
    const dataset = await desk.sales(
      ['K1,2025-01-05,36000', 'K1,2025-12-31,1'],
      'eur.csv',
      'Customer,Date,Amount (EUR)',
    );
    expect(await app.accounts.assignTiers({ dataset })).toMatchObject({ ok: false, error: { code: 'no-match' } });
    await desk.isCustomer(record, dataset, 'K1');
    expect(dataset.fields.facts.currency).toBe('EUR');
    expect(await app.accounts.assignTiers({ dataset })).toMatchObject({ ok: false, error: { code: 'tier-currency' } });
    for (const { id } of await app.accounts.tiers())
      expect((await app.records.move({ kind: tier, record: id, to: 'retired' })).ok).toBe(true);
    expect(await app.accounts.assignTiers({ dataset })).toMatchObject({ ok: false, error: { code: 'no-tiers' } });
    expect((await desk.rowOf(record)).fields.tierBasis).toBeUndefined();
  });

  it('makes no monthly spend of less than twelve months', async () => {
    const record = await desk.company('Alder');
    const dataset = await desk.sales(['K1,2025-07-05,36000', 'K1,2025-12-31,1']);
    await desk.isCustomer(record, dataset, 'K1');

    expect(await desk.app.accounts.assignTiers({ dataset })).toMatchObject({ error: { code: 'months-not-covered' } });
  });

  it('is edited by the user: a moved bound moves who reaches it', async () => {
    const { Crystal } = await desk.tiers();
    const edited = await desk.app.records.edit({
      kind: tier,
      records: [Crystal.id],
      inputs: { lowerBound: '2500 CNY' },
    });
    expect(edited.ok).toBe(true);
    const found = tierOf({ amount: yearOf('2500'), currency: null }, await desk.app.accounts.tiers());

    expect(found.ok && found.value?.id).toBe(Crystal.id);
  });
});
