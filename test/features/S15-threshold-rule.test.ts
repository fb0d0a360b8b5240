import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyReview } from '@/src/domain/accounts/key-review.kind';
import { keyRule } from '@/src/domain/accounts/key-rule.kind';
import { keyStanding } from '@/src/domain/accounts/key-standing';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';

const money = (amount: string, currency = 'CNY') => ({ amount, currency });
const RULE = { contractSum: money('1000000') };

describe('S15 threshold rule for key status', () => {
  const sums = { more: money('1000000.01'), same: money('1000000'), less: money('5'), unknown: undefined } as const;
  const table = Object.keys(sums).flatMap((sum) =>
    (['high', 'usual', undefined] as const).flatMap((market) =>
      (['strong', 'weak', undefined] as const).map((power) => ({ sum: sum as keyof typeof sums, market, power })),
    ),
  );

  it.each(table)('$sum, $market, $power: one of the three is enough', ({ sum, market, power }) => {
    const review = {
      ...(sums[sum] ? { contractSum: sums[sum] } : {}),
      ...(market ? { marketStanding: market } : {}),
      ...(power ? { purchasingPower: power } : {}),
    };
    const isKey = sum === 'more' || market === 'high' || power === 'strong';
    const isOpen = sum === 'unknown' || market === undefined || power === undefined;
    const standing = keyStanding(review, RULE);

    expect(standing.ok && standing.value.outcome).toBe(isKey ? 'key' : isOpen ? 'open' : 'not-key');
  });

  it('names the grounds', () => {
    expect(keyStanding({ contractSum: money('2000000'), purchasingPower: 'strong' }, RULE)).toEqual({
      ok: true,
      value: { outcome: 'key', grounds: ['contracts', 'purchasing'], unknown: ['market'] },
    });
  });

  it('refuses a blank threshold instead of guessing one, and another currency', () => {
    expect(keyStanding({ marketStanding: 'high' }, undefined)).toMatchObject({
      ok: false,
      error: { code: 'no-threshold' },
    });
    expect(keyStanding({ contractSum: money('9', 'EUR') }, RULE)).toMatchObject({
      ok: false,
      error: { code: 'threshold-currency' },
    });
  });

  describe('on file', () => {
    let desk: AccountDesk;
    beforeEach(async () => {
      desk = await openAccountDesk();
    });
    afterEach(() => desk.close());

    it('is judged anew when the threshold or the account changes', async () => {
      const { app } = desk;
      const record = await desk.company('Alder');
      const review = app.newRecord();
      const inputs = {
        subject: '2026',
        company: record,
        day: '2026-11-01',
        contractSum: '500000 CNY',
        marketStanding: 'usual',
        purchasingPower: 'usual',
      };
      expect((await app.records.make(keyReview, review, inputs)).ok).toBe(true);
      const outcome = async (): Promise<string | false> => {
        const [held] = await app.accounts.reviewsOf(record);
        const standing = keyStanding(held?.fields ?? {}, (await app.accounts.keyRule())?.fields);
        return standing.ok ? standing.value.outcome : standing.error.code;
      };
      expect(await outcome()).toBe('no-threshold');
      const rule = app.newRecord();
      expect((await app.records.make(keyRule, rule, { name: 'Rule', contractSum: '' })).ok).toBe(false);
      expect((await app.records.make(keyRule, rule, { name: 'Rule', contractSum: '1000000 CNY' })).ok).toBe(true);
      expect(await outcome()).toBe('not-key');
      await app.records.edit({ kind: keyRule, records: [rule], inputs: { contractSum: '499999.99 CNY' } });
      expect(await outcome()).toBe('key');
      await app.records.edit({ kind: keyReview, records: [review], inputs: { contractSum: '' } });
      expect(await outcome()).toBe('open');
    });
  });
});
