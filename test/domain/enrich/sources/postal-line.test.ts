import { describe, expect, it } from 'vitest';
import { postalLine, type PostalParts } from '@/src/domain/enrich/sources/postal-line';

describe('an address on one line', () => {
  it.each<[string, PostalParts, string]>([
    ['nothing', { lines: [] }, ''],
    ['a town without a street', { lines: [], city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' }, ''],
    [
      'postcode first',
      { lines: ['Lindenstraße 14'], city: 'Stuttgart', region: 'DE-BW', postcode: '70563', country: 'DE' },
      'Lindenstraße 14, 70563 Stuttgart',
    ],
    [
      'postcode last',
      { lines: ['Mill House', '12 Mill Lane'], city: 'Leeds', region: 'GB-LDS', postcode: 'LS1 4AP', country: 'GB' },
      'Mill House, 12 Mill Lane, Leeds, LS1 4AP',
    ],
    [
      'region in words',
      { lines: ['12 Mill Lane'], city: 'Leeds', region: 'West Yorkshire', postcode: 'LS1 4AP', country: 'GB' },
      '12 Mill Lane, Leeds, West Yorkshire, LS1 4AP',
    ],
    [
      'state and postcode',
      { lines: ['1 Elm Street', 'Suite 5'], city: 'Dover', region: 'US-DE', postcode: '19901', country: 'US' },
      '1 Elm Street, Suite 5, Dover, DE 19901',
    ],
    [
      'large to small',
      { lines: ['武侯区科华北路65号', '3栋'], city: '成都市', postcode: '610041', country: 'CN' },
      '成都市武侯区科华北路65号3栋',
    ],
    [
      'a city that the street begins with',
      { lines: ['四川省成都市科华北路65号'], city: '成都市', country: 'CN' },
      '四川省成都市科华北路65号',
    ],
    ['a city in other letters', { lines: ['科华北路65号'], city: 'Chengdu', country: 'CN' }, '科华北路65号'],
    [
      'in care of somebody',
      { lines: ['c/o Ada Quill', 'Weg 1'], city: 'Zug', postcode: '6300', country: 'CH' },
      'Weg 1, 6300 Zug',
    ],
    ['only somebody to care', { lines: ['C/O Ada Quill'], city: 'Zug', country: 'CH' }, ''],
    [
      'a city that is its own region',
      { lines: ['1 Shenton Way'], city: 'Singapore', region: 'Singapore', postcode: '068803', country: 'SG' },
      '1 Shenton Way, Singapore, 068803',
    ],
    ['only a street', { lines: ['Weg 1,'] }, 'Weg 1'],
  ])('%s', (_, parts, line) => {
    expect(postalLine(parts)).toBe(line);
  });
});
