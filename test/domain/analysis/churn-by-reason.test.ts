import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlOf } from '@/src/domain/analysis/controllable';
import { parseDecimal } from '@/src/kernel/money';
import type { Sale } from '@/test/support/orders';
import { columnsOf, outcomeOfSales, outcomeOfText } from '@/test/support/outcomes';
import { runs } from '@/test/support/runs';

const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/analyses/confirmed-churn.csv');
const ROLES = ['customer', 'date', 'amount', 'industry', 'reason'] as const;
const sale = (customer: string, day: string, cents: number, reason = ''): Sale => ({ customer, day, cents, reason });

describe('confirmed churn of the reference figures', () => {
  const outcome = outcomeOfText('churn-by-reason', readFileSync(FIXTURE, 'utf8'), ROLES);

  it('is 3.06 % in all, over confirmed losses only', async () => {
    expect((await outcome).facts).toMatchObject({
      testable: true,
      baseFirst: '2004-07-01',
      baseLast: '2004-12-31',
      currentFirst: '2005-01-01',
      currentLast: '2005-06-30',
      base: '1000000.00',
      lostAmount: '30600.00',
      churnDegree: 0.0306,
      unconfirmedLoss: '30000.00',
      confirmed: 12,
      customers: 21,
    });
  });

  it('by reason is 40, 32, 8.5 and 19.5 % for the rest', async () => {
    expect(columnsOf(await outcome, 'reasons', 'group', 'name', 'lostShare', 'control')).toEqual([
      ['named', '客户自身经营困难', 0.4, 'notControllable'],
      ['named', '竞争对手长途语音', 0.32, 'controllable'],
      ['named', '竞争对手数据业务', 0.085, 'controllable'],
      ['other', null, 0.195, 'notClassified'],
    ]);
  });

  it('by industry is 26.53, 14.82, 13.57 and 45.08 % for the rest', async () => {
    expect(columnsOf(await outcome, 'industries', 'group', 'name', 'lostShare')).toEqual([
      ['named', '党政军', 0.2653],
      ['named', '采掘制造', 0.1482],
      ['named', '房地产物业', 0.1357],
      ['other', null, 0.4508],
    ]);
  });

  it('could have been kept for 40.5 %, and not for 40 %', async () => {
    expect((await outcome).facts).toMatchObject({
      controllableShare: 0.405,
      notControllableShare: 0.4,
      notClassifiedShare: 0.195,
    });
  });

  it('by head says something else than by amount', async () => {
    const heads = columnsOf(await outcome, 'reasons', 'count', 'countShare');

    expect(heads.reduce((sum, [count]) => sum + Number(count), 0)).toBe(12);
    expect(heads[0]?.[1]).not.toBe(0.4);
  });
});

describe('confirmed churn', () => {
  const base = [sale('a', '2024-01-10', 1000), sale('b', '2024-02-10', 1000), sale('z', '2024-12-31', 1)];

  it('cannot be told of a file without a reason', async () => {
    const text = 'c,d,a\nA,2024-01-01,5\nA,2024-12-31,5\n';
    const outcome = await outcomeOfText('churn-by-reason', text, ['customer', 'date', 'amount']);

    expect(outcome.facts).toEqual({ testable: false, whyNot: 'noReason' });
  });

  it.each([
    ['2024-01-10', true],
    ['2024-07-01', false],
  ])('of a file from %s is testable: %s', async (from, testable) => {
    const outcome = await outcomeOfSales('churn-by-reason', [sale('a', from, 5, 'x'), sale('a', '2024-12-31', 5)]);

    expect(outcome.facts['testable']).toBe(testable);
  });

  it('counts refunds beyond what was bought as nothing bought, and growth as no loss', async () => {
    const outcome = await outcomeOfSales('churn-by-reason', [
      ...base,
      sale('a', '2024-08-01', -500, 'price'),
      sale('b', '2024-08-01', 3000, 'price'),
    ]);

    expect(columnsOf(outcome, 'lost', 'key', 'currentAmount', 'lostAmount')).toEqual([
      ['a', '0.00', '10.00'],
      ['b', '30.00', '0.00'],
    ]);
    expect(outcome.facts['churnDegree']).toBe(0.5);
  });

  it('adds up: groups make the whole loss, whatever the number named', async () => {
    const sales = fc.array(
      fc.record({
        customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        day: fc.integer({ min: 19_730, max: 20_080 }),
        cents: fc.integer({ min: -500, max: 5000 }),
        reason: fc.constantFrom('', 'price', 'closed', 'x', 'y'),
      }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(sales, fc.integer({ min: 1, max: 5 }), async (list, named) => {
        const outcome = await outcomeOfSales('churn-by-reason', [...list, ...base], { named, months: '6' });
        const cents = (text: unknown): bigint => parseDecimal(String(text))?.units ?? 0n;
        const sum = columnsOf(outcome, 'reasons', 'lostAmount').reduce((all, [own]) => all + cents(own), 0n);

        expect(outcome.facts['testable']).toBe(true);
        expect(sum).toBe(cents(outcome.facts['lostAmount']));
      }),
      { ...runs(50, 1000), seed: 41 },
    );
  });
});

describe('whether a reason could have been helped', () => {
  it.each([
    ['Uses the data service of a competitor', 'controllable'],
    ['PRICE', 'controllable'],
    ['價格太高', 'controllable'],
    ['own business trouble', 'notControllable'],
    ['破产', 'notControllable'],
    ['service desk closed', 'notClassified'],
    ['moved', 'notClassified'],
    ['', 'notClassified'],
  ])('%s: %s', (reason, control) => {
    expect(controlOf(reason)).toBe(control);
  });
});
