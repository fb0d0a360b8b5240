import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNumbers } from '@/src/domain/tabular/values/decide-numbers';
import { parseNumber, type NumberReading } from '@/src/domain/tabular/values/number-form';
import { runs } from '@/test/support/runs';
import { HANGS, processorTime } from '@/test/support/processor-time';

const POINT = decideNumbers(['1.5']);
const COMMA = decideNumbers(['1,5']);
const read = (text: string, reading: NumberReading = POINT): [number, number] | undefined => {
  const parsed = parseNumber(text, reading);
  return parsed && [parsed.units, parsed.scale];
};

describe('parseNumber with a decimal point', () => {
  it.each<[string, number, number]>([
    ['0', 0, 0],
    ['-0.00', 0, 0],
    ['12.50', 125, 1],
    ['100', 100, 0],
    ['12.', 12, 0],
    ['.5', 5, 1],
    ['-.5', -5, 1],
    ['007', 7, 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER, 0],
    ['1,234', 1234, 0],
    ['1,234.56', 123_456, 2],
    ['1,234,567.8', 12_345_678, 1],
    ["1'234.5", 12_345, 1],
    ['1’234’567.25', 123_456_725, 2],
    ['1 234.5', 12_345, 1],
    ['12,34,567.50', 12_345_675, 1],
    ['1,00,000', 100_000, 0],
    ['(1,234.50)', -12_345, 1],
    ['( 5 )', -5, 0],
    ['1,234-', -1234, 0],
    ['1,234 -', -1234, 0],
    ['\u22125', -5, 0],
    ['\u20135', -5, 0],
    ['- 5', -5, 0],
    ['+5', 5, 0],
    ['1,234.50 CR', -12_345, 1],
    ['1,234.50Cr', -12_345, 1],
    ['1,234.50 Dr', 12_345, 1],
    ['１２３．５', 1235, 1],
    ['￥１，２３４．５０', 12_345, 1],
    ['（１２３）', -123, 0],
    ['－５', -5, 0],
    ['￥1,234.50', 12_345, 1],
    ['¥ 12', 12, 0],
    ['-¥12', -12, 0],
    ['¥-12', -12, 0],
    ['(¥12)', -12, 0],
    ['¥(12)', -12, 0],
    ['$1,234.50', 12_345, 1],
    ['$-5', -5, 0],
    ['US$ 1,234.50', 12_345, 1],
    ['HK$88', 88, 0],
    ['NT$1,200', 1200, 0],
    ['R$ 5', 5, 0],
    ['£3', 3, 0],
    ['€12.50', 125, 1],
    ['12.50 EUR', 125, 1],
    ['RMB 5', 5, 0],
    ['CNY5.5', 55, 1],
    ['88元', 88, 0],
    ['人民币88元', 88, 0],
    ['5.00 kr', 5, 0],
    ['5 Kč', 5, 0],
    ['5 zł', 5, 0],
    ['Rs.500', 500, 0],
    ['Rs. 500', 500, 0],
    ['$5 USD', 5, 0],
    ['1.5万', 15_000, 0],
    ['1.23456万元', 123_456, 1],
    ['3千元', 3000, 0],
    ['2.5百万', 2_500_000, 0],
    ['0.5亿', 50_000_000, 0],
    ['1.2億円', 120_000_000, 0],
    ['12k', 12_000, 0],
    ['5 Mio. €', 5_000_000, 0],
    ['5 T€', 5000, 0],
    ['12%', 12, 2],
    ['12.5 %', 125, 3],
    ['-3%', -3, 2],
    ['150%', 15, 1],
    ['1.2E+05', 120_000, 0],
    ['1.234E+05', 123_400, 0],
    ['1.5e-3', 15, 4],
    ['-1E3', -1000, 0],
    ['="123.45"', 12_345, 2],
    ["'123.45", 12_345, 2],
    ['\t123.45', 12_345, 2],
    ['123.45\t', 12_345, 2],
    ['5.-', 5, 0],
    ['5.--', 5, 0],
  ])('reads %j', (text, units, scale) => {
    expect(parseNumber(text, POINT)).toEqual({ units, scale, rounded: false });
  });

  it.each([
    '',
    ' ',
    '-',
    '--',
    '—',
    'abc',
    '12a',
    '12,34',
    '1.2.3',
    '--5',
    '(-5)',
    '-5-',
    '-(5)',
    '(5',
    '5)',
    '9007199254740992',
    '1 2',
    '0,123',
    '1234,567',
    '1,234,56',
    "1,234'567",
    '5²',
    '½',
    '①',
    '3 pcs',
    '5 t',
    '5m',
    '1/2',
    '12:30',
    '#REF!',
    '2024-01-05',
    '+86 138 0013 8000',
    '138****1234',
    '$5€',
    '5%%',
    '1E400',
    '1e999999999',
    'NaN',
    'Infinity',
    '0x10',
    '1,234.5,6',
    '万',
    '元',
    '¥',
    '1.5万万',
    'E5',
    '1E',
    '1E5.5',
    '()',
    '"5"',
  ])('refuses %j', (text) => {
    expect(parseNumber(text, POINT)).toBeUndefined();
  });

  it('rounds beyond the sixth decimal and says so', () => {
    expect(parseNumber('85.60000000000001', POINT)).toEqual({ units: 85_600_000, scale: 6, rounded: true });
    expect(parseNumber('0.9999999', POINT)).toEqual({ units: 1_000_000, scale: 6, rounded: true });
    expect(parseNumber('-0.0000005', POINT)).toEqual({ units: -1, scale: 6, rounded: true });
    expect(parseNumber('0.10000000', POINT)).toEqual({ units: 1, scale: 1, rounded: false });
    expect(parseNumber('1E-20', POINT)).toEqual({ units: 0, scale: 0, rounded: true });
    expect(parseNumber('0E50', POINT)).toEqual({ units: 0, scale: 0, rounded: false });
  });
});

