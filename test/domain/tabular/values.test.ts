import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { decideDateOrder, parseDate, type DateOrder } from '@/src/domain/tabular/date-form';
import { decideNumberForm, parseNumber, type NumberForm } from '@/src/domain/tabular/number-form';

describe('parseNumber', () => {
  it.each<[string, NumberForm, number, number]>([
    ['0', 'point', 0, 0],
    ['-0.00', 'point', 0, 0],
    ['12.50', 'point', 125, 1],
    ['1,234.56', 'point', 123_456, 2],
    ['1,234', 'point', 1234, 0],
    ['1.234', 'comma', 1234, 0],
    ['1.234,56', 'comma', 123_456, 2],
    ['12,5', 'comma', 125, 1],
    ['1 234 567,8', 'comma', 12_345_678, 1],
    ["1'234.5", 'point', 12_345, 1],
    ['(1,234.50)', 'point', -12_345, 1],
    ['1,234-', 'point', -1234, 0],
    ['−5', 'point', -5, 0],
    ['￥1,234.50', 'point', 12_345, 1],
    ['-¥12', 'point', -12, 0],
    ['¥-12', 'point', -12, 0],
    ['１２３．５', 'point', 1235, 1],
    ['88元', 'point', 88, 0],
    ['12,50 €', 'comma', 125, 1],
    ['.5', 'point', 5, 1],
    ['9007199254740991', 'point', Number.MAX_SAFE_INTEGER, 0],
  ])('reads %s with a decimal %s', (text, form, units, scale) => {
    expect(parseNumber(text, form)).toEqual({ units, scale, rounded: false });
  });

  it.each<[string, NumberForm]>([
    ['', 'point'],
    ['-', 'point'],
    ['abc', 'point'],
    ['12a', 'point'],
    ['1,23,456', 'point'],
    ['12,34', 'point'],
    ['1.2.3', 'point'],
    ['--5', 'point'],
    ['(-5)', 'point'],
    ['9007199254740992', 'point'],
    ['1 2', 'point'],
  ])('refuses %j', (text, form) => {
    expect(parseNumber(text, form)).toBeUndefined();
  });

  it('rounds beyond the sixth decimal and says so', () => {
    expect(parseNumber('85.60000000000001', 'point')).toEqual({ units: 85_600_000, scale: 6, rounded: true });
    expect(parseNumber('0.9999999', 'point')).toEqual({ units: 1_000_000, scale: 6, rounded: true });
    expect(parseNumber('0.10000000', 'point')).toEqual({ units: 1, scale: 1, rounded: false });
  });
});

describe('decideNumberForm', () => {
  it.each<[string[], NumberForm]>([
    [['1,234', '2,345'], 'point'],
    [['1,234', '12,5'], 'comma'],
    [['1.234', '1.234.567'], 'comma'],
    [['1,234.5', '12,5'], 'point'],
    [['1.234,5', '1,2', '7.25'], 'comma'],
    [['12', ''], 'point'],
    [[], 'point'],
  ])('of %j is %s', (values, form) => {
    expect(decideNumberForm(values)).toBe(form);
  });
});

describe('parseDate', () => {
  it.each<[string, DateOrder, string]>([
    ['2024-01-05', 'day-first', '2024-01-05'],
    ['2024/1/5', 'day-first', '2024-01-05'],
    ['2024.1.5', 'day-first', '2024-01-05'],
    ['20240105', 'day-first', '2024-01-05'],
    ['20240105123000', 'day-first', '2024-01-05'],
    ['2024年1月5日', 'day-first', '2024-01-05'],
    ['２０２４－０１－０５', 'day-first', '2024-01-05'],
    ['2024-01-05 23:59:59', 'day-first', '2024-01-05'],
    ['2024-01-05T23:59:59.123Z', 'day-first', '2024-01-05'],
    ['2025-10-07 09:50:26 +0200', 'day-first', '2025-10-07'],
    ['2024/1/5 上午 8:00', 'day-first', '2024-01-05'],
    ['5/1/2024', 'day-first', '2024-01-05'],
    ['1/5/2024', 'month-first', '2024-01-05'],
    ['1/5/2024 12:00 PM', 'month-first', '2024-01-05'],
    ['05.01.2024', 'day-first', '2024-01-05'],
    ['5-Jan-2024', 'day-first', '2024-01-05'],
    ['5 January 2024', 'day-first', '2024-01-05'],
    ['2024-02-29', 'day-first', '2024-02-29'],
  ])('reads %s, %s', (text, order, expected) => {
    const day = parseDate(text, order);

    expect(day === undefined ? day : formatDay(day)).toBe(expected);
  });

  it.each([
    '',
    '2023-02-29',
    '2024-13-01',
    '13/13/2024',
    '45296',
    '2024-01',
    '1/5/24',
    '0001-01-01',
    'yesterday',
    '5-Foo-2024',
  ])('refuses %j', (text) => {
    expect(parseDate(text, 'day-first')).toBeUndefined();
  });
});

describe('decideDateOrder', () => {
  it.each<[string[], DateOrder, boolean]>([
    [['1/5/2024', '13/5/2024'], 'day-first', false],
    [['1/5/2024', '5/13/2024'], 'month-first', false],
    [['1.5.2024', '2.5.2024'], 'day-first', true],
    [['1/5/2024', '2/5/2024'], 'month-first', true],
    [['2024-01-05'], 'month-first', false],
    [[], 'month-first', false],
  ])('of %j is %s, assumed: %s', (values, order, assumed) => {
    expect(decideDateOrder(values)).toEqual({ order, assumed });
  });
});
