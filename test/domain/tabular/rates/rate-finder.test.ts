import { describe, expect, it } from 'vitest';
import { formatDecimal } from '@/src/kernel/money';
import { RateFinder } from '@/src/domain/tabular/rates/rate-finder';
import { day } from '@/test/support/orders';

const rates = new RateFinder({
  target: 'CNY',
  rates: [
    { currency: 'USD', rate: '7.30', from: '2026-03-01' },
    { currency: 'USD', rate: '7.10', from: '2026-01-05' },
    { currency: 'EUR', rate: '7.80', from: null },
    { currency: 'EUR', rate: '8.00', from: '2026-02-01' },
  ],
});

describe('the rate of a day', () => {
  it.each<[string, string, string | undefined]>([
    ['USD', '2026-01-04', undefined],
    ['USD', '2026-01-05', '7.10'],
    ['USD', '2026-02-28', '7.10'],
    ['USD', '2026-03-01', '7.30'],
    ['USD', '2099-12-31', '7.30'],
    ['EUR', '1999-01-01', '7.80'],
    ['EUR', '2026-01-31', '7.80'],
    ['EUR', '2026-02-01', '8.00'],
    ['GBP', '2026-02-01', undefined],
    ['', '2026-02-01', undefined],
    ['CNY', '1999-01-01', '1'],
  ])('%s on %s is %s: the last on or before it', (currency, on, expected) => {
    const rate = rates.rateAt(currency, day(on));

    expect(rate && formatDecimal(rate)).toBe(expected);
  });
});
