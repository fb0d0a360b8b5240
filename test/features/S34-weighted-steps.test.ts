import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelOf } from '@/src/domain/pipeline/funnel';
import { weightedSum } from '@/src/domain/pipeline/weighted-sum';
import { dealIn, shipped } from '@/test/support/pipeline';
import { runs } from '@/test/support/runs';

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const scheme = shipped('eight-step');

describe('S34 eight-step probabilities', () => {
  it('are 5, 10, 30, 40, 70, 75, 100 and 110 per cent', () => {
    expect(scheme.steps.map(({ probability }) => probability)).toEqual([5, 10, 30, 40, 70, 75, 100, 110]);
  });

  it('weigh 1,000 in every step to 4,400 in all, to 4,300 with the sale after the sale capped', () => {
    // By hand: 50 + 100 + 300 + 400 + 700 + 750 + 1000 + 1100 = 4400; the last as 1000: 4300.
    const deals = scheme.steps.map(({ id }) => dealIn(id, { amount: CNY('1000') }));
    expect(funnelOf(scheme, deals, false).weighted).toEqual([CNY('4400.00')]);
    expect(funnelOf(scheme, deals, true).weighted).toEqual([CNY('4300.00')]);
    expect(funnelOf(scheme, deals, false).steps.map(({ weighted }) => weighted[0]?.amount)).toEqual([
      '50.00',
      '100.00',
      '300.00',
      '400.00',
      '700.00',
      '750.00',
      '1000.00',
      '1100.00',
    ]);
  });

  it.each([
    [100, '200.00', '200.00'],
    [100.01, '200.02', '200.00'],
    [99.99, '199.98', '199.98'],
    [0, '0.00', '0.00'],
  ])('%s per cent of 200 are %s, capped %s', (percent, free, capped) => {
    const amounts = [{ amount: CNY('200'), percent }];
    expect(weightedSum(amounts, false)[0]?.amount).toBe(free);
    expect(weightedSum(amounts, true)[0]?.amount).toBe(capped);
  });

  it('are exact to the last digit, one sum a currency, never across', () => {
    const thrice = [1, 2, 3].map(() => ({ amount: CNY('0.1'), percent: 10 }));
    expect(weightedSum([...thrice, { amount: { amount: '8', currency: 'USD' }, percent: 75 }], true)).toEqual([
      CNY('0.03'),
      { amount: '6.00', currency: 'USD' },
    ]);
    // 12345678901234567891 × 3333 = 41148147777814814780703, with 24 digits after the point.
    const long = { amount: CNY('0.12345678901234567891'), percent: 33.33 };
    expect(weightedSum([long], true)).toEqual([CNY('0.041148147777814814780703')]);
  });

  it('come to the sum of their parts, in whatever order', () => {
    const one = fc.record({
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((units) => CNY(`${units}`)),
      percent: fc.integer({ min: 0, max: 11_000 }).map((hundredths) => hundredths / 100),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (amounts) => {
        const hundredths = amounts.map(({ percent }) => BigInt(Math.round(percent * 100)));
        const units = amounts.reduce((sum, { amount }, i) => sum + BigInt(amount.amount) * (hundredths[i] ?? 0n), 0n);
        const [sum] = weightedSum(amounts, false);
        const [, fraction = ''] = (sum?.amount ?? '').split('.');
        expect(BigInt((sum?.amount ?? '').replace('.', '') + '0'.repeat(4 - fraction.length))).toBe(units);
        expect(weightedSum(amounts.toReversed(), false)).toEqual([sum]);
      }),
      { ...runs(100, 1000), seed: 34 },
    );
  });
});
