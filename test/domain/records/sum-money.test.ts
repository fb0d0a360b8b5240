import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumMoney } from '@/src/domain/records/sum-money';

const money = (amount: string, currency = 'CNY') => ({ amount, currency });

describe('sumMoney', () => {
  it.each([
    [[], []],
    [[money('0.1'), money('0.2')], [money('0.30')]],
    [[money('9007199254740993'), money('0.01')], [money('9007199254740993.01')]],
    [
      [money('5', 'USD'), money('7'), money('-2.5', 'USD')],
      [money('7'), money('2.50', 'USD')],
    ],
  ])('%j comes to %j', (amounts, expected) => {
    expect(sumMoney(amounts)).toEqual(expected);
  });

  it('is exact whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { minLength: 1 }), (units) => {
        const amounts = units.map((unit) => money(String(unit)));

        expect(sumMoney(amounts)).toEqual([money(String(units.reduce((a, b) => a + b)))]);
        expect(sumMoney(amounts.toReversed())).toEqual(sumMoney(amounts));
      }),
    );
  });
});