describe('parseNumber with a decimal comma', () => {
  it.each<[string, number, number]>([
    ['1.234', 1234, 0],
    ['1.234,56', 123_456, 2],
    ['12,5', 125, 1],
    ['1 234 567,8', 12_345_678, 1],
    ['1\u00A0234,5', 12_345, 1],
    ['1\u202F234,5', 12_345, 1],
    ['1\u2009234,5', 12_345, 1],
    ["1'234,5", 12_345, 1],
    ['1.234,-', 1234, 0],
    ['1.234,50-', -12_345, 1],
    ['12,50 €', 125, 1],
    ['R$ 1.234,50', 12_345, 1],
    ['1.234,50 kr', 12_345, 1],
    ['1,2E+05', 120_000, 0],
    ['1.2E+05', 120_000, 0],
    ['1.234E+05', 123_400, 0],
    ['12,5 %', 125, 3],
    ['1234', 1234, 0],
  ])('reads %j', (text, units, scale) => {
    expect(read(text, COMMA)).toEqual([units, scale]);
  });

  it.each(['12.5', '1,234.56', '1.23', '1.2345', '0.123', '1,2,3', '12.34.567,5'])('refuses %j', (text) => {
    expect(parseNumber(text, COMMA)).toBeUndefined();
  });
});

describe('parseNumber in a column with a unit', () => {
  const tenThousands = decideNumbers(['1.5'], '金额(万元)');

  it('multiplies the unit in, exactly, unless the cell has its own', () => {
    expect(read('12.3456', tenThousands)).toEqual([123_456, 0]);
    expect(read('0.000012345', tenThousands)).toEqual([12_345, 5]);
    expect(read('12.5万', tenThousands)).toEqual([125_000, 0]);
    expect(read('12.5元', tenThousands)).toEqual([125, 1]);
    expect(read('￥2', tenThousands)).toEqual([20_000, 0]);
    expect(read('-3', tenThousands)).toEqual([-30_000, 0]);
    expect(read('900719925474', tenThousands)).toEqual([9_007_199_254_740_000, 0]);
    expect(read('900719925475', tenThousands)).toBeUndefined();
  });
});

