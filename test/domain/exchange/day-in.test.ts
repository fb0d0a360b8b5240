import { describe, expect, it } from 'vitest';
import { dayIn } from '@/src/domain/exchange/day-in';

describe('dayIn', () => {
  it.each([
    ['2015-03-12', '2015-03-12'],
    [' 2015/3/12 ', '2015-03-12'],
    ['2015.03.12', '2015-03-12'],
    ['2015年3月12日', '2015-03-12'],
    ['2015-03-12 00:00:00', '2015-03-12'],
    ['12.3.2015', '2015-03-12'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2015-13-01', undefined],
    ['03/04/2019', undefined],
    ['2015', undefined],
    ['2015-03', undefined],
    ['since 2015-03-12', undefined],
    ['', undefined],
  ])('takes %j for %j', (text, expected) => {
    expect(dayIn(text)).toBe(expected);
  });
});
