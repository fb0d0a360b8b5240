import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '@/src/domain/tabular/workbook/canonical-number';
import { crc32 } from '@/src/domain/tabular/workbook/crc32';
import { builtinCode, numberFormatOf } from '@/src/domain/tabular/workbook/number-format';
import { numberText } from '@/src/domain/tabular/workbook/number-text';
import { serialText } from '@/src/domain/tabular/workbook/serial-date';
import { civilDateOf, dayOf } from '@/src/kernel/calendar';

describe('canonicalNumber', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.30000000000000004', '0.3'],
    ['1234.5', '1234.5'],
    ['1234.50', '1234.5'],
    ['0012', '12'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['5.', '5'],
    ['+7', '7'],
    [' 7 ', '7'],
    ['1E-7', '0.0000001'],
    ['-1.25E-9', '-0.00000000125'],
    ['1.5E3', '1500'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000', '1E+15'],
    ['123456789012345680', '1.23457E+17'],
    ['-123456789012345680', '-1.23457E+17'],
    ['1E+300', '1E+300'],
    ['2.2000000000000002', '2.2'],
    ['19.989999999999998', '19.99'],
    ['1e999', '1e999'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['1.2.3', '1.2.3'],
    ['12a', '12a'],
  ])('%s is %s', (raw, expected) => {
    expect(canonicalNumber(raw)).toBe(expected);
  });

  it('gives a plain decimal of the same fifteen figures, and gives that back unchanged', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -9.99e14, max: 9.99e14 }), (value) => {
        const text = canonicalNumber(String(value));

        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
        expect(canonicalNumber(text)).toBe(text);
      }),
    );
  });
});