describe('parseNumber in a column whose values contradict each other', () => {
  const both = decideNumbers(['1,234.5', '1.234,5', '12', '1,234']);

  it('reads what can be read one way only, and nothing else', () => {
    expect(both.conflict).toBe(true);
    expect(read('1,234.5', both)).toEqual([12_345, 1]);
    expect(read('1.234,5', both)).toEqual([12_345, 1]);
    expect(read('12', both)).toEqual([12, 0]);
    expect(read('1,234', both)).toBeUndefined();
    expect(read('1.234', both)).toBeUndefined();
    expect(read('12.5', both)).toEqual([125, 1]);
  });
});

interface Style {
  readonly group: string;
  readonly decimal: '.' | ',';
  readonly write: (figures: string, negative: boolean) => string;
}

const minus = (figures: string, negative: boolean): string => (negative ? `-${figures}` : figures);
const STYLES: readonly Style[] = (
  [
    ['', '.'],
    [',', '.'],
    ["'", '.'],
    ['’', '.'],
    [' ', '.'],
    ['', ','],
    ['.', ','],
    [' ', ','],
    ['\u00A0', ','],
    ['\u202F', ','],
    ['\u2009', ','],
  ] as const
).flatMap(([group, decimal]) =>
  [
    minus,
    (figures: string, negative: boolean): string => (negative ? `(${figures})` : figures),
    (figures: string, negative: boolean): string => `${figures}${negative ? '-' : ''}`,
    (figures: string, negative: boolean): string => `${figures} ${negative ? 'CR' : 'DR'}`,
    (figures: string, negative: boolean): string => `${minus('', negative)}¥${figures}`,
    (figures: string, negative: boolean): string => `${minus(figures, negative)} EUR`,
    (figures: string, negative: boolean): string => `="${minus(figures, negative)}"`,
  ].map((write) => ({ group, decimal, write })),
);

describe('numbers written and read again', () => {
  const scaled = fc.record({
    units: fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }),
    scale: fc.integer({ min: 0, max: 6 }),
    style: fc.constantFrom(...STYLES),
  });

  it('are the same in every style', () => {
    fc.assert(
      fc.property(scaled, ({ units, scale, style }) => {
        const digits = String(Math.abs(units)).padStart(scale + 1, '0');
        const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(?:\d{3})+$)/g, style.group);
        const fraction = scale === 0 ? '' : `${style.decimal}${digits.slice(-scale)}`;
        const parsed = parseNumber(style.write(whole + fraction, units < 0), style.decimal === '.' ? POINT : COMMA);

        expect(parsed && parsed.units * 10 ** (scale - parsed.scale)).toBe(units);
      }),
      runs(400, 50_000),
    );
  });

  it('never throw, whatever the text', () => {
    const figure = fc.string({ unit: fc.constantFrom(...'0159.,\'’ -+()¥元万亿%EkCRrD\u00A0＊１"='), maxLength: 14 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), figure), { maxLength: 5 }),
        fc.string(),
        (values, header) => {
          const reading = decideNumbers(values, header);
          for (const value of values) {
            const parsed = parseNumber(value, reading);
            expect(parsed === undefined || (Number.isSafeInteger(parsed.units) && parsed.scale <= 6)).toBe(true);
          }
        },
      ),
      runs(400, 50_000),
    );
  });

  it('take no time over long texts', () => {
    const spent = processorTime();
    for (const part of ['1', '1,', ' ', '1 ', '(', '-', '元', '１', '1E', '.', "'", '="', '\t', '1.234,'])
      expect(
        parseNumber(part.repeat(100_000 / part.length), decideNumbers([part.repeat(100_000 / part.length)])),
      ).toBeUndefined();
    expect(spent()).toBeLessThan(HANGS);
  });
});
