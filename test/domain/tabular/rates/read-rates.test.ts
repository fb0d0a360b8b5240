import { describe, expect, it } from 'vitest';
import { err, ok } from '@/src/kernel/result';
import type { RateFault, RateLine } from '@/src/domain/tabular/rates/rate-table';
import { MOST_RATES, rateTable, readRates } from '@/src/domain/tabular/rates/read-rates';

/** Lines written as `currency rate day`. */
const lines = (...texts: readonly string[]): RateLine[] =>
  texts.map((text, i) => {
    const [currency = '', rate = '', from = ''] = text.split('|');
    return { line: i + 1, currency, rate, from };
  });
const ratesOf = (...texts: readonly string[]): string[] => {
  const read = readRates(lines(...texts));
  return read.ok ? read.value.rates.map(({ rate }) => rate) : expect.fail(read.error.code);
};
const faultOf = (...texts: readonly string[]): RateFault => {
  const read = readRates(lines(...texts));
  return read.ok ? expect.fail('was read') : read.error;
};

describe('rates that were typed or stand in a file', () => {
  it('are read with their currency and the day they hold from', () => {
    const read = readRates(lines('美元|7.1800|', 'eur| 7.8 |2026年3月1日', '￥|1|2026-01-05', '||'));

    expect(read).toEqual(
      ok({
        rates: [
          { currency: 'USD', rate: '7.18', from: null },
          { currency: 'EUR', rate: '7.8', from: '2026-03-01' },
          { currency: '¥', rate: '1', from: '2026-01-05' },
        ],
        dateOrderAssumed: false,
      }),
    );
  });

  it.each<[string[], string[]]>([
    [['USD|7'], ['7']],
    [['USD|7.123'], ['7.123']],
    [
      ['USD|7,12', 'IDR|15.500'],
      ['7.12', '15500'],
    ],
    [
      ['USD|7,12', 'IDR|15.500,25'],
      ['7.12', '15500.25'],
    ],
    [
      ['USD|7.12', 'IDR|15,500'],
      ['7.12', '15500'],
    ],
    [
      ['USD|7.12', 'EUR|7,84'],
      ['7.12', '7.84'],
    ],
    [["IDR|15'500.5"], ['15500.5']],
    [['VND|0.00003945'], ['0.00003945']],
    [
      ['VND|3.945E-05', 'X|1.5e+03'],
      ['0.00003945', '1500'],
    ],
    [
      ['USD|０．５', 'EUR|="7.80"'],
      ['0.5', '7.8'],
    ],
    [['USD|000.10'], ['0.1']],
    [['USD|.5'], ['0.5']],
    [['USD|123456789012.123456'], ['123456789012.123456']],
  ])('of %j are %j', (texts, expected) => {
    expect(ratesOf(...texts)).toEqual(expected);
  });

  it('says when the day of a rate could be another', () => {
    expect(readRates(lines('USD|7|1/5/2026'))).toMatchObject(ok({ dateOrderAssumed: true }));
    expect(readRates(lines('USD|7|1/5/2026', 'USD|8|31/5/2026'))).toMatchObject(
      ok({
        rates: [{ from: '2026-05-01' }, { from: '2026-05-31' }],
        dateOrderAssumed: false,
      }),
    );
  });

  it('may be given by the month, or by the serials of a spreadsheet', () => {
    expect(readRates(lines('USD|7|45658', 'USD|8|45659'))).toMatchObject(
      ok({ rates: [{ from: '2025-01-01' }, { from: '2025-01-02' }] }),
    );
    expect(readRates(lines('USD|7|2026-01', 'USD|8|2026-02'))).toMatchObject(
      ok({ rates: [{ from: '2026-01-01' }, { from: '2026-02-01' }] }),
    );
  });

  it.each<[string[], RateFault['code'], number, string]>([
    [[], 'no-rates', 0, ''],
    [['||', '||2026-01-01'], 'no-rates', 0, ''],
    [['USD|7', '|8'], 'rate-currency', 2, ''],
    [['USD|'], 'rate-not-a-number', 1, ''],
    [['USD|seven'], 'rate-not-a-number', 1, 'seven'],
    [['USD|7%'], 'rate-not-a-number', 1, '7%'],
    [['USD|1.2.3'], 'rate-not-a-number', 1, '1.2.3'],
    [['USD|1234567890123456789'], 'rate-not-a-number', 1, '1234567890123456789'],
    [['USD|1E99'], 'rate-not-a-number', 1, '1E99'],
    [['USD|0'], 'rate-not-positive', 1, '0'],
    [['USD|0.000'], 'rate-not-positive', 1, '0.000'],
    [['USD|7', 'EUR|-7.8'], 'rate-not-positive', 2, '-7.8'],
    [['USD|1,234'], 'rate-ambiguous', 1, '1,234'],
    [['USD|7.12', 'EUR|7,84', 'IDR|1,234'], 'rate-ambiguous', 3, '1,234'],
    [['USD|7|soon'], 'rate-day', 1, 'soon'],
    [['USD|7|2026-02-30'], 'rate-day', 1, '2026-02-30'],
    [['USD|7', 'EUR|8', 'US$|7.1'], 'rate-twice', 3, 'USD'],
    [['USD|7|2026-01-05', 'USD|7|2026/1/5'], 'rate-twice', 2, 'USD 2026-01-05'],
    [Array.from({ length: MOST_RATES + 1 }, () => 'USD|7'), 'too-many-rates', 0, String(MOST_RATES)],
  ])('are refused with the line that is wrong: %j is %s in line %d', (texts, code, line, text) => {
    expect(faultOf(...texts)).toEqual({ code, line, text });
  });

  it('shows no more of a wrong cell than a line', () => {
    expect(faultOf(`USD|${'9x'.repeat(500)}`).text).toHaveLength(40);
  });
});

describe('the table of a conversion', () => {
  const rate = { currency: 'CNY', rate: '1', from: null };

  it('knows its target and its file', () => {
    expect(rateTable([rate], 'CNY', 'rates.csv')).toEqual(ok({ target: 'CNY', name: 'rates.csv', rates: [rate] }));
    expect(rateTable([rate], 'USD')).toEqual(ok({ target: 'USD', rates: [rate] }));
  });

  it('is not one for a target whose own rate is not one', () => {
    expect(rateTable([{ ...rate, rate: '7.12' }], 'CNY')).toEqual(
      err({ code: 'rate-of-target', line: 0, text: '1 CNY = 7.12 CNY' }),
    );
  });
});
