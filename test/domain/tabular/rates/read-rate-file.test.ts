import { describe, expect, it } from 'vitest';
import { err, ok } from '@/src/kernel/result';
import { readRateFile } from '@/src/domain/tabular/rates/read-rate-file';
import { craftedRow, craftedXlsx } from '@/test/support/workbooks';
import { opened, utf8 } from '@/test/support/tabular';

async function read(bytes: Uint8Array): ReturnType<typeof readRateFile> {
  return readRateFile(await opened(bytes, 'rates'));
}
const short = async (text: string): Promise<string[]> => {
  const done = await read(utf8(text));
  return done.ok
    ? done.value.rates.map(({ currency, rate, from }) => [currency, rate, from ?? ''].join(' ').trim())
    : [done.error.code];
};

describe('a file of rates', () => {
  it.each<[string, string[]]>([
    ['date,currency,rate\n2026-01-01,USD,7.1\n2026-02-01,EUR,7.8\n', ['USD 7.1 2026-01-01', 'EUR 7.8 2026-02-01']],
    ['币种;汇率\n美元;7,1\n欧元;7,8\n', ['USD 7.1', 'EUR 7.8']],
    ['币种\t汇率\t生效日期\nUSD\t7.1\t2026/1/1\nEUR\t7.8\t\n', ['USD 7.1 2026-01-01', 'EUR 7.8']],
    ['currency,rate,date\nUSD,7.1\nEUR,7.8,2026-01-01\n', ['USD 7.1', 'EUR 7.8 2026-01-01']],
    ['USD,7.1\nEUR,7.8\n', ['USD 7.1', 'EUR 7.8']],
    ['2026-01-01,USD,7.1\n2026-01-02,USD,7.2\n', ['USD 7.1 2026-01-01', 'USD 7.2 2026-01-02']],
    ['Symbol,Wert,ab\nUSD,7.1,2026-01-01\nEUR,7.8,2026-01-02\n', ['USD 7.1 2026-01-01', 'EUR 7.8 2026-01-02']],
    [
      'Date,USD,EUR\n2026-01-01,7.1,7.8\n2026-01-02,7.2,\n2026-01-03,-,7.9\n',
      ['USD 7.1 2026-01-01', 'EUR 7.8 2026-01-01', 'USD 7.2 2026-01-02', 'EUR 7.9 2026-01-03'],
    ],
  ])('%j is understood', async (text, expected) => {
    expect(await short(text)).toEqual(expected);
  });

  it('may be a workbook', async () => {
    const number = (place: string, value: number, style = 0): string =>
      `<c r="${place}" s="${style}"><v>${value}</v></c>`;
    const data = [
      craftedRow(1, ['2026年汇率']),
      craftedRow(3, ['币种', '日期', '汇率']),
      craftedRow(4, ['USD', number('B4', 46027, 1), number('C4', 7.1)]),
      craftedRow(5, ['VND', number('B5', 46027, 1), number('C5', 0.00028)]),
    ];
    const bytes = craftedXlsx({ sheets: [{ name: '汇率', data: data.join('') }], formats: [14] });

    expect(await read(new Uint8Array(bytes))).toEqual(
      ok({
        rates: [
          { currency: 'USD', rate: '7.1', from: '2026-01-05' },
          { currency: 'VND', rate: '0.00028', from: '2026-01-05' },
        ],
        dateOrderAssumed: false,
      }),
    );
  });

  it.each<[string, string]>([
    ['客户,金额\n甲,1\n乙,2\n', 'no-rate-columns'],
    ['a,b,c\nx,y,z\n', 'no-rate-columns'],
    ['currency,rate\nUSD,7.1\nEUR,7.8\nGBP,9,1\n', 'rate-row'],
    ['currency,rate,date\n', 'no-rates'],
    ['currency,rate\nUSD,7.1\nEUR,abc\n', 'rate-not-a-number'],
  ])('%j is none: %s', async (text, code) => {
    expect(await short(text)).toEqual([code]);
  });

  it('tells which row has too many cells', async () => {
    expect(await read(utf8('currency,rate\nUSD,7.1\nEUR,7.8\nGBP,9,1\n'))).toEqual(
      err({ code: 'rate-row', line: 4, text: 'GBP, 9, 1' }),
    );
  });
});
