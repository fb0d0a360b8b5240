import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { looksDamaged } from '@/src/domain/tabular/values/damaged-ids';
import { isMasked, isMissing } from '@/src/domain/tabular/values/missing-values';
import { dayOfSerial } from '@/src/domain/tabular/values/serial-day';
import { timeOfDay } from '@/src/domain/tabular/values/time-of-day';
import { unwrapId } from '@/src/domain/tabular/values/unwrap-id';

describe('isMissing', () => {
  it.each([
    '',
    ' ',
    '\t',
    '\u3000',
    '-',
    '－',
    '—',
    '–',
    '--',
    '——',
    'N/A',
    'n/a',
    'NULL',
    'null',
    'None',
    '#N/A',
    '空',
    '无',
    '暂无',
    '/',
    '="-"',
    ' 无 ',
    '(空白)',
    '\\N',
    'NaN',
  ])('of %j', (text) => {
    expect(isMissing(text)).toBe(true);
  });

  it.each(['0', '-5', 'NA', '无锡', '空调', '暂无折扣', 'Nullo', 'x'])('not of %j', (text) => {
    expect(isMissing(text)).toBe(false);
  });
});

describe('isMasked', () => {
  it.each(['**', '****', '138****1234', '王**', '张*', '张*丰', '***有限公司', '●●●', '＊＊＊'])('of %j', (text) => {
    expect(isMasked(text)).toBe(true);
  });

  it.each(['', '*', '5*10', '**新品**', 'A*', '水泵*大号', '138 0013 8000'])('not of %j', (text) => {
    expect(isMasked(text)).toBe(false);
  });
});

describe('unwrapId', () => {
  it.each([
    ['="00123"', '00123'],
    ['=" 00123 "', '00123'],
    ['=00123', '00123'],
    ["'00123", '00123'],
    ['\t00123', '00123'],
    ['00123\t', '00123'],
    ['""', '""'],
    ['=""', '=""'],
    ['=A1+B1', '=A1+B1'],
    ["O'Neil", "O'Neil"],
    ['', ''],
  ])('of %j is %j', (text, id) => {
    expect(unwrapId(text)).toBe(id);
  });
});

describe('looksDamaged', () => {
  it.each<[string[], number]>([
    [[], 0],
    [['202401050001', '00123'], 0],
    [['1.23457E+17', '1.2E+11', '1,23457E+17', '="1.23457E+17"'], 4],
    [['1.2E+05', '2E05', '5E10', '1.2E-11'], 0],
    [['110101199001011000'], 1],
    [['110101199001011000', '110101199001012000', '110101199001011237'], 2],
    [['110101199001011000', '110101199001011234', '110101199001011235'], 0],
    [['1234567890123450'], 0],
    [['1234567890123450', '1234567890123460', '1234567890123470'], 3],
    [['123456789012000'], 0],
  ])('of %j is %d', (values, damaged) => {
    expect(looksDamaged(values)).toBe(damaged);
  });
});

describe('dayOfSerial', () => {
  it.each<[number, '1900' | '1904', string | undefined]>([
    [0, '1900', undefined],
    [1, '1900', '1900-01-01'],
    [59, '1900', '1900-02-28'],
    [60, '1900', undefined],
    [61, '1900', '1900-03-01'],
    [45296, '1900', '2024-01-05'],
    [109_939, '1900', '2200-12-31'],
    [109_940, '1900', undefined],
    [1.5, '1900', undefined],
    [-1, '1900', undefined],
    [0, '1904', '1904-01-01'],
    [43834, '1904', '2024-01-05'],
  ])('of %d since %s is %s', (serial, epoch, expected) => {
    const day = dayOfSerial(serial, epoch);

    expect(day === undefined ? day : formatDay(day)).toBe(expected);
  });
});

describe('timeOfDay', () => {
  it.each<[string, number | undefined]>([
    ['00:00', 0],
    ['13:20', 48_000],
    ['13:20:05', 48_005],
    ['13:20:05.999', 48_005],
    ['1:20 PM', 48_000],
    ['1:20PM', 48_000],
    ['12:00 AM', 0],
    ['12:00 p.m.', 43_200],
    ['下午1:20', 48_000],
    ['下午 13:20', 48_000],
    ['上午12:05', 300],
    ['午後1時20分', 48_000],
    ['13时20分5秒', 48_005],
    ['１３：２０', 48_000],
    ['2024-01-05 13:20:00', 48_000],
    ['2024-01-05T13:20:00+08:00', 48_000],
    ['Jan 5, 2024 1:20 PM', 48_000],
    ['23:59:59', 86_399],
    ['24:00', undefined],
    ['25:00', undefined],
    ['12:60', undefined],
    ['2024-01-05', undefined],
    ['', undefined],
  ])('of %j is %s', (text, seconds) => {
    expect(timeOfDay(text)).toBe(seconds);
  });
});