describe('numberText', () => {
  it.each([
    ['45296', 'yyyy-mm-dd', '2024-01-05'],
    ['45296', 'm/d/yy', '2024-01-05'],
    ['45296', 'dd/mm/yyyy;@', '2024-01-05'],
    ['45296', 'yyyy"年"m"月"d"日"', '2024-01-05'],
    ['45296', 'yyyy年m月d日', '2024-01-05'],
    ['45296', '[$-804]yyyy"年"m"月"d"日";@', '2024-01-05'],
    ['45296', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2024-01-05'],
    ['45296', '[$-411]ggge"年"m"月"d"日"', '2024-01-05'],
    ['45296', 'mmm-yy', '2024-01-05'],
    ['45296', 'm"月"', '2024-01-05'],
    ['45296.5555555556', 'yyyy/m/d h:mm', '2024-01-05 13:20:00'],
    ['45296.5555555556', 'yyyy-mm-dd', '2024-01-05 13:20:00'],
    ['45296.999999', 'yyyy-mm-dd hh:mm:ss', '2024-01-06'],
    ['0.5555555556', 'h:mm:ss', '13:20:00'],
    ['0.5555555556', 'h:mm AM/PM', '13:20:00'],
    ['0.5555555556', '上午/下午h"时"mm"分"', '13:20:00'],
    ['0', 'h:mm', '00:00:00'],
    ['0.020833333333333332', 'mm:ss.0', '00:30:00'],
    ['45296.5', 'h:mm', '2024-01-05 12:00:00'],
    ['1.5', '[h]:mm', '1.5'],
    ['1.5', '[mm]:ss', '1.5'],
    ['-3', 'yyyy-mm-dd', '-3'],
    ['0', 'yyyy-mm-dd', '0'],
    ['2958465', 'yyyy-mm-dd', '9999-12-31'],
    ['2958466', 'yyyy-mm-dd', '2958466'],
    ['1e300', 'yyyy-mm-dd', '1E+300'],
    ['1234.5', 'General', '1234.5'],
    ['1234.5', 'G/通用格式', '1234.5'],
    ['1234.5', 'Standard', '1234.5'],
    ['1234.5', '0.00E+00', '1234.5'],
    ['1234.5', '#,##0.00', '1234.5'],
    ['1234.5', '#,##0.00;[Red]-#,##0.00', '1234.5'],
    ['1234.5', '# ?/?', '1234.5'],
    ['1234.5', '@', '1234.5'],
    ['1234.5', '', '1234.5'],
    ['1234.5', '0.0 "days"', '1234.5'],
    ['1234.5', '0!.0,"万元"', '1234.5'],
    ['0.125', '0%', '12.5%'],
    ['0.07', '0.00%', '7%'],
    ['-0.0005', '0.00%', '-0.05%'],
    ['1234.5', '¥#,##0.00', '¥1234.5'],
    ['1234.5', '"¥"#,##0.00', '¥1234.5'],
    ['1234.5', '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', '¥1234.5'],
    ['-1234.5', '[$¥-804]#,##0.00', '-¥1234.5'],
    ['1234.5', '[$USD] #,##0.00', 'USD1234.5'],
    ['1234.5', '#,##0.00 [$€-407]', '€1234.5'],
    ['1234.5', '[$-409]#,##0.00', '1234.5'],
    ['1234.5', '$#,##0', '$1234.5'],
    ['1234.5', '\\U\\S\\$#,##0', 'US$1234.5'],
    ['1234.5', '#,##0.00"元"', '1234.5元'],
    ['-1234.5', '#,##0.00元', '-1234.5元'],
    ['123', '00000', '00123'],
    ['-123', '00000', '-00123'],
    ['1234567', '00000', '1234567'],
    ['1234567', '000\\-0000', '123-4567'],
    ['12', '"No."0000', 'No.0012'],
    ['12.5', '00000', '12.5'],
    ['123456789012345680', '000000', '1.23457E+17'],
    ['abc', 'yyyy-mm-dd', 'abc'],
  ])('%s as %s is %s', (raw, code, expected) => {
    expect(numberText(raw, numberFormatOf(code), false)).toBe(expected);
  });

  it.each([
    [0, '45296.5'],
    [4, '45296.5'],
    [9, '4529650%'],
    [14, '2024-01-05 12:00:00'],
    [22, '2024-01-05 12:00:00'],
    [31, '2024-01-05 12:00:00'],
    [44, '45296.5'],
    [46, '45296.5'],
    [57, '2024-01-05 12:00:00'],
    [9999, '45296.5'],
  ])('knows format %s that has a number only', (id, expected) => {
    expect(numberText('45296.5', numberFormatOf(builtinCode(id)), false)).toBe(expected);
  });

  it.each([0, 1, 35, 55])('tells a time from a day by value where languages differ', (id) => {
    expect(numberText('0.5', numberFormatOf(builtinCode(id)), false)).toBe(id > 1 ? '12:00:00' : '0.5');
  });
});

describe('serialText', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [25569, false, '1970-01-01'],
    [0, true, '1904-01-01'],
    [1, true, '1904-01-02'],
    [43834, true, '2024-01-05'],
    [0.5, true, '1904-01-01 12:00:00'],
  ])('%s (1904: %s) is %s', (serial, date1904, expected) => {
    expect(serialText(serial, { timeOnly: false, date1904 })).toBe(expected);
  });

  it('counts every day after the one that never was, in both calendars', () => {
    const first = dayOf({ year: 1899, month: 12, day: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), fc.integer({ min: 0, max: 86399 }), (day, second) => {
        const { year, month, day: ofMonth } = civilDateOf(first + day);
        const date = [String(year).padStart(4, '0'), ...[month, ofMonth].map((n) => String(n).padStart(2, '0'))].join(
          '-',
        );
        const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
        const time = parts.map((n) => String(n).padStart(2, '0')).join(':');
        const expected = second === 0 ? date : `${date} ${time}`;

        expect(serialText(day + second / 86400, { timeOnly: false, date1904: false })).toBe(expected);
        if (day >= 1462)
          expect(serialText(day - 1462 + second / 86400, { timeOnly: false, date1904: true })).toBe(expected);
      }),
    );
  });
});

describe('crc32', () => {
  it('is the sum of the standard, however the bytes are cut', () => {
    const bytes = new TextEncoder().encode('123456789');

    expect(crc32(0, bytes)).toBe(0xcbf43926);
    for (let cut = 0; cut <= 9; cut++)
      expect(crc32(crc32(0, bytes.subarray(0, cut)), bytes.subarray(cut))).toBe(0xcbf43926);
  });
});
